/** A global that guests get, and why it is harmless. */
export interface GlobalRow {
  readonly name: string;
  readonly reason: string;
}

const row = (reason: string, names: string): readonly GlobalRow[] =>
  names.split(" ").map((name) => ({ name, reason }));

/** The intrinsics that programs may name. A name that the engine lacks is left out. */
export const GLOBALS: readonly GlobalRow[] = Object.freeze([
  ...row("constants", "NaN Infinity undefined"),
  ...row("statics that reflect are deleted", "Object"),
  ...row(
    "allocations are admitted before they are made",
    "Array ArrayBuffer Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array Float64Array BigInt64Array BigUint64Array",
  ),
  ...row("a view of a buffer that was admitted", "DataView"),
  ...row("values only", "String Number Boolean BigInt Math Date Map Set WeakMap WeakSet"),
  ...row("the registry shared with the host is deleted", "Symbol"),
  ...row("`__proto__` keys are dropped from what is parsed", "JSON"),
  ...row("the statics that show the last match are deleted", "RegExp"),
  ...row("rejections are marked handled", "Promise"),
  ...row(
    "stack machinery is deleted",
    "Error EvalError RangeError ReferenceError SyntaxError TypeError URIError AggregateError",
  ),
  ...row(
    "text to number and text to text",
    "parseInt parseFloat isNaN isFinite encodeURI encodeURIComponent decodeURI decodeURIComponent",
  ),
]);
