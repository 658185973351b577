import fc from "fast-check";
import { type HostileProgram, hostileProgram } from "../../../src/testing/hostile/index.js";
import type { Engine, Outcome } from "./oracle.js";
import { makeOracle } from "./oracle.js";
import { count, newTally, type Tally } from "./tally.js";

/** Programs per seed: a run goes on at the seed it stopped at. */
export const PER_SEED = 500;

export interface Search {
  readonly runs: number;
  readonly seed: number;
  readonly until: number;
  readonly corpus: readonly HostileProgram[];
  /** Counts all that escape, and shrinks none: for the positive control. */
  readonly keepGoing?: boolean;
  /** Hears of each program before it runs. */
  readonly before?: (program: HostileProgram) => void;
  readonly progress?: (tally: Tally, seed: number) => void;
}

export interface Found {
  readonly program: HostileProgram;
  readonly escapes: readonly string[];
  /** Where the search goes on: null for a program of the corpus. */
  readonly seed: number | null;
}

export interface Searched {
  readonly tally: Tally;
  readonly found: Found | null;
  readonly lastSeed: number;
}

/** Runs the corpus, then programs of one seed after another, until one escapes; that one comes back shrunk. */
export async function search(engine: Engine, plan: Search): Promise<Searched> {
  const tally = newTally();
  const oracle = makeOracle(engine);
  let isShrinking = false;
  let last: readonly string[] = [];
  const judge = async (program: HostileProgram): Promise<Outcome> => {
    plan.before?.(program);
    const outcome = await oracle.judge(program);
    if (!isShrinking) count(tally, program.goal, outcome);
    if (plan.keepGoing === true) return { ...outcome, escapes: [] };
    if (outcome.escapes.length > 0) {
      isShrinking = true;
      last = outcome.escapes;
    }
    return outcome;
  };
  let seed = plan.seed;
  try {
    for (const program of plan.corpus) {
      const { escapes } = await judge(program);
      if (escapes.length > 0) return { tally, found: { program, escapes, seed: null }, lastSeed: seed };
    }
    for (let done = 0; done < plan.runs && Date.now() < plan.until; done += PER_SEED, seed++) {
      const program = await escapee(judge, seed, Math.min(PER_SEED, plan.runs - done), plan.until);
      if (program !== null) {
        return { tally, found: { program, escapes: last, seed }, lastSeed: seed };
      }
      plan.progress?.(tally, seed);
    }
    return { tally, found: null, lastSeed: seed - 1 };
  } finally {
    oracle.close();
  }
}

async function escapee(
  judge: (program: HostileProgram) => Promise<Outcome>,
  seed: number,
  numRuns: number,
  until: number,
): Promise<HostileProgram | null> {
  const property = fc.asyncProperty(hostileProgram(), async (program) => {
    const { escapes } = await judge(program);
    return escapes.length === 0;
  });
  const left = Math.min(Math.max(1, until - Date.now()), 2 ** 30);
  const details = await fc.check(property, { seed, numRuns, interruptAfterTimeLimit: left });
  return details.counterexample?.[0] ?? null;
}
