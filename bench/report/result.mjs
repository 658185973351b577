// What one run leaves: plain data, written as JSON, from which the tables are made.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import os from "node:os";
import { fileURLToPath } from "node:url";
import { loadEngine } from "../engines/index.mjs";
import { versionOf } from "../peers.mjs";
import { loadWorkload } from "../workloads/index.mjs";
import { quartiles } from "./statistics.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

export async function describeRun(options) {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const engines = [];
  for (const name of options.engines) {
    const { title, limit, package: peer } = await loadEngine(name);
    engines.push({ name, title, limit, ...(peer && { version: versionOf(peer) ?? "not installed" }) });
  }
  return {
    version,
    commit: commit(),
    date: new Date().toISOString().slice(0, 16),
    node: process.version,
    v8: process.versions.v8,
    cpu: `${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores`,
    load: os.loadavg().map((x) => Number(x.toFixed(2))),
    options: { clock: options.clock, rounds: options.rounds, capMs: options.capMs, quick: options.quick },
    engines,
    workloads: [],
  };
}

function commit() {
  try {
    const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
    return git("rev-parse", "--short", "HEAD") + (git("status", "--porcelain", "src") === "" ? "" : "+");
  } catch {
    return "unknown";
  }
}

/** One workload's row: ratios of medians, and the quartiles over the native median. */
export async function summarise(name, cells) {
  const { title, kind, sizes, operations, unit } = await loadWorkload(name);
  const row = { name, title, kind, ...(unit && { unit }), cells: {} };
  for (const [engine, cell] of cells) {
    if (engine.startsWith("native ")) continue;
    row.cells[engine] = kind === "process" ? ofProcess(cell) : ofRatios(cell, sizes, operations);
  }
  const full = cells.get("native full") ?? cells.get("native small");
  if (full !== undefined) {
    const ms = quartiles(full.times).median;
    row.nativeMs = digits(ms);
    row.cells.native = {
      status: "ok",
      scale: full.scale,
      ratio: 1,
      ...perRun(ms, full.scale, sizes, operations),
    };
  }
  return row;
}

function ofRatios(cell, sizes, operations) {
  const { status, reason, over, overMs, scale, times, nativeTimes } = cell;
  if (status !== "ok")
    return { status, ...(reason && { reason }), ...(over && { over }), ...(overMs && { overMs }) };
  const native = quartiles(nativeTimes).median;
  const { q1, median, q3 } = quartiles(times);
  return {
    status,
    scale,
    ratio: digits(median / native),
    spread: [digits(q1 / native), digits(q3 / native)],
    ...perRun(median, scale, sizes, operations),
  };
}

function perRun(ms, scale, sizes, operations) {
  const count = operations?.(sizes[scale]);
  return { ms: digits(ms), ...(count && { nsEach: digits((ms * 1e6) / count) }) };
}

function ofProcess({ status, reason, figures }) {
  if (status !== "ok") return { status, reason };
  const { q1, median, q3 } = quartiles(figures);
  return { status, figure: digits(median), spread: [digits(q1), digits(q3)] };
}

const digits = (x) => Number(x.toPrecision(4));
