import { shared } from "../intrinsics/define.js";
import { defineProperty } from "../intrinsics/primordials.js";
import { truth } from "./collect.js";
import { absolute, float, int, round } from "./numbers.js";
import {
  all,
  any,
  enumerate,
  len,
  limitedList,
  limitedRange,
  limitedTuple,
  list,
  max,
  min,
  range,
  reversed,
  sorted,
  sum,
  tuple,
  zip,
} from "./sequences.js";
import { str } from "./text.js";
import { reorder, sameType, test } from "./utility.js";

export type Helper = (...args: never[]) => unknown;
export type HelperTable = Readonly<Record<string, Helper>>;

function table(entries: Record<string, Helper>): HelperTable {
  for (const name of Object.keys(entries)) {
    const f = entries[name] as Helper;
    defineProperty(f, "name", { value: name });
    shared(f);
  }
  return Object.freeze(entries);
}

/** Python's built-in functions, as guests of every kind get them. */
export const HELPERS: HelperTable = table({
  len,
  range,
  str,
  int,
  float,
  sum,
  min,
  max,
  enumerate,
  zip,
  sorted,
  abs: absolute,
  round,
  list,
  tuple,
  any,
  all,
  reversed,
  bool: (value: unknown) => truth(value),
});

/** What RestrictedPython's `limited_builtins` puts in their place. */
export const LIMITED_HELPERS: HelperTable = table({
  range: limitedRange,
  list: limitedList,
  tuple: limitedTuple,
});

/** The functions of RestrictedPython's `utility_builtins`. */
export const UTILITY_HELPERS: HelperTable = table({ sameType, test, reorder });
