import {
  floor,
  isInteger,
  isSafeInteger,
  NativeBigInt,
  NativeNumber,
  NativeRangeError,
  NativeTypeError,
  numberToFixed,
  pow,
  regexpExec,
  stringCharCodeAt,
  stringEndsWith,
  stringLower,
  stringSlice,
  stringTrim,
  trunc,
} from "../intrinsics/primordials.js";
import { kindOf } from "./collect.js";

/** `int(x)`, `int(text, base)`: truncates numbers, parses whole text strictly. */
export function int(value: unknown, base?: unknown): number | bigint {
  if (typeof value === "string") return parseWhole(value, base === undefined ? 10 : (base as number));
  if (base !== undefined) throw new NativeTypeError("`int` takes a base only with text.");
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "bigint") return value;
  if (typeof value !== "number")
    throw new NativeTypeError(`\`int\` takes a number or text, not ${kindOf(value)}.`);
  if (value - value !== 0) throw new NativeRangeError(`\`int\` cannot convert ${value} to a whole number.`);
  return trunc(value) + 0;
}

function parseWhole(text: string, base: number): number | bigint {
  if (!isInteger(base) || base < 2 || base > 36)
    throw new NativeRangeError("`int` takes a base from 2 to 36.");
  const match = regexpExec(/^([+-]?)([0-9a-z]+)$/, stringLower(stringTrim(text)));
  const digits = match === null ? "" : (match[2] as string);
  let small = 0;
  if (digits === "" || digits.length > 400) throw invalid("int", text);
  for (let i = 0; i < digits.length; i++) {
    const code = stringCharCodeAt(digits, i);
    const digit = code < 58 ? code - 48 : code - 87;
    if (digit >= base) throw invalid("int", text);
    small = small * base + digit;
  }
  const negative = match !== null && match[1] === "-";
  if (isSafeInteger(small)) return negative && small !== 0 ? -small : small;
  if (base !== 10) return negative ? -small : small;
  const big = NativeBigInt(digits);
  return negative ? -big : big;
}

function invalid(helper: string, text: string): RangeError {
  return new NativeRangeError(
    `\`${helper}\` cannot read ${text.length > 40 ? "that text" : `"${text}"`} as a number.`,
  );
}

/** `float(x)`: a number, or text that is one from end to end (also `inf` and `nan`). */
export function float(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean" || typeof value === "bigint") return NativeNumber(value);
  if (typeof value !== "string")
    throw new NativeTypeError(`\`float\` takes a number or text, not ${kindOf(value)}.`);
  const text = stringLower(stringTrim(value));
  const special = regexpExec(/^([+-]?)(inf|infinity|nan)$/, text);
  if (special !== null) return special[2] === "nan" ? NaN_ : special[1] === "-" ? -Infinity_ : Infinity_;
  if (regexpExec(/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/, text) === null) throw invalid("float", value);
  return +text;
}

const NaN_ = 0 / 0;
const Infinity_ = 1 / 0;

export function absolute(value: unknown): number | bigint {
  if (typeof value === "bigint") return value < 0n ? -value : value;
  if (typeof value === "number") return value < 0 ? -value : value === 0 ? 0 : value;
  throw new NativeTypeError(`\`abs\` takes a number, not ${kindOf(value)}.`);
}

/**
 * `round(x, digits)` as Python rounds: to the nearest, and a tie to the even neighbour: `round(2.5)` is 2, and
 * `round(2.675, 2)` is 2.67 because 2.675 is a little less in binary. `Math.round` rounds ties up.
 */
export function round(value: unknown, digits: unknown = 0): number | bigint {
  if (typeof value === "bigint") return value;
  if (typeof value !== "number") throw new NativeTypeError(`\`round\` takes a number, not ${kindOf(value)}.`);
  if (!isInteger(digits)) throw new NativeTypeError("`round` takes a whole number of digits.");
  const d = digits as number;
  if (value - value !== 0 || value === 0 || (d >= 0 && isInteger(value)) || d > 99) return value;
  if (d < 0) return roundTens(value, pow(10, -d));
  if (value >= 2 ** 52 || value <= -(2 ** 52)) return value;
  // The exact decimal expansion: a double below 2^52 that ties at digit d has at most d + 1 digits.
  const exact = numberToFixed(value, 100);
  const cut = exact.length - 100 + d;
  const rest = stringSlice(exact, cut);
  if (regexpExec(/^50*$/, rest) === null) return +numberToFixed(value, d);
  const kept = stringSlice(exact, 0, cut);
  const digitsKept = stringEndsWith(kept, ".") ? stringSlice(kept, 0, -1) : kept;
  // `toFixed` takes a tie away from zero, so an odd digit moves and an even one stays.
  return (stringCharCodeAt(digitsKept, digitsKept.length - 1) & 1) === 0 ? +kept : +numberToFixed(value, d);
}

function roundTens(value: number, unit: number): number {
  if (unit - unit !== 0) return 0;
  const q = floor(value / unit);
  const rest = value - q * unit;
  const up = rest * 2 > unit || (rest * 2 === unit && q % 2 !== 0);
  return (up ? q + 1 : q) * unit;
}
