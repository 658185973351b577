// Workloads that need a process for each measurement: what a start costs, and what idle sandboxes weigh.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { loadEngine } from "../engines/index.mjs";

const at = (script) => fileURLToPath(new URL(`../process/${script}`, import.meta.url));

/** Per engine `{ status: "ok", figures }`, one figure per round; engines take turns within each round. */
export async function measureProcesses(workload, engines, { rounds, hangMs }, progress) {
  const cells = new Map();
  for (let round = 0; round < rounds; round++) {
    const empty = start(["empty.mjs"], [], hangMs);
    for (const name of engines) {
      const cell = cells.get(name) ?? { engine: name, status: "ok", figures: [] };
      cells.set(name, cell);
      if (cell.status !== "ok") continue;
      const { execArgv = [] } = await loadEngine(name);
      const one = start([workload.script, name], execArgv, hangMs);
      if (one.error !== undefined) Object.assign(cell, { status: one.status, reason: one.error });
      else cell.figures.push(workload.unit === "ms" ? one.ms - empty.ms : one.printed);
    }
    progress({ type: "round", round });
  }
  return cells;
}

function start([script, ...args], flags, hangMs) {
  const began = performance.now();
  const child = spawnSync(process.execPath, [...flags, "--expose-gc", "--no-warnings", at(script), ...args], {
    encoding: "utf8",
    timeout: hangMs,
  });
  const ms = performance.now() - began;
  if (child.error !== undefined) return { status: "slow", error: `no answer in ${hangMs} ms` };
  if (child.status !== 0)
    return { status: "crashed", error: child.stderr.trim().split("\n").slice(-8).join(" ").slice(0, 160) };
  return { ms, printed: child.stdout === "" ? undefined : JSON.parse(child.stdout) };
}
