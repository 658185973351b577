import { parentPort, workerData } from "node:worker_threads";
import type { HostileProgram } from "../../../src/testing/hostile/index.js";
import type { Walls } from "../../../src/testing/index.js";
import { native } from "./native.js";
import { search } from "./search.js";
import { has, walled } from "./walled.js";

export interface WorkerPlan {
  readonly walls: Walls | "none";
  readonly runs: number;
  readonly seed: number;
  readonly until: number;
  readonly corpus: readonly HostileProgram[];
  /** Here the program that runs is written, for the case that it never ends: its length, then its text. */
  readonly current: SharedArrayBuffer;
}

/** What the main thread is told of. */
export async function work(): Promise<void> {
  const { walls, runs, seed, until, corpus, current } = workerData as WorkerPlan;
  const send = (message: unknown): void => parentPort?.postMessage(message);
  if (walls !== "none" && !has(walls)) {
    send({ kind: "missing" });
    return;
  }
  const length = new Uint32Array(current, 0, 1);
  const text = new Uint8Array(current, 4);
  const encoder = new TextEncoder();
  const before = (program: HostileProgram): void => {
    // A shared buffer cannot be encoded into.
    const bytes = encoder.encode(JSON.stringify(program)).subarray(0, text.length);
    text.set(bytes);
    length[0] = bytes.length;
  };
  const engine = walls === "none" ? native : walled(walls);
  const searched = await search(engine, {
    runs,
    seed,
    until,
    corpus,
    before,
    keepGoing: walls === "none",
    progress: (tally, at) => send({ kind: "progress", tally, seed: at }),
  });
  send({ kind: "done", searched });
}
