// The main job over the built library: a program somebody else wrote, a DataFrame that stays ours.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as dfd from "danfojs";
import { danfoPolicies } from "../dist/danfo.js";
import { execRestricted, explainCode, RestrictedError } from "../dist/index.js";
import { figureToHtml, go, plotlyPolicies, px } from "../dist/plotly.js";
import { hostileSnippets } from "./quickstart-hostile.mjs";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
dfd.tensorflow.env().set("IS_NODE", false);
const df = new dfd.DataFrame(
  JSON.parse(readFileSync(at("node_modules/vega-datasets/data/penguins.json"), "utf8")),
);
const policies = [...danfoPolicies, ...plotlyPolicies];
const before = fingerprint(df);

await showJob();
const allRefused = showHostile();
const unchanged = showHost();
process.exitCode = allRefused && unchanged ? 0 : 1;

async function showJob() {
  const source = readFileSync(at("examples/penguins.js"), "utf8");
  const limits = { steps: 5_000_000, timeMs: 5_000 };
  const { value, printed, usage } = execRestricted(source, { globals: { df, px, go }, policies, limits });
  const page = at("penguins.html");
  writeFileSync(page, await figureToHtml(value));
  heading("examples/penguins.js over the penguins data");
  const traces = value.data.map((trace) => `${trace.name ?? trace.type} (${trace.x?.length ?? 0} points)`);
  console.log(
    `value     a figure, "${titleOf(value.layout)}", ${traces.length} traces: ${traces.join(", ")}`,
  );
  for (const [i, line] of printed.entries()) console.log(`${i === 0 ? "printed" : "       "}   ${line.text}`);
  console.log(`steps     ${usage.steps}`);
  console.log(`time      ${usage.timeMs.toFixed(1)} ms`);
  console.log(`written   ${page}`);
  console.log(`open it   in any browser: ${pathToFileURL(page).href}`);
}

function showHostile() {
  heading("Five hostile programs");
  let refused = 0;
  for (const { title, source, limits } of hostileSnippets) {
    console.log(`${title}\n${indent(source)}`);
    const error = attempt(source, limits);
    if (error === undefined) console.log("  NOT REFUSED\n");
    else refused += 1;
    if (error !== undefined) console.log(`${indent(describe(error), "  ")}\n`);
  }
  console.log(`${refused} of ${hostileSnippets.length} refused`);
  return refused === hostileSnippets.length;
}

function attempt(source, limits) {
  try {
    execRestricted(source, { globals: { df, px, go }, policies, limits });
  } catch (error) {
    // Anything but a RestrictedError is a fault of ours and must be seen.
    if (error instanceof RestrictedError) return error;
    throw error;
  }
}

function describe(error) {
  const found = error.diagnostics ?? [];
  if (found.length > 0)
    return found.map(({ code, message, start, help }) => line(code, message, start, help)).join("\n");
  return line(error.code, error.message, error.position, error.help ?? explainCode(error.code)?.help);
}

function line(code, message, place, help) {
  const where = place === undefined ? "" : ` (line ${place.line}, column ${place.column})`;
  return `→ ${code}${where}: ${message}${help === undefined ? "" : `\n  help: ${help}`}`;
}

function showHost() {
  const after = fingerprint(df);
  const clean =
    Object.keys(Object.prototype).length === 0 && {}.polluted === undefined && {}.isAdmin === undefined;
  heading("The host afterwards");
  console.log(`df before          ${before}\ndf after           ${after}`);
  console.log(`df                 ${before === after ? "unchanged" : "CHANGED"}`);
  console.log(`Object.prototype   ${clean ? "clean" : "POLLUTED"}`);
  return before === after && clean;
}

function fingerprint(frame) {
  const content = [frame.columns, frame.dtypes, frame.index, frame.values];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

function titleOf(layout) {
  return layout.title?.text ?? layout.title ?? "";
}

function heading(text) {
  console.log(`\n${text}\n${"─".repeat(text.length)}`);
}

function indent(text, margin = "    ") {
  return text.trimEnd().replace(/^/gm, margin);
}
