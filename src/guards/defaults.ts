import { GuardError } from "../diagnostics/errors.js";
import { isHostObject, itemKey, memberName, ownData, plainGuard, refuseProxy } from "./values.js";

/**
 * The library's own guards, for host-injected ones to fall back on. On the guest's raw values they apply the same rules
 * as uninjected code; of a host object they read own data properties only, under names that a guest may use.
 */

/**
 * Reads a member by name. RestrictedPython: `safer_getattr`.
 * @param fallback what a missing member gives; a member that is `undefined` is missing
 * @throws GuardError `GUARD_KEY` for a name that is no string, `GUARD_MEMBER` for a getter of a host object; HostTypeError
 *   `HOST_PROXY`; for guest values and forbidden names an error of the guest's realm, to be let through to the guest
 */
export function saferGetattr(object: unknown, name: unknown, fallback?: unknown): unknown {
  const checked = memberName(name);
  const value = isHostObject(object) ? ownData(object, checked) : plainGuard("_getattr_")(object, checked);
  return value === undefined ? fallback : value;
}

/** Reads an item by key: a string, a number or a symbol. The same core as `saferGetattr`. */
export function saferGetitem(object: unknown, key: unknown, fallback?: unknown): unknown {
  const checked = itemKey(key);
  const value = isHostObject(object) ? ownData(object, checked) : plainGuard("_getitem_")(object, checked);
  return value === undefined ? fallback : value;
}

/**
 * Like `saferGetattr`, but a missing member without a fallback is refused. RestrictedPython: `safer_getattr_raise`.
 * @throws GuardError `GUARD_MEMBER`
 */
export function saferGetattrRaise(object: unknown, name: unknown, ...fallback: readonly unknown[]): unknown {
  const value = saferGetattr(object, name);
  if (value !== undefined) return value;
  if (fallback.length > 0) return fallback[0];
  throw new GuardError({ code: "GUARD_MEMBER", message: `The object has no member \`${String(name)}\`.` });
}

/**
 * What `_unpack_sequence_` does: the value that an array pattern takes apart.
 * @param getiter a `_getiter_` of the host's, asked first
 * @returns the iterable
 */
export function guardedUnpackSequence(sequence: unknown, getiter?: (iterable: unknown) => unknown): unknown {
  return unpack("_unpack_sequence_", sequence, getiter);
}

/** What `_iter_unpack_sequence_` does: the iterable of a `for (const [a, b] of pairs)`. */
export function guardedIterUnpackSequence(
  iterable: unknown,
  getiter?: (iterable: unknown) => unknown,
): unknown {
  return unpack("_iter_unpack_sequence_", iterable, getiter);
}

function unpack(name: string, value: unknown, getiter?: (iterable: unknown) => unknown): unknown {
  const source = getiter === undefined ? value : getiter(value);
  if (!isHostObject(source)) return plainGuard(name)(source);
  refuseProxy(source);
  if (Array.isArray(source) && Object.getPrototypeOf(source) === Array.prototype) return source;
  throw new GuardError({
    code: "GUARD_RECEIVER",
    message: "Of the host's values only arrays are taken apart.",
    help: "Copy the values into an array.",
  });
}
