import { environment } from "../runtime/environment.js";

/**
 * The library's own guards, for host-injected ones to fall back on. They take the guest's raw values and apply the
 * same rules as uninjected code: names, receivers and the guest realm's own prototypes.
 */
type Read = (object: unknown, name: unknown) => unknown;

/**
 * Reads a member by name. RestrictedPython: `safer_getattr`.
 * @throws a guest-realm TypeError or GuardError (`GUARD_MEMBER`, `GUARD_RECEIVER`), to be let through to the guest
 */
export const saferGetattr: Read = (object, name) =>
  (environment().realm.kernel.plain["_getattr_"] as unknown as Read)(object, name);

/** Reads an item by key; the same core as `saferGetattr`, as member and item are one operation in JavaScript. */
export const saferGetitem: Read = (object, key) =>
  (environment().realm.kernel.plain["_getitem_"] as unknown as Read)(object, key);

/**
 * Lets through what a guest may write to: its own objects, never shared intrinsics or facets. RestrictedPython: `full_write_guard`.
 * @returns the object itself
 * @throws TypeError when it may not be written to
 */
export function fullWriteGuard<T>(object: T): T {
  if (((object ?? {}) as { _open_?: unknown })._open_ === true) return object;
  throw new TypeError("The object cannot be written to.");
}
