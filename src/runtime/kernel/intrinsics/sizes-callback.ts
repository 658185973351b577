import { type Fn, replaceMethod } from "./define.js";
import { admitArray } from "./meter.js";
import { apply, isArray, keys, uncurry } from "./primordials.js";
import { admitWalk, steadyLength } from "./sizes-array.js";

type Native = (...args: unknown[]) => unknown;
const ArrayPrototype = Array.prototype;

/** Below this the callbacks, which tick, cost more than the walk. */
const SHORT = 4096;

type Walk = (list: unknown, callback: unknown, self: unknown) => unknown;

/**
 * The one place where lengths are read, for the engine to learn that any kind of array comes here. Where it has met four
 * kinds or less it concludes that there are no others, wherever this is inlined, and does not inline the walk itself.
 */
function sizeOf(list: readonly unknown[]): number {
  return list.length;
}

/** One of each kind that the engine tells apart: small integers, numbers, values; each with and without holes. */
const KINDS: readonly (readonly unknown[])[] = [[1], [1.5], ["a"], new Array(1), holed(1.5), holed("a")];
/** Calls after which the engine has begun to learn. */
const MET = 200;

function holed(value: unknown): unknown[] {
  const list = [value, value];
  list.length = 1;
  delete list[0];
  return list;
}

function meetAllKinds(): void {
  for (let i = 0; i < MET; i++) for (let k = 0; k < KINDS.length; k++) sizeOf(KINDS[k] as readonly unknown[]);
}

/** A hole calls nothing, and neither does a callback such as `Boolean`: the walk itself must be paid for. */
function admit(self: unknown): void {
  const length = steadyLength(self);
  if (length > SHORT) admitWalk(length);
}

/** Not in the middle of the others: what the engine knows of a list does not outlive the place where two ways meet. */
function far(of: Walk, list: unknown, callback: unknown, self: unknown): unknown {
  admit(list);
  return of(list, callback, self);
}

/** Written out: methods made at one place would share what the engine learns about each, and none would be inlined. */
const DIRECT: Readonly<Record<string, (native: Native) => Fn>> = {
  forEach(native) {
    const of = uncurry<unknown, [callback: unknown, self: unknown], unknown>(native);
    return {
      forEach(this: unknown, callback: unknown, self?: unknown): unknown {
        return isArray(this) && sizeOf(this) <= SHORT
          ? of(this, callback, self)
          : far(of, this, callback, self);
      },
    }.forEach;
  },
  map(native) {
    const of = uncurry<unknown, [callback: unknown, self: unknown], unknown>(native);
    return {
      map(this: unknown, callback: unknown, self?: unknown): unknown {
        return isArray(this) && sizeOf(this) <= SHORT
          ? of(this, callback, self)
          : far(of, this, callback, self);
      },
    }.map;
  },
  filter(native) {
    const of = uncurry<unknown, [callback: unknown, self: unknown], unknown>(native);
    return {
      filter(this: unknown, callback: unknown, self?: unknown): unknown {
        return isArray(this) && sizeOf(this) <= SHORT
          ? of(this, callback, self)
          : far(of, this, callback, self);
      },
    }.filter;
  },
  some(native) {
    const of = uncurry<unknown, [callback: unknown, self: unknown], unknown>(native);
    return {
      some(this: unknown, callback: unknown, self?: unknown): unknown {
        return isArray(this) && sizeOf(this) <= SHORT
          ? of(this, callback, self)
          : far(of, this, callback, self);
      },
    }.some;
  },
  every(native) {
    const of = uncurry<unknown, [callback: unknown, self: unknown], unknown>(native);
    return {
      every(this: unknown, callback: unknown, self?: unknown): unknown {
        return isArray(this) && sizeOf(this) <= SHORT
          ? of(this, callback, self)
          : far(of, this, callback, self);
      },
    }.every;
  },
  find(native) {
    const of = uncurry<unknown, [callback: unknown, self: unknown], unknown>(native);
    return {
      find(this: unknown, callback: unknown, self?: unknown): unknown {
        return isArray(this) && sizeOf(this) <= SHORT
          ? of(this, callback, self)
          : far(of, this, callback, self);
      },
    }.find;
  },
  findIndex(native) {
    const of = uncurry<unknown, [callback: unknown, self: unknown], unknown>(native);
    return {
      findIndex(this: unknown, callback: unknown, self?: unknown): unknown {
        return isArray(this) && sizeOf(this) <= SHORT
          ? of(this, callback, self)
          : far(of, this, callback, self);
      },
    }.findIndex;
  },
  findLast(native) {
    const of = uncurry<unknown, [callback: unknown, self: unknown], unknown>(native);
    return {
      findLast(this: unknown, callback: unknown, self?: unknown): unknown {
        return isArray(this) && sizeOf(this) <= SHORT
          ? of(this, callback, self)
          : far(of, this, callback, self);
      },
    }.findLast;
  },
  findLastIndex(native) {
    const of = uncurry<unknown, [callback: unknown, self: unknown], unknown>(native);
    return {
      findLastIndex(this: unknown, callback: unknown, self?: unknown): unknown {
        return isArray(this) && sizeOf(this) <= SHORT
          ? of(this, callback, self)
          : far(of, this, callback, self);
      },
    }.findLastIndex;
  },
};

function reducing(native: Native): (this: unknown, callback: unknown, initial?: unknown) => unknown {
  const of = uncurry<unknown, unknown[], unknown>(native);
  return {
    method(this: unknown, callback: unknown, initial?: unknown): unknown {
      // biome-ignore lint/complexity/noArguments: an initial value of undefined is one, and a rest parameter costs each call
      const isFirst = arguments.length < 2;
      if (!isArray(this) || sizeOf(this) > SHORT) {
        admit(this);
        return isFirst ? of(this, callback) : of(this, callback, initial);
      }
      return isFirst ? of(this, callback) : of(this, callback, initial);
    },
  }.method;
}

function slicing(native: Native): Fn {
  const of = uncurry<unknown, [start: unknown, end: unknown], unknown>(native);
  return {
    slice(this: unknown, start?: unknown, end?: unknown): unknown {
      if (isArray(this) && sizeOf(this) <= SHORT) return of(this, start, end);
      admit(this);
      const made = of(this, start, end);
      if (isArray(made) && made.length > SHORT) admitArray(made.length);
      return made;
    },
  }.slice;
}

/** Natives that call the program for each element that is there. Written out: rest parameters would cost each small call. */
export function tameCallbacks(): void {
  meetAllKinds();
  for (const name of keys(DIRECT))
    replaceMethod(ArrayPrototype, name, DIRECT[name] as (native: Native) => Fn);
  for (const name of ["reduce", "reduceRight"]) replaceMethod(ArrayPrototype, name, reducing);
  replaceMethod(ArrayPrototype, "slice", slicing);
  for (const name of ["shift", "toLocaleString"])
    replaceMethod(
      ArrayPrototype,
      name,
      (native) =>
        ({
          method(this: unknown): unknown {
            if (!isArray(this) || sizeOf(this) > SHORT) admit(this);
            return apply(native, this, []);
          },
        }).method,
    );
}
