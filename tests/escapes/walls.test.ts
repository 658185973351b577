import { afterAll, beforeAll, expect, it } from "vitest";
import { type CaseResult, expandTemplates, runCases } from "../../src/testing/index.js";
import { type BuiltWorker, buildWorker } from "../support/testing-worker.js";
import { CASES, GUARD_NAMES } from "./corpus.js";

let built: BuiltWorker;
beforeAll(async () => {
  built = await buildWorker();
});
afterAll(() => built.remove());

const SETUPS = [
  { walls: "both", form: "inline" },
  { walls: "both", form: "call" },
  { walls: "realm" },
  { walls: "guards" },
] as const;

const cases = expandTemplates(CASES, GUARD_NAMES);

/** One line for each escape, to be read in the failure. */
function escapes(results: readonly CaseResult[]): readonly string[] {
  return results
    .filter(({ status }) => status === "escaped")
    .map(({ case: { id }, effects, ended }) => `${id}: ${effects.slice(0, 3).join("; ")} (${ended})`);
}

it.each(SETUPS)(
  "nothing gets out: $walls $form",
  async (setup) => {
    const results = await runCases(cases, { ...setup, worker: built.worker });
    expect(escapes(results)).toEqual([]);
    expect(results.length).toBe(cases.length);
    // Most programs get to try: what they need is there.
    const tried = results.filter(({ status }) => status === "blocked").length;
    expect(tried).toBeGreaterThan(0.9 * results.length);
  },
  180_000,
);
