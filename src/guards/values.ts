import { types } from "node:util";
import { GuardError, HostTypeError } from "../diagnostics/errors.js";
import { askingKernel } from "../runtime/asked.js";
import { environment } from "../runtime/environment.js";
import type { Kernel } from "../runtime/kernel/index.js";
import { isGuestBorn } from "../runtime/membrane/import.js";

export type Guard = (...args: unknown[]) => unknown;

/** A default guard of the run that is going on, or one with the same rules when none is. */
export function plainGuard(name: string): Guard {
  return kernel().plain()[name] as unknown as Guard;
}

/** Whether a value is an object or function that does not come from the guest realm. */
export function isHostObject(value: unknown): value is object {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return false;
  return !isGuestBorn(kernel(), value);
}

/** Whether the program itself may write to one of its own values. */
export function isOpenGuest(value: unknown): boolean {
  const isObject = (typeof value === "object" && value !== null) || typeof value === "function";
  return isObject && kernel().isOpen(value);
}

/**
 * A member name, checked. Only a string can be one: an object that is asked for its text may answer differently the
 * next time.
 * @throws GuardError `GUARD_KEY`; a guest-realm GuardError for a forbidden name
 */
export function memberName(name: unknown): string {
  if (typeof name !== "string") throw badKey("The name of a member", name);
  return plainGuard("_keyat_")(name) as string;
}

/** An item's key, checked: a string, a number, or a symbol. */
export function itemKey(key: unknown): PropertyKey {
  if (typeof key === "number" || typeof key === "symbol") return key;
  if (typeof key !== "string") throw badKey("The key of an item", key);
  return plainGuard("_keyat_")(key) as string;
}

/** An own data property of a host object. Nothing inherited is looked at, no getter and no trap runs. */
export function ownData(object: object, key: PropertyKey): unknown {
  refuseProxy(object);
  if (typeof key === "symbol") throw badKey("The key of an item of a host object", key);
  const d = Object.getOwnPropertyDescriptor(object, key);
  if (d !== undefined && !("value" in d))
    throw new GuardError({
      code: "GUARD_MEMBER",
      message: `The member \`${key}\` is a getter of a host object, which is not run.`,
    });
  return d?.value;
}

/** @throws HostTypeError `HOST_PROXY` */
export function refuseProxy(object: object): void {
  if (types.isProxy(object))
    throw new HostTypeError({
      code: "HOST_PROXY",
      message: "The object is a Proxy; its traps cannot be checked.",
    });
}

function badKey(what: string, key: unknown): GuardError {
  const kind = key === null ? "null" : typeof key === "object" ? "an object" : `a ${typeof key}`;
  return new GuardError({
    code: "GUARD_KEY",
    message: `${what} must be a string, not ${kind}.`,
    help: "Convert the key once, with `String(key)`, before it is checked.",
  });
}

function kernel(): Kernel {
  return askingKernel() ?? environment().realm.kernel;
}
