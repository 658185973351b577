import type { Fixtures } from "./fixtures.js";
import {
  descriptorOf,
  getPrototypeOf,
  is,
  isExtensible,
  mapGet,
  mapHas,
  mapSet,
  NativeMap,
  NativeString,
  ownKeys,
} from "./primordials.js";

/** Where the walk over the host's intrinsics begins, besides what syntax reaches. */
const ROOTS = [
  ..."Object Function Array String Number Boolean Symbol BigInt Math JSON Reflect Promise Proxy RegExp Date".split(
    " ",
  ),
  ..."Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator Intl Atomics eval structuredClone".split(
    " ",
  ),
  ..."Error TypeError RangeError SyntaxError ReferenceError EvalError URIError AggregateError".split(" "),
  ..."ArrayBuffer SharedArrayBuffer DataView Uint8Array Float64Array BigInt64Array queueMicrotask".split(" "),
  ..."parseInt parseFloat isNaN isFinite decodeURIComponent encodeURIComponent escape unescape".split(" "),
] as const;

interface Entry {
  readonly label: string;
  readonly object: object;
  readonly prototype: object | null;
  readonly extensible: boolean;
  readonly keys: readonly PropertyKey[];
  readonly descriptors: Map<PropertyKey, PropertyDescriptor>;
}

/** Says what has changed, one finding a line; empty when nothing has. */
export type Compare = () => string;

/** Remembers every intrinsic that the host's global object and its syntax reach, and which globals there are. */
export function snapshotHost(host: typeof globalThis = globalThis): Compare {
  const roots = syntaxRoots();
  const globals = host as unknown as Record<string, unknown>;
  for (const name of ROOTS) if (name in globals) roots[roots.length] = [name, globals[name]];
  for (let p = getPrototypeOf(host), i = 0; p !== null; p = getPrototypeOf(p), i++)
    roots[roots.length] = [`globalThis.[[Prototype]]${i}`, p];
  const entries = walk(roots);
  const names = new NativeMap<PropertyKey, true>();
  for (const key of ownKeys(host)) mapSet(names, key, true);
  const values = ROOTS.map((name) => ({ name, before: descriptorOf(host, name) }));
  return () => {
    let found = "";
    for (let i = 0; i < entries.length; i++) found += compare(entries[i] as Entry, "pollute");
    const now = ownKeys(host);
    for (let i = 0; i < now.length; i++)
      if (!mapHas(names, now[i] as PropertyKey))
        found += `pollute globalThis has a new ${NativeString(now[i])}\n`;
    for (let i = 0; i < values.length; i++) {
      // Not taken apart as a list: a case may have broken the iterator.
      const { name, before } = values[i] as (typeof values)[number];
      if (before !== undefined && !same(before, descriptorOf(host, name)))
        found += `pollute globalThis.${name} changed\n`;
    }
    return found;
  };
}

/** Remembers the objects that a case is given. */
export function snapshotFixtures({ roots }: Fixtures): Compare {
  const entries = roots.map(([label, object]) => record(label, object));
  return () => {
    let found = "";
    for (let i = 0; i < entries.length; i++) found += compare(entries[i] as Entry, "mutate");
    return found;
  };
}

function syntaxRoots(): [string, unknown][] {
  const samples = {
    AsyncFunction: async () => {},
    GeneratorFunction: function* () {},
    AsyncGeneratorFunction: async function* () {},
    ArrayIterator: [][Symbol.iterator](),
    StringIterator: ""[Symbol.iterator](),
    MapIterator: new Map().entries(),
    SetIterator: new Set().entries(),
    RegExpStringIterator: "a".matchAll(/a/g),
    TypedArray: Uint8Array,
  };
  return Object.entries(samples).map(([name, sample]) => [`%${name}Prototype%`, getPrototypeOf(sample)]);
}

function walk(roots: readonly (readonly [string, unknown])[]): readonly Entry[] {
  const seen = new NativeMap<object, true>();
  const entries: Entry[] = [];
  const stack: [string, object][] = [];
  const push = (label: string, value: unknown): void => {
    if (!isObject(value) || mapHas(seen, value)) return;
    mapSet(seen, value, true);
    stack.push([label, value]);
  };
  for (const [label, value] of roots) push(label, value);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [label, object] = next;
    const entry = record(label, object);
    entries.push(entry);
    push(`${label}.[[Prototype]]`, entry.prototype);
    for (const key of entry.keys) {
      const d = mapGet(entry.descriptors, key);
      push(`${label}.${String(key)}`, d?.value);
      push(`get ${label}.${String(key)}`, d?.get);
      push(`set ${label}.${String(key)}`, d?.set);
    }
  }
  return entries;
}

function record(label: string, object: object): Entry {
  const keys = ownKeys(object);
  const descriptors = new NativeMap<PropertyKey, PropertyDescriptor>();
  for (const key of keys) mapSet(descriptors, key, descriptorOf(object, key) as PropertyDescriptor);
  return {
    label,
    object,
    prototype: getPrototypeOf(object),
    extensible: isExtensible(object),
    keys,
    descriptors,
  };
}

/** Runs no code of a case, and uses nothing that a case may have changed. */
function compare(before: Entry, kind: "pollute" | "mutate"): string {
  const { object, label, descriptors } = before;
  let found = "";
  if (getPrototypeOf(object) !== before.prototype) found += `${kind} ${label} has another prototype\n`;
  if (isExtensible(object) !== before.extensible) found += `${kind} ${label} is closed\n`;
  const keys = ownKeys(object);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as PropertyKey;
    const was = mapGet(descriptors, key);
    if (was === undefined) found += `${kind} ${label} has a new ${NativeString(key)}\n`;
    else if (!same(was, descriptorOf(object, key)))
      found += `${kind} ${label}.${NativeString(key)} changed\n`;
  }
  for (let i = 0; i < before.keys.length; i++) {
    const key = before.keys[i] as PropertyKey;
    if (descriptorOf(object, key) === undefined) found += `${kind} ${label}.${NativeString(key)} is gone\n`;
  }
  return found;
}

function same(a: PropertyDescriptor, b: PropertyDescriptor | undefined): boolean {
  return (
    b !== undefined &&
    is(a.value, b.value) &&
    a.get === b.get &&
    a.set === b.set &&
    a.writable === b.writable &&
    a.enumerable === b.enumerable &&
    a.configurable === b.configurable
  );
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
