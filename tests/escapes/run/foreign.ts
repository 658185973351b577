import { types } from "node:util";

/** The last prototypes of what a host may hold. */
const OWN: ReadonlySet<object | null> = new Set([Object.prototype, null]);
const MOST = 10_000;

/**
 * What a program gave the host and the host must not hold: a function of another realm (or any, in a result), an object
 * of another realm, one with a prototype of the program's, a Proxy, a getter. Nothing of the value's own runs.
 */
export function foreignIn(root: unknown, mayHoldFunctions: boolean): string | null {
  const queue: unknown[] = [root];
  const seen = new Set<unknown>();
  for (let value = queue.pop(); seen.size < MOST; value = queue.pop()) {
    const isFunction = typeof value === "function";
    if ((isFunction || (typeof value === "object" && value !== null)) && !seen.has(value)) {
      seen.add(value);
      const found = partsOf(value as object, isFunction && !mayHoldFunctions, queue);
      if (found !== null) return found;
    }
    if (queue.length === 0) return null;
  }
  return null;
}

function partsOf(value: object, isRefused: boolean, queue: unknown[]): string | null {
  if (types.isProxy(value)) return "a Proxy";
  if (isRefused) return "a function";
  if (!OWN.has(lastPrototype(value))) return "a value of another realm";
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype !== null && !Object.hasOwn(prototype, "constructor"))
    return "an object with a made prototype";
  for (const key of Reflect.ownKeys(value)) {
    const d = Object.getOwnPropertyDescriptor(value, key);
    // The engine's own accessor on some versions.
    if (d === undefined || (key === "stack" && types.isNativeError(value))) continue;
    if (!("value" in d)) return "a getter";
    queue.push(d.value);
  }
  if (types.isMap(value)) Map.prototype.forEach.call(value, (v, k) => void queue.push(k, v));
  if (types.isSet(value)) Set.prototype.forEach.call(value, (v) => void queue.push(v));
  return null;
}

function lastPrototype(value: object): object | null {
  let last: object | null = value;
  for (;;) {
    const next: object | null = Object.getPrototypeOf(last) as object | null;
    if (next === null) return last === value ? null : last;
    last = next;
  }
}
