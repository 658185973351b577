/** No bigint that a guarded operation makes or takes is of this many bits or more: about 4,900 decimal digits. */
export const BIGINT_BITS = 16_384;

/**
 * Names through which a program comes by bigints of its own. A text that mentions one of them, or writes a bigint out, is
 * a text with bigints: its operators are guarded. Every other text gets bigints from its host only.
 */
export const BIGINT_NAMES: ReadonlySet<string> = new Set([
  "BigInt",
  "BigInt64Array",
  "BigUint64Array",
  "DataView",
  // Text of many digits becomes a bigint.
  "int",
]);

/** Operators that make a large bigint of small ones: one operation may take gigabytes. */
export const GROWING_OPERATORS: ReadonlySet<string> = new Set(["*", "**", "<<", ">>"]);

/** Operators whose cost on bigints grows faster than the size, or with the length of a text that becomes a bigint. */
const COSTLY = ["+", "/", "%", "==", "!=", "<", "<=", ">", ">="] as const;

/** Every binary operator that a text with bigints leaves to `_op_`, unless an operand rules bigints out. */
export const SIZED_OPERATORS: ReadonlySet<string> = new Set([...GROWING_OPERATORS, ...COSTLY]);

/** Operators between a bigint and something else that is not an error. */
export const MIXING_OPERATORS: ReadonlySet<string> = new Set(["+", "==", "!=", "<", "<=", ">", ">="]);

/** What a template does with its parts, as the first argument of `_op_`. */
export const TO_TEXT = "text";

/** What the operators of a text do to bigints: look at sizes, nothing that grows them, or whatever the engine does. */
export type BigintUse = "guarded" | "harmless" | "refused";
