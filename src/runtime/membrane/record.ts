import { types } from "node:util";
import type { Session } from "./session.js";

const { getOwnPropertyDescriptor, getPrototypeOf, keys } = Object;
const plain = Object.prototype;
const UNDERSCORE = 95;

/**
 * Copies a primitive, or a plain object of primitives, into the guest realm without the bookkeeping that graphs need.
 * Undefined for everything else, and for `undefined` itself: that takes the long way.
 */
export function importRecord(session: Session, value: unknown): unknown {
  switch (typeof value) {
    case "number":
    case "string":
    case "boolean":
    case "bigint":
      return value;
    case "object":
      return value === null ? undefined : copyRecord(session, value);
    default:
      return undefined;
  }
}

function copyRecord(session: Session, value: object): object | undefined {
  if (types.isProxy(value) || getPrototypeOf(value) !== plain || session.origins.has(value)) return undefined;
  for (const policy of session.policies) if (policy.matches(value)) return undefined;
  const copy = session.kernel.newObject();
  for (const name of keys(value)) {
    const d = getOwnPropertyDescriptor(value, name);
    if (d === undefined || !("value" in d) || name.charCodeAt(0) === UNDERSCORE) return undefined;
    const part: unknown = d.value;
    if ((typeof part === "object" && part !== null) || typeof part === "function" || typeof part === "symbol")
      return undefined;
    copy[name] = part;
  }
  return copy;
}
