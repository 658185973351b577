import fc from "fast-check";
import { describe, it } from "vitest";
import { damaged, mode, options } from "./damaged.js";
import { soundly } from "./sound.js";

/** `FUZZ_RUNS=1000000 FUZZ_SEED=2 npx vitest run tests/compiler/fuzz` looks longer and elsewhere. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 3_000);

describe("damaged programs", () => {
  it(
    "give a sound result, in every mode",
    () => {
      fc.assert(
        fc.property(
          damaged,
          options,
          mode,
          (source, some, others) => void soundly(source, { ...some, ...others }),
        ),
        {
          numRuns: RUNS,
          seed: Number(process.env.FUZZ_SEED ?? 1),
        },
      );
    },
    24 * 3_600_000,
  );
});
