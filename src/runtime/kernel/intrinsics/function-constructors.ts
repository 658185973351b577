import { isMimic, mimic, refuse, replaceMethod } from "./define.js";
import { meter } from "./meter.js";
import {
  defineProperty,
  functionToString,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  NativeFunction,
  stringEndsWith,
} from "./primordials.js";

/**
 * `f.constructor` of every kind of function compiles text. `codeGeneration: {strings: false}` already refuses it; this
 * ends the way there too, so that neither is needed.
 */
export function inertFunctionConstructors(): void {
  const samples = [() => {}, async () => {}, function* () {}, async function* () {}];
  for (const sample of samples) {
    const prototype = getPrototypeOf(sample) as object;
    const native = getOwnPropertyDescriptor(prototype, "constructor")?.value as object;
    // biome-ignore lint/complexity/useArrowFunction: called with `new` too, it must say the same.
    const inert = function (): never {
      meter.forbidden("GUARD_CALL", "constructor");
      return refuse("Functions cannot be made from text; write a function expression.");
    };
    mimic(inert, native);
    defineProperty(inert, "prototype", { value: prototype, writable: false });
    const d = getOwnPropertyDescriptor(prototype, "constructor");
    defineProperty(prototype, "constructor", { ...d, value: inert });
  }
}

/** Source text of the kernel and of rewritten programs stays unread. */
export function hideFunctionText(): void {
  replaceMethod(
    NativeFunction.prototype,
    "toString",
    () =>
      ({
        toString(this: unknown): string {
          const text = functionToString(this);
          const name = getOwnPropertyDescriptor(this as object, "name")?.value as unknown;
          const shown = typeof name === "string" ? name : "";
          if (isMimic(this as object)) return `function ${shown}() { [native code] }`;
          return stringEndsWith(text, "{ [native code] }") ? text : `function ${shown}() { [guest code] }`;
        },
      }).toString,
  );
}
