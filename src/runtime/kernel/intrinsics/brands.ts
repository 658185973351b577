import { markBorn } from "./born.js";
import { hidden } from "./define.js";
import {
  defineProperty,
  getOwnPropertyDescriptor,
  hasOwn,
  isExtensible,
  NativeFunction,
  NativeObject,
  ownKeys,
} from "./primordials.js";

/** Everything born in this realm inherits both brands; nothing of the host has them. */
export function defineBrands(): void {
  hidden(NativeObject.prototype, "_safe_", true);
  hidden(NativeObject.prototype, "_open_", true);
}

/** Brands for an object that has no prototype to inherit them from. */
export function brandNull<T extends object>(object: T): T {
  markBorn(object);
  hidden(object, "_safe_", true);
  hidden(object, "_open_", true);
  return object;
}

/**
 * Closes an intrinsic to writes. A constructor answers by accessor: `class Point extends Map` inherits from `Map`, and
 * its own statics belong to the guest.
 */
export function closeToWrites(intrinsic: object): void {
  // `Function.prototype` is what every guest function inherits from: closing it would close them all.
  if (intrinsic === NativeFunction.prototype || !isExtensible(intrinsic) || hasOwn(intrinsic, "_open_"))
    return;
  const isConstructor = typeof intrinsic === "function" && hasOwn(intrinsic, "prototype");
  if (!isConstructor) {
    hidden(intrinsic, "_open_", false);
    return;
  }
  const get = {
    get(this: unknown): boolean {
      return this !== intrinsic;
    },
  }.get;
  defineProperty(intrinsic, "_open_", { get, set: undefined, enumerable: false, configurable: false });
}

/** The functions that are own methods or accessors of `owner`, and `owner` itself if it is a function. */
export function closeMembers(owner: object): void {
  for (const key of ownKeys(owner)) {
    const d = getOwnPropertyDescriptor(owner, key);
    for (const f of [d?.value, d?.get, d?.set]) if (typeof f === "function") closeToWrites(f);
  }
}
