/** What a guest may find in one intrinsic. A symbol is written `@@iterator`. */
export interface IntrinsicRow {
  /** From the global object, or the name of an intrinsic that only syntax reaches. */
  readonly path: string;
  readonly reason: string;
  readonly members: readonly string[];
}

const row = (path: string, reason: string, members: string): IntrinsicRow => ({
  path,
  reason,
  members: members === "" ? [] : members.split(" "),
});

/**
 * Every intrinsic that guests can reach, with every member that stays, over the engines of Node 20 to 26. A member that
 * is not here is deleted while the realm is made: what a newer engine adds is decided before a guest may have it.
 * `length`, `name` and `prototype` of a function need no mention. `REMOVALS` says why some of the others are absent.
 */
export const KNOWN: readonly IntrinsicRow[] = Object.freeze([
  row("Function", "no guest reaches it: every `constructor` is one that makes nothing", ""),
  row(
    "Object",
    "statics that reflect are deleted",
    "assign hasOwn is preventExtensions seal create freeze isExtensible isFrozen isSealed keys entries fromEntries values groupBy",
  ),
  row(
    "Object.prototype",
    "statics that reflect are deleted",
    "constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toString valueOf toLocaleString",
  ),
  row("Array", "allocations are admitted before they are made", "isArray from of @@species"),
  row(
    "Array.prototype",
    "allocations are admitted before they are made",
    "length constructor at concat copyWithin fill find findIndex findLast findLastIndex lastIndexOf pop push reverse shift unshift slice sort splice includes indexOf join keys entries values forEach filter flat flatMap map every some reduce reduceRight toLocaleString toString toReversed toSorted toSpliced with @@iterator @@unscopables",
  ),
  row("ArrayBuffer", "allocations are admitted before they are made", "isView @@species"),
  row(
    "ArrayBuffer.prototype",
    "allocations are admitted before they are made",
    "constructor byteLength slice maxByteLength resizable resize @@toStringTag transfer transferToFixedLength detached",
  ),
  row("Int8Array", "allocations are admitted before they are made", "BYTES_PER_ELEMENT"),
  row(
    "Int8Array.prototype",
    "allocations are admitted before they are made",
    "constructor BYTES_PER_ELEMENT",
  ),
  row("Uint8Array", "allocations are admitted before they are made", "BYTES_PER_ELEMENT fromBase64 fromHex"),
  row(
    "Uint8Array.prototype",
    "allocations are admitted before they are made",
    "constructor BYTES_PER_ELEMENT toBase64 setFromBase64 toHex setFromHex",
  ),
  row("Uint8ClampedArray", "allocations are admitted before they are made", "BYTES_PER_ELEMENT"),
  row(
    "Uint8ClampedArray.prototype",
    "allocations are admitted before they are made",
    "constructor BYTES_PER_ELEMENT",
  ),
  row("Int16Array", "allocations are admitted before they are made", "BYTES_PER_ELEMENT"),
  row(
    "Int16Array.prototype",
    "allocations are admitted before they are made",
    "constructor BYTES_PER_ELEMENT",
  ),
  row("Uint16Array", "allocations are admitted before they are made", "BYTES_PER_ELEMENT"),
  row(
    "Uint16Array.prototype",
    "allocations are admitted before they are made",
    "constructor BYTES_PER_ELEMENT",
  ),
  row("Int32Array", "allocations are admitted before they are made", "BYTES_PER_ELEMENT"),
  row(
    "Int32Array.prototype",
    "allocations are admitted before they are made",
    "constructor BYTES_PER_ELEMENT",
  ),
  row("Uint32Array", "allocations are admitted before they are made", "BYTES_PER_ELEMENT"),
  row(
    "Uint32Array.prototype",
    "allocations are admitted before they are made",
    "constructor BYTES_PER_ELEMENT",
  ),
  row("Float32Array", "allocations are admitted before they are made", "BYTES_PER_ELEMENT"),
  row(
    "Float32Array.prototype",
    "allocations are admitted before they are made",
    "constructor BYTES_PER_ELEMENT",
  ),
  row("Float64Array", "allocations are admitted before they are made", "BYTES_PER_ELEMENT"),
  row(
    "Float64Array.prototype",
    "allocations are admitted before they are made",
    "constructor BYTES_PER_ELEMENT",
  ),
  row("BigInt64Array", "allocations are admitted before they are made", "BYTES_PER_ELEMENT"),
  row(
    "BigInt64Array.prototype",
    "allocations are admitted before they are made",
    "constructor BYTES_PER_ELEMENT",
  ),
  row("BigUint64Array", "allocations are admitted before they are made", "BYTES_PER_ELEMENT"),
  row(
    "BigUint64Array.prototype",
    "allocations are admitted before they are made",
    "constructor BYTES_PER_ELEMENT",
  ),
  row("DataView", "allocations are admitted before they are made", ""),
  row(
    "DataView.prototype",
    "allocations are admitted before they are made",
    "constructor buffer byteLength byteOffset getInt8 setInt8 getUint8 setUint8 getInt16 setInt16 getUint16 setUint16 getInt32 setInt32 getUint32 setUint32 getFloat32 setFloat32 getFloat64 setFloat64 getBigInt64 setBigInt64 getBigUint64 setBigUint64 @@toStringTag getFloat16 setFloat16",
  ),
  row("String", "lengths are charged", "fromCharCode fromCodePoint raw"),
  row(
    "String.prototype",
    "lengths are charged",
    "length constructor anchor at big blink bold charAt charCodeAt codePointAt concat endsWith fontcolor fontsize fixed includes indexOf isWellFormed italics lastIndexOf link localeCompare match matchAll normalize padEnd padStart repeat replace replaceAll search slice small split strike sub substr substring sup startsWith toString toWellFormed trim trimStart trimLeft trimEnd trimRight toLocaleLowerCase toLocaleUpperCase toLowerCase toUpperCase valueOf @@iterator",
  ),
  row(
    "Number",
    "values only",
    "isFinite isInteger isNaN isSafeInteger parseFloat parseInt MAX_VALUE MIN_VALUE NaN NEGATIVE_INFINITY POSITIVE_INFINITY MAX_SAFE_INTEGER MIN_SAFE_INTEGER EPSILON",
  ),
  row(
    "Number.prototype",
    "values only",
    "constructor toExponential toFixed toPrecision toString valueOf toLocaleString",
  ),
  row("Boolean", "values only", ""),
  row("Boolean.prototype", "values only", "constructor toString valueOf"),
  row("BigInt", "values only", "asUintN asIntN"),
  row("BigInt.prototype", "values only", "constructor toLocaleString toString valueOf @@toStringTag"),
  row(
    "Math",
    "values only",
    "abs acos acosh asin asinh atan atanh atan2 ceil cbrt expm1 clz32 cos cosh exp floor fround hypot imul log log1p log2 log10 max min pow random round sign sin sinh sqrt tan tanh trunc E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 @@toStringTag f16round",
  ),
  row("Date", "values only", "now parse UTC"),
  row(
    "Date.prototype",
    "values only",
    "constructor toString toDateString toTimeString toISOString toUTCString toGMTString getDate setDate getDay getFullYear setFullYear getHours setHours getMilliseconds setMilliseconds getMinutes setMinutes getMonth setMonth getSeconds setSeconds getTime setTime getTimezoneOffset getUTCDate setUTCDate getUTCDay getUTCFullYear setUTCFullYear getUTCHours setUTCHours getUTCMilliseconds setUTCMilliseconds getUTCMinutes setUTCMinutes getUTCMonth setUTCMonth getUTCSeconds setUTCSeconds valueOf getYear setYear toJSON toLocaleString toLocaleDateString toLocaleTimeString @@toPrimitive",
  ),
  row("Map", "values only", "@@species groupBy"),
  row(
    "Map.prototype",
    "values only",
    "constructor get set has delete clear entries forEach keys size values @@toStringTag @@iterator getOrInsert getOrInsertComputed",
  ),
  row("Set", "values only", "@@species"),
  row(
    "Set.prototype",
    "values only",
    "constructor has add delete clear entries forEach size values keys @@toStringTag @@iterator union intersection difference symmetricDifference isSubsetOf isSupersetOf isDisjointFrom",
  ),
  row("WeakMap", "values only", ""),
  row(
    "WeakMap.prototype",
    "values only",
    "constructor delete get set has @@toStringTag getOrInsert getOrInsertComputed",
  ),
  row("WeakSet", "values only", ""),
  row("WeakSet.prototype", "values only", "constructor delete has add @@toStringTag"),
  row(
    "Symbol",
    "the registry shared with the host is deleted",
    "asyncIterator hasInstance isConcatSpreadable iterator match matchAll replace search species split toPrimitive toStringTag unscopables dispose asyncDispose",
  ),
  row(
    "Symbol.prototype",
    "the registry shared with the host is deleted",
    "constructor toString valueOf description @@toStringTag @@toPrimitive",
  ),
  row("JSON", "`__proto__` keys are dropped from what is parsed", "parse stringify @@toStringTag"),
  row("RegExp", "the statics that show the last match are deleted", "@@species escape"),
  row(
    "RegExp.prototype",
    "the statics that show the last match are deleted",
    "constructor exec dotAll flags global hasIndices ignoreCase multiline source sticky unicode compile toString test unicodeSets @@match @@matchAll @@replace @@search @@split",
  ),
  row(
    "Promise",
    "rejections are marked handled",
    "all allSettled any race resolve reject @@species withResolvers try",
  ),
  row("Promise.prototype", "rejections are marked handled", "constructor then catch finally @@toStringTag"),
  row("Error", "stack machinery is deleted", "isError"),
  row("Error.prototype", "stack machinery is deleted", "constructor name message toString"),
  row("EvalError", "stack machinery is deleted", ""),
  row("EvalError.prototype", "stack machinery is deleted", "constructor name message"),
  row("RangeError", "stack machinery is deleted", ""),
  row("RangeError.prototype", "stack machinery is deleted", "constructor name message"),
  row("ReferenceError", "stack machinery is deleted", ""),
  row("ReferenceError.prototype", "stack machinery is deleted", "constructor name message"),
  row("SyntaxError", "stack machinery is deleted", ""),
  row("SyntaxError.prototype", "stack machinery is deleted", "constructor name message"),
  row("TypeError", "stack machinery is deleted", ""),
  row("TypeError.prototype", "stack machinery is deleted", "constructor name message"),
  row("URIError", "stack machinery is deleted", ""),
  row("URIError.prototype", "stack machinery is deleted", "constructor name message"),
  row("AggregateError", "stack machinery is deleted", ""),
  row("AggregateError.prototype", "stack machinery is deleted", "constructor name message"),
  row(
    "%FunctionPrototype%",
    "what functions inherit; `toString` hides their text",
    "length name constructor apply bind call toString @@hasInstance",
  ),
  row("%AsyncFunctionPrototype%", "its constructor makes nothing", "constructor @@toStringTag"),
  row("%GeneratorFunctionPrototype%", "its constructor makes nothing", "prototype constructor @@toStringTag"),
  row(
    "%AsyncGeneratorFunctionPrototype%",
    "its constructor makes nothing",
    "prototype constructor @@toStringTag",
  ),
  row(
    "%GeneratorPrototype%",
    "iteration; only syntax reaches it",
    "constructor next return throw @@toStringTag",
  ),
  row(
    "%AsyncGeneratorPrototype%",
    "iteration; only syntax reaches it",
    "constructor next return throw @@toStringTag",
  ),
  row(
    "%IteratorPrototype%",
    "iteration; only syntax reaches it",
    "@@iterator constructor reduce toArray forEach some every find map filter take drop @@toStringTag @@dispose",
  ),
  row("%AsyncIteratorPrototype%", "iteration; only syntax reaches it", "@@asyncIterator"),
  row("%ArrayIteratorPrototype%", "iteration; only syntax reaches it", "next @@toStringTag"),
  row("%StringIteratorPrototype%", "iteration; only syntax reaches it", "next @@toStringTag"),
  row("%MapIteratorPrototype%", "iteration; only syntax reaches it", "next @@toStringTag"),
  row("%SetIteratorPrototype%", "iteration; only syntax reaches it", "next @@toStringTag"),
  row("%RegExpStringIteratorPrototype%", "iteration; only syntax reaches it", "next @@toStringTag"),
  row("%TypedArray%", "sizes are charged; prototypes sealed and watched", "of from @@species"),
  row(
    "%TypedArrayPrototype%",
    "sizes are charged; prototypes sealed and watched",
    "constructor buffer byteLength byteOffset length entries keys values at copyWithin every fill filter find findIndex findLast findLastIndex forEach includes indexOf join lastIndexOf map reverse reduce reduceRight set slice some sort subarray toLocaleString toString toReversed toSorted with @@toStringTag @@iterator",
  ),
  row("Iterator", "iteration; only syntax reaches it", "from"),
  row("%IteratorHelperPrototype%", "iteration; only syntax reaches it", "next return @@toStringTag"),
  row("%WrapForValidIteratorPrototype%", "iteration; only syntax reaches it", "next return"),
  row("Float16Array", "allocations are admitted before they are made", "BYTES_PER_ELEMENT"),
  row(
    "Float16Array.prototype",
    "allocations are admitted before they are made",
    "constructor BYTES_PER_ELEMENT",
  ),
]);
