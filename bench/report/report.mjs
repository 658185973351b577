import { ratioText, reasons, spreadText } from "./cells.mjs";
import { short } from "./statistics.mjs";
import { SUMMARY_HEAD, summaryRows } from "./summary.mjs";
import { markdown } from "./table.mjs";

const CLOCKS = {
  wall: "wall clock",
  cpu: "processor time of the process (wall clock in the table of processes)",
};
const MINE = ["again", "inline", "call", "shared"];

/** The whole result as Markdown. */
export function report(result) {
  const { workloads } = result;
  const of = (kind) => workloads.filter((row) => row.kind === kind);
  const ratios = workloads.filter(({ kind }) => kind !== "process");
  const parts = [
    conditions(result),
    "Summary:",
    markdown(SUMMARY_HEAD, summaryRows(result)),
    ...section("Work inside, ratio to native:", of("compute"), byEngine(result, of("compute"), ratioText)),
    ...section("At the border, ratio to native:", of("border"), byEngine(result, of("border"), ratioText)),
    ...section(
      "The same per call, row or compilation:",
      of("border"),
      byEngine(result, of("border"), eachText),
    ),
    ...section("In processes of their own:", of("process"), byEngine(result, of("process"), figureText)),
    ...section("Our own, with quartiles:", ratios, ours(result, ratios)),
  ];
  const why = reasons(workloads);
  if (why.length > 0) parts.push("No figure, and why:", why.join("\n"));
  return `${parts.join("\n\n")}\n`;
}

const section = (title, rows, table) => (rows.length === 0 ? [] : [title, table]);

function conditions({ version, commit, date, node, v8, cpu, load, options, engines }) {
  const peers = engines.filter(({ version }) => version !== undefined).map((e) => `${e.title} ${e.version}`);
  return [
    `restrictedjs ${version} (${commit}), ${date} UTC, Node ${node} (V8 ${v8}), ${cpu}, load ${load.join(" ")} before the run.`,
    `Medians of ${options.rounds} interleaved rounds, ${CLOCKS[options.clock]}${options.quick ? ", quick" : ""}. Peers: ${peers.join(", ")}.`,
  ].join("\n");
}

function byEngine({ engines }, rows, text) {
  return markdown(
    ["engine", ...rows.map(({ name, unit }) => (unit === undefined ? name : `${name}, ${unit}`))],
    engines.map(({ name, title }) => [title, ...rows.map(({ cells }) => text(cells[name]))]),
  );
}

function ours({ engines }, rows) {
  const shown = engines.map(({ name }) => name).filter((name) => MINE.includes(name));
  return markdown(
    ["workload", "native ms", ...shown.flatMap((name) => [name, "quartiles"])],
    rows.map(({ name, nativeMs, cells }) => [
      name,
      short(nativeMs ?? Number.NaN),
      ...shown.flatMap((engine) => [ratioText(cells[engine]), spreadText(cells[engine])]),
    ]),
  );
}

function eachText(cell) {
  if (cell?.nsEach === undefined) return cell === undefined || cell.status === "ok" ? "" : "-";
  const ns = cell.nsEach;
  return ns >= 100_000 ? `${short(ns / 1e6)} ms` : `${short(ns)} ns`;
}

function figureText(cell) {
  if (cell === undefined) return "";
  return cell.status === "ok" ? short(cell.figure) : cell.status;
}
