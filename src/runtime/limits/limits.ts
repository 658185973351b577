import { COMPILE_LIMITS, type CompileLimits } from "../../compiler/options.js";
import { GuardError } from "../../diagnostics/errors.js";
import { didYouMean } from "../../diagnostics/suggest.js";
import type { RunLimits } from "../kernel/host.js";

/** What one run may use up. A `LimitError` that ends a run cannot be caught by the guest. */
export interface Limits extends RunLimits, CompileLimits {
  /** Loop iterations, function calls and work charged by host members. */
  readonly steps: number;
  /** Milliseconds of wall-clock time, checked between slices of steps. */
  readonly timeMs: number;
  /**
   * Guest functions that may be active at once; 0 (the default) leaves it to the engine's stack, some thousands. Looked at
   * every `callDepth` steps, so that a recursion ends between once and twice the limit.
   */
  readonly callDepth: number;
  /** Bytes asked for by single operations that allocate (spread, repeat, typed arrays …), added up. */
  readonly allocatedBytes: number;
  /** UTF-16 units of a string made by one operation. */
  readonly stringLength: number;
  /** Elements of an array made by one operation. */
  readonly arrayLength: number;
  readonly printedBytes: number;
  /** Objects, elements and entries of what crosses the membrane at once. */
  readonly resultNodes: number;
}

export const DEFAULT_LIMITS: Limits = Object.freeze({
  ...COMPILE_LIMITS,
  steps: 50_000_000,
  timeMs: 5_000,
  callDepth: 0,
  allocatedBytes: 256 * 2 ** 20,
  stringLength: 2 ** 24,
  arrayLength: 4_000_000,
  printedBytes: 2 ** 20,
  resultNodes: 20_000_000,
});

/** @throws GuardError `OPTION_UNKNOWN`, `OPTION_VALUE` */
export function resolveLimits(given: Partial<Limits> = {}): Limits {
  const names = Object.keys(DEFAULT_LIMITS);
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(DEFAULT_LIMITS, name)) {
      throw new GuardError({
        code: "OPTION_UNKNOWN",
        message: `There is no limit \`${name}\`.${didYouMean(name, names)} The limits are ${names.join(", ")}.`,
      });
    }
    const least = name === "callDepth" ? 0 : 1;
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < least) {
      throw new GuardError({
        code: "OPTION_VALUE",
        message: `The limit \`${name}\` must be a whole number from ${least} up.`,
      });
    }
  }
  return { ...DEFAULT_LIMITS, ...given };
}
