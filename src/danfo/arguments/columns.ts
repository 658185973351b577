import { nearestName } from "../../index.js";
import { columnsOf, type Frame } from "../frame.js";
import type { Column } from "../values/column.js";
import { kindOf, list, quote } from "./quote.js";

/** A column's name; strings only, so nothing can answer one name to a check and another to its use. */
export function columnName(frame: Frame, value: unknown, method: string): string {
  if (typeof value !== "string")
    throw new TypeError(
      `\`${method}\` takes column names as strings, not ${kindOf(value)}; pass one of ${list(frame.names)}.`,
    );
  if (!columnsOf(frame).has(value)) throw missingColumn(frame, value);
  return value;
}

export function columnNamed(frame: Frame, value: unknown, method: string): Column {
  return columnsOf(frame).get(columnName(frame, value, method)) as Column;
}

/** One name or an array of different names. */
export function columnNames(frame: Frame, value: unknown, method: string): readonly string[] {
  if (!Array.isArray(value)) return [columnName(frame, value, method)];
  const names = new Set<string>();
  for (let i = 0; i < value.length; i++) {
    const name = columnName(frame, value[i], method);
    if (names.has(name))
      throw new TypeError(`\`${method}\` takes each column once; remove the second ${quote(name)}.`);
    names.add(name);
  }
  return [...names];
}

/** The name of a column that is about to be made. */
export function newColumnName(value: unknown, method: string): string {
  if (typeof value !== "string" || value === "")
    throw new TypeError(
      `\`${method}\` names a column by a string that is not empty, not ${value === "" ? "an empty one" : kindOf(value)}; pass a name.`,
    );
  // As a key of a record that name would be a prototype to code that is less careful than this.
  if (value === "__proto__")
    throw new TypeError(`\`${method}\` makes no column called \`__proto__\`; choose another name.`);
  return value;
}

function missingColumn(frame: Frame, name: string): TypeError {
  const meant = nearestName(name, frame.names);
  const columns =
    frame.names.length === 0 ? "the frame has no columns" : `the columns are ${list(frame.names)}`;
  return new TypeError(
    `There is no column ${quote(name)}; ${meant === undefined ? columns : `did you mean ${quote(meant)}? ${columns.replace(/^t/, "T")}`}.`,
  );
}
