// The parent's side of `child.mjs`: an engine that hangs or takes the process with it costs its own cell and no other.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const CHILD = fileURLToPath(new URL("./child.mjs", import.meta.url));
const FLAGS = ["--expose-gc", "--no-node-snapshot", "--no-warnings"];

/** All cells of one workload, by engine; starts again without the engine that was at fault. */
export async function measureWorkload(workload, engines, options, progress) {
  const cells = new Map();
  let left = engines;
  for (;;) {
    const { finished, fault } = await runChild(workload, left, options, progress, cells);
    if (finished || fault === undefined || !left.includes(fault.engine)) return cells;
    cells.set(fault.engine, fault);
    left = left.filter((engine) => engine !== fault.engine && !isSettled(cells.get(engine)));
  }
}

const isSettled = (cell) => cell !== undefined && cell.status !== "ok";

function runChild(workload, engines, { rounds, capMs, hangMs, clock }, progress, cells) {
  const request = JSON.stringify({ workload, engines, rounds, capMs });
  const env = { ...process.env, RESTRICTEDJS_BENCH_CLOCK: clock };
  const child = fork(CHILD, [request], { env, execArgv: FLAGS, stdio: ["ignore", "ignore", "pipe", "ipc"] });
  return new Promise((resolve) => {
    let at = { engine: "native", phase: "start" };
    let finished = false;
    let silent = false;
    let printed = "";
    let timer = setTimeout(kill, hangMs);
    function kill() {
      silent = true;
      child.kill("SIGKILL");
    }
    child.stderr.on("data", (text) => {
      printed = (printed + text).slice(-2000);
    });
    child.on("message", (message) => {
      clearTimeout(timer);
      timer = setTimeout(kill, hangMs);
      const { type, ...rest } = message;
      if (type === "doing") at = rest;
      else if (type === "cell") cells.set(rest.engine, rest);
      else if (type === "native") cells.set(`native ${rest.scale}`, rest);
      else if (type === "done") finished = true;
      progress(message);
    });
    child.on("exit", (code, signal) => {
      clearTimeout(timer);
      resolve({ finished, fault: fault(at, silent, hangMs, code, signal, printed) });
    });
  });
}

function fault({ engine, phase }, silent, hangMs, code, signal, printed) {
  if (silent)
    return { engine, status: "slow", reason: `no answer in ${hangMs} ms (${phase})`, overMs: hangMs };
  const last = printed.trim().split("\n").at(-1) ?? "";
  return {
    engine,
    status: "crashed",
    reason: `${phase}: ${signal ?? `exit ${code}`} ${last}`.trim().slice(0, 160),
  };
}
