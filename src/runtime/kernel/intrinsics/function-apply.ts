import { fromLike } from "./array-constructor.js";
import { replaceMethod } from "./define.js";
import { admitArray } from "./meter.js";
import { apply, isArray, NativeFunction } from "./primordials.js";

/** Below this a list of arguments costs no more than the call. */
const SHORT = 1024;

/** `f.apply(self, { length: 1e8 })` makes the list in native code, before anything of the program's runs. */
export function tameApply(): void {
  replaceMethod(
    NativeFunction.prototype,
    "apply",
    (native) =>
      ({
        apply(this: unknown, self: unknown, list: unknown): unknown {
          if (isArray(list)) {
            if (list.length > SHORT) admitArray(list.length);
            return apply(native, this, [self, list]);
          }
          // The native says in its own words what is no function and what is no list.
          if (typeof this !== "function" || typeof list !== "object" || list === null)
            return apply(native, this, [self, list]);
          return apply(native, this, [self, fromLike(list as ArrayLike<unknown>, undefined, undefined)]);
        },
      }).apply,
  );
}
