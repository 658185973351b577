import { admitArray, meter } from "../intrinsics/meter.js";
import {
  ceil,
  freeze,
  hasOwn,
  isArray,
  isInteger,
  NativeRangeError,
  NativeTypeError,
  trunc,
} from "../intrinsics/primordials.js";
import { collect, kindOf, sizeOf, truth } from "./collect.js";
import { compare, type Key, sortBy } from "./compare.js";
import { optionsOf } from "./options.js";

export function len(value: unknown): number {
  if (typeof value === "string" || isArray(value)) return value.length;
  const size = sizeOf(value);
  if (size >= 0) return size;
  const length: unknown =
    typeof value === "object" && value !== null ? (value as { length?: unknown }).length : undefined;
  if (typeof length === "number") return length;
  throw new NativeTypeError(
    `\`len\` takes an array, string, Map or Set, not ${kindOf(value)}${typeof value === "object" && value !== null ? "; for a plain object use `len(Object.keys(o))`" : ""}.`,
  );
}

function steps(args: readonly unknown[]): {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
} {
  if (args.length < 1 || args.length > 3)
    throw new NativeTypeError(
      `\`range\` takes one to three numbers, not ${args.length}: range(stop), range(start, stop), range(start, stop, step).`,
    );
  for (let i = 0; i < args.length; i++) {
    if (!isInteger(args[i]))
      throw new NativeTypeError(
        `\`range\` takes whole numbers, not ${typeof args[i] === "number" ? `${args[i] as number}` : kindOf(args[i])}.`,
      );
  }
  const list = args as readonly number[];
  const start = list.length === 1 ? 0 : (list[0] as number);
  const stop = list.length === 1 ? (list[0] as number) : (list[1] as number);
  const step = list.length === 3 ? (list[2] as number) : 1;
  if (step === 0) throw new NativeRangeError("`range` takes a step other than zero.");
  return { start, stop, step };
}

/** `range(stop)`, `range(start, stop, step)`: an array of numbers. */
export function range(...args: unknown[]): number[] {
  const { start, stop, step } = steps(args);
  const length = ceil((stop - start) / step);
  if (length <= 0) return [];
  admitArray(length);
  meter.charge(length, "step");
  const out: number[] = [];
  for (let i = 0; i < length; i++) out[i] = start + i * step;
  return out;
}

/** RestrictedPython's `limited_range`: below a thousand elements, reckoned as it does. */
export function limitedRange(...args: unknown[]): number[] {
  const { start, stop, step } = steps(args);
  if (trunc((stop - start) / step) >= 1000)
    throw new NativeRangeError(
      "`range` makes at most 999 elements here; loop with `for (let i = …)` for more.",
    );
  return range(...args);
}

export function sum(source: unknown, start: unknown = 0): number | bigint {
  const items = collect(source, "sum");
  let total = start as number;
  for (let i = -1; i < items.length; i++) {
    const item = i < 0 ? start : items[i];
    const kind = typeof item === "boolean" ? "number" : typeof item;
    if (kind !== "number" && kind !== "bigint")
      throw new NativeTypeError(
        `\`sum\` adds numbers, not ${kindOf(item)}${kind === "string" ? '; join text with `xs.join("")`' : ""}.`,
      );
    if (i < 0) continue;
    // A sum of bigints may begin at the default 0.
    if (typeof item === "bigint" && total === 0) total = 0n as unknown as number;
    total += item as number;
  }
  return total;
}

/** `min(xs)`, `min(a, b, …)`, `min(xs, { key, default })`; `max` likewise. */
function extreme(helper: string, sign: number): (...args: unknown[]) => unknown {
  return (...args) => {
    const last = args.length === 2 && typeof args[0] === "object" ? args[1] : undefined;
    const options = typeof last === "function" ? { key: last } : optionsOf(last, ["key", "default"], helper);
    const items = args.length === 1 || options !== undefined ? collect(args[0], helper) : args;
    const key = keyOf(options, helper);
    if (items.length === 0) {
      if (options !== undefined && hasOwn(options, "default"))
        return (options as { default?: unknown }).default;
      throw new NativeRangeError(`\`${helper}\` of nothing; give \`{ default: … }\` for an empty list.`);
    }
    let best: unknown = items[0];
    let bestKey = key === undefined ? best : key(best);
    for (let i = 1; i < items.length; i++) {
      const k = key === undefined ? items[i] : key(items[i]);
      if (sign * compare(k, bestKey, helper) > 0) {
        best = items[i];
        bestKey = k;
      }
    }
    return best;
  };
}

export const min: (...args: unknown[]) => unknown = extreme("min", -1);
export const max: (...args: unknown[]) => unknown = extreme("max", 1);

function keyOf(options: object | undefined, helper: string): Key | undefined {
  const key = (options as { key?: unknown } | undefined)?.key;
  if (key === undefined || key === null) return undefined;
  if (typeof key !== "function")
    throw new NativeTypeError(`\`${helper}\` takes a function as \`key\`, not ${kindOf(key)}.`);
  return (value) => (key as Key)(value);
}

export function sorted(source: unknown, how?: unknown): unknown[] {
  const options = typeof how === "function" ? { key: how } : optionsOf(how, ["key", "reverse"], "sorted");
  if (how !== undefined && how !== null && options === undefined)
    throw new NativeTypeError("`sorted` takes `{ key, reverse }` or a key function.");
  return sortBy(
    collect(source, "sorted"),
    keyOf(options, "sorted"),
    truth((options as { reverse?: unknown } | undefined)?.reverse),
    "sorted",
  );
}

export function enumerate(source: unknown, start: unknown = 0): unknown[] {
  if (!isInteger(start)) throw new NativeTypeError("`enumerate` starts at a whole number.");
  const items = collect(source, "enumerate");
  for (let i = 0; i < items.length; i++) items[i] = [(start as number) + i, items[i]];
  return items;
}

export function zip(...sources: unknown[]): unknown[] {
  const lists: unknown[][] = [];
  let shortest = sources.length === 0 ? 0 : 2 ** 32;
  for (let i = 0; i < sources.length; i++) {
    const list = collect(sources[i], "zip");
    lists[i] = list;
    if (list.length < shortest) shortest = list.length;
  }
  admitArray(shortest * (lists.length + 1));
  const out: unknown[] = [];
  for (let i = 0; i < shortest; i++) {
    const row: unknown[] = [];
    for (let j = 0; j < lists.length; j++) row[j] = (lists[j] as unknown[])[i];
    out[i] = row;
  }
  return out;
}

export function reversed(source: unknown): unknown[] {
  const items = collect(source, "reversed");
  const out: unknown[] = [];
  for (let i = 0; i < items.length; i++) out[i] = items[items.length - 1 - i];
  return out;
}

export function list(source: unknown = []): unknown[] {
  return collect(source, "list");
}

export function tuple(source: unknown = []): readonly unknown[] {
  return freeze(collect(source, "tuple"));
}

/** RestrictedPython refuses text here: one long string would become a long list. */
export function limitedList(source: unknown = []): unknown[] {
  if (typeof source === "string")
    throw new NativeTypeError('`list` does not take text here; use `text.split("")`.');
  return list(source);
}

export function limitedTuple(source: unknown = []): readonly unknown[] {
  if (typeof source === "string")
    throw new NativeTypeError('`tuple` does not take text here; use `tuple(text.split(""))`.');
  return tuple(source);
}

export function any(source: unknown): boolean {
  const items = collect(source, "any");
  for (let i = 0; i < items.length; i++) if (truth(items[i])) return true;
  return false;
}

export function all(source: unknown): boolean {
  const items = collect(source, "all");
  for (let i = 0; i < items.length; i++) if (!truth(items[i])) return false;
  return true;
}
