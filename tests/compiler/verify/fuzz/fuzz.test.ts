import { describe, expect, it } from "vitest";
import { REFUSED } from "./damages.js";
import { type FuzzReport, fuzzVerifier, table } from "./fuzz.js";
import { NEUTRAL } from "./neutral.js";

const RUNS = 15_000;

const shown = ({ holes }: FuzzReport): readonly string[] =>
  holes.slice(0, 3).map(({ kind, form, why, code }) => `${form}, ${kind}: ${why}\n${code}`);

describe("a proved text that is damaged at a random place", () => {
  it("is refused when a guard, a check or a tick is gone, or a reserved name means something else", () => {
    const report = fuzzVerifier({ seed: 20_261, runs: RUNS, programs: 150, damages: REFUSED });
    expect(shown(report)).toEqual([]);
    for (const { kind } of REFUSED) expect(report.rows.get(kind)?.refused, kind).toBeGreaterThan(5);
    console.info(table(report));
  });

  it("does no harm when it is accepted", () => {
    const report = fuzzVerifier({ seed: 20_262, runs: RUNS, programs: 150, damages: NEUTRAL });
    expect(shown(report)).toEqual([]);
    for (const { kind } of NEUTRAL) expect(report.rows.get(kind)?.accepted, kind).toBeGreaterThan(5);
    console.info(table(report));
  });
});
