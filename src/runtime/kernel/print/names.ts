import {
  ERROR_CLASSES,
  functionToString,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  mapGet,
  mapSet,
  NativeError,
  NativeMap,
  NativeObject,
  stringSlice,
  stringStartsWith,
  syntaxIntrinsics,
} from "../intrinsics/primordials.js";

const errorNames = new NativeMap<unknown, unknown>();
for (const Class of ERROR_CLASSES) mapSet(errorNames, Class.prototype, Class.name);

/** No text that is shown is longer: what is behind this would be copied in order to be cut. */
const LONGEST = 65_537;
/** How far up a chain of prototypes a name is looked for. */
const CHAIN = 100;

/** An own or inherited data property; accessors are not run. */
export function dataOf(object: object, key: PropertyKey): unknown {
  let o: object | null = object;
  for (let i = 0; o !== null && i < CHAIN; i++) {
    const d = getOwnPropertyDescriptor(o, key);
    if (d !== undefined) return d.value;
    o = getPrototypeOf(o);
  }
  return undefined;
}

/** The name of an object's class, or null for an object without one. */
export function className(object: object): string | null {
  const prototype = getPrototypeOf(object);
  if (prototype === null) return null;
  const Class = dataOf(prototype, "constructor");
  if (typeof Class !== "function") return "Object";
  const name = getOwnPropertyDescriptor(Class, "name")?.value as unknown;
  return typeof name === "string" && name !== "" ? name : "Object";
}

export function isPlain(object: object): boolean {
  return getPrototypeOf(object) === NativeObject.prototype;
}

export function isError(object: object): boolean {
  let o: object | null = object;
  for (let i = 0; o !== null && i < CHAIN; i++, o = getPrototypeOf(o))
    if (o === NativeError.prototype) return true;
  return false;
}

/** `Name: message` by data properties; the native prototypes' accessors are known by identity. */
export function errorHeader(error: object): string {
  let name: unknown;
  let o: object | null = error;
  for (let i = 0; o !== null && i < CHAIN && typeof name !== "string"; i++, o = getPrototypeOf(o)) {
    name = mapGet(errorNames, o) ?? getOwnPropertyDescriptor(o, "name")?.value;
  }
  const own = className(error);
  const shown = typeof name === "string" && name !== "" ? name : "Error";
  const message = dataOf(error, "message");
  // A class that sets no name of its own is still shown by its name.
  const title = own !== null && own !== "Object" && shown === "Error" && own !== "Error" ? own : shown;
  return typeof message === "string" && message !== ""
    ? `${stringSlice(title, 0, LONGEST)}: ${stringSlice(message, 0, LONGEST)}`
    : title;
}

const [generator, asyncGenerator, asyncFunction] = syntaxIntrinsics;

export function describeFunction(f: object): string {
  const name = getOwnPropertyDescriptor(f, "name")?.value as unknown;
  const shown = typeof name === "string" && name !== "" ? name : "";
  const parent = getPrototypeOf(f);
  if (stringStartsWith(functionToString(f), "class")) {
    const base =
      typeof parent === "function" ? (getOwnPropertyDescriptor(parent, "name")?.value as unknown) : "";
    return `[class ${shown === "" ? "(anonymous)" : shown}${typeof base === "string" && base !== "" ? ` extends ${base}` : ""}]`;
  }
  const kind =
    parent === generator
      ? "GeneratorFunction"
      : parent === asyncGenerator
        ? "AsyncGeneratorFunction"
        : parent === asyncFunction
          ? "AsyncFunction"
          : "Function";
  return shown === "" ? `[${kind} (anonymous)]` : `[${kind}: ${shown}]`;
}
