import { columnsOf, Frame, labelsOf, originOf } from "../frame.js";
import { NAMELESS, Series } from "../series.js";
import { type Cell, isMissing } from "../values/cell.js";
import { type Column, isNumeric, makeColumn } from "../values/column.js";
import type { Label } from "../values/labels.js";
import { DESCRIPTION, present, statistic } from "./statistics.js";

/** One statistic of each column (of each numeric column where it needs numbers). */
export function summarizeColumns(frame: Frame, name: string): Series {
  const found = statistic(name);
  const columns = summarized(frame, name);
  const values = columns.map(([, column]) => found.of(present(column.values)));
  return new Series({
    name: NAMELESS,
    column: makeColumn(values),
    labels: columns.map(([label]) => label),
    origin: originOf(frame),
  });
}

/** One statistic of each row, over the same columns. */
export function summarizeRows(frame: Frame, name: string): Series {
  const found = statistic(name);
  const columns = summarized(frame, name).map(([, column]) => column.values);
  const values = Array.from({ length: frame.length }, (_, i) =>
    found.of(present(columns.map((column) => column[i]))),
  );
  return new Series({
    name: NAMELESS,
    column: makeColumn(values),
    labels: labelsOf(frame),
    origin: originOf(frame),
  });
}

/** `count` is of all columns; everything else of the numeric ones, as in danfojs. */
function summarized(frame: Frame, name: string): readonly (readonly [string, Column])[] {
  const columns = [...columnsOf(frame)];
  return name === "count" ? columns : columns.filter(([, column]) => isNumeric(column));
}

export function describeFrame(frame: Frame): Frame {
  const columns = new Map<string, Column>();
  for (const [name, column] of columnsOf(frame))
    if (isNumeric(column)) columns.set(name, makeColumn(description(column), "float32"));
  const labels: Label[] = DESCRIPTION.map(([label]) => label);
  return new Frame({ columns, length: labels.length, labels, origin: originOf(frame) });
}

export function description(column: Column): Cell[] {
  const cells = present(column.values);
  return DESCRIPTION.map(([, name]) => statistic(name).of(cells)).map((value) =>
    typeof value === "boolean" ? Number(value) : value,
  );
}

export function missingMask(column: Column): boolean[] {
  return column.values.map(isMissing);
}
