import { getPrototypeOf, isArray, NativeObject, NativeString } from "../intrinsics/primordials.js";
import { inspect } from "../print/inspect.js";

/** `str(x)`: text as it is, arrays and plain objects as `print` shows them, everything else as `String` does. */
export function str(value: unknown = ""): string {
  if (typeof value === "object" && value !== null) {
    const prototype = getPrototypeOf(value);
    if (isArray(value) || prototype === null || prototype === NativeObject.prototype) return inspect(value);
  }
  return NativeString(value);
}
