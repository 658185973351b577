import { types } from "node:util";
import { isBrand, wording } from "./wording.js";

const MAX_DEPTH = 6;
const { apply, getOwnPropertyDescriptor, getPrototypeOf, isExtensible, ownKeys } = Reflect;
const typedTag = getOwnPropertyDescriptor(getPrototypeOf(Uint8Array.prototype) as object, Symbol.toStringTag)
  ?.get as () => unknown;

interface State {
  readonly seen: Map<object, number>;
  depth: number;
}

/**
 * What a value of any realm is, as text: structure, -0 and NaN, symbols by description, functions by name and length,
 * errors by name and message, cycles by number. Runs no code of the program: getters are told, not called.
 */
export function describe(value: unknown): string {
  return show(value, { seen: new Map(), depth: 0 });
}

function show(value: unknown, state: State): string {
  switch (typeof value) {
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    case "bigint":
      return `${value}n`;
    case "string":
      return JSON.stringify(value);
    case "symbol":
      return String(value);
    case "function":
    case "object":
      return value === null ? "null" : showObject(value, state);
    default:
      return String(value);
  }
}

function showObject(value: object, state: State): string {
  const known = state.seen.get(value);
  if (known !== undefined) return `#${known}`;
  state.seen.set(value, state.seen.size);
  if (state.depth >= MAX_DEPTH) return "...";
  state.depth++;
  const text = `${kind(value)}${contents(value, state)}${members(value, state)}`;
  state.depth--;
  return text;
}

function kind(value: object): string {
  if (typeof value === "function")
    return `function ${String(data(value, "name"))}/${String(data(value, "length"))}`;
  if (types.isNativeError(value))
    return `${className(value)}(${String(read(value, "name"))}: ${wording(String(read(value, "message")))})`;
  const name = className(value);
  if (Array.isArray(value)) return name === "Array" ? "" : name;
  return name === "Object" ? "" : name;
}

/** The name of the class that made it, if its prototype still tells. */
function className(value: object): string {
  const prototype = getPrototypeOf(value);
  if (prototype === null) return "null:";
  const maker = getOwnPropertyDescriptor(prototype, "constructor")?.value as unknown;
  return typeof maker === "function" ? String(data(maker, "name")) : "";
}

function contents(value: object, state: State): string {
  if (types.isMap(value))
    return `{${[...Map.prototype.entries.call(value)].map(([k, v]) => `${show(k, state)} => ${show(v, state)}`).join(", ")}}`;
  if (types.isSet(value))
    return `{${[...Set.prototype.values.call(value)].map((v) => show(v, state)).join(", ")}}`;
  if (types.isDate(value)) return `(${Date.prototype.getTime.call(value)})`;
  if (types.isRegExp(value)) return `(${regexp(value)})`;
  if (types.isTypedArray(value)) return `(${String(apply(typedTag, value, []))})`;
  if (types.isBoxedPrimitive(value)) return `(${show(boxed(value), state)})`;
  return "";
}

function regexp(value: RegExp): string {
  const get = (name: "source" | "flags"): unknown =>
    apply(getOwnPropertyDescriptor(RegExp.prototype, name)?.get as () => unknown, value, []);
  return `/${String(get("source"))}/${String(get("flags"))}`;
}

function boxed(value: object): unknown {
  for (const { prototype } of [Number, String, Boolean, BigInt, Symbol]) {
    try {
      return apply(prototype.valueOf, value, []);
    } catch {
      // Boxes another type.
    }
  }
  return undefined;
}

function members(value: object, state: State): string {
  const isArray = Array.isArray(value);
  const parts: string[] = [];
  for (const key of ownKeys(value)) {
    if (isBrand(key) || isImplied(value, key)) continue;
    const d = getOwnPropertyDescriptor(value, key);
    if (d === undefined) continue;
    const shown = "value" in d ? show(d.value, state) : `${d.get ? "get" : ""}${d.set ? "set" : ""}`;
    const flags = `${d.enumerable ? "" : "!e"}${d.configurable ? "" : "!c"}${"value" in d && !d.writable ? "!w" : ""}`;
    const name = typeof key === "symbol" ? `[${String(key)}]` : key;
    parts.push(`${name}${flags}: ${shown}`);
  }
  // The functions of the guest realm are frozen: that is documented.
  if (typeof value !== "function" && !isExtensible(value)) parts.push("!x");
  if (isArray) return `[${(value as unknown[]).length}| ${parts.join(", ")}]`;
  return typeof value === "function" && parts.length === 0 ? "" : `{${parts.join(", ")}}`;
}

/** Own properties that the kind of the value already tells, or that are the engine's and not the program's. */
function isImplied(value: object, key: PropertyKey): boolean {
  if (typeof value === "function") return key === "name" || key === "length" || key === "prototype";
  if (types.isNativeError(value)) return key === "stack" || key === "message";
  if (types.isBoxedPrimitive(value)) return true;
  return Array.isArray(value) && key === "length";
}

function data(value: object, key: string): unknown {
  return getOwnPropertyDescriptor(value, key)?.value as unknown;
}

/**
 * A property along the prototype chain. A getter is told as such, but on a frozen intrinsic: there it stands in for a data
 * property, so that programs can define one of the same name on their own objects.
 */
function read(value: object, key: string): unknown {
  for (let o: object | null = value; o !== null; o = getPrototypeOf(o)) {
    const d = getOwnPropertyDescriptor(o, key);
    if (d === undefined) continue;
    if ("value" in d) return d.value;
    return Object.isFrozen(o) && o !== value && d.get !== undefined ? apply(d.get, value, []) : "(getter)";
  }
  return undefined;
}
