import { closeMembers, closeToWrites } from "./brands.js";
import {
  freeze,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  ownKeys,
  preventExtensions,
  realmGlobal,
  TYPED_ARRAYS,
} from "./primordials.js";
import { reachableFrom } from "./reach.js";

/**
 * These stay extensible: frozen, they make holey array loops 2.2 to 3.9 times slower and regular expressions 3.1 times.
 * `snapshotIntegrity` watches them instead.
 */
const EXTENSIBLE: readonly object[] = [Object.prototype, Array.prototype, RegExp.prototype];

/**
 * These are closed to new members but not frozen: a frozen prototype of a typed array makes each element access some 40
 * times slower (V8 11.3, Node 20).
 */
const SEALED_ONLY: readonly object[] = [
  getPrototypeOf(Uint8Array.prototype) as object,
  ...typedArrayPrototypes(),
];

export const WATCHED: readonly object[] = [...EXTENSIBLE, ...SEALED_ONLY];

function typedArrayPrototypes(): readonly object[] {
  const found: object[] = [];
  for (const name of TYPED_ARRAYS) {
    const prototype = (realmGlobal[name] as { readonly prototype: object } | undefined)?.prototype;
    if (prototype !== undefined) found[found.length] = prototype;
  }
  return found;
}

function contains(list: readonly object[], object: object): boolean {
  for (let i = 0; i < list.length; i++) if (list[i] === object) return true;
  return false;
}

/** The last step of taming: closes and freezes all that the global object and syntax reach. */
export function freezeIntrinsics(): void {
  const queue = reachableFrom(ownKeys(realmGlobal));
  for (const namespace of ["Math", "JSON"]) closeToWrites(realmGlobal[namespace] as object);
  for (const object of queue) closeMembers(object);
  for (const key of ownKeys(realmGlobal)) {
    const value = getOwnPropertyDescriptor(realmGlobal, key)?.value as unknown;
    if (typeof value === "function") closeToWrites(value);
  }
  // Closing made getters of its own, one for each constructor.
  for (const object of queue) {
    const own = getOwnPropertyDescriptor(object, "_open_")?.get;
    if (own !== undefined) freeze(own);
  }
  for (const object of queue) {
    if (contains(SEALED_ONLY, object)) preventExtensions(object);
    else if (!contains(EXTENSIBLE, object)) freeze(object);
  }
}
