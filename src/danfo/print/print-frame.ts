import { columnsOf, type Frame, labelsOf } from "../frame.js";
import { isNumeric } from "../values/column.js";
import { labelAt } from "../values/labels.js";
import { clip, renderTable, SHOWN_ROWS, shownCell, shownColumns } from "./text-table.js";

/** The first rows and columns as text, and the shape. */
export function printFrame(frame: Frame): string {
  const all = [...columnsOf(frame)];
  const columns = shownColumns(all);
  const count = Math.min(frame.length, SHOWN_ROWS);
  const hidden = all.length > columns.length ? ["…"] : [];
  const rows = Array.from({ length: count }, (_, i) => [
    shownCell(labelAt(labelsOf(frame), i)),
    ...columns.map(([, column]) => shownCell(column.values[i])),
    ...hidden,
  ]);
  const header = ["", ...columns.map(([name]) => clip(name)), ...hidden];
  const table = renderTable({
    header,
    rows,
    numeric: [false, ...columns.map(([, column]) => isNumeric(column)), false],
  });
  const more = frame.length > count ? `\n… ${frame.length - count} more` : "";
  return `${table}${more}\n[${frame.length} rows x ${all.length} columns]`;
}
