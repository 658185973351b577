import { WATCHED } from "./freeze.js";
import {
  getOwnPropertyDescriptor,
  getPrototypeOf,
  is,
  isExtensible,
  NativeString,
  ownKeys,
  realmGlobal,
} from "./primordials.js";
import { isExecWatched } from "./watched-exec.js";

interface Snapshot {
  readonly name: string;
  readonly object: object;
  readonly prototype: object | null;
  readonly extensible: boolean;
  readonly keys: readonly PropertyKey[];
  readonly descriptors: readonly PropertyDescriptor[];
}

function take(name: string, object: object): Snapshot {
  const keys = ownKeys(object);
  const descriptors = keys.map((key) => getOwnPropertyDescriptor(object, key) as PropertyDescriptor);
  return {
    name,
    object,
    prototype: getPrototypeOf(object),
    extensible: isExtensible(object),
    keys,
    descriptors,
  };
}

/**
 * Remembers the intrinsics that are not frozen, and the global object. The returned check says what has changed since,
 * or null; it runs no guest code: descriptors only.
 */
export function snapshotIntegrity(): () => string | null {
  const snapshots = WATCHED.map((object) => take(nameOf(object), object));
  snapshots[snapshots.length] = take("the global object", realmGlobal);
  return () => {
    for (let i = 0; i < snapshots.length; i++) {
      const found = compare(snapshots[i] as Snapshot);
      if (found !== null) return found;
    }
    return null;
  };
}

function nameOf(prototype: object): string {
  const maker = getOwnPropertyDescriptor(prototype, "constructor")?.value as { readonly name: string };
  return `${maker.name}.prototype`;
}

function compare(before: Snapshot): string | null {
  const { name, object, keys, descriptors } = before;
  if (getPrototypeOf(object) !== before.prototype) return `the prototype of ${name}`;
  if (isExtensible(object) !== before.extensible) return `the extensibility of ${name}`;
  const now = ownKeys(object);
  if (now.length !== keys.length) return `the members of ${name}`;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as PropertyKey;
    if (now[i] !== key) return `the members of ${name}`;
    if (key === "exec" && isExecWatched()) continue;
    if (!same(getOwnPropertyDescriptor(object, key), descriptors[i] as PropertyDescriptor))
      return `${name}.${NativeString(key)}`;
  }
  return null;
}

function same(a: PropertyDescriptor | undefined, b: PropertyDescriptor): boolean {
  return (
    a !== undefined &&
    is(a.value, b.value) &&
    a.get === b.get &&
    a.set === b.set &&
    a.writable === b.writable &&
    a.enumerable === b.enumerable &&
    a.configurable === b.configurable
  );
}
