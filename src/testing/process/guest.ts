import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { runInThisContext } from "node:vm";
import { makeFixtures, SECRET } from "../oracle/fixtures.js";
import { NativePromise, schedule, textIncludes, whenSettled } from "../oracle/primordials.js";
import { type Compare, snapshotFixtures, snapshotHost } from "../oracle/snapshot.js";
import { type Engine, makeEngine, type Setup } from "./engine.js";

/** A case as it travels to the worker. */
export interface Job {
  readonly code: string;
  readonly isAsync: boolean;
}

/** Each case in turn, in one thread or process. */
export interface Guest {
  /** Calls `done` with the effects, one a line, an empty line, and how the run ended. */
  run(job: Job, done: (report: string) => void): void;
}

const SYNC_WAIT_MS = 2;
const ASYNC_WAIT_MS = 60;
const here = dirname(fileURLToPath(import.meta.url));
const sloppy = runInThisContext("(function () { return this; })") as () => unknown;

export async function createGuest(setup: Setup): Promise<Guest> {
  const engine = await makeEngine(setup);
  const seen = watchProcess();
  await warmUp(engine, setup);
  const host = snapshotHost();
  return { run: (job, done) => runJob(job, engine, setup, host, seen, done) };
}

interface Seen {
  /** The effects since the last call, one a line. */
  take(): string;
}

/** The canary, and what kills a process that does not listen. */
function watchProcess(): Seen {
  let effects = "";
  Object.defineProperty(globalThis, "pwn", {
    value: (what: unknown) => {
      effects += `pwn ${typeof what === "string" ? what : typeof what}\n`;
    },
    writable: true,
    enumerable: true,
    configurable: true,
  });
  for (const event of ["unhandledRejection", "uncaughtException"])
    process.on(event, () => {
      effects += `dos ${event}\n`;
    });
  return {
    take() {
      const taken = effects;
      effects = "";
      return taken;
    },
  };
}

/** State that is made at first use must be there before the snapshot. */
async function warmUp(engine: Engine, { walls }: Setup): Promise<void> {
  const fixtures = makeFixtures(sloppy);
  for (const isAsync of [false, true]) {
    try {
      await engine("1 + 1", fixtures, isAsync);
    } catch (error) {
      // The set-up itself is refused: no case would be measured.
      throw new Error(`The walls \`${walls}\` cannot be measured: ${(error as Error).message}`);
    }
  }
}

function runJob(
  { code, isAsync }: Job,
  engine: Engine,
  { walls }: Setup,
  host: Compare,
  seen: Seen,
  done: (report: string) => void,
): void {
  const fixtures = makeFixtures(sloppy);
  const given = snapshotFixtures(fixtures);
  let value: unknown;
  let ended = "completed";
  let texts = "";
  const failed = (error: unknown): void => {
    ended = textOf(error);
    texts += `${messageOf(error)}\n`;
  };
  const finish = (): void => {
    texts += textsOf(value, walls !== "none");
    const effects = `${seen.take()}${host()}${given()}${leaksOf(texts + fixtures.printed())}`;
    done(`${effects}\n${ended}`);
  };
  schedule(finish, isAsync || walls === "none" ? ASYNC_WAIT_MS : SYNC_WAIT_MS);
  try {
    value = engine(code, fixtures, isAsync);
  } catch (error) {
    failed(error);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const pending = value;
  value = undefined;
  // A host awaits what a program ends with.
  const promise = new NativePromise((resolve) => resolve(pending));
  whenSettled(
    promise,
    (settled) => {
      value = settled;
    },
    failed,
  );
}

/** What a host shows of a value: a text as it is, anything else inspected. */
function textsOf(value: unknown, isResult: boolean): string {
  try {
    if (typeof value === "string") return value;
    const shown = typeof value === "object" && value !== null ? inspect(value, { depth: 6 }) : "";
    // Without a sandbox the value is the program's own object: only its text is shown to anyone.
    return isResult ? shown : "";
  } catch {
    return "";
  }
}

function messageOf(error: unknown): string {
  try {
    // The stack of an error that the host catches is the host's own.
    const { message } = error as { readonly message?: unknown };
    return typeof message === "string" ? message : "";
  } catch {
    return "";
  }
}

function textOf(error: unknown): string {
  try {
    const { code, name, message } = error as { code?: unknown; name?: unknown; message?: unknown };
    return `${typeof code === "string" ? code : String(name)}: ${String(message)}`;
  } catch {
    return "an error that cannot be read";
  }
}

function leaksOf(texts: string): string {
  let found = "";
  if (textIncludes(texts, SECRET)) found += `leak ${SECRET}\n`;
  if (textIncludes(texts, here)) found += "leak-path of the host's folder\n";
  return found;
}
