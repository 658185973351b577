/**
 * What programs have besides the language: `log`, which returns its first argument, and functions that make hostile
 * things short to write. The text is evaluated as it is in the native realm and in the guest's realm, where no guard
 * touches it, so that it behaves the same on both sides.
 */
export const HELPERS_TEXT = `(log, Symbol, RangeError, Promise) => {
  "use strict";
  const iter = (list, how) => ({
    [Symbol.iterator]() {
      log("open");
      if (how === "open") throw new RangeError("open");
      let at = 0;
      return {
        next(x) {
          log("next", x);
          if (how === "next" && at > 0) throw new RangeError("next");
          if (how === "result") return 1;
          return at < list.length ? { value: list[at++], done: false } : { value: "end", done: true };
        },
        return(x) {
          log("return", x);
          if (how === "return") throw new RangeError("return");
          return how === "bad" ? 1 : { value: x, done: true };
        },
        get throw() {
          log("throw");
          return how === "throw" ? (x) => ({ value: log(x), done: at++ > 2 }) : undefined;
        },
      };
    },
  });
  const later = (list, how) => ({
    [Symbol.asyncIterator]() {
      log("open");
      let at = 0;
      return {
        next(x) {
          log("next", x);
          if (how === "next" && at > 0) throw new RangeError("next");
          if (how === "reject") return Promise.reject("reject");
          return at < list.length ? { value: list[at++], done: false } : Promise.resolve({ value: "end", done: true });
        },
        return(x) {
          log("return", x);
          if (how === "return") throw new RangeError("return");
          return how === "bad" ? 1 : { value: x, done: true };
        },
      };
    },
  });
  const settle = (name, promise) => {
    promise.then((value) => { log(name, value); }, (error) => { log(name, "rejected", error); });
    return name;
  };
  const drain = (iterator, list) => {
    const out = [];
    for (const [how, x] of list) {
      try { out.push(iterator[how](x)); } catch (e) { log(how, e); }
    }
    return out;
  };
  return { iter, later, settle, drain };
}`;

export interface Helpers {
  readonly iter: unknown;
  readonly later: unknown;
  readonly settle: unknown;
  readonly drain: unknown;
}

export type MakeHelpers = (log: unknown, symbol: unknown, rangeError: unknown, promise: unknown) => Helpers;
