import { cellsOf, columnOf, Series } from "../series.js";
import { type Cell, readCell } from "../values/cell.js";
import { type Column, makeColumn } from "../values/column.js";
import { kindOf } from "./quote.js";
import { cell } from "./scalars.js";

/** A column's worth of values: a Series, an array of cells, or one cell repeated. */
export function columnValues(value: unknown, length: number, method: string): Column {
  if (Series.is(value)) {
    checkLength(value.length, length, method);
    return columnOf(value);
  }
  if (Array.isArray(value)) return cellArray(value, length, method);
  const read = readCell(value);
  if (!read.ok)
    throw new TypeError(
      `\`${method}\` takes an array, a Series or one value for a column, not ${kindOf(value)}; pass one of those.`,
    );
  const values: Cell[] = new Array(length).fill(read.cell);
  return length > 0 && read.isDate ? { values, dtype: "datetime" } : makeColumn(values);
}

export function cellArray(value: readonly unknown[], length: number, method: string): Column {
  checkLength(value.length, length, method);
  return toColumn(
    Array.from({ length }, (_, i) => value[i]),
    method,
  );
}

/** Cells from values nobody has checked; a column in which every present value is a Date is `datetime`. */
export function toColumn(raw: readonly unknown[], method: string): Column {
  const values: Cell[] = new Array(raw.length);
  let dates = 0;
  let others = 0;
  for (let i = 0; i < raw.length; i++) {
    const read = readCell(raw[i]);
    if (!read.ok)
      throw new TypeError(
        `\`${method}\` takes strings, numbers, booleans, Dates and null as values, but there is ${kindOf(raw[i])} at position ${i}; replace it.`,
      );
    values[i] = read.cell;
    if (read.isDate) dates++;
    else if (read.cell !== null && read.cell !== undefined) others++;
  }
  return dates > 0 && others === 0 ? { values, dtype: "datetime" } : makeColumn(values);
}

/** The other side of an element-wise operation. */
export function operand(value: unknown, length: number, method: string): readonly Cell[] | Cell {
  if (Series.is(value)) {
    checkLength(value.length, length, method);
    return cellsOf(value);
  }
  return Array.isArray(value) ? cellArray(value, length, method).values : cell(value, method);
}

/** One boolean a row: an array or a Series of them. */
export function mask(value: unknown, length: number, method: string): readonly boolean[] {
  const values: readonly unknown[] = Series.is(value)
    ? cellsOf(value)
    : Array.isArray(value)
      ? value
      : notMask(value, method);
  checkLength(values.length, length, method);
  for (let i = 0; i < length; i++)
    if (typeof values[i] !== "boolean")
      throw new TypeError(
        `\`${method}\` takes true or false for each row, but there is ${kindOf(values[i])} at position ${i}; compare first, as in \`df["x"].gt(1)\`.`,
      );
  return values as readonly boolean[];
}

function notMask(value: unknown, method: string): never {
  throw new TypeError(
    `\`${method}\` takes an array or a Series of booleans, not ${kindOf(value)}; compare first, as in \`df["x"].gt(1)\`.`,
  );
}

function checkLength(given: number, length: number, method: string): void {
  if (given !== length)
    throw new TypeError(
      `\`${method}\` takes ${length} values, one a row, not ${given}; pass as many as there are rows.`,
    );
}
