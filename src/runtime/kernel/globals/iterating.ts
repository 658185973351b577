import { HELPERS, LIMITED_HELPERS } from "../helpers/index.js";
import type { Iterating } from "../injected.js";
import { tamedIntrinsic } from "../intrinsics/tame.js";

const CONSTRUCTORS = "Map Set WeakMap WeakSet";
const STATICS: Readonly<Record<string, string>> = {
  Array: "from",
  Object: "fromEntries groupBy",
  Map: "groupBy",
  Promise: "all allSettled any race",
};
const FIRST = "sum min max enumerate sorted list tuple any all reversed";

/** The built-ins that iterate over an argument, by identity. Call after `tameIntrinsics`. */
export function iteratingBuiltins(): Iterating {
  const found = new Map<unknown, "first" | "each">();
  for (const name of CONSTRUCTORS.split(" ")) found.set(tamedIntrinsic(name), "first");
  for (const owner of Object.keys(STATICS)) {
    const holder = tamedIntrinsic(owner) as Record<string, unknown>;
    for (const name of (STATICS[owner] as string).split(" "))
      if (typeof holder[name] === "function") found.set(holder[name], "first");
  }
  for (const helpers of [HELPERS, LIMITED_HELPERS])
    for (const name of FIRST.split(" ")) if (helpers[name] !== undefined) found.set(helpers[name], "first");
  found.set(HELPERS.zip, "each");
  return found;
}
