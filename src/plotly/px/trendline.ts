import type { PlainObject } from "../figure/plain.js";
import { oneOf, text } from "./arguments.js";
import { leastSquares, lowess } from "./fits.js";
import { type Group, isMissing } from "./groups.js";
import type { Plan } from "./px.js";

/** The fitted line of one group, drawn behind its markers; null when the figure has none. */
export function trendlineOf(plan: Plan, group: Group, main: PlainObject): PlainObject | null {
  const kind = oneOf(plan.options, "trendline", ["ols", "lowess"]);
  if (kind === undefined) return null;
  const points = pointsOf(plan, group);
  if (points.length === 0) return null;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const line = leastSquares(xs, ys);
  const { marker, legendgroup, name, xaxis, yaxis } = main;
  const color = text(plan.options, "trendlineColorOverride");
  const head =
    kind === "ols"
      ? `<b>OLS trendline</b><br>${equation(plan, line)}R<sup>2</sup>=${line.rSquared.toFixed(6)}<br><br>`
      : "<b>LOWESS trendline</b><br><br>";
  return {
    type: main.type,
    mode: "lines",
    x: xs,
    y: kind === "ols" ? xs.map((x) => line.intercept + line.slope * x) : lowess(xs, ys),
    hovertemplate: `${head}${hover(plan, group)}<extra></extra>`,
    marker: { color: (marker as PlainObject).color, symbol: (marker as PlainObject).symbol },
    ...(color === undefined ? {} : { line: { color } }),
    legendgroup,
    name,
    showlegend: false,
    xaxis,
    yaxis,
  };
}

function pointsOf(plan: Plan, group: Group): readonly (readonly [number, number])[] {
  const { inputs } = plan;
  const x = inputs.nameOf("x");
  const y = inputs.nameOf("y");
  if (x === undefined || y === undefined) throw new TypeError("`trendline` needs both `x` and `y`.");
  const points = group.rows.flatMap((row): (readonly [number, number])[] => {
    const a = inputs.column(x)[row];
    const b = inputs.column(y)[row];
    if (isMissing(a) || isMissing(b)) return [];
    if (typeof a !== "number" || typeof b !== "number")
      throw new TypeError(
        `\`trendline\` needs numbers on both axes; \`${typeof a === "number" ? y : x}\` has other values.`,
      );
    return [[a, b]];
  });
  return points.sort(([a], [b]) => a - b);
}

function equation(plan: Plan, line: { readonly slope: number; readonly intercept: number }): string {
  return `${plan.inputs.nameOf("y")} = ${general(line.slope)} * ${plan.inputs.nameOf("x")} + ${general(line.intercept)}<br>`;
}

function hover(plan: Plan, group: Group): string {
  const groups = plan.grouping.groupers.map(
    (g) => `${plan.label(g.column)}=${String(group.values.get(g.option))}`,
  );
  const { inputs } = plan;
  return [
    ...new Set(groups),
    `${plan.label(inputs.nameOf("x") ?? "x")}=%{x}`,
    `${plan.label(inputs.nameOf("y") ?? "y")}=%{y} <b>(trend)</b>`,
  ].join("<br>");
}

/** C's `%g`: six significant digits, no trailing zeros. */
function general(value: number): string {
  if (value === 0) return "0";
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  if (exponent >= -5 && exponent < 6) return String(Number(value.toPrecision(6)));
  const [digits = "", power = ""] = value.toExponential(5).split("e");
  return `${Number(digits)}e${power.startsWith("-") ? "-" : "+"}${power.replace(/[+-]/, "").padStart(2, "0")}`;
}
