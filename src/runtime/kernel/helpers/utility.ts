import { shared, sharedObject } from "../intrinsics/define.js";
import {
  getPrototypeOf,
  isArray,
  isNaNNumber,
  mapDelete,
  mapGet,
  mapHas,
  mapSet,
  NativeMap,
} from "../intrinsics/primordials.js";
import { collect } from "./collect.js";

/** Whether all arguments are of one type: the same `typeof`, and for objects the same class. */
export function sameType(...values: unknown[]): boolean {
  for (let i = 1; i < values.length; i++) {
    const a = values[0];
    const b = values[i];
    if (typeof a !== typeof b || (a === null) !== (b === null)) return false;
    if (
      (typeof a === "object" || typeof a === "function") &&
      a !== null &&
      getPrototypeOf(a) !== getPrototypeOf(b as object)
    )
      return false;
  }
  return true;
}

/** `test(c1, v1, c2, v2, …, default)`: the value of the first true condition. */
export function test(...args: unknown[]): unknown {
  for (let i = 1; i < args.length; i += 2) if (args[i - 1]) return args[i];
  return args.length % 2 === 1 ? args[args.length - 1] : undefined;
}

/** `reorder(items, with, without)`: the items that `with` names, in its order, but for those of `without`, as pairs. */
export function reorder(items: unknown, order?: unknown, without: unknown = []): unknown[] {
  const pair = (item: unknown): readonly [unknown, unknown] =>
    isArray(item) && item.length === 2 ? [item[0], item[1]] : [item, item];
  const list = collect(items, "reorder");
  const known = new NativeMap<unknown, unknown>();
  for (let i = 0; i < list.length; i++) {
    const entry = pair(list[i]);
    mapSet(known, entry[0], entry[1]);
  }
  const drop = collect(without, "reorder");
  for (let i = 0; i < drop.length; i++) mapDelete(known, pair(drop[i])[0]);
  const wanted = order === undefined || order === null ? list : collect(order, "reorder");
  const out: unknown[] = [];
  for (let i = 0; i < wanted.length; i++) {
    const key = pair(wanted[i])[0];
    if (!mapHas(known, key)) continue;
    out[out.length] = [key, mapGet(known, key)];
    mapDelete(known, key);
  }
  return out;
}

const lower = "abcdefghijklmnopqrstuvwxyz";
const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
const whitespace = " \t\n\r\v\f";

/** Python's `string` constants; its path-walking `Formatter` is absent on purpose. */
export const stringConstants: object = sharedObject({
  ascii_letters: lower + upper,
  ascii_lowercase: lower,
  ascii_uppercase: upper,
  digits: "0123456789",
  hexdigits: "0123456789abcdefABCDEF",
  octdigits: "01234567",
  punctuation,
  whitespace,
  printable: `0123456789${lower}${upper}${punctuation}${whitespace}`,
});

const { PI, E } = Math;
const NAMES = [
  "ceil",
  "floor",
  "trunc",
  "sqrt",
  "cbrt",
  "pow",
  "exp",
  "expm1",
  "log2",
  "log10",
  "log1p",
  "sin",
  "cos",
  "tan",
  "asin",
  "acos",
  "atan",
  "atan2",
  "sinh",
  "cosh",
  "tanh",
  "hypot",
] as const;

/** `math` with Python's names. */
export const math: object = makeMath();

function makeMath(): object {
  const out: Record<string, unknown> = { pi: PI, e: E, tau: 2 * PI, inf: 1 / 0, nan: 0 / 0 };
  for (const name of NAMES) out[name] = Math[name];
  const { log, abs, sign } = Math;
  const own: Record<string, (...args: never[]) => unknown> = {
    log: (x: number, base?: number): number => (base === undefined ? log(x) : log(x) / log(base)),
    fabs: (x: number): number => abs(x),
    fmod: (x: number, y: number): number => x % y,
    copysign: (x: number, y: number): number => abs(x) * (sign(y) < 0 || 1 / y < 0 ? -1 : 1),
    degrees: (x: number): number => (x * 180) / PI,
    radians: (x: number): number => (x * PI) / 180,
    isnan: (x: number): boolean => isNaNNumber(x),
    isinf: (x: number): boolean => x === 1 / 0 || x === -1 / 0,
    isfinite: (x: number): boolean => x - x === 0,
  };
  for (const name of Object.keys(own)) out[name] = shared(own[name] as () => unknown);
  return sharedObject(out);
}
