import { BIGINT_BITS } from "../../../language/bigints.js";
import { meter } from "../intrinsics/meter.js";
import { log2, NativeBigInt, NativeNumber, uncurry } from "../intrinsics/primordials.js";

const one = NativeBigInt(1);
const zero = NativeBigInt(0);
/** Below this an operation costs about a step, which the loop around it has paid. */
const SMALL = one << NativeBigInt(1024);
const LEAST_LARGE = 2048;
/** The powers of two between the two, by which a size is told: comparing with one looks at the length first. */
const SIZES: readonly (readonly [number, bigint])[] = sizes();
const toText: (value: bigint, radix: number) => string = uncurry(BigInt.prototype.toString);
/** Steps between two looks at the clock. */
const LOOK = 8192;

function sizes(): (readonly [number, bigint])[] {
  const out: (readonly [number, bigint])[] = [];
  for (let bits = LEAST_LARGE; bits <= BIGINT_BITS; bits *= 2)
    out[out.length] = [bits, one << NativeBigInt(bits)];
  return out;
}

let unlooked = 0;

/** Takes the price of an operation that is about to begin, and looks at the clock now and then. */
function pay(steps: number): void {
  meter.charge(steps, "step");
  unlooked += steps;
  if (unlooked < LOOK) return;
  unlooked = 0;
  meter.clock();
}

export function tooLarge(): never {
  return meter.limitError(
    "LIMIT_BIGINT",
    `The program computes with a bigint of more than ${BIGINT_BITS} bits; keep it smaller by \`% modulus\`, or use numbers.`,
  );
}

/** Bits of a large bigint, rounded up to a power of two; 0 for a small one, infinity for one that is too large. */
export function sizeOf(value: bigint): number {
  const size = value < zero ? -value : value;
  if (size < SMALL) return 0;
  for (let i = 0; i < SIZES.length; i++) {
    const [bits, least] = SIZES[i] as readonly [number, bigint];
    if (size < least) return bits;
  }
  return Infinity;
}

/** Refuses what is too large, and passes everything else through. */
export function admitBigint(value: bigint): bigint {
  if (sizeOf(value) > BIGINT_BITS) tooLarge();
  return value;
}

/** Pays for a product, a quotient or a remainder of two bigints: 4 steps at 2,048 bits, 256 at 16,384. */
export function payArithmetic(a: bigint, b: bigint): void {
  const left = sizeOf(a);
  const right = sizeOf(b);
  const bits = left > right ? left : right;
  if (bits > BIGINT_BITS) tooLarge();
  if (bits > 0) pay((bits / 1024) ** 2);
}

/** Pays for the decimal text of a bigint: 20 steps at 2,048 bits, 1,280 at 16,384. */
export function payText(value: bigint): void {
  const bits = sizeOf(value);
  if (bits > BIGINT_BITS) tooLarge();
  if (bits > 0) pay(5 * (bits / 1024) ** 2);
}

/** Whether a value's text takes longer than its size tells. */
export function isLarge(value: unknown): value is bigint {
  return typeof value === "bigint" && sizeOf(value) > 0;
}

/**
 * What a native is handed in the place of a large bigint that it would make a text of: of a thousand, each is made here,
 * so that the clock is looked at in between.
 */
export function texted(value: unknown): unknown {
  return isLarge(value) ? textOf(value) : value;
}

export function textOf(value: bigint): string {
  payText(value);
  return toText(value, 10);
}

/** Pays for reading a text as a bigint: it is no longer than the longest bigint in binary digits. */
export function payReading(text: string): void {
  if (text.length > BIGINT_BITS + 2) tooLarge();
  if (text.length > 300) pay((text.length / 300) ** 2);
}

/** Pays for a power before it is taken. */
export function payPower(base: bigint, exponent: bigint): void {
  const size = base < zero ? -base : base;
  // Those never grow, and a negative exponent is an error.
  if (size <= one || exponent <= zero) return;
  if (bitsOf(size) * NativeNumber(exponent) > BIGINT_BITS + 1) tooLarge();
  pay(16);
}

/** Pays for a shift to the left by `count` bits. */
export function payShift(value: bigint, count: bigint): void {
  if (count <= zero || value === zero) return;
  if (count > BIGINT_BITS || sizeOf(value) > BIGINT_BITS) tooLarge();
}

/** The binary logarithm, from below. */
function bitsOf(size: bigint): number {
  if (size < SMALL) return log2(NativeNumber(size));
  if (sizeOf(size) > BIGINT_BITS) tooLarge();
  return 4 * (toText(size, 16).length - 1);
}
