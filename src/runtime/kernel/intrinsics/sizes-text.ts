import { replaceMethod } from "./define.js";
import { extentOf } from "./json-size.js";
import { admitString, meter } from "./meter.js";
import { apply, getPrototypeOf, isArray, realmGlobal } from "./primordials.js";

type Native = (...args: unknown[]) => unknown;
type Method = (this: unknown, first?: unknown, second?: unknown, third?: unknown) => unknown;

/** Natives whose text is at most some times as long as what it is made from, which has been charged: charged afterwards. */
const FROM_TEXT: readonly string[] = [
  "normalize",
  "toUpperCase",
  "toLowerCase",
  "toLocaleUpperCase",
  "toLocaleLowerCase",
  "toWellFormed",
];
const CODERS: readonly string[] = [
  "encodeURIComponent",
  "encodeURI",
  "decodeURIComponent",
  "decodeURI",
  "escape",
  "unescape",
];

export function tameTexts(): void {
  for (const name of FROM_TEXT) replaceMethod(String.prototype, name, reckoned);
  for (const name of CODERS) replaceMethod(realmGlobal, name, reckoned);
  const typed = getPrototypeOf(Uint8Array.prototype) as object;
  for (const name of ["join", "toLocaleString"]) replaceMethod(typed, name, reckoned);
  replaceMethod(JSON, "stringify", stringifying);
}

function reckoned(native: Native): Method {
  return {
    method(this: unknown, first?: unknown, second?: unknown): unknown {
      // Texts that were put together by `+` have not been charged yet, nor written out.
      if (typeof this === "string" && this.length > LARGE) admitString(this.length);
      const made = apply(native, this, [first, second]);
      if (typeof made === "string" && made.length > SHORT) admitString(made.length);
      return made;
    },
  }.method;
}

/** Below this a text costs about what the call has paid. */
const SHORT = 256;
const LARGE = 2 ** 20;
const MOST_GAP = 10;

function stringifying(native: Native): Method {
  return {
    stringify(value?: unknown, replacer?: unknown, space?: unknown): unknown {
      if (typeof value !== "object" || value === null)
        return apply(native, undefined, [value, replacer, space]);
      let by: unknown = replacer;
      if (typeof replacer !== "function") {
        const least = extentOf(value, replacer, space === undefined ? 0 : MOST_GAP);
        if (least !== null && space === undefined) admitString(least);
        else if (least !== null) meter.charge(least, "step");
        // The program's own code answers: each part is counted as it is written.
        else if (!isArray(replacer)) by = counting;
      }
      const made = apply(native, undefined, [value, by, space]);
      if (typeof made === "string" && made.length > SHORT) admitString(made.length);
      return made;
    },
  }.stringify;
}

function counting(_: unknown, value: unknown): unknown {
  meter.charge(1, "step");
  return value;
}
