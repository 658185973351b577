import type { PlainObject } from "../figure/plain.js";
import { flag, number, oneOf, strings } from "./arguments.js";
import { axisSuffix, type Grid, gridOf } from "./facets.js";
import type { Group } from "./groups.js";
import { hoverDataOf } from "./hover.js";
import { marginalTraces } from "./marginals.js";
import { isNumeric, type Plan } from "./px.js";
import { trendlineOf } from "./trendline.js";

/** Above this many points a scatter is drawn by WebGL, as plotly.express does. */
const WEBGL_POINTS = 1_000;

export function tracesOf(plan: Plan): PlainObject[] {
  const grid = gridOf(plan);
  const shown = new Set<string>();
  return plan.grouping.groups.flatMap((group) => {
    const main = traceOf(plan, grid, group, shown);
    const trend = plan.spec.name === "scatter" ? trendlineOf(plan, group, main) : null;
    return [main, ...marginalTraces(plan, group, main), ...(trend === null ? [] : [trend])];
  });
}

function traceOf(plan: Plan, grid: Grid, group: Group, shown: Set<string>): PlainObject {
  const { spec } = plan;
  const trace: PlainObject = { type: spec.type };
  const hover: string[] = [];
  const named: string[] = [];
  for (const { option, column } of plan.grouping.groupers) {
    const value = String(group.values.get(option));
    const told = `${plan.label(column)}=${value}`;
    if (!hover.includes(told)) hover.push(told);
    if (option !== "facetRow" && option !== "facetCol" && option !== "lineGroup") named.push(value);
  }
  const names = [...new Set(named)];
  const name =
    plan.grouping.groupers.filter((g) => g.option === "color" || g.option === "symbol").length > 1
      ? names.join(", ")
      : named.join(", ");
  trace.name = name;
  trace.legendgroup = name;
  trace.showlegend = spec.type === "pie" || (name !== "" && !shown.has(name));
  shown.add(name);
  if (spec.type !== "pie") cartesian(plan, grid, group, trace);
  else trace.domain = { x: [0, 1], y: [0, 1] };
  marker(plan, group, trace);
  values(plan, group, trace, hover);
  special(plan, group, trace);
  return trace;
}

function cartesian(plan: Plan, grid: Grid, group: Group, trace: PlainObject): void {
  const suffix = axisSuffix(grid, grid.cell(group.values));
  trace.xaxis = `x${suffix}`;
  trace.yaxis = `y${suffix}`;
  trace.orientation = plan.orientation;
}

/** Constant styling: colour, symbol, dash, pattern, opacity. */
function marker(plan: Plan, group: Group, trace: PlainObject): void {
  const { spec, options } = plan;
  const of = (option: string): string =>
    plan.style(option, group.values.has(option) ? group.values.get(option) : "");
  const opacity = number(options, "opacity");
  if (spec.type === "pie") {
    if (opacity !== undefined) trace.opacity = opacity;
    return;
  }
  const style: PlainObject = {};
  if (spec.name === "line") {
    trace.line = { color: of("color"), dash: of("lineDash") };
    style.symbol = of("symbol");
    if (opacity !== undefined) trace.opacity = opacity;
  } else {
    if (!plan.continuous) style.color = of("color");
    if (spec.name === "scatter") style.symbol = of("symbol");
    if (spec.type === "bar" || spec.type === "histogram") style.pattern = { shape: of("patternShape") };
    if (opacity !== undefined) {
      if (spec.type === "box") trace.opacity = opacity;
      else style.opacity = opacity;
    }
  }
  trace.marker = style;
}

/** What comes from columns, with the hover text that tells of it. */
function values(plan: Plan, group: Group, trace: PlainObject, hover: string[]): void {
  const { spec, inputs, options } = plan;
  const extra = hoverDataOf(options);
  const cells = (name: string): unknown[] => group.rows.map((row) => inputs.column(name)[row] ?? null);
  const style = trace.marker as PlainObject;
  const tell = (option: string, column: string, what: string): void => {
    if (!extra.hidden.has(column)) hover.push(`${label(plan, option, column)}=%{${what}}`);
  };
  for (const option of ["base", "x", "y", "names", "values"]) {
    const column = inputs.nameOf(option);
    if (column === undefined || !spec.columns.includes(option)) continue;
    const target = option === "names" ? "labels" : option;
    trace[target] = cells(column);
    if (spec.type === "pie") {
      const colored = option === "names" && inputs.nameOf("color") !== undefined;
      if (!colored) tell(option, column, option === "names" ? "label" : "value");
    } else tell(option, column, option);
  }
  if (spec.type === "histogram") counts(plan, hover);
  const size = inputs.nameOf("size");
  if (size !== undefined) {
    style.size = cells(size);
    style.sizemode = "area";
    style.sizeref = sizeRef(plan, size);
    tell("size", size, "marker.size");
  }
  // A bin stands for many rows: only a margin can tell of each.
  const custom = spec.type === "histogram" ? [] : extra.columns.filter((name) => !isShown(plan, name));
  for (const name of custom)
    hover.push(`${plan.label(name)}=%{customdata[${custom.indexOf(name)}]${extra.formats.get(name) ?? ""}}`);
  const given = strings(options, "customData") ?? [];
  const held = [...given, ...custom];
  const colorColumn = inputs.nameOf("color");
  if (spec.type === "pie" && colorColumn !== undefined) {
    pieColors(plan, group, trace, colorColumn, held, hover);
  } else if (held.length > 0)
    trace.customdata = group.rows.map((row) => held.map((name) => inputs.column(name)[row] ?? null));
  if (plan.continuous && colorColumn !== undefined) {
    style.color = cells(colorColumn);
    style.coloraxis = "coloraxis";
    tell("color", colorColumn, "marker.color");
  }
  const text = inputs.nameOf("text");
  if (text !== undefined) {
    trace.text = cells(text);
    tell("text", text, "text");
  }
  const hoverName = spec.type === "histogram" ? undefined : inputs.nameOf("hoverName");
  let head = "";
  if (hoverName !== undefined) {
    trace.hovertext = cells(hoverName);
    head = "<b>%{hovertext}</b><br><br>";
  }
  trace.hovertemplate = `${head}${hover.join("<br>")}<extra></extra>`;
}

function isShown(plan: Plan, column: string): boolean {
  return ["x", "y", "size", "names", "values"].some((option) => plan.inputs.nameOf(option) === column);
}

function label(plan: Plan, option: string, column: string): string {
  if (plan.spec.type !== "histogram") return plan.label(column);
  const counted = plan.orientation === "v" ? "y" : "x";
  return option === counted ? aggregateLabel(plan) : plan.label(column);
}

/** A histogram's counts have no column; a column on the value axis is summed. */
function counts(plan: Plan, hover: string[]): void {
  const axis = plan.orientation === "v" ? "y" : "x";
  if (plan.inputs.nameOf(axis) !== undefined) return;
  hover.push(`${aggregateLabel(plan)}=%{${axis}}`);
}

export function aggregateLabel(plan: Plan): string {
  const { options, inputs } = plan;
  const column = inputs.nameOf(plan.orientation === "v" ? "y" : "x");
  const norm = options.get("histnorm");
  const bare =
    column === undefined ? "count" : `${String(options.get("histfunc") ?? "sum")} of ${plan.label(column)}`;
  if (norm === undefined)
    return plan.labels.get("count") !== undefined && column === undefined
      ? (plan.labels.get("count") as string)
      : bare;
  return column === undefined ? String(norm) : `${String(norm)} of ${bare}`;
}

function sizeRef(plan: Plan, column: string): number {
  const cells = plan.inputs.column(column);
  if (!isNumeric(cells)) throw new TypeError(`\`size\` needs a column of numbers; \`${column}\` is not one.`);
  const largest = Math.max(...cells.map((c) => (typeof c === "number" && c > 0 ? c : 0)));
  const most = number(plan.options, "sizeMax") ?? 20;
  return largest / (most * most);
}

function pieColors(
  plan: Plan,
  group: Group,
  trace: PlainObject,
  column: string,
  held: readonly string[],
  hover: string[],
): void {
  const cells = plan.inputs.column(column);
  const colors = group.rows.map((row) => plan.style("color", cells[row]));
  trace.marker = { colors };
  const names = [column, ...held.filter((n) => n !== column)];
  trace.customdata = group.rows.map((row) => names.map((name) => plan.inputs.column(name)[row] ?? null));
  hover.unshift(`${plan.label(column)}=%{customdata[0]}`);
  const own = plan.inputs.nameOf("names");
  if (own !== undefined && own !== column) hover.splice(1, 0, `${plan.label(own)}=%{label}`);
}

/** What only one kind of trace has. */
function special(plan: Plan, group: Group, trace: PlainObject): void {
  const { spec, options } = plan;
  if (spec.type === "scatter") scatterMode(plan, trace);
  if (spec.type === "bar") bars(plan, group, trace);
  if (spec.type === "histogram") histogram(plan, group, trace);
  if (spec.type === "box") {
    trace.x0 = " ";
    trace.y0 = " ";
    trace.alignmentgroup = "True";
    trace.offsetgroup = trace.name;
    if (flag(options, "notched")) trace.notched = true;
    else trace.notched = false;
    const points = options.get("points");
    if (points === false) trace.boxpoints = false;
    else if (points !== undefined)
      trace.boxpoints = oneOf(options, "points", ["outliers", "suspectedoutliers", "all"]);
  }
  if (spec.type === "pie") {
    const hole = number(options, "hole");
    if (hole !== undefined) trace.hole = hole;
  }
}

function scatterMode(plan: Plan, trace: PlainObject): void {
  const { options } = plan;
  const text = plan.inputs.nameOf("text") === undefined ? "" : "+text";
  if (plan.spec.name === "line") {
    trace.mode = `lines${flag(options, "markers") || plan.inputs.nameOf("symbol") !== undefined ? "+markers" : ""}${text}`;
    const shape = oneOf(options, "lineShape", ["linear", "spline", "hv", "vh", "hvh", "vhv"]);
    if (shape !== undefined) (trace.line as PlainObject).shape = shape;
  } else trace.mode = `markers${text}`;
  const mode = oneOf(options, "renderMode", ["auto", "svg", "webgl"]) ?? "auto";
  if (mode === "webgl" || (mode === "auto" && plan.inputs.length > WEBGL_POINTS)) trace.type = "scattergl";
}

function bars(plan: Plan, _group: Group, trace: PlainObject): void {
  const { options } = plan;
  trace.textposition = "auto";
  if ((oneOf(options, "barmode", ["relative", "group", "overlay", "stack"]) ?? "relative") === "group") {
    trace.alignmentgroup = "True";
    trace.offsetgroup = trace.name;
  }
  textAuto(plan, trace, plan.orientation === "v" ? "y" : "x");
}

function histogram(plan: Plan, _group: Group, trace: PlainObject): void {
  const { options, orientation } = plan;
  const binned = orientation === "v" ? "x" : "y";
  trace.bingroup = binned;
  const nbins = number(options, "nbins");
  if (nbins !== undefined) trace[orientation === "v" ? "nbinsx" : "nbinsy"] = nbins;
  if (plan.inputs.nameOf("x") !== undefined && plan.inputs.nameOf("y") !== undefined)
    trace.histfunc = oneOf(options, "histfunc", ["count", "sum", "avg", "min", "max"]) ?? "sum";
  else if (options.get("histfunc") !== undefined)
    trace.histfunc = oneOf(options, "histfunc", ["count", "sum", "avg", "min", "max"]);
  const norm = oneOf(options, "histnorm", ["percent", "probability", "density", "probability density"]);
  if (norm !== undefined) trace.histnorm = norm;
  if (flag(options, "cumulative")) trace.cumulative = { enabled: true };
  const mode = oneOf(options, "barmode", ["relative", "group", "overlay", "stack"]) ?? "relative";
  if (mode === "group") {
    trace.alignmentgroup = "True";
    trace.offsetgroup = trace.name;
  }
  if (mode === "overlay" && options.get("opacity") === undefined) (trace.marker as PlainObject).opacity = 0.5;
  textAuto(plan, trace, "value");
}

function textAuto(plan: Plan, trace: PlainObject, what: string): void {
  const wish = plan.options.get("textAuto");
  if (wish === undefined || wish === false) return;
  if (wish !== true && typeof wish !== "string")
    throw new TypeError('`textAuto` must be true or a format such as ".2s".');
  trace.texttemplate = wish === true ? `%{${what}}` : `%{${what}:${wish}}`;
}
