import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { GuardForm } from "../../../src/compiler/options.js";
import { type EscapeCase, expandTemplates, loadCases } from "../../../src/testing/corpus.js";
import type { HostileProgram } from "../../../src/testing/hostile/index.js";
import type { Walls } from "../../../src/testing/index.js";
import { createLane } from "../../../src/testing/process/lane.js";
import { kindOf } from "../../../src/testing/run-cases.js";
import { readCorpus } from "./corpus.js";
import type { Engine } from "./oracle.js";
import { search } from "./search.js";
import { walled } from "./walled.js";

interface Job {
  /** The tree that holds the corpora. */
  readonly root: string;
  /** The bundled file that runs the cases of data. */
  readonly worker: string;
  readonly walls: Walls;
  readonly form: GuardForm;
  readonly runs: number;
  readonly seed: number;
  /** Source of a pattern: what the wall that was taken away stops alone. These programs prove nothing without it. */
  readonly aside: string | null;
  /** Cases of data that get out of the unchanged build with this set-up, for the same reason. */
  readonly skip: readonly string[];
  /** Cases and programs that killed another mutant: they are tried first. */
  readonly first: readonly string[];
  readonly stages: readonly Kill["stage"][];
  /** Whether the cases that are after memory or time run, too: each needs a process of its own. */
  readonly dos: boolean;
  /** Tells all cases of data that get out, and looks at nothing else after them. */
  readonly isBaseline: boolean;
}

interface Kill {
  readonly stage: "corpus" | "cases" | "grammar";
  readonly name: string;
  readonly escapes: readonly string[];
  readonly source: string;
}

const KILL_MS = 4_000;
const GUARD_NAMES = ["_g0_", "_k_", "_steps_", "_getattr_", "_setattr_"];
const job = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Job;
const judged = walled(job.walls, job.form);
const engine: Engine = async (program, host) =>
  job.aside !== null && new RegExp(job.aside).test(program.source)
    ? { ending: "refused", left: [], effects: [] }
    : judged(program, host);

const earlier = <T>(list: readonly T[], nameOf: (one: T) => string): readonly T[] => {
  const rank = (one: T): number => (job.first.includes(nameOf(one)) ? 0 : 1);
  return [...list].sort((a, b) => rank(a) - rank(b));
};

async function programs(stage: "corpus" | "grammar"): Promise<Kill | null> {
  const all = readCorpus(join(job.root, "tests/escapes/corpus"));
  const corpus: readonly HostileProgram[] = stage === "corpus" ? earlier(all, ({ source }) => source) : [];
  const runs = stage === "corpus" ? 0 : job.runs;
  const plan = { runs, seed: job.seed, corpus, until: Number.MAX_SAFE_INTEGER };
  const { found } = await search(engine, plan);
  if (found === null) return null;
  const { source } = found.program;
  return { stage, name: source, escapes: found.escapes, source };
}

/** The cases of data, one after the other; the first that gets out ends it, but for the baseline. */
async function cases(isProcess: boolean): Promise<readonly Kill[]> {
  const files = ["cases", "own"].map((name) => join(job.root, `tests/escapes/data/${name}.jsonl`));
  const all = expandTemplates(
    files.flatMap((file) => loadCases(file)),
    GUARD_NAMES,
  );
  const chosen = all.filter((one) => (one.oracle === "dos") === isProcess && !job.skip.includes(one.id));
  const setup = { walls: job.walls, ...(job.walls === "both" ? { form: job.form } : {}) };
  const lane = createLane({ setup, worker: pathToFileURL(job.worker), isProcess, killMs: KILL_MS });
  const found: Kill[] = [];
  try {
    for (const one of earlier(chosen, ({ id }) => id)) {
      const { effects } = await lane.run({ code: one.code, isAsync: one.async === true });
      const escapes = effects.filter((effect) => isEscape(one, effect));
      if (escapes.length === 0) continue;
      found.push({ stage: "cases", name: one.id, escapes, source: one.code });
      if (!job.isBaseline) break;
    }
  } finally {
    await lane.close();
  }
  return found;
}

const isEscape = (one: EscapeCase, effect: string): boolean =>
  one.oracle === "dos" || kindOf(effect) !== "dos";

/** One mutant's trial, in a process of its own: the job comes in a file, the verdict is the last line printed. */
async function trial(): Promise<readonly Kill[]> {
  const stages = {
    corpus: async () => listed(await programs("corpus")),
    cases: async () => {
      const light = await cases(false);
      return job.dos && (light.length === 0 || job.isBaseline) ? [...light, ...(await cases(true))] : light;
    },
    grammar: async () => listed(await programs("grammar")),
  };
  const kills: Kill[] = [];
  for (const stage of job.stages) {
    kills.push(...(await stages[stage]()));
    if (kills.length > 0 && !job.isBaseline) break;
  }
  return kills;
}

const listed = (kill: Kill | null): readonly Kill[] => (kill === null ? [] : [kill]);

console.log(`\n${JSON.stringify(await trial())}`);
process.exit(0);
