import { HELPERS, LIMITED_HELPERS, UTILITY_HELPERS } from "../helpers/index.js";
import { makeRandom } from "../helpers/random.js";
import { math, stringConstants } from "../helpers/utility.js";
import { close, given, isHostRealm } from "../intrinsics/host-realm.js";
import { assign, hasOwn, NativeTypeError, ownKeys } from "../intrinsics/primordials.js";
import { tamedIntrinsic } from "../intrinsics/tame.js";
import { GLOBALS } from "./table.js";

export type GlobalsKind = "safe" | "limited" | "utility" | "none";

export interface GlobalsOptions {
  /** Makes `random` of the utility set repeatable. */
  readonly seed?: number;
}

const none: Readonly<Record<string, unknown>> = { NaN: 0 / 0, Infinity: 1 / 0, undefined };

/** A fresh plain object, name to value: an ordinary fast one, which costs nothing to read. Call after `tameIntrinsics`. */
export function makeGlobals(kind: GlobalsKind, options: GlobalsOptions = {}): Record<string, unknown> {
  switch (kind) {
    case "none":
      return { ...none };
    case "safe":
      return safe();
    case "limited":
      return assign(safe(), LIMITED_HELPERS);
    case "utility":
      return assign(safe(), UTILITY_HELPERS, {
        math: isHostRealm() ? closedCopy(math) : math,
        string: stringConstants,
        random: makeRandom(options.seed),
      });
    default:
      throw new NativeTypeError("Unknown kind of globals; the kinds are safe, limited, utility and none.");
  }
}

/** In the host's realm, with stand-ins for the natives in it. */
function closedCopy(object: object): object {
  const out: Record<string, unknown> = {};
  for (const name of ownKeys(object) as string[])
    if (name !== "_open_") out[name] = given((object as Record<string, unknown>)[name]);
  return close(out);
}

function safe(): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (let i = 0; i < GLOBALS.length; i++) {
    const name = GLOBALS[i]?.name as string;
    const value = hasOwn(none, name) ? none[name] : tamedIntrinsic(name);
    if (value !== undefined || name === "undefined") out[name] = value;
  }
  return assign(out, HELPERS);
}
