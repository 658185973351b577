// Engines and workloads, measured beside each other: `npm run bench -- --help`.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { measureProcesses } from "./measure/processes.mjs";
import { measureWorkload } from "./measure/supervise.mjs";
import { HELP, parseOptions, UsageError } from "./options.mjs";
import { installPeers, missingPeers } from "./peers.mjs";
import { writeDocs } from "./report/docs.mjs";
import { report } from "./report/report.mjs";
import { describeRun, summarise } from "./report/result.mjs";
import { loadWorkload, WORKLOADS } from "./workloads/index.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

try {
  await main(parseOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function main(options) {
  if (options.help) return void process.stdout.write(HELP);
  const result = options.from === undefined ? await measure(options) : read(options.from);
  const text = report(result);
  if (options.writeDocs) writeDocs(text);
  console.log(text);
}

function read(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

async function measure(options) {
  if (!existsSync(at("../dist/index.js")))
    throw new UsageError("There is no build to measure; run `npm run build` first.");
  if (!options.noInstall) await installPeers(options.engines);
  const path = resultPath(options);
  const result = await describeRun(options);
  if (options.add) {
    const { engines, workloads } = read(path);
    result.engines = [
      ...engines,
      ...result.engines.filter(({ name }) => engines.every((e) => e.name !== name)),
    ];
    result.workloads = workloads;
  }
  const missing = await missingPeers(options.engines);
  for (const name of options.workloads) {
    const cells = await cellsOf(name, options, missing);
    result.workloads = withRow(result.workloads, await summarise(name, cells));
    // A run that is stopped leaves what it has.
    if (path !== undefined) writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
  }
  return result;
}

async function cellsOf(name, options, missing) {
  const began = performance.now();
  process.stderr.write(`${name.padEnd(12)}`);
  const workload = await loadWorkload(name);
  const engines = options.engines.filter((engine) => !missing.includes(engine));
  const show = ({ type, ...message }) => process.stderr.write(progress(type, message));
  const cells =
    workload.kind === "process"
      ? await measureProcesses(workload, engines, options, show)
      : await measureWorkload(name, engines, options, show);
  for (const engine of missing) cells.set(engine, { engine, status: "missing", reason: "not installed" });
  process.stderr.write(` ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
  return cells;
}

function progress(type, { engine, phase, status }) {
  if (type === "doing" && phase === "probe") return ` ${engine}`;
  if (type === "cell" && status !== "ok") return `(${status})`;
  return type === "round" ? "." : "";
}

/** The row in its place, instead of an older one of its name. */
function withRow(rows, row) {
  const others = rows.filter(({ name }) => name !== row.name);
  return [...others, row].toSorted((a, b) => WORKLOADS.indexOf(a.name) - WORKLOADS.indexOf(b.name));
}

/** A run of a part is written only where it is asked for. */
function resultPath({ out, full, add }) {
  if (out !== undefined || !(full || add)) return out;
  const { version } = read(at("../package.json"));
  return at(`results/${version}-node${process.versions.node.split(".")[0]}.json`);
}
