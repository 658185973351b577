import { cellsOf, columnOf, Series } from "../series.js";
import { isNumeric } from "../values/column.js";
import { labelAt } from "../values/labels.js";
import { clip, renderTable, SHOWN_ROWS, shownCell } from "./text-table.js";

/** The first values as text, and what the Series is. */
export function printSeries(series: Series): string {
  const { labels, name } = Series.partsOf(series);
  const count = Math.min(series.length, SHOWN_ROWS);
  const rows = Array.from({ length: count }, (_, i) => [
    shownCell(labelAt(labels, i)),
    shownCell(cellsOf(series)[i]),
  ]);
  const table = renderTable({
    header: ["", clip(name)],
    rows,
    numeric: [false, isNumeric(columnOf(series))],
  });
  const more = series.length > count ? `\n… ${series.length - count} more` : "";
  return `${table}${more}\n[${series.length} values, ${series.dtype}]`;
}
