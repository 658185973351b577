import type { MemberContext } from "../../index.js";
import { cellsOf, columnOf, NAMELESS, Series } from "../series.js";
import type { Cell } from "../values/cell.js";
import { isNumeric, makeColumn } from "../values/column.js";
import type { Label } from "../values/labels.js";
import { countValues, DESCRIPTION, modes, present, statistic } from "../verbs/statistics.js";
import { description } from "../verbs/summary.js";
import { chargeRows, chargeText, type Verb } from "./permits.js";

const NAMES = ["mean", "median", "min", "max", "sum", "std", "var", "count"] as const;

export const seriesStatistics: readonly Verb<Series>[] = [
  ...NAMES.map((name): Verb<Series> => [name, 0, (series, _, context) => summary(series, name, context)]),
  ["nUnique", 0, (series, _, context) => summary(series, "nunique", context)],
  [
    "mode",
    0,
    (series, _, context) => {
      chargeValues(series, context);
      return modes(cellsOf(series));
    },
  ],
  [
    "unique",
    0,
    (series, _, context) => {
      chargeValues(series, context);
      return labelled(series, [...new Set(cellsOf(series))], null);
    },
  ],
  [
    "valueCounts",
    0,
    (series, _, context) => {
      chargeValues(series, context);
      const counts = [...countValues(cellsOf(series))];
      return labelled(
        series,
        counts.map(([, count]) => count),
        counts.map(([value]) => (typeof value === "number" ? value : String(value))),
      );
    },
  ],
  [
    "describe",
    0,
    (series, _, context) => {
      chargeRows(context, series.length, 32);
      requireNumbers(series, "describe");
      return labelled(
        series,
        description(columnOf(series)),
        DESCRIPTION.map(([label]) => label),
      );
    },
  ],
];

/** Every value is looked up or compared. */
function chargeValues(series: Series, context: MemberContext): void {
  chargeRows(context, series.length, 16);
  chargeText(context, columnOf(series));
}

function summary(series: Series, name: string, context: MemberContext): Cell {
  chargeValues(series, context);
  const found = statistic(name);
  if (found.numeric) requireNumbers(series, name);
  return found.of(present(cellsOf(series)));
}

function requireNumbers(series: Series, method: string): void {
  if (series.length > 0 && !isNumeric(columnOf(series)))
    throw new TypeError(
      `\`${method}\` needs numbers, and this Series holds \`${series.dtype}\`; use \`valueCounts\` or \`unique\` for text.`,
    );
}

function labelled(like: Series, values: readonly Cell[], labels: readonly Label[] | null): Series {
  return new Series({ ...Series.partsOf(like), name: NAMELESS, column: makeColumn(values), labels });
}
