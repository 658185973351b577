import { GuardError } from "../diagnostics/errors.js";
import { isHostObject, isOpenGuest, memberName, plainGuard, refuseProxy } from "./values.js";

/** A host object with `[WRITABLE]: true` may be written to. RestrictedPython: `_guarded_writes`. */
export const WRITABLE: unique symbol = Symbol("restrictedjs.writable");
/** A host object's own way to be written to: `[GUARDED_SET](name, value)`. RestrictedPython: `__guarded_setattr__`. */
export const GUARDED_SET: unique symbol = Symbol("restrictedjs.guardedSet");
/** `[GUARDED_DELETE](name)`. RestrictedPython: `__guarded_delattr__`. */
export const GUARDED_DELETE: unique symbol = Symbol("restrictedjs.guardedDelete");

/**
 * Lets through what may be written to: the guest's own objects, never shared intrinsics or facets; plain objects and
 * arrays of the host's; and host objects that say so. RestrictedPython: `full_write_guard`.
 * @returns the object itself
 * @throws GuardError `GUARD_WRITE`; HostTypeError `HOST_PROXY`
 */
export function fullWriteGuard<T>(object: T): T {
  const may = isHostObject(object) ? isWritableHost(object) : isOpenGuest(object);
  if (may) return object;
  throw new GuardError({
    code: "GUARD_WRITE",
    message: "The object cannot be written to.",
    help: "Mark a host object with `[WRITABLE]: true`, or give it `[GUARDED_SET](name, value)`.",
  });
}

function isWritableHost(object: object): boolean {
  refuseProxy(object);
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype === null || prototype === Object.prototype) return true;
  if (Array.isArray(object) && prototype === Array.prototype) return true;
  return marked(object, WRITABLE) === true || typeof marked(object, GUARDED_SET) === "function";
}

/** A data property of the object or of its classes; no getter runs. */
function marked(object: object, mark: symbol): unknown {
  for (let o: object | null = object; o !== null; o = Object.getPrototypeOf(o) as object | null) {
    refuseProxy(o);
    const d = Object.getOwnPropertyDescriptor(o, mark);
    if (d !== undefined) return d.value;
  }
  return undefined;
}

/**
 * `object.name = value` under the library's rules. RestrictedPython: `guarded_setattr`.
 * @throws GuardError `GUARD_WRITE`, `GUARD_KEY`; an error of the guest's realm for a forbidden name
 */
export function guardedSetattr(object: unknown, name: unknown, value: unknown): void {
  const checked = memberName(name);
  const target = fullWriteGuard(object);
  if (!isHostObject(target)) {
    if (isHostObject(value))
      throw refused("A value of the host cannot be put into an object of the program.");
    plainGuard("_setattr_")(target, checked, value);
    return;
  }
  const hook = marked(target, GUARDED_SET);
  if (typeof hook === "function") Reflect.apply(hook, target, [checked, value]);
  else define(target, checked, value);
}

/** `delete object.name` under the library's rules. RestrictedPython: `guarded_delattr`. */
export function guardedDelattr(object: unknown, name: unknown): void {
  const checked = memberName(name);
  const target = fullWriteGuard(object);
  if (!isHostObject(target)) {
    plainGuard("_delattr_")(target, checked);
    return;
  }
  const hook = marked(target, GUARDED_DELETE);
  if (typeof hook === "function") Reflect.apply(hook, target, [checked]);
  else if (marked(target, GUARDED_SET) !== undefined || !Reflect.deleteProperty(target, checked))
    throw refused(`The member \`${checked}\` cannot be deleted.`);
}

/** Own data only: no setter of the host's runs, and nothing inherited is shadowed by surprise. */
function define(target: object, name: string, value: unknown): void {
  const d = Object.getOwnPropertyDescriptor(target, name);
  const fits = d === undefined ? !(name in target) : "value" in d;
  const attributes = d === undefined ? { writable: true, enumerable: true, configurable: true } : {};
  if (!fits || !Reflect.defineProperty(target, name, { ...attributes, value }))
    throw refused(`The member \`${name}\` cannot be written to.`);
}

function refused(message: string): GuardError {
  return new GuardError({ code: "GUARD_WRITE", message });
}
