import { isLarge, texted, textOf } from "../bigints/size.js";
import { refuse, replaceMethod } from "./define.js";
import { isHostRealm } from "./host-realm.js";
import { admitArray, admitString, meter } from "./meter.js";
import {
  apply,
  getOwnPropertyDescriptor,
  isArray,
  trunc,
  typedArrayLength,
  typedArrayTag,
} from "./primordials.js";

const ArrayPrototype = Array.prototype;
const spreadable: typeof Symbol.isConcatSpreadable = Symbol.isConcatSpreadable;
type Native = (...args: unknown[]) => unknown;

/** The length that a native would loop over. */
export function lengthOf(value: unknown): number {
  if (isArray(value)) return value.length;
  if (value === null || value === undefined) return 0;
  const length = trunc(+((value as { length?: unknown }).length as number));
  return length > 0 ? length : 0;
}

/** The length of a receiver that a native will read again: it must not be able to answer differently the second time. */
export function steadyLength(value: unknown): number {
  if (isArray(value)) return value.length;
  if (typeof value !== "object" && typeof value !== "function") return lengthOf(value);
  if (value === null) return 0;
  if (typedArrayTag(value) !== undefined) return typedArrayLength(value);
  const d = getOwnPropertyDescriptor(value, "length");
  if (d === undefined && (value as { length?: unknown }).length === undefined) return 0;
  if (d === undefined || typeof d.value !== "number")
    return refuse("Array methods take arrays here; make one with `Array.from`.");
  return d.value > 0 ? trunc(d.value) : 0;
}

/** Natives that loop over the whole length without calling the program: a length of 2^53 would never end. */
const WHOLE: readonly string[] = [
  "fill",
  "splice",
  "toSpliced",
  "with",
  "reverse",
  "toReversed",
  "indexOf",
  "lastIndexOf",
  "includes",
  "copyWithin",
  "unshift",
];

export function tameArrays(): void {
  for (const name of WHOLE) replaceMethod(ArrayPrototype, name, (native) => checked(native));
  for (const name of ["sort", "toSorted"]) replaceMethod(ArrayPrototype, name, (native) => sorting(native));
  replaceMethod(ArrayPrototype, "concat", concat);
  replaceMethod(ArrayPrototype, "join", join);
  if (isHostRealm()) replaceMethod(ArrayPrototype, "toString", text);
  replaceMethod(
    ArrayPrototype,
    "flat",
    () =>
      ({
        flat(this: unknown, depth?: unknown): unknown {
          const out: unknown[] = [];
          flatten(out, this as unknown[], depth === undefined ? 1 : trunc(+(depth as number)) || 0);
          return out;
        },
      }).flat,
  );
  replaceMethod(
    ArrayPrototype,
    "flatMap",
    () =>
      ({
        flatMap(this: unknown, callback: unknown, receiver?: unknown): unknown {
          if (typeof callback !== "function") return refuse("flatMap mapper function is not callable");
          const source = this as unknown[];
          const out: unknown[] = [];
          const n = lengthOf(source);
          if (n > SHORT) admitWalk(n);
          for (let i = 0; i < n; i++) {
            if (!(i in source)) continue;
            const value = apply(callback, receiver, [source[i], i, source]) as unknown;
            if (isArray(value)) flatten(out, value, 0);
            else put(out, value);
          }
          return out;
        },
      }).flatMap,
  );
}

/** Dense arrays below this are cheaper to walk than to reckon. */
const SHORT = 4096;

function checked(native: Native): (this: never, ...args: never[]) => unknown {
  return {
    method(this: unknown, ...args: unknown[]): unknown {
      const length = steadyLength(this);
      if (length > SHORT) admitWalk(length);
      const made = apply(native, this, args);
      // The copies that some of them give.
      if (length > SHORT && made !== this && isArray(made)) admitArray(made.length);
      return made;
    },
  }.method;
}

function hasLarge(list: readonly unknown[]): boolean {
  for (let i = 0; i < list.length; i++) if (isLarge(list[i])) return true;
  return false;
}

/** What the engine does without a comparator, with a look at the clock now and then. */
function compareTexts(a: unknown, b: unknown): number {
  const left = `${texted(a) as string}`;
  const right = `${texted(b) as string}`;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Without a comparator each comparison makes the texts of both. */
function sorting(native: Native): (this: never, ...args: never[]) => unknown {
  return {
    method(this: unknown, compare?: unknown): unknown {
      const length = steadyLength(this);
      if (length > SHORT) admitWalk(length);
      const byText = compare === undefined && isArray(this) && hasLarge(this);
      return apply(native, this, [byText ? compareTexts : compare]);
    },
  }.method;
}

/** A walk allocates little; what it may not do is take longer than the step budget. */
export function admitWalk(length: number): void {
  const { arrayLength } = meter.limits();
  if (length > arrayLength)
    meter.limitError(
      "LIMIT_ARRAY",
      `The program asked for a walk over ${length} elements; the limit is ${arrayLength}.`,
    );
  meter.charge(trunc(length / 64), "step");
}

function concat(native: Native): (this: never, ...args: never[]) => unknown {
  return {
    concat(this: unknown, ...parts: unknown[]): unknown {
      let total = isArray(this) ? this.length : 1;
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i];
        if (isArray(part)) total += part.length;
        else if (
          typeof part === "object" &&
          part !== null &&
          (part as { [spreadable]?: unknown })[spreadable]
        )
          return refuse("`concat` spreads arrays only; use `Array.from` for other objects.");
        else total++;
      }
      admitArray(total);
      return apply(native, this, parts);
    },
  }.concat;
}

/** What to join: the same list, or a copy with the texts of its large bigints. */
function admitText(list: unknown, glue: number): unknown {
  const length = steadyLength(list);
  if (length > SHORT) admitWalk(length);
  let total = glue * length;
  let copy: unknown[] | null = null;
  if (isArray(list)) {
    for (let i = 0; i < length; i++) {
      const value: unknown = list[i];
      if (typeof value === "string") total += value.length;
      else if (isLarge(value)) {
        copy ??= copyOf(list);
        const text = textOf(value);
        copy[i] = text;
        total += text.length;
      }
      if (copy !== null && (i & 63) === 0) admitString(total, 0);
    }
  }
  admitString(total);
  return copy ?? list;
}

function copyOf(list: readonly unknown[]): unknown[] {
  const copy: unknown[] = [];
  for (let i = 0; i < list.length; i++) copy[i] = list[i];
  return copy;
}

/** In a realm of its own the native one calls the `join` that is here; in the host's realm it calls the host's. */
function text(native: Native): (this: never, ...args: never[]) => unknown {
  return {
    toString(this: unknown): unknown {
      return apply(native, isArray(this) ? admitText(this, 1) : this, []);
    },
  }.toString;
}

/** A thousand references to one long string: reckoned before the engine builds the text. */
function join(native: Native): (this: never, ...args: never[]) => unknown {
  return {
    join(this: unknown, separator?: unknown): unknown {
      const glue =
        separator === undefined ? "," : typeof separator === "string" ? separator : `${separator as string}`;
      return apply(native, admitText(this, glue.length), [glue]);
    },
  }.join;
}

function put(out: unknown[], value: unknown): void {
  const at = out.length;
  if ((at & 4095) === 4095) admitChunk(at);
  out[at] = value;
}

function admitChunk(length: number): void {
  const { arrayLength } = meter.limits();
  if (length >= arrayLength)
    meter.limitError(
      "LIMIT_ARRAY",
      `The program asked for an array of more than ${arrayLength} elements; that is the limit.`,
    );
  meter.charge(4096 * 8, "bytes");
}

function flatten(out: unknown[], source: unknown[], depth: number): void {
  const n = lengthOf(source);
  if (n > SHORT) admitWalk(n);
  for (let i = 0; i < n; i++) {
    if (!(i in source)) continue;
    const value = source[i];
    if (depth > 0 && isArray(value)) flatten(out, value, depth - 1);
    else put(out, value);
  }
}
