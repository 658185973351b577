// One workload in one process: every engine is proved to compute the same as native, then all are timed in turn.
// Says what it is about to do, so that the parent knows whom to blame for silence or a crash.
import { loadWorkload } from "../workloads/index.mjs";
import { openCell } from "./cell.mjs";
import { mix } from "./mix.mjs";

const { workload: name, engines, rounds, ...request } = JSON.parse(process.argv[2]);
const workload = await loadWorkload(name);
const capMs = request.capMs * (workload.patience ?? 1);
const say = (message) => process.send(message);
const doing = (engine, phase) => say({ type: "doing", engine, phase });

const natives = { small: await openNative("small"), full: await openNative("full") };
const running = [];
for (const engine of engines) await enter(engine);
await timeAll();
say({ type: "done" });
process.disconnect();
process.exit(0);

async function openNative(scale) {
  const cell = await openCell("native", name, workload.sizes[scale]);
  const value = JSON.stringify((await cell.time()).value);
  await cell.time();
  return { cell, value, ms: (await cell.time()).ms, times: [] };
}

async function enter(engine) {
  if (engine === "native") return;
  doing(engine, "load");
  try {
    await mix(engine);
    doing(engine, "probe");
    const chosen = await choose(engine);
    if (chosen !== undefined) running.push({ engine, scale: chosen.scale, cell: chosen.cell, times: [] });
  } catch (error) {
    say({ type: "cell", engine, status: "refused", reason: firstLine(error) });
  }
}

/** The full size where a run of it is short enough by the small one, the small size otherwise, nothing when that is too long. */
async function choose(engine) {
  const small = await openChecked(engine, "small");
  if (small === undefined) return undefined;
  // The first run is the slowest; one that is far over the cap is not worth a second.
  const ms = small.ms > 4 * capMs ? small.ms : (await small.cell.time()).ms;
  if (ms > capMs) {
    say({ type: "cell", engine, status: "slow", over: Math.floor(ms / natives.small.ms) });
    return undefined;
  }
  if ((ms * workload.sizes.full) / workload.sizes.small > capMs) return small;
  doing(engine, "warm");
  const full = await openChecked(engine, "full");
  if (full === undefined) return undefined;
  // What was foretold from the small size need not come true.
  if ((await full.cell.time()).ms > 2 * capMs) return small;
  await small.cell.close();
  return full;
}

async function openChecked(engine, scale) {
  const cell = await openCell(engine, name, workload.sizes[scale]);
  const { ms, value } = await cell.time();
  const text = JSON.stringify(value);
  if (text === natives[scale].value) return { cell, scale, ms };
  const reason = `${text?.slice(0, 60)} instead of ${natives[scale].value.slice(0, 60)}`;
  say({ type: "cell", engine, status: "WRONG", reason });
  return undefined;
}

/** Each round has every engine once, each time with another one first. */
async function timeAll() {
  const scales = ["small", "full"].filter((scale) => running.some((one) => one.scale === scale));
  const base = scales.map((scale) => ({ engine: "native", ...natives[scale] }));
  const all = [...base, ...running];
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < all.length; i++) {
      const one = all[(i + round) % all.length];
      doing(one.engine, "round");
      one.times.push((await one.cell.time()).ms);
    }
    say({ type: "round", round });
  }
  for (const scale of scales) say({ type: "native", scale, times: natives[scale].times });
  for (const { engine, scale, times } of running)
    say({ type: "cell", engine, status: "ok", scale, times, nativeTimes: natives[scale].times });
}

function firstLine(error) {
  return String(error?.message ?? error)
    .split("\n")[0]
    .slice(0, 160);
}
