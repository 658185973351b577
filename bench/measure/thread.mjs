// The other side of `openRemote`: an engine that changes its realm lives here.
import { parentPort } from "node:worker_threads";
import { openLocal } from "./cell.mjs";

const cells = [];

parentPort.on("message", async (question) => {
  try {
    parentPort.postMessage(await answer(question));
  } catch (error) {
    parentPort.postMessage({ error: String(error?.message ?? error) });
  }
});

async function answer({ open, time, close }) {
  if (open !== undefined) return { cell: cells.push(await openLocal(...open)) - 1 };
  if (time !== undefined) return cells[time].time();
  cells[close].close();
  return {};
}
