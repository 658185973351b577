import { GuardError } from "../../diagnostics/errors.js";
import { nearestName } from "../../diagnostics/suggest.js";

/** Reading what a host declares: each property once, no getters, nothing unknown. */

export function invalid(reason: string): GuardError {
  return new GuardError({ code: "POLICY_INVALID", message: `defineLanguagePolicy: ${reason}` });
}

/** The own properties of a plain object, each read once; a later change of the object changes nothing. */
export function readRecord(value: unknown, what: string): ReadonlyMap<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw invalid(`${what} must be a plain object`);
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    throw invalid(`${what} must be a plain object`);
  const found = new Map<string, unknown>();
  for (const key of Reflect.ownKeys(value)) {
    if (typeof key === "symbol") throw invalid(`${what} has a symbol as a key; remove it`);
    const data = dataOf(value, key, `\`${key}\` of ${what}`);
    // A value that went missing on its way here must not drop a check in silence.
    if (data === undefined)
      throw invalid(`\`${key}\` of ${what} is undefined; leave it out or give its value`);
    found.set(key, data);
  }
  return found;
}

/** The elements of an array, each read once. */
export function readList(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw invalid(`${what} must be an array`);
  const length = dataOf(value, "length", what) as number;
  return Array.from({ length }, (_, i) => dataOf(value, String(i), `element ${i} of ${what}`));
}

export function readText(value: unknown, what: string): string {
  if (typeof value === "string" && value !== "") return value;
  throw invalid(`${what} must be a text that is not empty`);
}

function dataOf(owner: object, key: string, what: string): unknown {
  const d = Object.getOwnPropertyDescriptor(owner, key);
  if (d === undefined) throw invalid(`${what} is missing`);
  if (!("value" in d)) throw invalid(`${what} is a getter or setter; give its value`);
  return d.value;
}

/** `; did you mean \`x\`?` for a known word that is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const nearest = nearestName(word, known);
  return nearest === undefined ? "" : `; did you mean \`${nearest}\`?`;
}
