import type { PlainObject } from "../figure/plain.js";
import { oneOf } from "./arguments.js";
import type { Group } from "./groups.js";
import { hoverDataOf } from "./hover.js";
import type { Plan } from "./px.js";

type Letter = "x" | "y";
const KINDS = ["rug", "box", "violin", "histogram"] as const;
const CLEAR = "rgba(255,255,255,0)";
const SPACING = { x: 0.005, y: 0.01 } as const;

/** The small plot above (`x`) or beside (`y`) the main one, if it is asked for. */
export function marginal(plan: Plan, letter: Letter): string | undefined {
  const option =
    plan.spec.name === "histogram"
      ? letter === (plan.orientation === "v" ? "x" : "y")
        ? "marginal"
        : null
      : `marginal${letter.toUpperCase()}`;
  if (option === null || !plan.spec.options.includes(option)) return undefined;
  const kind = oneOf(plan.options, option, KINDS);
  if (
    kind !== undefined &&
    (plan.inputs.nameOf("facetRow") !== undefined || plan.inputs.nameOf("facetCol") !== undefined)
  ) {
    throw new TypeError(`\`${option}\` and facets cannot be combined; leave one out.`);
  }
  return kind;
}

/** Which subplot the margins have: counted from the bottom left, row by row. */
function suffix(plan: Plan, letter: Letter): string {
  return letter === "x" && marginal(plan, "y") !== undefined ? "3" : "2";
}

export function marginalTraces(plan: Plan, group: Group, main: PlainObject): PlainObject[] {
  return (["x", "y"] as const).flatMap((letter) => {
    const kind = marginal(plan, letter);
    const column = plan.inputs.nameOf(letter);
    return kind === undefined || column === undefined
      ? []
      : [marginalTrace(plan, group, main, letter, kind, column)];
  });
}

function marginalTrace(
  plan: Plan,
  group: Group,
  main: PlainObject,
  letter: Letter,
  kind: string,
  column: string,
): PlainObject {
  const n = suffix(plan, letter);
  const { color, symbol, pattern } = main.marker as PlainObject;
  const trace: PlainObject = {
    type: kind === "rug" ? "box" : kind,
    [letter]: group.rows.map((row) => plan.inputs.column(column)[row] ?? null),
    name: main.name,
    legendgroup: main.legendgroup,
    showlegend: false,
    xaxis: `x${n}`,
    yaxis: `y${n}`,
    marker: {
      color,
      ...(symbol === undefined || kind === "histogram" ? {} : { symbol }),
      ...(pattern === undefined || kind !== "histogram" ? {} : { pattern }),
    },
  };
  const hover = plan.grouping.groupers.map(
    (g) => `${plan.label(g.column)}=${String(group.values.get(g.option))}`,
  );
  hover.push(`${plan.label(column)}=%{${letter}}`);
  if (kind === "histogram") hover.push(`count=%{${letter === "x" ? "y" : "x"}}`);
  else hoverColumns(plan, group, trace, hover);
  trace.hovertemplate = `${[...new Set(hover)].join("<br>")}<extra></extra>`;
  return Object.assign(trace, looks(kind, letter, trace));
}

function hoverColumns(plan: Plan, group: Group, trace: PlainObject, hover: string[]): void {
  const { columns } = hoverDataOf(plan.options);
  if (columns.length === 0) return;
  columns.forEach((name, i) => {
    hover.push(`${plan.label(name)}=%{customdata[${i}]}`);
  });
  trace.customdata = group.rows.map((row) => columns.map((name) => plan.inputs.column(name)[row] ?? null));
}

function looks(kind: string, letter: Letter, trace: PlainObject): PlainObject {
  const grouped = { alignmentgroup: "True", offsetgroup: trace.name };
  switch (kind) {
    case "rug":
      return {
        boxpoints: "all",
        jitter: 0,
        hoveron: "points",
        fillcolor: CLEAR,
        line: { color: CLEAR },
        marker: {
          ...(trace.marker as PlainObject),
          symbol: letter === "x" ? "line-ns-open" : "line-ew-open",
        },
      };
    case "box":
      return { notched: true, ...grouped };
    case "violin":
      return { scalegroup: letter, ...grouped };
    default:
      return { opacity: 0.5, bingroup: letter, ...grouped };
  }
}

/** Rearranges a one-plot layout into main plot and margins. */
export function marginalAxes(plan: Plan, layout: PlainObject): void {
  const above = marginal(plan, "x");
  const beside = marginal(plan, "y");
  if (above === undefined && beside === undefined) return;
  const share = (kind: string | undefined, gap: number): readonly (readonly [number, number])[] => {
    if (kind === undefined) return [[0, 1]];
    const main = kind === "histogram" || plan.inputs.nameOf("color") !== undefined ? 0.74 : 0.84;
    const size = main * (1 - gap);
    return [
      [0, size],
      [size + gap, 1],
    ];
  };
  const columns = share(beside, SPACING.x);
  const rows = share(above, SPACING.y);
  (layout.xaxis as PlainObject).domain = [...(columns[0] as readonly number[])];
  (layout.yaxis as PlainObject).domain = [...(rows[0] as readonly number[])];
  rows.forEach((row, r) => {
    columns.forEach((column, c) => {
      if (r === 0 && c === 0) return;
      const n = r * columns.length + c + 1;
      layout[`xaxis${n}`] = {
        anchor: `y${n}`,
        domain: [...column],
        matches: c === 0 ? "x" : "x2",
        showticklabels: false,
        ...side(plan, "x", r > 0, c > 0, beside),
      };
      layout[`yaxis${n}`] = {
        anchor: `x${n}`,
        domain: [...row],
        matches: r === 0 ? "y" : `y${columns.length + 1}`,
        showticklabels: false,
        ...side(plan, "y", c > 0, r > 0, above),
      };
    });
  });
}

/** A margin's own value axis has no line and no ticks; its grid only where it counts. */
function side(
  plan: Plan,
  letter: Letter,
  shared: boolean,
  own: boolean,
  kind: string | undefined,
): PlainObject {
  const axis = ((plan.template.layout as PlainObject | undefined)?.[`${letter}axis`] ?? {}) as PlainObject;
  const free = axis.showgrid === undefined;
  const grid = own ? (letter === "y" && shared ? true : kind === "histogram") : true;
  return { ...(free ? { showgrid: grid } : {}), ...(own ? { showline: false, ticks: "" } : {}) };
}
