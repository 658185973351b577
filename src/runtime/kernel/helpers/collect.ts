import { admitArray, meter } from "../intrinsics/meter.js";
import {
  isArray,
  mapForEach,
  mapSize,
  NativeTypeError,
  setForEach,
  setSize,
  typedArrayLength,
  typedArrayTag,
} from "../intrinsics/primordials.js";

const iteratorSymbol: typeof Symbol.iterator = Symbol.iterator;

export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (isArray(value)) return "an array";
  if (typeof value === "object") return "an object";
  return typeof value === "undefined" ? "undefined" : `a ${typeof value}`;
}

export function isMap(value: unknown): boolean {
  return tries(() => mapSize(value)) >= 0;
}

export function isSet(value: unknown): boolean {
  return tries(() => setSize(value)) >= 0;
}

/** The size of a Map or Set, by its internal slot; -1 for anything else. */
export function sizeOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return -1;
  const size = tries(() => mapSize(value));
  return size >= 0 ? size : tries(() => setSize(value));
}

function tries(read: () => number): number {
  try {
    return read();
  } catch {
    return -1;
  }
}

/** A new array of the elements of any iterable; charged per element, the source is never changed. */
export function collect(source: unknown, helper: string): unknown[] {
  const out: unknown[] = [];
  if (isArray(source) || typedArrayTag(source) !== undefined) {
    const list = source as readonly unknown[];
    const length = isArray(source) ? source.length : typedArrayLength(source);
    pay(length);
    for (let i = 0; i < length; i++) out[i] = list[i];
    return out;
  }
  const size = sizeOf(source);
  if (size >= 0) {
    pay(size);
    if (isMap(source))
      mapForEach(source, (value, key) => {
        out[out.length] = [key, value];
      });
    else
      setForEach(source, (value) => {
        out[out.length] = value;
      });
    return out;
  }
  const iterable = source as Iterable<unknown> | null | undefined;
  if (
    typeof source !== "string" &&
    (typeof source !== "object" || source === null || typeof iterable?.[iteratorSymbol] !== "function")
  ) {
    const help =
      typeof source === "object" && source !== null
        ? "; for a plain object use `Object.keys(o)`, `Object.values(o)` or `Object.entries(o)`"
        : "";
    throw new NativeTypeError(
      `\`${helper}\` takes an array, string, Map, Set or other iterable, not ${kindOf(source)}${help}.`,
    );
  }
  // The program's own iterators run here; each turn is paid for, so that an endless one ends.
  for (const value of iterable as Iterable<unknown>) {
    const at = out.length;
    meter.charge(1, "step");
    if ((at & 4095) === 4095) admitArray(at + 1);
    out[at] = value;
  }
  return out;
}

function pay(length: number): void {
  admitArray(length);
  if (length > 0) meter.charge(length, "step");
}

/** Truth as Python sees it: an empty array, string, Map or Set is false. */
export function truth(value: unknown): boolean {
  if (!value) return false;
  if (isArray(value)) return value.length > 0;
  return sizeOf(value) !== 0;
}
