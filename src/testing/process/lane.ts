import { type ChildProcess, fork } from "node:child_process";
import { Worker } from "node:worker_threads";
import type { Setup } from "./engine.js";
import type { Job } from "./guest.js";

/** How one case ended, as the parent knows it. */
export interface Report {
  /** One a line: `pwn …`, `pollute …` */
  readonly effects: readonly string[];
  readonly ended: string;
}

/** Runs cases one after the other, in a thread or a process that is made anew when a case left a trace. */
export interface Lane {
  run(job: Job): Promise<Report>;
  close(): Promise<void>;
}

export interface LaneOptions {
  readonly setup: Setup;
  readonly worker: URL;
  /** A process of its own for each case: running out of memory ends the whole process. */
  readonly isProcess: boolean;
  readonly killMs: number;
}

type Inside = Worker | ChildProcess;

const START_MS = 20_000;
const MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16, stackSizeMb: 2 };
/** Room for what the limits let a program ask for by default; without a sandbox a case fills it all the same. */
const HEAP_FLAG = "--max-old-space-size=512";
const HUNG: Report = { effects: ["dos the case did not end"], ended: "killed" };

/** @throws Error when the set-up cannot run anything */
export function createLane({ setup, worker, isProcess, killMs }: LaneOptions): Lane {
  let inside: Inside | undefined;
  const stop = async (): Promise<void> => {
    const stopped = inside;
    inside = undefined;
    if (stopped instanceof Worker) await stopped.terminate();
    else stopped?.kill("SIGKILL");
  };
  const start = async (): Promise<Inside> => {
    const made = isProcess
      ? fork(worker, [JSON.stringify(setup)], { silent: true, execArgv: [HEAP_FLAG] })
      : new Worker(worker, { workerData: setup, stdout: true, stderr: true, resourceLimits: MEMORY });
    // What a thread that is being stopped still throws must find a listener.
    made.on("error", () => {});
    const [kind, text] = parts(await next(made, START_MS));
    if (kind === "ready") return made;
    inside = made;
    await stop();
    throw new Error(`No case can be run: ${text}`);
  };
  return {
    async run(job) {
      inside ??= await start();
      const answer = next(inside, killMs);
      if (inside instanceof Worker) inside.postMessage(job);
      else inside.send(job);
      const [kind, text] = parts(await answer);
      const report = kind === "done" ? read(text) : kind === "late" ? HUNG : crashed(text);
      // What a case without a sandbox left behind need not show.
      if (isProcess || report.effects.length > 0 || setup.walls === "none") await stop();
      return report;
    },
    close: stop,
  };
}

/** The next message, or what came in its place: `late`, or `crash` and why. */
function next(inside: Inside, waitMs: number): Promise<string> {
  return new Promise((resolve) => {
    const onMessage = (text: unknown): void => settle(String(text));
    const onError = (error: Error & { code?: string }): void =>
      settle(`crash\n${error.code ?? error.message}`);
    const onExit = (code: number | null): void => settle(`crash\nexit ${code ?? "by a signal"}`);
    const settle = (text: string): void => {
      clearTimeout(timer);
      inside.off("message", onMessage).off("error", onError).off("exit", onExit);
      resolve(text);
    };
    const timer = setTimeout(() => settle("late\n"), waitMs);
    inside.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}

function parts(text: string): [string, string] {
  const end = text.indexOf("\n");
  return [text.slice(0, end), text.slice(end + 1)];
}

function read(text: string): Report {
  const at = text.startsWith("\n") ? 0 : text.indexOf("\n\n") + 1;
  return { effects: text.slice(0, at).split("\n").filter(Boolean), ended: text.slice(at + 1) };
}

function crashed(why: string): Report {
  return { effects: [`dos crash: ${why}`], ended: "crashed" };
}
