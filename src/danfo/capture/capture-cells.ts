import { GuardError } from "../../index.js";
import { quote } from "../arguments/quote.js";
import { type Cell, readCell } from "../values/cell.js";
import { type Column, makeColumn } from "../values/column.js";
import type { Label, Labels } from "../values/labels.js";
import { elements } from "./own.js";

/** The host's values as a column: Dates become ISO strings, other objects are refused. */
export function captureColumn(name: string, raw: readonly unknown[]): Column {
  const values: Cell[] = new Array(raw.length);
  let dates = 0;
  let others = 0;
  for (let i = 0; i < raw.length; i++) {
    const value = raw[i];
    if (typeof value === "number") {
      values[i] = value;
      if (!Number.isNaN(value)) others++;
      continue;
    }
    const read = readCell(value);
    if (!read.ok) throw badCell(name, i, value);
    values[i] = read.cell;
    if (read.isDate) dates++;
    else if (read.cell !== null && read.cell !== undefined) others++;
  }
  return dates > 0 && others === 0 ? { values, dtype: "datetime" } : makeColumn(values);
}

/** Labels that are neither strings nor numbers, or do not fit the rows, are replaced by positions. */
export function captureLabels(raw: unknown, length: number): Labels {
  const labels = elements(raw);
  if (labels === null || labels.length !== length) return null;
  const usable = labels.every((label) => typeof label === "string" || typeof label === "number");
  if (!usable || labels.every((label, i) => label === i)) return null;
  return labels as readonly Label[];
}

/** Names as different strings: numbers become text, a repeated name gets `_2`, `_3` … */
export function captureNames(raw: unknown, count: number): readonly string[] {
  const given = typeof raw === "string" ? [raw] : (elements(raw) ?? []);
  const names = new Set<string>();
  for (let i = 0; i < count; i++) names.add(unused(nameOf(given[i], i), names));
  return [...names];
}

function nameOf(value: unknown, position: number): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value === undefined) return String(position);
  throw new GuardError({
    code: "DANFO_COLUMN_NAME",
    message: `The name of column ${position} is not a string; rename it before the frame is passed in.`,
    help: 'danfojs: `df.rename({ old: "new" })`, or give `columns` when the frame is made',
  });
}

function unused(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let n = 2;
  while (taken.has(`${name}_${n}`)) n++;
  return `${name}_${n}`;
}

function badCell(name: string, row: number, value: unknown): GuardError {
  return new GuardError({
    code: "DANFO_CELL",
    message: `The column ${quote(name)} holds ${Array.isArray(value) ? "an array" : `a value of type ${typeof value}`} in row ${row}; make it a string, number, boolean, Date or null before the frame is passed in.`,
    help: "a cell that is an object would be shared with the guest; `JSON.stringify` it, or spread it over columns",
  });
}
