import { type Fn, replaceMethod } from "./define.js";
import { admitArray } from "./meter.js";
import { apply, isArray, keys, uncurry } from "./primordials.js";
import { admitWalk, steadyLength } from "./sizes-array.js";

type Native = (...args: unknown[]) => unknown;
const ArrayPrototype = Array.prototype;

/** Below this the callbacks, which tick, cost more than the walk. */
const SHORT = 4096;

/** A hole calls nothing, and neither does a callback such as `Boolean`: the walk itself must be paid for. */
function admit(self: unknown): void {
  if (isArray(self) && self.length <= SHORT) return;
  const length = steadyLength(self);
  if (length > SHORT) admitWalk(length);
}

/** Written out: methods made at one place would share what the engine learns about each, and none would be inlined. */
const DIRECT: Readonly<Record<string, (native: Native) => Fn>> = {
  forEach(native) {
    const of = uncurry<unknown, [callback: unknown, self: unknown], unknown>(native);
    return {
      forEach(this: unknown, callback: unknown, self?: unknown): unknown {
        if (!isArray(this) || this.length > SHORT) admit(this);
        return of(this, callback, self);
      },
    }.forEach;
  },
  map(native) {
    const of = uncurry<unknown, [callback: unknown, self: unknown], unknown>(native);
    return {
      map(this: unknown, callback: unknown, self?: unknown): unknown {
        if (!isArray(this) || this.length > SHORT) admit(this);
        return of(this, callback, self);
      },
    }.map;
  },
  filter(native) {
    const of = uncurry<unknown, [callback: unknown, self: unknown], unknown>(native);
    return {
      filter(this: unknown, callback: unknown, self?: unknown): unknown {
        if (!isArray(this) || this.length > SHORT) admit(this);
        return of(this, callback, self);
      },
    }.filter;
  },
  some(native) {
    const of = uncurry<unknown, [callback: unknown, self: unknown], unknown>(native);
    return {
      some(this: unknown, callback: unknown, self?: unknown): unknown {
        if (!isArray(this) || this.length > SHORT) admit(this);
        return of(this, callback, self);
      },
    }.some;
  },
  every(native) {
    const of = uncurry<unknown, [callback: unknown, self: unknown], unknown>(native);
    return {
      every(this: unknown, callback: unknown, self?: unknown): unknown {
        if (!isArray(this) || this.length > SHORT) admit(this);
        return of(this, callback, self);
      },
    }.every;
  },
  find(native) {
    const of = uncurry<unknown, [callback: unknown, self: unknown], unknown>(native);
    return {
      find(this: unknown, callback: unknown, self?: unknown): unknown {
        if (!isArray(this) || this.length > SHORT) admit(this);
        return of(this, callback, self);
      },
    }.find;
  },
  findIndex(native) {
    const of = uncurry<unknown, [callback: unknown, self: unknown], unknown>(native);
    return {
      findIndex(this: unknown, callback: unknown, self?: unknown): unknown {
        if (!isArray(this) || this.length > SHORT) admit(this);
        return of(this, callback, self);
      },
    }.findIndex;
  },
  findLast(native) {
    const of = uncurry<unknown, [callback: unknown, self: unknown], unknown>(native);
    return {
      findLast(this: unknown, callback: unknown, self?: unknown): unknown {
        if (!isArray(this) || this.length > SHORT) admit(this);
        return of(this, callback, self);
      },
    }.findLast;
  },
  findLastIndex(native) {
    const of = uncurry<unknown, [callback: unknown, self: unknown], unknown>(native);
    return {
      findLastIndex(this: unknown, callback: unknown, self?: unknown): unknown {
        if (!isArray(this) || this.length > SHORT) admit(this);
        return of(this, callback, self);
      },
    }.findLastIndex;
  },
};

function reducing(native: Native): (this: unknown, callback: unknown, initial?: unknown) => unknown {
  const of = uncurry<unknown, unknown[], unknown>(native);
  return {
    method(this: unknown, callback: unknown, initial?: unknown): unknown {
      if (!isArray(this) || this.length > SHORT) admit(this);
      // biome-ignore lint/complexity/noArguments: an initial value of undefined is one, and a rest parameter costs each call
      return arguments.length < 2 ? of(this, callback) : of(this, callback, initial);
    },
  }.method;
}

/** Natives that call the program for each element that is there. Written out: rest parameters would cost each small call. */
export function tameCallbacks(): void {
  for (const name of keys(DIRECT))
    replaceMethod(ArrayPrototype, name, DIRECT[name] as (native: Native) => Fn);
  for (const name of ["reduce", "reduceRight"]) replaceMethod(ArrayPrototype, name, reducing);
  replaceMethod(
    ArrayPrototype,
    "slice",
    (native) =>
      ({
        slice(this: unknown, start?: unknown, end?: unknown): unknown {
          admit(this);
          const made = apply(native, this, [start, end]);
          if (isArray(made) && made.length > SHORT) admitArray(made.length);
          return made;
        },
      }).slice,
  );
  for (const name of ["shift", "toLocaleString"])
    replaceMethod(
      ArrayPrototype,
      name,
      (native) =>
        ({
          method(this: unknown): unknown {
            admit(this);
            return apply(native, this, []);
          },
        }).method,
    );
}
