import { inspect } from "node:util";
import { describeFigure, isFigure } from "./figure.js";
import { describeFrame, frameRecords, frameView } from "./frame.js";

/** A program's value for people: figures and frames described, the rest as Node shows it. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return value;
  if (isFigure(value)) return describeFigure(value);
  const frame = frameView(value);
  if (frame !== undefined) return describeFrame(frame);
  return inspect(value, { depth: 6, maxArrayLength: 50, maxStringLength: 10_000, customInspect: false });
}

/** One line of JSON. What JSON lacks becomes text (bigint), null (NaN), an array (Set, typed array) or an object (Map). */
export function valueJson(value: unknown): string {
  // `toJSON` is never called on guest data: an object may carry its own.
  return JSON.stringify(plain(value, new Set())) ?? "null";
}

function plain(value: unknown, path: ReadonlySet<object>): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number" && !Number.isFinite(value)) return null;
  if (typeof value !== "object" || value === null) return typeof value === "function" ? undefined : value;
  if (path.has(value)) return null;
  const inner = new Set(path).add(value);
  const frame = frameView(value);
  if (frame !== undefined) return plain(frameRecords(frame), inner);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Map)
    return record(
      [...value].map(([key, item]) => [String(key), item]),
      inner,
    );
  if (Array.isArray(value) || value instanceof Set)
    return [...value].map((item) => plain(item, inner) ?? null);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return Array.from(value as unknown as ArrayLike<number | bigint>, (item) => plain(item, inner));
  }
  return record(Object.entries(value), inner);
}

function record(entries: readonly (readonly [string, unknown])[], path: ReadonlySet<object>): object {
  const out: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of entries)
    if (key !== "toJSON" || typeof item !== "function") out[key] = plain(item, path);
  return out;
}
