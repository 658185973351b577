import type { MemberContext } from "../../index.js";
import { callback, cell, integer } from "../arguments/scalars.js";
import { mask, operand, toColumn } from "../arguments/values.js";
import { cellsOf, columnOf, namelessSeries, Series, withValues } from "../series.js";
import { isNumeric } from "../values/column.js";
import {
  ARITHMETIC,
  COMPARISONS,
  calculate,
  combineCells,
  cumulative,
  roundTo,
} from "../verbs/elementwise.js";
import { missingMask } from "../verbs/summary.js";
import { filled } from "./frame-columns.js";
import { chargeRows, chargeText, type Verb } from "./permits.js";

export const seriesValues: readonly Verb<Series>[] = [
  ...[...ARITHMETIC].map(
    ([name, f]): Verb<Series> => [
      name,
      1,
      (series, [other], context) => {
        const values = numbers(series, name, context);
        const right = operand(other, series.length, name);
        refuseText(right, name);
        return withValues(series, combineCells(values, right, calculate(f)));
      },
    ],
  ),
  ...[...COMPARISONS].map(
    ([name, f]): Verb<Series> => [
      name,
      1,
      (series, [other], context) => {
        chargeRows(context, series.length, 8);
        chargeText(context, columnOf(series));
        return namelessSeries(
          series,
          combineCells(cellsOf(series), operand(other, series.length, name), f),
          "boolean",
        );
      },
    ],
  ),
  ["and", 1, (series, [other], context) => logical(series, other, "and", context)],
  ["or", 1, (series, [other], context) => logical(series, other, "or", context)],
  [
    "abs",
    0,
    (series, _, context) =>
      withValues(
        series,
        combineCells(numbers(series, "abs", context), null, (a) => (typeof a === "number" ? Math.abs(a) : a)),
      ),
  ],
  ["round", 1, round],
  [
    "cumSum",
    0,
    (series, _, context) => namelessSeries(series, cumulative(numbers(series, "cumSum", context))),
  ],
  [
    "isNa",
    0,
    (series, _, context) => {
      chargeRows(context, series.length, 8);
      return namelessSeries(series, missingMask(columnOf(series)), "boolean");
    },
  ],
  [
    "fillNa",
    1,
    (series, [value], context) => {
      chargeRows(context, series.length, 8);
      return new Series({
        ...Series.partsOf(series),
        column: filled(columnOf(series), cell(value, "fillNa")),
      });
    },
  ],
  ["map", 1, (series, [f], context) => mapped(series, f, "map", context)],
  ["apply", 1, (series, [f], context) => mapped(series, f, "apply", context)],
];

function numbers(series: Series, method: string, context: MemberContext): ReturnType<typeof cellsOf> {
  chargeRows(context, series.length, 8);
  if (series.length > 0 && !isNumeric(columnOf(series)))
    throw new TypeError(
      `\`${method}\` needs numbers, and this Series holds \`${series.dtype}\`; use \`map\` for anything else.`,
    );
  return cellsOf(series);
}

function refuseText(other: unknown, method: string): void {
  const values: readonly unknown[] = Array.isArray(other) ? other : [other];
  if (values.some((value) => typeof value === "string"))
    throw new TypeError(
      `\`${method}\` calculates with numbers, not text; convert the text with \`map\` first.`,
    );
}

function logical(series: Series, other: unknown, method: "and" | "or", context: MemberContext): Series {
  chargeRows(context, series.length, 8);
  const left = mask(series, series.length, method);
  const right = typeof other === "boolean" ? left.map(() => other) : mask(other, series.length, method);
  return namelessSeries(
    series,
    left.map((value, i) => (method === "and" ? value && right[i] === true : value || right[i] === true)),
    "boolean",
  );
}

/** One digit by default, as in danfojs. */
function round(series: Series, [digits]: readonly unknown[], context: MemberContext): Series {
  const places = digits === undefined ? 1 : integer(digits, { method: "round", min: 0, max: 100 });
  return withValues(
    series,
    combineCells(numbers(series, "round", context), null, (a) =>
      typeof a === "number" ? roundTo(a, places) : a,
    ),
  );
}

function mapped(series: Series, f: unknown, method: string, context: MemberContext): Series {
  const compute = callback(f, method);
  chargeRows(context, series.length, 8);
  const values = cellsOf(series).map((value, i) => compute(value, i));
  return new Series({ ...Series.partsOf(series), column: toColumn(values, method) });
}
