import type { GuardForm } from "../../../src/compiler/options.js";
import type { HostileProgram } from "../../../src/testing/hostile/index.js";
import type { Walls } from "../../../src/testing/index.js";
import { search } from "./search.js";
import { walled } from "./walled.js";

interface Job {
  readonly walls: Walls;
  readonly form: GuardForm;
  readonly runs: number;
  readonly seed: number;
  readonly corpus: readonly HostileProgram[];
}

/** One mutant's trial, in a process of its own: the job comes as an argument, the verdict is the last line printed. */
const { walls, form, runs, seed, corpus } = JSON.parse(process.argv[2] ?? "") as Job;
const { found } = await search(walled(walls, form), {
  runs,
  seed,
  corpus,
  until: Number.MAX_SAFE_INTEGER,
});
console.log(`\n${JSON.stringify({ found })}`);
process.exit(0);
