import { replaceMethod } from "./define.js";
import { apply, isArray } from "./primordials.js";
import { admitWalk, steadyLength } from "./sizes-array.js";

const ArrayPrototype = Array.prototype;

/** Below this the callbacks, which tick, cost more than the walk. */
const SHORT = 4096;

/** A hole calls nothing, and neither does a callback such as `Boolean`: the walk itself must be paid for. */
function admit(self: unknown): void {
  if (isArray(self) && self.length <= SHORT) return;
  const length = steadyLength(self);
  if (length > SHORT) admitWalk(length);
}

/** Natives that call the program for each element that is there. Written out: rest parameters would cost each small call. */
export function tameCallbacks(): void {
  for (const name of [
    "forEach",
    "map",
    "filter",
    "some",
    "every",
    "find",
    "findIndex",
    "findLast",
    "findLastIndex",
  ])
    replaceMethod(
      ArrayPrototype,
      name,
      (native) =>
        ({
          method(this: unknown, callback: unknown, self?: unknown): unknown {
            admit(this);
            return apply(native, this, [callback, self]);
          },
        }).method,
    );
  for (const name of ["reduce", "reduceRight"])
    replaceMethod(
      ArrayPrototype,
      name,
      (native) =>
        ({
          method(this: unknown, callback: unknown, ...initial: unknown[]): unknown {
            admit(this);
            return initial.length === 0
              ? apply(native, this, [callback])
              : apply(native, this, [callback, initial[0]]);
          },
        }).method,
    );
  replaceMethod(
    ArrayPrototype,
    "slice",
    (native) =>
      ({
        slice(this: unknown, start?: unknown, end?: unknown): unknown {
          admit(this);
          return apply(native, this, [start, end]);
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
