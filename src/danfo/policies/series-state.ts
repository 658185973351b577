import type { MemberContext } from "../../index.js";
import { readOptions } from "../arguments/options.js";
import { labelledPositions, rowPositions } from "../arguments/positions.js";
import { flag, integer, rowCount } from "../arguments/scalars.js";
import { printSeries } from "../print/print-series.js";
import { cellsOf, columnOf, Series } from "../series.js";
import { Strings } from "../strings.js";
import { isMissing } from "../values/cell.js";
import { labelList } from "../values/labels.js";
import { positionsOf, sortedPositions, span, takeItems } from "../verbs/rows.js";
import { chargeRows, chargeSort, type Getter, type Verb } from "./permits.js";

const copied: Getter<Series>[1] = (series, context) => {
  chargeRows(context, series.length);
  return cellsOf(series).slice();
};

export const seriesGetters: readonly Getter<Series>[] = [
  ["name", (series) => series.name],
  ["values", copied],
  ["dtype", (series) => series.dtype],
  ["dtypes", (series) => [series.dtype]],
  ["columns", (series) => [series.name]],
  ["shape", (series) => [series.length, 1]],
  ["size", (series) => series.length],
  ["length", (series) => series.length],
  ["ndim", () => 1],
  [
    "index",
    (series, context) => {
      chargeRows(context, series.length);
      return labelList(Series.partsOf(series).labels, series.length);
    },
  ],
  [
    "str",
    (series, context) => {
      context.charge(series.length);
      return stringsOf(series);
    },
  ],
];

export const seriesRows: readonly Verb<Series>[] = [
  ["toArray", 0, (series, _, context) => copied(series, context)],
  ["toJSON", 1, (series, _, context) => copied(series, context)],
  ["toString", 0, (series) => printSeries(series)],
  ["copy", 0, (series) => series],
  ["head", 1, (series, [n], context) => taken(series, span(0, rowCount(n, "head", series.length)), context)],
  [
    "tail",
    1,
    (series, [n], context) =>
      taken(series, span(series.length - rowCount(n, "tail", series.length), series.length), context),
  ],
  [
    "iat",
    1,
    (series, [row]) => cellsOf(series)[integer(row, { method: "iat", min: 0, max: series.length - 1 })],
  ],
  ["at", 1, (series, [label], context) => cellsOf(series)[labelled(series, [label], "at", context)[0] ?? 0]],
  ["loc", 1, (series, [rows], context) => taken(series, labelled(series, rows, "loc", context), context)],
  [
    "iloc",
    1,
    (series, [rows], context) => {
      context.charge(series.length);
      return taken(
        series,
        rowPositions(rows, series.length, { method: "iloc", charge: context.charge.bind(context) }),
        context,
      );
    },
  ],
  ["sortValues", 1, sortValues],
  [
    "dropNa",
    0,
    (series, _, context) => {
      chargeRows(context, series.length);
      return taken(series, positionsOf(cellsOf(series).map((value) => !isMissing(value))), context);
    },
  ],
  ["resetIndex", 0, (series) => new Series({ ...Series.partsOf(series), labels: null })],
];

function taken(series: Series, positions: ArrayLike<number>, context: MemberContext): Series {
  chargeRows(context, positions.length);
  return takeItems(series, positions);
}

function labelled(series: Series, rows: unknown, method: string, context: MemberContext): ArrayLike<number> {
  context.charge(series.length);
  return labelledPositions(rows, { labels: Series.partsOf(series).labels, length: series.length }, method);
}

function sortValues(series: Series, [options]: readonly unknown[], context: MemberContext): Series {
  const ascending = readOptions(options, ["ascending"], "sortValues").get("ascending");
  chargeSort(context, series.length, [columnOf(series)]);
  const key = {
    column: columnOf(series),
    ascending: ascending === undefined ? true : flag(ascending, "sortValues"),
  };
  return taken(series, sortedPositions([key], series.length), context);
}

function stringsOf(series: Series): Strings {
  if (series.dtype === "string" || cellsOf(series).every(isMissing)) return new Strings(series);
  throw new TypeError(
    `\`str\` is for text, and this Series holds \`${series.dtype}\`; use \`map((value) => String(value))\` first.`,
  );
}
