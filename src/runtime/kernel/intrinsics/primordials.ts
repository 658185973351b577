/**
 * The guest realm's own intrinsics, captured before any guest code runs. Run-time kernel code calls these and never a
 * method of a value that a guest can reach: with the guards off, a guest may have replaced `Array.prototype.push`.
 */
export const {
  apply,
  construct,
  defineProperty,
  deleteProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  setPrototypeOf,
  isExtensible,
  ownKeys,
} = Reflect;
export const { freeze, isFrozen, hasOwn, keys, create, is, assign, preventExtensions } = Object;
export const realmGlobal = globalThis as unknown as Record<PropertyKey, unknown>;

export const NativeObject = Object;
export const NativeArray = Array;
export const NativeFunction = Function;
export const NativePromise = Promise;
export const NativeString = String;
export const NativeNumber = Number;
export const NativeBigInt = BigInt;
export const NativeMap = Map;
export const NativeSet = Set;
export const NativeWeakMap = WeakMap;
export const NativeWeakSet = WeakSet;
export const NativeError = Error;
export const NativeTypeError = TypeError;
export const NativeRangeError = RangeError;
export const NativeSyntaxError = SyntaxError;
export const { isArray, from: arrayFrom } = Array;
export const { isInteger, isSafeInteger, isFinite: isFiniteNumber, isNaN: isNaNNumber } = Number;
export const { floor, ceil, trunc, abs, log2, min, max, pow, random, imul, clz32 } = Math;
export const { stringify: jsonStringify, parse: jsonParse } = JSON;

type Method<S, A extends readonly unknown[], R> = (self: S, ...args: A) => R;

const { call, bind } = Function.prototype;

/**
 * `uncurry(f)(self, ...args)` calls `f` with `self` as its `this`; `f` is looked up once, here. A bound `call`, which the
 * optimiser sees through where it knows the function that has it; a closure around `apply` is one for all.
 */
export function uncurry<S, A extends readonly unknown[], R>(f: unknown): Method<S, A, R> {
  return apply(bind, call, [f]) as Method<S, A, R>;
}

function getter<S, R>(prototype: object, name: PropertyKey): Method<S, [], R> {
  return uncurry(getOwnPropertyDescriptor(prototype, name)?.get);
}

export const arrayJoin: Method<readonly unknown[], [string], string> = uncurry(Array.prototype.join);
export const arraySort: Method<unknown[], [(a: never, b: never) => number], unknown[]> = uncurry(
  Array.prototype.sort,
);
export const stringSlice: Method<string, [number, number?], string> = uncurry(String.prototype.slice);
export const stringRepeat: Method<string, [number], string> = uncurry(String.prototype.repeat);
export const stringIncludes: Method<string, [string], boolean> = uncurry(String.prototype.includes);
export const stringEndsWith: Method<string, [string], boolean> = uncurry(String.prototype.endsWith);
export const stringStartsWith: Method<string, [string], boolean> = uncurry(String.prototype.startsWith);
export const stringTrim: Method<string, [], string> = uncurry(String.prototype.trim);
export const stringLower: Method<string, [], string> = uncurry(String.prototype.toLowerCase);
export const stringCharCodeAt: Method<string, [number], number> = uncurry(String.prototype.charCodeAt);
export const stringIndexOf: Method<string, [string, number?], number> = uncurry(String.prototype.indexOf);
export const numberToFixed: Method<number, [number], string> = uncurry(Number.prototype.toFixed);
export const regexpExec: Method<RegExp, [string], RegExpExecArray | null> = uncurry(RegExp.prototype.exec);
export const functionToString: Method<unknown, [], string> = uncurry(Function.prototype.toString);
export const symbolToString: Method<symbol, [], string> = uncurry(Symbol.prototype.toString);
export const dateToISOString: Method<unknown, [], string> = uncurry(Date.prototype.toISOString);
export const dateToString: Method<unknown, [], string> = uncurry(Date.prototype.toString);
export const dateGetTime: Method<unknown, [], number> = uncurry(Date.prototype.getTime);
export const promiseThen: Method<unknown, [unknown, unknown], unknown> = uncurry(Promise.prototype.then);

export const mapGet: Method<ReadonlyMap<unknown, unknown>, [unknown], unknown> = uncurry(Map.prototype.get);
export const mapSet: Method<Map<unknown, unknown>, [unknown, unknown], unknown> = uncurry(Map.prototype.set);
export const mapHas: Method<ReadonlyMap<unknown, unknown>, [unknown], boolean> = uncurry(Map.prototype.has);
export const mapDelete: Method<Map<unknown, unknown>, [unknown], boolean> = uncurry(Map.prototype.delete);
export const mapForEach: Method<unknown, [(value: unknown, key: unknown) => void], void> = uncurry(
  Map.prototype.forEach,
);
export const mapSize: Method<unknown, [], number> = getter(Map.prototype, "size");
export const setAdd: Method<Set<unknown>, [unknown], unknown> = uncurry(Set.prototype.add);
export const setHas: Method<ReadonlySet<unknown>, [unknown], boolean> = uncurry(Set.prototype.has);
export const setForEach: Method<unknown, [(value: unknown) => void], void> = uncurry(Set.prototype.forEach);
export const setSize: Method<unknown, [], number> = getter(Set.prototype, "size");
export const weakMapGet: Method<WeakMap<object, unknown>, [object], unknown> = uncurry(WeakMap.prototype.get);
export const weakMapSet: Method<WeakMap<object, unknown>, [object, unknown], unknown> = uncurry(
  WeakMap.prototype.set,
);
export const weakMapHas: Method<unknown, [object], boolean> = uncurry(WeakMap.prototype.has);
export const weakSetAdd: Method<WeakSet<object>, [object], unknown> = uncurry(WeakSet.prototype.add);
export const weakSetHas: Method<unknown, [object], boolean> = uncurry(WeakSet.prototype.has);

const TypedArrayPrototype = getPrototypeOf(Uint8Array.prototype) as object;
export const typedArrayTag: Method<unknown, [], string | undefined> = getter(
  TypedArrayPrototype,
  Symbol.toStringTag,
);
export const typedArrayLength: Method<unknown, [], number> = getter(TypedArrayPrototype, "length");
export const bufferLength: Method<unknown, [], number> = getter(ArrayBuffer.prototype, "byteLength");
export const regexpSource: Method<unknown, [], string> = getter(RegExp.prototype, "source");
export const regexpFlag = {
  d: getter<unknown, boolean>(RegExp.prototype, "hasIndices"),
  g: getter<unknown, boolean>(RegExp.prototype, "global"),
  i: getter<unknown, boolean>(RegExp.prototype, "ignoreCase"),
  m: getter<unknown, boolean>(RegExp.prototype, "multiline"),
  s: getter<unknown, boolean>(RegExp.prototype, "dotAll"),
  u: getter<unknown, boolean>(RegExp.prototype, "unicode"),
  // Older engines have no `v`.
  v: hasOwn(RegExp.prototype, "unicodeSets")
    ? getter<unknown, boolean>(RegExp.prototype, "unicodeSets")
    : undefined,
  y: getter<unknown, boolean>(RegExp.prototype, "sticky"),
} as const;

/** The error classes, and the name that each native prototype stands for. */
export const ERROR_CLASSES: readonly ErrorConstructor[] = [
  Error,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
  AggregateError as unknown as ErrorConstructor,
];

/** Intrinsics that only syntax reaches. */
export const syntaxIntrinsics: readonly object[] = [
  function* (): Generator {},
  async function* (): AsyncGenerator {},
  async (): Promise<void> => {},
  (): void => {},
  [][Symbol.iterator](),
  ""[Symbol.iterator](),
  new Map()[Symbol.iterator](),
  new Set()[Symbol.iterator](),
  "".matchAll(/x/g),
  ...iteratorHelpers(),
].map((sample) => getPrototypeOf(sample) as object);

export const TYPED_ARRAYS = [
  "Int8Array",
  "Uint8Array",
  "Uint8ClampedArray",
  "Int16Array",
  "Uint16Array",
  "Int32Array",
  "Uint32Array",
  "Float16Array",
  "Float32Array",
  "Float64Array",
  "BigInt64Array",
  "BigUint64Array",
] as const;

/** Prototypes of iterator helpers, in engines that have them. */
function iteratorHelpers(): readonly object[] {
  const { Iterator } = globalThis as unknown as { readonly Iterator?: { from(x: object): object } };
  const values = [].values() as unknown as { map?(f: (x: unknown) => unknown): object };
  if (Iterator === undefined || values.map === undefined) return [];
  return [values.map((x) => x), Iterator.from({ next: () => ({ done: true, value: undefined }) })];
}
