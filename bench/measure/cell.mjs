// One engine with one workload at one size, ready to be timed.
import { Worker } from "node:worker_threads";
import { loadEngine } from "../engines/index.mjs";
import { loadWorkload } from "../workloads/index.mjs";
import { now } from "./clock.mjs";

/** `time()` gives `{ ms, value }` of one run. An engine with a thread of its own takes the time there. */
export async function openCell(engineName, workloadName, size) {
  const engine = await loadEngine(engineName);
  const open = engine.thread ? openRemote : openLocal;
  return open(engineName, workloadName, size);
}

const loaded = new Map();

/** Loads an engine's package once per process. */
export function loadOnce(name) {
  if (!loaded.has(name))
    loaded.set(
      name,
      loadEngine(name).then((engine) => engine.load()),
    );
  return loaded.get(name);
}

export async function openLocal(engineName, workloadName, size) {
  const engine = await loadOnce(engineName);
  const workload = await loadWorkload(workloadName);
  const prepared = workload.prepare(engine, size);
  return {
    time() {
      prepared.before?.();
      globalThis.gc?.({ type: "minor" });
      const start = now();
      const value = prepared.run();
      return { ms: now() - start, value };
    },
    close: () => prepared.close(),
  };
}

const threads = new Map();

async function openRemote(engineName, workloadName, size) {
  if (!threads.has(engineName)) threads.set(engineName, startThread());
  const ask = threads.get(engineName);
  const { cell } = await ask({ open: [engineName, workloadName, size] });
  return { time: () => ask({ time: cell }), close: () => ask({ close: cell }) };
}

function startThread() {
  const worker = new Worker(new URL("./thread.mjs", import.meta.url));
  worker.unref();
  return (question) =>
    new Promise((resolve, reject) => {
      worker.ref();
      worker.removeAllListeners();
      const finish = (settle) => (message) => {
        worker.unref();
        settle(message);
      };
      worker.on("error", finish(reject));
      worker.on("message", ({ error, ...answer }) =>
        finish(error === undefined ? resolve : () => reject(new Error(error)))(answer),
      );
      worker.postMessage(question);
    });
}
