import { isMainThread, parentPort, workerData } from "node:worker_threads";
import type { Setup } from "./engine.js";
import { createGuest, type Job } from "./guest.js";

/** The first part of a message: what the parent is told. */
export const READY = "ready\n";
export const DONE = "done\n";
export const FAILED = "failed\n";

/** The entry of the thread, or of the process, that runs cases. */
async function main(setup: Setup, listen: (take: (job: Job) => void) => void, post: Post): Promise<void> {
  try {
    const guest = await createGuest(setup);
    listen((job) => guest.run(job, (report) => post(DONE + report)));
    post(READY);
  } catch (error) {
    post(FAILED + (error as Error).message);
  }
}

type Post = (text: string) => void;

if (isMainThread) {
  const send = process.send?.bind(process);
  const setup = JSON.parse(process.argv[2] ?? "{}") as Setup;
  void main(
    setup,
    (take) => void process.on("message", (job) => take(job as Job)),
    (text) => send?.(text),
  );
} else {
  const port = parentPort;
  const post = port?.postMessage.bind(port);
  void main(
    workerData as Setup,
    (take) => void port?.on("message", take),
    (text) => post?.(text),
  );
}
