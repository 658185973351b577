import {
  apply,
  defineProperty,
  freeze,
  getOwnPropertyDescriptor,
  NativeTypeError,
  NativeWeakMap,
  NativeWeakSet,
  weakMapGet,
  weakMapSet,
  weakSetAdd,
  weakSetHas,
} from "./primordials.js";

/**
 * In the host's own realm nothing may be replaced in place: what the guest gets instead of a native is kept here, and
 * the guards of the call form hand it over. Without wall 2, identity takes the place of the brands.
 */
const state = { on: false };

/** What the guest gets in the place of a native; `ABSENT` for one that it does not get. */
const standIns = new NativeWeakMap<object, unknown>();
/** Objects that guests share and never change. */
const closed = new NativeWeakSet<object>();
/** The host realm's own objects: no guest holds one. */
const owned = new NativeWeakSet<object>();

export const ABSENT: object = freeze({});

export function enterHostRealm(): void {
  state.on = true;
}

export function isHostRealm(): boolean {
  return state.on;
}

export function standInFor(native: object): unknown {
  return weakMapGet(standIns, native);
}

export function putInPlace(native: object, value: object): void {
  weakMapSet(standIns, native, value);
}

export function own(object: object): void {
  weakSetAdd(owned, object);
}

/** Prototypes of the host realm's classes: what programs inherit. */
const inherited: object[] = [];

export function markInherited(prototype: object): void {
  inherited[inherited.length] = prototype;
}

/** Whether the host keeps an object under that name on one of its prototypes; the engine itself keeps none there. */
export function isKeptByHost(name: string): boolean {
  for (let i = 0; i < inherited.length; i++) {
    const value: unknown = getOwnPropertyDescriptor(inherited[i] as object, name)?.value;
    if (typeof value === "object" && value !== null) return true;
  }
  return false;
}

export function isOwned(object: object): boolean {
  return weakSetHas(owned, object);
}

/** Closes an object that guests share, whatever they do with it. */
export function close<T extends object>(object: T): T {
  weakSetAdd(closed, object);
  return freeze(object);
}

export function isClosed(value: object): boolean {
  return weakSetHas(closed, value);
}

/** The value as the guest may have it. Throws for an object of the host realm's own that has no stand-in. */
export function given(value: unknown): unknown {
  if (!state.on || ((typeof value !== "object" || value === null) && typeof value !== "function"))
    return value;
  const instead = weakMapGet(standIns, value as object);
  if (instead !== undefined) return instead === ABSENT ? undefined : instead;
  if (weakSetHas(owned, value as object))
    throw new NativeTypeError("The value belongs to the host's realm and is not available.");
  return value;
}

/** The same list, each element as the guest may have it. */
export function givenAll(values: unknown[]): unknown[] {
  for (let i = 0; i < values.length; i++) {
    const value = given(values[i]);
    if (value !== values[i]) defineProperty(values, i, { value });
  }
  return values;
}

/** Whether a guest may write to `object`. */
export function isOpen(object: object): boolean {
  const brand = (object as { _open_?: unknown })._open_;
  return state.on
    ? brand !== false && !weakSetHas(closed, object) && !weakSetHas(owned, object)
    : brand === true;
}

/** A function that does what the native does, with nothing of the host realm's own among its arguments. */
export function forwarder(native: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
  return {
    method(this: unknown, ...args: unknown[]): unknown {
      return given(apply(native, given(this), givenAll(args)));
    },
  }.method;
}
