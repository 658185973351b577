import { availableParallelism } from "node:os";
import type { Effect, EscapeCase } from "./corpus.js";
import type { Setup } from "./process/engine.js";
import { createLane, type Report } from "./process/lane.js";

export interface RunCasesOptions extends Setup {
  /** Threads or processes at once; default: as many as the machine runs in parallel. */
  readonly jobs?: number;
  /** Milliseconds after which a case is killed and called hung; default 3000. */
  readonly killMs?: number;
  /** Tags of `policy` that the host documents as allowed; those cases are not run. */
  readonly allow?: readonly string[];
  /** The file that the threads run; default: the one of this package. */
  readonly worker?: URL;
}

/**
 * `blocked`: no effect was seen. `escaped`: one was. `not-exercised`: the case cannot show anything here, because a
 * global that it needs is not provided or this Node is too old.
 */
export type Status = "blocked" | "escaped" | "not-exercised";

export interface CaseResult {
  readonly case: EscapeCase;
  readonly status: Status;
  /** What was seen, one text for each: the kind of effect, then what. */
  readonly effects: readonly string[];
  /** `completed`, or the error that ended the run. */
  readonly ended: string;
}

const KILL_MS = 3_000;
const PACKAGED_WORKER: URL = new URL("./testing-worker.js", import.meta.url);

/** Runs cases behind the given walls; the results are in the order of the cases. */
export async function runCases(
  cases: readonly EscapeCase[],
  options: RunCasesOptions,
): Promise<readonly CaseResult[]> {
  const allowed = new Set(options.allow);
  const chosen = cases.filter((one) => one.policy === undefined || !allowed.has(one.policy));
  const reports = await reportsOf(chosen, options);
  return chosen.map((one, i) => judge(one, reports[i] as Report));
}

/** Like `runCases`, for one case. */
export async function runCase(one: EscapeCase, options: RunCasesOptions): Promise<CaseResult> {
  const [result] = await runCases([one], { ...options, allow: [] });
  return result as CaseResult;
}

/** How each case ended, in order. Cases after memory or time have processes of their own. */
export async function reportsOf(
  cases: readonly EscapeCase[],
  options: RunCasesOptions,
): Promise<readonly Report[]> {
  const reports: Report[] = [];
  const isHeavy = (one: EscapeCase): boolean => one.oracle === "dos";
  const { walls, form } = options;
  const setup: Setup = { walls, ...(form === undefined ? {} : { form }) };
  const worker = options.worker ?? PACKAGED_WORKER;
  for (const isProcess of [false, true]) {
    const queue = [...cases.entries()].filter(([, one]) => isHeavy(one) === isProcess);
    const run = async (): Promise<void> => {
      const lane = createLane({ setup, worker, isProcess, killMs: options.killMs ?? KILL_MS });
      try {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          const [index, one] = next;
          reports[index] = await lane.run({ code: one.code, isAsync: one.async === true });
        }
      } finally {
        await lane.close();
      }
    };
    const jobs = Math.min(options.jobs ?? availableParallelism(), queue.length);
    await Promise.all(Array.from({ length: jobs }, run));
  }
  return reports;
}

export function kindOf(effect: string): Effect {
  return effect.split(" ")[0] as Effect;
}

function judge(one: EscapeCase, { effects, ended }: Report): CaseResult {
  // A hang or a crash counts where the case is about that; anything else that is seen is an escape.
  const counted = effects.filter((effect) => one.oracle === "dos" || kindOf(effect) !== "dos");
  const status = counted.length > 0 ? "escaped" : isExercised(one, ended) ? "blocked" : "not-exercised";
  return { case: one, status, effects, ended };
}

function isExercised(one: EscapeCase, ended: string): boolean {
  if (one.minNode !== undefined && one.minNode > Number.parseInt(process.versions.node, 10)) return false;
  return !one.needs.some((name) => ended.includes(`${name} is not defined`));
}
