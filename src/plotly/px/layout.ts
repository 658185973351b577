import type { PlainObject } from "../figure/plain.js";
import { flag, number, oneOf, range, strings, text } from "./arguments.js";
import { annotation, axisSuffix, domains, gridOf, spacings } from "./facets.js";
import { categoryOrder } from "./groups.js";
import { marginalAxes } from "./marginals.js";
import type { Plan } from "./px.js";
import { aggregateLabel } from "./traces.js";

export function layoutOf(plan: Plan): PlainObject {
  const { spec, options } = plan;
  const layout: PlainObject = { template: plan.template, legend: legend(plan) };
  const title = text(options, "title");
  if (title === undefined) layout.margin = { t: 60 };
  else layout.title = { text: title };
  const subtitle = text(options, "subtitle");
  if (subtitle !== undefined)
    layout.title = { ...(layout.title as PlainObject | undefined), subtitle: { text: subtitle } };
  for (const name of ["width", "height"] as const) {
    const size = number(options, name);
    if (size !== undefined) layout[name] = size;
  }
  if (spec.type === "bar" || spec.type === "histogram") {
    layout.barmode = oneOf(options, "barmode", ["relative", "group", "overlay", "stack"]) ?? "relative";
    const norm = oneOf(options, "barnorm", ["fraction", "percent"]);
    if (norm !== undefined) layout.barnorm = norm;
  }
  if (spec.type === "box") {
    const color = plan.inputs.nameOf("color");
    const same = color !== undefined && color === plan.inputs.nameOf(plan.orientation === "v" ? "x" : "y");
    layout.boxmode = oneOf(options, "boxmode", ["group", "overlay"]) ?? (same ? "overlay" : "group");
  }
  if (spec.type === "pie") {
    const colors = strings(options, "colorDiscreteSequence");
    if (colors !== undefined) layout.piecolorway = colors;
    return layout;
  }
  if (plan.continuous) layout.coloraxis = colorAxis(plan);
  axes(plan, layout);
  marginalAxes(plan, layout);
  return layout;
}

function legend(plan: Plan): PlainObject {
  const made: PlainObject = { tracegroupgap: 0 };
  const columns = plan.grouping.groupers
    .filter((g) => g.option !== "facetRow" && g.option !== "facetCol" && g.option !== "lineGroup")
    .map((g) => plan.label(g.column));
  if (columns.length > 0) made.title = { text: [...new Set(columns)].join(", ") };
  if (plan.inputs.nameOf("size") !== undefined) made.itemsizing = "constant";
  return made;
}

function colorAxis(plan: Plan): PlainObject {
  const { options, inputs } = plan;
  const axis: PlainObject = { colorbar: { title: { text: plan.label(inputs.nameOf("color") as string) } } };
  const scale = strings(options, "colorContinuousScale");
  const standard = ((plan.template.layout as PlainObject | undefined)?.colorscale as PlainObject | undefined)
    ?.sequential;
  axis.colorscale =
    scale === undefined
      ? standard
      : scale.map((color, i) => [scale.length === 1 ? 0 : i / (scale.length - 1), color]);
  const ends = range(options, "rangeColor");
  if (ends !== undefined) {
    axis.cmin = ends[0];
    axis.cmax = ends[1];
  }
  const middle = number(options, "colorContinuousMidpoint");
  if (middle !== undefined) axis.cmid = middle;
  return axis;
}

/** Axes are counted row by row from the bottom left; only the outer ones have titles. */
function axes(plan: Plan, layout: PlainObject): void {
  const grid = gridOf(plan);
  const gaps = spacings(plan, grid);
  const columns = domains(grid.columns, gaps.column);
  const rows = domains(grid.rows, gaps.row);
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      const suffix = axisSuffix(grid, { row, column });
      layout[`xaxis${suffix}`] = axis(
        plan,
        "x",
        suffix,
        columns[column] as readonly [number, number],
        row === 0,
      );
      layout[`yaxis${suffix}`] = axis(
        plan,
        "y",
        suffix,
        rows[row] as readonly [number, number],
        column === 0,
      );
    }
  }
  const notes = facetNotes(plan, columns, rows);
  if (notes.length > 0) layout.annotations = notes;
}

function axis(
  plan: Plan,
  letter: "x" | "y",
  suffix: string,
  domain: readonly [number, number],
  outer: boolean,
): PlainObject {
  const { options } = plan;
  const made: PlainObject = { anchor: `${letter === "x" ? "y" : "x"}${suffix}`, domain: [...domain] };
  if (suffix !== "") made.matches = letter;
  if (outer) {
    const shown = axisTitle(plan, letter);
    if (shown !== undefined) made.title = { text: shown };
  } else made.showticklabels = false;
  const log = flag(options, letter === "x" ? "logX" : "logY");
  if (log) made.type = "log";
  const ends = range(options, letter === "x" ? "rangeX" : "rangeY");
  if (ends !== undefined) made.range = log ? ends.map((end) => Math.log10(end)) : [...ends];
  const column = plan.inputs.nameOf(letter);
  const order = column === undefined ? [] : categoryOrder(options, column);
  if (order.length > 0) {
    made.categoryorder = "array";
    made.categoryarray = letter === "x" ? [...order] : [...order].reverse();
  }
  return made;
}

function axisTitle(plan: Plan, letter: "x" | "y"): string | undefined {
  const column = plan.inputs.nameOf(letter);
  if (plan.spec.type === "histogram" && letter === (plan.orientation === "v" ? "y" : "x"))
    return aggregateLabel(plan);
  return column === undefined ? undefined : plan.label(column);
}

function facetNotes(
  plan: Plan,
  columns: readonly (readonly [number, number])[],
  rows: readonly (readonly [number, number])[],
): PlainObject[] {
  const grid = gridOf(plan);
  const name = (option: string): string => plan.label(plan.inputs.nameOf(option) ?? option);
  const middle = ([a, b]: readonly [number, number]): number => (a + b) / 2;
  const notes: PlainObject[] = [];
  const tops = grid.facetCol.map((value, i) => {
    const column = columns[i % grid.columns] as readonly [number, number];
    const row = rows[
      grid.wrapped ? grid.rows - 1 - Math.floor(i / grid.columns) : grid.rows - 1
    ] as readonly [number, number];
    return {
      row: grid.wrapped ? grid.rows - 1 - Math.floor(i / grid.columns) : 0,
      note: annotation(`${name("facetCol")}=${String(value)}`, middle(column), row[1], "top"),
    };
  });
  // From the bottom row up, as the subplots are counted.
  notes.push(...tops.sort((a, b) => a.row - b.row).map((t) => t.note));
  for (const [i, value] of [...grid.facetRow].reverse().entries()) {
    notes.push(
      annotation(
        `${name("facetRow")}=${String(value)}`,
        (columns.at(-1) as readonly [number, number])[1],
        middle(rows[i] as readonly [number, number]),
        "right",
      ),
    );
  }
  return notes;
}
