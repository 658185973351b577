import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ignoreRejections } from "../../../properties/grammar/property.js";
import { REFUSED } from "./damages.js";
import { type FuzzReport, fuzzHarness, fuzzVerifier, table } from "./fuzz.js";
import { NEUTRAL } from "./neutral.js";

const RUNS = 4_000;

const shown = ({ holes }: FuzzReport): readonly string[] =>
  holes.slice(0, 3).map(({ kind, form, why, code }) => `${form}, ${kind}: ${why}\n${code}`);

let restore = (): void => {};
beforeAll(() => {
  restore = ignoreRejections();
});
afterAll(async () => {
  // What the last texts left rejected is reported a turn later.
  await new Promise((resolve) => setTimeout(resolve, 50));
  restore();
});

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

  it("would do harm that the harness sees, if nothing refused it", () => {
    const damages = REFUSED.filter(({ kind }) => /without guard|guard or a check|raw operation/.test(kind));
    const found = fuzzHarness({ seed: 20_263, runs: 600, programs: 50, damages });
    console.info(found);
    expect(found.get("inject a raw operation")).toBeGreaterThan(5);
    expect(found.get("remove a guard or a check")).toBeGreaterThan(0);
    expect([...found.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThan(15);
  });
});
