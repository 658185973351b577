import { types } from "node:util";

/** What a value is by its internal slots; nothing here runs code of the value's own. */
export type Kind =
  | "proxy"
  | "array"
  | "map"
  | "set"
  | "date"
  | "regexp"
  | "typed"
  | "buffer"
  | "view"
  | "promise"
  | "error"
  | "boxed"
  | "object"
  | "exotic";

export function kindOf(value: object): Kind {
  if (types.isProxy(value)) return "proxy";
  if (Array.isArray(value)) return "array";
  if (types.isMap(value)) return "map";
  if (types.isSet(value)) return "set";
  if (types.isDate(value)) return "date";
  if (types.isRegExp(value)) return "regexp";
  if (types.isTypedArray(value)) return "typed";
  if (types.isArrayBuffer(value)) return "buffer";
  if (types.isDataView(value)) return "view";
  if (types.isPromise(value)) return "promise";
  if (types.isNativeError(value)) return "error";
  if (types.isBoxedPrimitive(value)) return "boxed";
  if (
    types.isGeneratorObject(value) ||
    types.isWeakMap(value) ||
    types.isWeakSet(value) ||
    types.isMapIterator(value) ||
    types.isSetIterator(value) ||
    types.isExternal(value) ||
    types.isModuleNamespaceObject(value) ||
    types.isSharedArrayBuffer(value) ||
    types.isArgumentsObject(value)
  )
    return "exotic";
  return "object";
}

const LONGEST_NAME = 100;

/** The class a value was made by, read from data properties only. */
export function className(value: object): string {
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype === null) return "Object";
  const maker: unknown = Object.getOwnPropertyDescriptor(prototype, "constructor")?.value;
  if (typeof maker !== "function") return "Object";
  const name: unknown = Object.getOwnPropertyDescriptor(maker, "name")?.value;
  // A guest's class may have a `static name` of any length.
  return typeof name === "string" && name !== "" ? name.slice(0, LONGEST_NAME) : "an anonymous class";
}

/** A text that an object or its class has as data; no getter runs. */
export function dataText(value: object, name: string): string | undefined {
  for (let o: object | null = value; o !== null; o = Object.getPrototypeOf(o) as object | null) {
    const text: unknown = Object.getOwnPropertyDescriptor(o, name)?.value;
    if (typeof text === "string") return text;
  }
  return undefined;
}

const typedTag = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype),
  Symbol.toStringTag,
)?.get as () => string;

export function typedArrayName(value: object): string {
  return Reflect.apply(typedTag, value, []);
}

const sourceGetter = Object.getOwnPropertyDescriptor(RegExp.prototype, "source")?.get as () => string;

export function regexpSource(value: object): string {
  return Reflect.apply(sourceGetter, value, []);
}

/** Read flag by flag from internal slots: `flags` itself would ask the object. */
export function regexpFlags(value: object): string {
  const flags: readonly (readonly [string, string])[] = [
    ["hasIndices", "d"],
    ["global", "g"],
    ["ignoreCase", "i"],
    ["multiline", "m"],
    ["dotAll", "s"],
    ["unicode", "u"],
    ["unicodeSets", "v"],
    ["sticky", "y"],
  ];
  return flags
    .map(([name, letter]) => {
      const get = Object.getOwnPropertyDescriptor(RegExp.prototype, name)?.get;
      return get !== undefined && Reflect.apply(get, value, []) === true ? letter : "";
    })
    .join("");
}
