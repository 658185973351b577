import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ignoreRejections, sameAsNative } from "./property.js";
import { Statistics } from "./statistics.js";

export const BATCHES = 4;
export const PROGRAMS_PER_BATCH = 5_000;

/** The seed of a batch: fixed, so that the same programs run everywhere. */
export function seedOf(batch: number): number {
  return 20_240_000 + batch;
}

/** One test file's share of the programs; the files run side by side. */
export function batch(number: number): void {
  let restore = (): void => {};
  beforeAll(() => {
    restore = ignoreRejections();
  });
  afterAll(() => restore());

  it(`${PROGRAMS_PER_BATCH} programs do under restriction what they do natively`, {
    timeout: 900_000,
  }, async () => {
    const statistics = new Statistics();
    await fc.assert(sameAsNative(statistics), { seed: seedOf(number), numRuns: PROGRAMS_PER_BATCH });
    expect(statistics.total).toBe(PROGRAMS_PER_BATCH);
    // A guard's refusal at run time, a limit and a documented difference hide what comes after: they stay rare.
    expect(statistics.share("guarded")).toBeLessThan(0.01);
    expect(statistics.share("limited")).toBeLessThan(0.01);
    expect(statistics.share("known")).toBeLessThan(0.005);
  });
}
