import { describe, expect, it } from "vitest";
import type { GuardForm } from "../../src/index.js";
import { asyncDifferences, type Case, differences } from "../support/differential.js";
import { FORMS } from "../support/run.js";
import { control } from "./matrix/control.js";
import { asyncDestructuring, destructuring } from "./matrix/destructuring.js";
import { asyncFunctions, functions } from "./matrix/functions.js";
import { operators } from "./matrix/operators.js";

/** Everything with `FIDELITY=full`; otherwise every third case, other ones in each form. */
const FULL = process.env["FIDELITY"] === "full";

function some(cases: readonly Case[], guards: GuardForm): readonly Case[] {
  const rest = guards === "inline" ? 0 : 1;
  return FULL ? cases : cases.filter((_, i) => i % 3 === rest);
}

const SYNC = { control, destructuring: () => destructuring(FULL ? 3 : 1), functions, operators };
const ASYNC = { asyncDestructuring: () => asyncDestructuring(FULL ? 3 : 1), asyncFunctions };

describe("every construct in every position behaves as natively", () => {
  for (const guards of FORMS) {
    for (const [subject, cases] of Object.entries(SYNC))
      it(`${guards}: ${subject}`, () => {
        expect(differences(some(cases(), guards), guards)).toEqual([]);
      });
    for (const [subject, cases] of Object.entries(ASYNC))
      it(`${guards}: ${subject}`, async () => {
        expect(await asyncDifferences(some(cases(), guards), guards)).toEqual([]);
      });
  }

  it("is a matrix, and finds what differs", () => {
    const sizes = [...Object.values(SYNC), ...Object.values(ASYNC)].map((cases) => cases().length);
    expect(sizes.reduce((a, b) => a + b)).toBeGreaterThan(15_000);
    const [found, ...more] = differences(
      [
        { name: "same", body: "return 1;" },
        { name: "differs", body: "return String(() => 1);" },
      ],
      "inline",
    );
    expect(more).toEqual([]);
    expect(found?.name).toBe("differs");
  });
});
