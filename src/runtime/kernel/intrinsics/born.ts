import { NativeWeakSet, weakSetAdd, weakSetHas } from "./primordials.js";

/** Objects without prototype that the kernel made: their brand is a property, which host data may have by chance. */
const born = new NativeWeakSet<object>();

export function markBorn(object: object): void {
  weakSetAdd(born, object);
}

export function isBorn(object: object): boolean {
  return weakSetHas(born, object);
}
