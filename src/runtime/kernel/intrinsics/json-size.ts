import { isHostRealm } from "./host-realm.js";
import { meter } from "./meter.js";
import {
  getOwnPropertyDescriptor,
  getPrototypeOf,
  hasOwn,
  isArray,
  keys,
  mapGet,
  mapSet,
  NativeMap,
  NativeSet,
  setAdd,
  setHas,
} from "./primordials.js";

/** Characters that a value's text has at least, and its parts, each counted as often as it is written. */
interface Extent {
  readonly length: number;
  readonly parts: number;
}

interface Walk {
  readonly known: Map<object, Extent>;
  readonly names: ReadonlySet<unknown> | null;
  readonly gap: number;
}

/** What has been counted so far. */
interface Tally {
  length: number;
  parts: number;
  readonly gap: number;
}

/** What is deeper or larger than this may hold itself, or one thing very often. */
const DEEP = 256;
const MANY = 2 ** 20;
/** Parts between two looks at the clock, less one. */
const CLOCKED = 4095;

const PART: Extent = { length: 2, parts: 1 };
const DatePrototype: object = Date.prototype;
const plain: readonly unknown[] = [Object.prototype, Array.prototype];

/**
 * How long the text of a value would be at least. A list that holds one list twice, thirty times over, has a text of
 * gigabytes: each object is looked at once. Null when the program's own code has a say in it (a getter, `toJSON`).
 */
export function extentOf(value: unknown, list: unknown, gap: number): number | null {
  if (!isArray(list) && !isHostRealm()) {
    const tally: Tally = { length: 0, parts: 0, gap };
    if (isTree(value, 1, tally)) return tally.length;
  }
  let names: Set<unknown> | null = null;
  if (isArray(list)) {
    names = new NativeSet<unknown>();
    for (let i = 0; i < list.length; i++) setAdd(names, `${list[i] as string}`);
  }
  const extent = walk({ known: new NativeMap<object, Extent>(), names, gap }, value);
  return extent === null ? null : extent.length;
}

/**
 * The same for the usual case, with nothing kept in mind: false where that is not enough. A part is counted again each
 * time it is met. Arrays are read as they are: in a realm of its own nothing can give one an accessor.
 */
function isTree(value: unknown, depth: number, tally: Tally): boolean {
  tally.length += (depth - 1) * tally.gap;
  if ((++tally.parts & CLOCKED) === 0) meter.clock();
  if (typeof value === "string") tally.length += value.length + 3;
  else tally.length += 2;
  if (typeof value !== "object" || value === null) return true;
  if (depth > DEEP || tally.parts > MANY) return false;
  const prototype = getPrototypeOf(value);
  if ((prototype !== plain[0] && prototype !== plain[1]) || hasOwn(value, "toJSON")) return false;
  if (!isArray(value)) return isTreeOfMembers(value, depth, tally);
  for (let i = 0; i < value.length; i++) if (!isTree(value[i], depth + 1, tally)) return false;
  return true;
}

function isTreeOfMembers(value: object, depth: number, tally: Tally): boolean {
  // What is inherited from the two prototypes is not enumerable.
  for (const name in value) {
    const d = getOwnPropertyDescriptor(value, name);
    if (d === undefined || !hasOwn(d, "value")) return false;
    const item: unknown = d.value;
    if (item === undefined || typeof item === "function" || typeof item === "symbol") continue;
    tally.length += name.length + 3;
    if (!isTree(item, depth + 1, tally)) return false;
  }
  return true;
}

function walk(state: Walk, value: unknown): Extent | null {
  if (typeof value === "string") return { length: value.length + 3, parts: 1 };
  if (typeof value !== "object" || value === null) return PART;
  const known = mapGet(state.known, value) as Extent | undefined;
  if (known !== undefined) return known;
  if (speaksForItself(value)) return null;
  // One that holds itself is the native's to refuse.
  mapSet(state.known, value, PART);
  const extent = isArray(value) ? ofArray(state, value) : ofObject(state, value);
  if (extent !== null) mapSet(state.known, value, extent);
  return extent;
}

/** It, or something it inherits from, has a `toJSON` that is not the one of every date. */
function speaksForItself(value: object): boolean {
  const prototype = getPrototypeOf(value);
  if (prototype === plain[0] || prototype === plain[1] || prototype === null) return hasOwn(value, "toJSON");
  if (prototype === DatePrototype) return hasOwn(value, "toJSON") || hasOwn(value, "toISOString");
  for (let at: object | null = value; at !== null; at = getPrototypeOf(at))
    if (hasOwn(at, "toJSON")) return true;
  return false;
}

function ofArray(state: Walk, value: readonly unknown[]): Extent | null {
  let length = 2;
  let parts = 1;
  for (let i = 0; i < value.length; i++) {
    const d = getOwnPropertyDescriptor(value, i);
    if (d !== undefined && !hasOwn(d, "value")) return null;
    const one = walk(state, d?.value);
    if (one === null) return null;
    length += one.length + state.gap * one.parts;
    parts += one.parts;
  }
  return { length, parts };
}

function ofObject(state: Walk, value: object): Extent | null {
  let length = 2;
  let parts = 1;
  const names = keys(value);
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    if (state.names !== null && !setHas(state.names, name)) continue;
    const d = getOwnPropertyDescriptor(value, name);
    if (d === undefined) continue;
    if (!hasOwn(d, "value")) return null;
    const item: unknown = d.value;
    if (item === undefined || typeof item === "function" || typeof item === "symbol") continue;
    const one = walk(state, item);
    if (one === null) return null;
    length += name.length + 3 + one.length + state.gap * one.parts;
    parts += one.parts;
  }
  return { length, parts };
}
