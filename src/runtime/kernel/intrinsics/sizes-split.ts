import { replaceMethod } from "./define.js";
import { admitArray } from "./meter.js";
import { isArray, uncurry } from "./primordials.js";

/** Texts below this have no more parts than the loop around them pays for. */
const SHORT = 1024;
/** A part is a string of its own. */
const PART_BYTES = 16;

/** `split` makes as many strings as the text has parts: with the empty separator that is known before, else after. */
export function tameSplit(): void {
  replaceMethod(String.prototype, "split", (native) => {
    const of = uncurry<unknown, [separator: unknown, limit: unknown], unknown>(native);
    return {
      split(this: unknown, separator: unknown, limit?: unknown): unknown {
        if (typeof this !== "string" || this.length < SHORT) return of(this, separator, limit);
        const known = separator === "" && limit === undefined;
        if (known) admitArray(this.length, PART_BYTES);
        const parts = of(this, separator, limit);
        if (!known && isArray(parts)) admitArray(parts.length, PART_BYTES);
        return parts;
      },
    }.split;
  });
}
