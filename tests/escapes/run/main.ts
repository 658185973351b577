import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isMainThread, Worker } from "node:worker_threads";
import type { HostileProgram } from "../../../src/testing/hostile/index.js";
import { WALLS, type Walls } from "../../../src/testing/index.js";
import { addToCorpus, readCorpus } from "./corpus.js";
import type { Searched } from "./search.js";
import { type Tally, table, total } from "./tally.js";
import { type WorkerPlan, work } from "./worker.js";

const USAGE = `npm run test:escape -- [options]

  --walls both|guards|realm|none  which walls stand, default both; none is the positive control
  --runs N                        programs, default 20000
  --seed N                        the first seed, default from the clock; each seed makes 500 programs
  --minutes M                     stop after so long
  --corpus DIR                    programs that once got out; run first, and added to
  --help                          this text

Exit code 1: a program got out; it is shrunk, printed and added to the corpus. 2: the options are wrong.`;
const REPORT_MS = 5_000;
/** Longer than the limits let any program of this grammar run. */
const HANG_MS = 20_000;
const MOST_TEXT = 2 ** 20;

interface Plan extends Omit<WorkerPlan, "current"> {
  readonly folder: string;
}

type Message =
  | { readonly kind: "progress"; readonly tally: Tally; readonly seed: number }
  | { readonly kind: "done"; readonly searched: Searched }
  | { readonly kind: "missing" };

/** @returns null when help was asked for */
function plan(args: readonly string[], root: string): Plan | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      walls: { type: "string", default: "both" },
      runs: { type: "string", default: "20000" },
      seed: { type: "string", default: `${Date.now() % 1_000_000_000}` },
      minutes: { type: "string", default: `${60 * 24 * 365}` },
      corpus: { type: "string", default: `${root}tests/escapes/corpus` },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return null;
  const number = (name: "runs" | "seed" | "minutes"): number => {
    const value = Number(values[name]);
    if (!Number.isFinite(value) || value < 0) throw new TypeError(`--${name} takes a number.`);
    return value;
  };
  const walls = values.walls as Walls | "none";
  if (![...WALLS, "none"].includes(walls)) throw new TypeError("--walls takes both, guards, realm or none.");
  return {
    walls,
    runs: number("runs"),
    seed: Math.floor(number("seed")),
    until: Date.now() + number("minutes") * 60_000,
    corpus: readCorpus(values.corpus),
    folder: values.corpus,
  };
}

/** Resolves to the exit code. */
export async function main(args: readonly string[], root: string): Promise<number> {
  let settings: Plan | null;
  try {
    settings = plan(args, root);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  if (settings === null) {
    console.log(USAGE);
    return 0;
  }
  console.log(`walls ${settings.walls}, seed ${settings.seed}, corpus ${settings.corpus.length}`);
  return run(settings);
}

function run({ folder, ...data }: Plan): Promise<number> {
  const current = new SharedArrayBuffer(MOST_TEXT);
  const started = Date.now();
  let told = started;
  let before = "";
  return new Promise((done) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { ...data, current } });
    const end = (code: number): void => {
      clearInterval(watchdog);
      void worker.terminate().then(() => done(code));
    };
    const failed = (program: HostileProgram, escapes: readonly string[]): void => {
      console.log(`\n${escapes.join("; ")}:\n${program.source}\n  ${program.parts.join(" / ")}`);
      if (data.walls !== "none") console.log(`kept in ${addToCorpus(folder, program, escapes)}`);
      end(1);
    };
    const watchdog = setInterval(() => {
      const now = readCurrent(current);
      if (now === before && now !== "") failed(JSON.parse(now) as HostileProgram, ["the program never ends"]);
      before = now;
    }, HANG_MS);
    worker.on("error", (error) => {
      console.error(error);
      failed(JSON.parse(readCurrent(current)) as HostileProgram, ["the thread died"]);
    });
    worker.on("message", (message: Message) => {
      if (message.kind === "missing") {
        console.error(`This build has no set-up \`${data.walls}\`.`);
        end(2);
      } else if (message.kind === "progress") {
        if (Date.now() - told < REPORT_MS) return;
        told = Date.now();
        console.log(`${line(message.tally, started)}; go on with --seed ${message.seed + 1}`);
      } else {
        const { tally, found, lastSeed } = message.searched;
        console.log(`\n${table(tally)}\n\n${line(tally, started)}; seeds ${data.seed} to ${lastSeed}`);
        if (found === null) end(0);
        else failed(found.program, found.escapes);
      }
    });
  });
}

function line(tally: Tally, started: number): string {
  const seconds = (Date.now() - started) / 1000;
  const programs = total(tally, "programs");
  return `${programs} programs in ${seconds.toFixed(0)} s (${(programs / seconds).toFixed(0)} a second), ${total(tally, "escapes")} escapes`;
}

function readCurrent(current: SharedArrayBuffer): string {
  const [length = 0] = new Uint32Array(current, 0, 1);
  return new TextDecoder().decode(new Uint8Array(current, 4, length).slice());
}

if (!isMainThread) await work();
