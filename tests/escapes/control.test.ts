import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { GOALS, hostileProgram } from "../../src/testing/hostile/index.js";
import { native } from "./run/native.js";
import { makeOracle } from "./run/oracle.js";

const SEED = 1;
const oracle = makeOracle(native);
afterAll(() => oracle.close());

it.each(GOALS)("unguarded, a good part of the programs get what they are after: %s", async (goal) => {
  let succeeded = 0;
  const programs = fc.sample(hostileProgram({ goals: [goal] }), { seed: SEED, numRuns: 300 });
  for (const program of programs) {
    const { escapes } = await oracle.judge(program);
    if (escapes.some((effect) => effect !== "a promise was left rejected")) succeeded++;
  }
  console.log(`${goal}: ${succeeded} of ${programs.length} succeed unguarded`);
  expect(succeeded / programs.length).toBeGreaterThan(0.35);
});

it("failing programs shrink: a wall with one planted hole is told by its smallest program", async () => {
  // The wall refuses all but one position; the smallest program has nothing else that is not needed.
  const isHole = (source: string): boolean => source.includes("catch ({");
  const found = await fc.check(
    fc.asyncProperty(hostileProgram({ goals: ["call"] }), async (program) => {
      if (!isHole(program.source)) return true;
      return (await oracle.judge(program)).escapes.length === 0;
    }),
    { seed: SEED, numRuns: 3_000 },
  );
  expect(found.failed).toBe(true);
  expect(found.numShrinks).toBeGreaterThan(2);
  expect(found.counterexample?.[0].source).toBe(
    '((() => { try { throw (() => 0); } catch ({ [["con", "structor"].join("")]: v }) { return v; } })())("pwn()")();',
  );
});
