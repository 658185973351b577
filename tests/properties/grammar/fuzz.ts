import { parseArgs } from "node:util";
import fc from "fast-check";
import { ignoreRejections, sameAsNative } from "./property.js";
import { Statistics } from "./statistics.js";

const USAGE = "npm run fuzz -- [--programs N] [--seed N] [--minutes M] [--keep-going]";
/** Programs per seed: a run is resumed at the seed it stopped at. */
const PER_SEED = 500;
const REPORT_MS = 5_000;

interface Plan {
  readonly programs: number;
  readonly seed: number;
  readonly until: number;
  readonly keepGoing: boolean;
}

function plan(args: readonly string[]): Plan {
  const { values } = parseArgs({
    args: [...args],
    options: {
      programs: { type: "string" },
      seed: { type: "string" },
      minutes: { type: "string" },
      "keep-going": { type: "boolean" },
    },
  });
  const number = (name: "programs" | "seed" | "minutes", otherwise: number): number => {
    const value = Number(values[name] ?? otherwise);
    if (!Number.isFinite(value) || value < 0) throw new TypeError(`--${name} takes a number. ${USAGE}`);
    return value;
  };
  const minutes = number("minutes", Number.MAX_SAFE_INTEGER);
  return {
    programs: number("programs", 20_000),
    seed: number("seed", Date.now() % 1_000_000_000),
    until: Date.now() + minutes * 60_000,
    keepGoing: values["keep-going"] === true,
  };
}

/** Runs programs until there are enough, time is up, or one differs. Resolves to the exit code. */
async function main(): Promise<number> {
  const { programs, seed: first, until, keepGoing } = plan(process.argv.slice(2));
  const statistics = new Statistics();
  const restore = ignoreRejections();
  let seed = first;
  let failures = 0;
  let told = Date.now();
  console.log(`seed ${seed}`);
  while (statistics.total < programs && Date.now() < until) {
    const found = await fc.check(sameAsNative(statistics), { seed, numRuns: Math.min(PER_SEED, programs) });
    if (found.failed) {
      failures++;
      console.log(
        `\nDifferent, with --seed ${seed}:\n${found.counterexample?.[0].source}\n${found.errorInstance}\n`,
      );
      if (!keepGoing) break;
    }
    seed++;
    if (Date.now() - told < REPORT_MS) continue;
    told = Date.now();
    console.log(`${statistics}; go on with --seed ${seed}`);
  }
  restore();
  console.log(`${statistics}; seeds ${first} to ${seed - 1}`);
  for (const [reason, n] of [...statistics.reasons].sort(([, a], [, b]) => b - a))
    console.log(`  ${n} ${reason}`);
  return failures === 0 ? 0 : 1;
}

process.exitCode = await main();
