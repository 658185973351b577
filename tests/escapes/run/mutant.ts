import type { GuardForm } from "../../../src/compiler/options.js";
import type { HostileProgram } from "../../../src/testing/hostile/index.js";
import type { Walls } from "../../../src/testing/index.js";
import type { Engine } from "./oracle.js";
import { search } from "./search.js";
import { walled } from "./walled.js";

interface Job {
  readonly walls: Walls;
  readonly form: GuardForm;
  readonly runs: number;
  readonly seed: number;
  readonly corpus: readonly HostileProgram[];
  /** What the wall that was taken away stops alone: these programs prove nothing without it. */
  readonly aside: string | null;
}

/** One mutant's trial, in a process of its own: the job comes as an argument, the verdict is the last line printed. */
const { walls, form, runs, seed, corpus, aside } = JSON.parse(process.argv[2] ?? "") as Job;
const judged = walled(walls, form);
const engine: Engine = async (program, host) =>
  aside !== null && new RegExp(aside).test(program.source)
    ? { ending: "refused", left: [], effects: [] }
    : judged(program, host);
const { found } = await search(engine, {
  runs,
  seed,
  corpus,
  until: Number.MAX_SAFE_INTEGER,
});
console.log(`\n${JSON.stringify({ found })}`);
process.exit(0);
