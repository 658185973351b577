import {
  defineProperty,
  deleteProperty,
  getOwnPropertyDescriptor,
  ownKeys,
  realmGlobal,
  setPrototypeOf,
} from "./primordials.js";

/**
 * Empties the realm's global object: a name that slips past the compiler finds nothing. `Error` stays, frozen, because
 * the engine's stack formatter looks `Error.prepareStackTrace` up there.
 */
export function emptyGlobal(): void {
  for (const key of ownKeys(realmGlobal)) {
    if (key !== "Error") deleteProperty(realmGlobal, key);
  }
  const d = getOwnPropertyDescriptor(realmGlobal, "Error");
  if (d !== undefined)
    defineProperty(realmGlobal, "Error", { ...d, writable: false, enumerable: false, configurable: false });
  setPrototypeOf(realmGlobal, null);
}
