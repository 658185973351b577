import { mimic, refuse } from "./define.js";
import {
  defineProperty,
  ERROR_CLASSES,
  getOwnPropertyDescriptor,
  hasOwn,
  NativeFunction,
} from "./primordials.js";

/**
 * A frozen prototype's data property refuses assignment on objects that inherit it (the override mistake):
 * `this.name = "E"` in a class that extends `Error` would throw. An accessor whose setter defines on the receiver keeps
 * assignment working.
 */
const OVERRIDABLE: readonly (readonly [owner: object, names: readonly string[]])[] = [
  ...ERROR_CLASSES.map((Class) => [Class.prototype as object, ["name", "message", "toString"]] as const),
  [NativeFunction.prototype, ["toString"]],
  [Date.prototype, ["toString", "toJSON", "valueOf"]],
];

export function permitOverrides(): void {
  for (const [owner, names] of OVERRIDABLE) {
    for (const name of names) overridable(owner, name);
  }
}

function overridable(owner: object, name: string): void {
  const d = getOwnPropertyDescriptor(owner, name);
  if (d === undefined || !("value" in d)) return;
  const value: unknown = d.value;
  const pair = {
    get(this: unknown): unknown {
      return value;
    },
    set(this: unknown, next: unknown): void {
      if (this === owner || (typeof this !== "object" && typeof this !== "function") || this === null)
        refuse(`\`${name}\` of a shared object cannot be changed.`);
      const fresh = { value: next, writable: true, enumerable: true, configurable: true };
      const done = hasOwn(this as object, name)
        ? defineProperty(this as object, name, { value: next })
        : defineProperty(this as object, name, fresh);
      if (!done) refuse(`Cannot assign to read only property '${name}' of object`);
    },
  };
  mimic(pair.get, pair.get);
  mimic(pair.set, pair.set);
  defineProperty(owner, name, {
    get: pair.get,
    set: pair.set,
    enumerable: d.enumerable === true,
    configurable: true,
  });
}
