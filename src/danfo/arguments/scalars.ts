import { type Cell, readCell } from "../values/cell.js";
import { kindOf } from "./quote.js";

/** A whole number within bounds; nothing is converted to one. */
export function integer(
  value: unknown,
  { method, min, max }: { readonly method: string; readonly min: number; readonly max: number },
): number {
  if (typeof value !== "number" || !Number.isInteger(value))
    throw new TypeError(
      `\`${method}\` takes a whole number, not ${typeof value === "number" ? String(value) : kindOf(value)}; pass one such as ${min}.`,
    );
  if (value < min || value > max)
    throw new RangeError(
      `\`${method}\` takes a whole number from ${min} to ${max}, not ${value}; pass one in that range.`,
    );
  return value;
}

/** A number of rows to show; more than there are means all. */
export function rowCount(value: unknown, method: string, length: number): number {
  if (value === undefined) return Math.min(5, length);
  return Math.min(length, integer(value, { method, min: 0, max: Number.MAX_SAFE_INTEGER }));
}

export function cell(value: unknown, method: string): Cell {
  const read = readCell(value);
  if (!read.ok)
    throw new TypeError(
      `\`${method}\` takes a string, number, boolean, Date or null as a value, not ${kindOf(value)}; pass one of those.`,
    );
  return read.cell;
}

export function text(value: unknown, method: string): string {
  if (typeof value !== "string")
    throw new TypeError(`\`${method}\` takes a string, not ${kindOf(value)}; pass text in quotes.`);
  return value;
}

export function flag(value: unknown, method: string): boolean {
  if (typeof value !== "boolean")
    throw new TypeError(`\`${method}\` takes true or false here, not ${kindOf(value)}; pass one of them.`);
  return value;
}

export type Callback = (...values: readonly unknown[]) => unknown;

export function callback(value: unknown, method: string): Callback {
  if (typeof value !== "function")
    throw new TypeError(
      `\`${method}\` takes a function, not ${kindOf(value)}; pass one such as \`(value) => value\`.`,
    );
  // Only the function itself is called: its own `call` and `apply` are never looked up.
  return (...values) => Reflect.apply(value, undefined, values);
}
