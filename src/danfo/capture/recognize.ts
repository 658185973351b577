import { ownValue } from "./own.js";

/** Own fields of every danfojs NDframe, and the methods by which its prototypes are told apart. */
const FIELDS = [
  "$isSeries",
  "$config",
  "$data",
  "$dataIncolumnFormat",
  "$index",
  "$columns",
  "$dtypes",
] as const;
const BASE_METHODS = [
  "$setIndex",
  "$setColumnNames",
  "$setValues",
  "loadArrayIntoNdframe",
  "loadObjectIntoNdframe",
] as const;
const BASE_GETTERS = ["shape", "values", "ndim", "index", "columns", "dtypes"] as const;
const FRAME_METHODS = ["groupby", "query", "addColumn", "$setInternalColumnDataProperty"] as const;
const SERIES_METHODS = ["valueCounts", "nUnique", "argSort", "unique"] as const;

export function isDanfoFrame(value: object): boolean {
  return isNdframe(value, false, FRAME_METHODS);
}

export function isDanfoSeries(value: object): boolean {
  return isNdframe(value, true, SERIES_METHODS);
}

/**
 * By shape, because results of danfojs are not instances of the classes it exports and a host may have two copies of
 * it. Only descriptors are read: a column called `shape` or `$isSeries` runs and fakes nothing. Plain data never
 * matches, because the methods must stand on prototypes.
 */
function isNdframe(value: object, isSeries: boolean, methods: readonly string[]): boolean {
  if (ownValue(value, "$isSeries") !== isSeries) return false;
  if (!FIELDS.every((field) => field === "$isSeries" || isObject(ownValue(value, field)))) return false;
  const chain = prototypes(value);
  const base = chain.find((prototype) => hasMethods(prototype, BASE_METHODS));
  const own = chain.find((prototype) => hasMethods(prototype, methods));
  return (
    base !== undefined && own !== undefined && own !== base && hasGetters(base) && classOf(value) !== null
  );
}

/** The class an instance was made by: the `constructor` of its prototype, when it is a class of that prototype. */
export function classOf(value: object): (new (data: unknown, options?: unknown) => object) | null {
  const prototype = Object.getPrototypeOf(value) as object | null;
  const maker: unknown = prototype === null ? undefined : ownValue(prototype, "constructor");
  if (typeof maker !== "function" || ownValue(maker, "prototype") !== prototype) return null;
  return maker as new (
    data: unknown,
    options?: unknown,
  ) => object;
}

function prototypes(value: object): readonly object[] {
  const chain: object[] = [];
  let next = Object.getPrototypeOf(value) as object | null;
  // A danfojs chain has three or four links; a bound keeps a strange one from costing anything.
  while (next !== null && chain.length < 10) {
    chain.push(next);
    next = Object.getPrototypeOf(next) as object | null;
  }
  return chain;
}

function hasMethods(prototype: object, names: readonly string[]): boolean {
  return names.every((name) => typeof ownValue(prototype, name) === "function");
}

function hasGetters(prototype: object): boolean {
  return BASE_GETTERS.every(
    (name) => typeof Object.getOwnPropertyDescriptor(prototype, name)?.get === "function",
  );
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
