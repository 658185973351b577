import { join } from "node:path";
import type { GuardForm } from "../../../src/compiler/options.js";
import { discardEnvironment, environment } from "../../../src/runtime/environment.js";
import * as kernel from "../../../src/runtime/realm/kernel-text.generated.js";
import { type EscapeCase, expandTemplates, loadCases } from "../../../src/testing/corpus.js";
import type { HostileProgram } from "../../../src/testing/hostile/index.js";
import type { Walls } from "../../../src/testing/index.js";
import { createGuest } from "../../../src/testing/process/guest.js";
import { kindOf } from "../../../src/testing/run-cases.js";
import { readCorpus } from "./corpus.js";
import type { Engine } from "./oracle.js";
import { search } from "./search.js";
import { registered } from "./suite.js";
import { SUITES } from "./suites.js";
import { walled } from "./walled.js";

type Stage = "corpus" | "cases" | "grammar" | "suites";

interface Job {
  /** The tree that holds the corpora. */
  readonly root: string;
  /** The mutated kernel; null for that of the bundle. */
  readonly kernel: string | null;
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
  readonly stages: readonly Stage[];
  /** Files of tests that run first. */
  readonly near: readonly string[];
  readonly isNearOnly: boolean;
  /** Goes on after a program that got out, and tells of all. */
  readonly isBaseline: boolean;
}

interface Kill {
  readonly stage: Stage;
  readonly name: string;
  readonly escapes: readonly string[];
  /** The test fails without the mutant, too: an earlier one left something behind, or the machine is too slow. */
  readonly isUnsure?: boolean;
}

const AT_ONCE = 50;
const GUARD_NAMES = ["_g0_", "_k_", "_steps_", "_getattr_", "_setattr_"];

/** Programs of the corpus, or of the grammar: the first that gets out. */
async function programs(job: Job, stage: "corpus" | "grammar"): Promise<readonly Kill[]> {
  const judged = walled(job.walls, job.form);
  const engine: Engine = async (program, host) =>
    job.aside !== null && new RegExp(job.aside).test(program.source)
      ? { ending: "refused", left: [], effects: [] }
      : judged(program, host);
  const all = stage === "corpus" ? readCorpus(join(job.root, "tests/escapes/corpus")) : [];
  const nameOf = ({ source }: HostileProgram): string => source;
  let corpus = earlier(job, all, nameOf).filter((one) => !job.skip.includes(nameOf(one)));
  const runs = stage === "corpus" ? 0 : job.runs;
  const kills: Kill[] = [];
  for (;;) {
    const plan = { runs, seed: job.seed, corpus, until: Number.MAX_SAFE_INTEGER };
    const { found } = await search(engine, plan);
    if (found === null) return kills;
    const { program, escapes } = found;
    kills.push({ stage, name: program.source, escapes });
    if (!job.isBaseline || stage === "grammar") return kills;
    corpus = corpus.slice(corpus.findIndex((one) => nameOf(one) === program.source) + 1);
  }
}

/** The cases of data but for those after memory or time, which need a process each. */
async function cases(job: Job): Promise<readonly Kill[]> {
  const files = ["cases", "own"].map((name) => join(job.root, `tests/escapes/data/${name}.jsonl`));
  const all = expandTemplates(
    files.flatMap((file) => loadCases(file)),
    GUARD_NAMES,
  );
  const chosen = all.filter((one) => one.oracle !== "dos" && !job.skip.includes(one.id));
  const guest = await createGuest({
    walls: job.walls,
    ...(job.walls === "both" ? { form: job.form } : {}),
  });
  const run = async (one: EscapeCase): Promise<Kill> => {
    const report = await new Promise<string>((done) => {
      guest.run({ code: one.code, isAsync: one.async === true }, done);
    });
    return { stage: "cases", name: one.id, escapes: effectsOf(report, one) };
  };
  const found: Kill[] = [];
  const list = earlier(job, chosen, ({ id }) => id);
  for (let i = 0; i < list.length; i += AT_ONCE) {
    const part = list.slice(i, i + AT_ONCE);
    // At once, so that the waits are one wait. An effect may be told of the wrong one: then each runs by itself.
    const seen = (await Promise.all(part.map(run))).filter(({ escapes }) => escapes.length > 0);
    if (seen.length === 0) continue;
    const alone: Kill[] = [];
    for (const one of part) alone.push(await run(one));
    const sure = alone.filter(({ escapes }) => escapes.length > 0);
    found.push(...(sure.length > 0 ? sure : seen));
    if (!job.isBaseline) break;
  }
  return found;
}

/** A report is the effects, one a line, an empty line, and how the run ended. */
function effectsOf(report: string, one: EscapeCase): readonly string[] {
  const end = report.startsWith("\n") ? 0 : report.indexOf("\n\n") + 1;
  const effects = report.slice(0, end).split("\n").filter(Boolean);
  return effects.filter((effect) => one.oracle === "dos" || kindOf(effect) !== "dos");
}

function earlier<T>(job: Job, list: readonly T[], nameOf: (one: T) => string): readonly T[] {
  const rank = (one: T): number => (job.first.includes(nameOf(one)) ? 0 : 1);
  return [...list].sort((a, b) => rank(a) - rank(b));
}

type Tests = Awaited<ReturnType<typeof registered>>;
const suites = new Map<string, Tests>();
const TEST_MS = 20_000;

/** The project's tests: the first that fails, and passes with the kernel as it is. */
async function tests(job: Job): Promise<readonly Kill[]> {
  const kills: Kill[] = [];
  const isNear = (file: string): boolean => job.near.some((start) => file.startsWith(start));
  const files = Object.keys(SUITES).sort((a, b) => Number(isNear(b)) - Number(isNear(a)));
  if (job.isNearOnly) files.splice(files.filter(isNear).length);
  for (const file of files) {
    const list = suites.get(file) ?? (await registered(SUITES[file] as () => Promise<unknown>));
    suites.set(file, list);
    for (const test of list) {
      const failed = await failure(test);
      if (failed === null) continue;
      const kill = { stage: "suites" as const, name: `${file}: ${test.name}`, escapes: [failed] };
      if (job.kernel === null) kills.push(kill);
      else {
        useKernel(PLAIN, true);
        const isUnsure = (await failure(test)) !== null;
        if (!isUnsure) return [{ ...kill, isUnsure }];
        // It says nothing of the mutant; the next one may.
        kills.push({ ...kill, isUnsure });
        useKernel(job.kernel, true);
      }
    }
  }
  return kills;
}

async function failure({ run, before }: Tests[number]): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, no) => {
    timer = setTimeout(() => no(new Error("the test did not end")), TEST_MS);
  });
  try {
    for (const one of before) await one();
    await Promise.race([run(), late]);
    return null;
  } catch (error) {
    return String(error).split("\n")[0] ?? "";
  } finally {
    clearTimeout(timer);
  }
}

const PLAIN = kernel.KERNEL_TEXT;

/** A fresh realm: a powerless one keeps what programs left in it. */
function useKernel(text: string | null, usesShared: boolean): void {
  // The bundle's plugin makes the text a variable.
  if (text !== null) (kernel as unknown as { replaceKernel(text: string): void }).replaceKernel(text);
  discardEnvironment(environment("isolated"));
  if (usesShared) discardEnvironment(environment("shared"));
}

async function trial(job: Job): Promise<readonly Kill[]> {
  const kills: Kill[] = [];
  for (const stage of job.stages) {
    useKernel(job.kernel, job.walls === "guards" || stage === "suites");
    if (stage === "suites") kills.push(...(await tests(job)));
    else kills.push(...(stage === "cases" ? await cases(job) : await programs(job, stage)));
    if (kills.length > 0 && !job.isBaseline) break;
  }
  return kills;
}

/** The trials of one set-up, one after the other, until one of them finds something. */
process.on("message", (job) => {
  trial(job as Job).then(
    (kills) => process.send?.({ kills }),
    (error) => process.send?.({ death: String(error) }),
  );
});
