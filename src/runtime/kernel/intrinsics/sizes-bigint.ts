import { BIGINT_BITS } from "../../../language/bigints.js";
import { primitive } from "../bigints/primitive.js";
import { admitBigint, payReading, payText, tooLarge } from "../bigints/size.js";
import { mimic, replaceMethod } from "./define.js";
import {
  apply,
  construct,
  defineProperty,
  getOwnPropertyDescriptor,
  NativeBigInt,
  ownKeys,
  trunc,
  uncurry,
} from "./primordials.js";

type Native = (...args: unknown[]) => unknown;
const BigIntPrototype = BigInt.prototype;
const bigintOf: (value: unknown) => bigint = uncurry(BigIntPrototype.valueOf);
const LAST_INDEX = 2 ** 53 - 1;

/** The guest-visible `BigInt`: text is measured before it is read. */
export function makeBigInt(): Native {
  const native = NativeBigInt as unknown as Native;
  const wrapper = function (value: unknown): unknown {
    // The native says in its own words that it makes no objects.
    if (new.target !== undefined) return construct(native as never, []);
    const given = primitive(value, "number");
    if (typeof given === "string") payReading(given);
    return admitBigint(apply(native, undefined, [given]) as bigint);
  };
  mimic(wrapper as never, native);
  for (const key of ownKeys(native)) {
    if (key === "name" || key === "length") continue;
    const d = getOwnPropertyDescriptor(native, key) as PropertyDescriptor;
    if (key === "prototype") defineProperty(wrapper, key, { value: d.value, writable: false });
    else if (key === "asIntN" || key === "asUintN")
      defineProperty(wrapper, key, { ...d, value: mimic(wrapping(d.value, key) as never, d.value) });
    else defineProperty(wrapper, key, d);
  }
  return wrapper as unknown as Native;
}

/** `BigInt.asUintN(bits, -1n)` is of as many bits as it is asked for. */
function wrapping(native: Native, name: "asIntN" | "asUintN"): Native {
  return {
    method(bits: unknown, value: unknown): unknown {
      const width = trunc(+(bits as number)) || 0;
      if (width < 0 || width > LAST_INDEX) return apply(native, NativeBigInt, [width, NativeBigInt(0)]);
      const given = primitive(value, "number");
      if (typeof given === "string") payReading(given);
      // What is no bigint yet is one of few bits, or an error.
      const isNegative = typeof given === "bigint" ? given < 0 : typeof given === "string" && +given < 0;
      if (name === "asUintN" && width > BIGINT_BITS && isNegative) tooLarge();
      return admitBigint(apply(native, NativeBigInt, [width, given]) as bigint);
    },
  }.method as Native;
}

/** The text of a large bigint takes longer than its size tells. */
export function tameBigInts(): void {
  for (const name of ["toString", "toLocaleString"])
    replaceMethod(
      BigIntPrototype,
      name,
      (native) =>
        ({
          text(this: unknown, ...args: unknown[]): unknown {
            if (isBigInt(this)) payText(bigintOf(this));
            return apply(native, this, args);
          },
        }).text,
    );
}

/** Anything else is the native's to refuse. */
function isBigInt(value: unknown): boolean {
  if (typeof value === "bigint") return true;
  if (typeof value !== "object" || value === null) return false;
  try {
    bigintOf(value);
    return true;
  } catch {
    return false;
  }
}
