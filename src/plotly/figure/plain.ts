import { tableOf } from "../../index.js";

export type PlainObject = Record<string, unknown>;

const REFUSED: ReadonlySet<string> = new Set(["__proto__", "prototype", "constructor"]);

/** A copy as plain JSON-like data: dates as ISO strings, typed arrays and Series as arrays, odd keys and functions left out. */
export function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null)
    return typeof value === "function" || typeof value === "symbol" ? undefined : value;
  if (Array.isArray(value)) return value.map((item) => plain(item) ?? null);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return Array.from(value as unknown as ArrayLike<number>);
  const table = tableOf(value);
  if (table !== null) return table.names.length === 1 ? [...table.column(table.names[0] as string)] : null;
  const copy: PlainObject = {};
  for (const [name, part] of Object.entries(value)) {
    if (REFUSED.has(name) || name.startsWith("__") || part === undefined) continue;
    const made = plain(part);
    if (made !== undefined) copy[name] = made;
  }
  return copy;
}
