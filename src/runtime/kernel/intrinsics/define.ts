import { ABSENT, close, isHostRealm, putInPlace, standInFor } from "./host-realm.js";
import {
  defineProperty,
  freeze,
  getOwnPropertyDescriptor,
  NativeTypeError,
  NativeWeakSet,
  weakSetAdd,
  weakSetHas,
} from "./primordials.js";

export type Fn = (this: never, ...args: never[]) => unknown;

const mimics = new NativeWeakSet<object>();

/** Whether a function stands in for a native one, and so answers `toString` as one. */
export function isMimic(f: object): boolean {
  return weakSetHas(mimics, f);
}

/** Gives a replacement the name and length of what it replaces. */
export function mimic<F extends Fn>(replacement: F, native: unknown): F {
  for (const key of ["name", "length"] as const) {
    const d = getOwnPropertyDescriptor(native as object, key);
    if (d !== undefined) defineProperty(replacement, key, d);
  }
  weakSetAdd(mimics, replacement);
  return replacement;
}

/** Replaces a method and keeps its attributes; does nothing where the engine lacks it. */
export function replaceMethod(
  owner: object,
  key: PropertyKey,
  make: (native: (...args: unknown[]) => unknown) => Fn,
): void {
  const d = getOwnPropertyDescriptor(owner, key);
  if (d === undefined || typeof d.value !== "function") return;
  if (isHostRealm()) {
    const before = (standInFor(d.value) ?? d.value) as (...args: unknown[]) => unknown;
    if ((before as unknown) !== ABSENT) putInPlace(d.value, close(mimic(make(before), d.value)));
    return;
  }
  defineProperty(owner, key, { ...d, value: mimic(make(d.value), d.value) });
}

/** A fixed, invisible property. */
export function hidden(owner: object, key: PropertyKey, value: unknown): void {
  defineProperty(owner, key, { value, writable: false, enumerable: false, configurable: false });
}

/** A function that guests may call and never change. */
export function shared<F extends Fn>(f: F): F {
  hidden(f, "_open_", false);
  const prototype = getOwnPropertyDescriptor(f, "prototype")?.value as object | undefined;
  if (prototype !== undefined) freeze(prototype);
  return freeze(f);
}

/** A namespace that guests may read and never change. */
export function sharedObject<O extends object>(object: O): Readonly<O> {
  hidden(object, "_open_", false);
  return freeze(object);
}

export function refuse(message: string): never {
  throw new NativeTypeError(message);
}
