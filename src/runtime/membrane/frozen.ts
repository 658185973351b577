import { types } from "node:util";
import { HostTypeError } from "../../diagnostics/errors.js";
import type { PolicyRules } from "../../language/policy.js";
import { className, kindOf } from "./kinds.js";
import type { Crossing } from "./rows.js";
import type { Session } from "./session.js";
import { isSimple } from "./simple.js";
import { charge, count, MAX_DEPTH } from "./size.js";

/** What the host has frozen, and all objects in it. */
const frozen = new WeakMap<object, readonly object[]>();
let hasObjects = false;

/** A realm's copies of frozen data. What a copy holds depends on the names that a language policy refuses. */
export type FrozenCopies = WeakMap<PolicyRules, WeakMap<object, object>>;

/**
 * Freezes plain data, deeply and for good, and marks it: wherever this value is handed to programs, as a global, an argument,
 * a result or a part of one, each realm copies it once, and all later runs get the same copies. Programs cannot change the
 * objects in it. An array gets to each program as an array of its own, whose elements are the shared ones.
 *
 * @param value an array or a plain object; in it may be strings, numbers, booleans, null, undefined, arrays and plain objects
 * @returns the value itself
 * @throws HostTypeError `HOST_TYPE`, `HOST_ACCESSOR`, `HOST_PROXY` for anything else in it; nothing is frozen then
 * @example
 * const rows = freezeData(await loadRows());
 * for (const source of sources) execRestricted(source, { globals: { rows } });
 */
export function freezeData<T extends object>(value: T): T {
  if (frozen.has(value)) return value;
  if ((typeof value !== "object" && typeof value !== "function") || value === null)
    throw refusal("HOST_TYPE", "the value", `is a ${value === null ? "null" : typeof value}`);
  const parts = new Set<object>();
  visit(parts, value, "the value", 0);
  for (const part of parts) Object.freeze(part);
  frozen.set(value, [...parts]);
  hasObjects ||= !Array.isArray(value);
  return value;
}

function visit(parts: Set<object>, value: unknown, path: string, depth: number): void {
  const type = typeof value;
  if (type === "symbol" || type === "bigint" || type === "function")
    throw refusal("HOST_TYPE", path, `is a ${type}`);
  if (typeof value !== "object" || value === null || parts.has(value)) return;
  if (depth > MAX_DEPTH) throw refusal("HOST_TYPE", path, `is nested more than ${MAX_DEPTH} levels deep`);
  if (types.isProxy(value)) throw refusal("HOST_PROXY", path, "is a Proxy");
  const kind = kindOf(value);
  const prototype = Object.getPrototypeOf(value) as object | null;
  const isPlain = kind === "object" && (prototype === null || prototype === Object.prototype);
  if (!isPlain && (kind !== "array" || prototype !== Array.prototype))
    throw refusal("HOST_TYPE", path, `is an instance of ${className(value)}`);
  parts.add(value);
  for (const name of Object.keys(value)) {
    const d = Object.getOwnPropertyDescriptor(value, name);
    if (d === undefined || !("value" in d))
      throw refusal("HOST_ACCESSOR", `\`${name}\` of ${path}`, "is a getter");
    if (!isSimple(d.value)) visit(parts, d.value, depth < 3 ? `\`${name}\` of ${path}` : path, depth + 1);
  }
}

/** Whether an object, not an array, was frozen by itself: copiers of rows leave it alone. */
export function isFrozenObject(value: object): boolean {
  return hasObjects && frozen.has(value);
}

export function areObjectsFrozen(): boolean {
  return hasObjects;
}

/** The shared copy of frozen data; undefined for all else, and where a policy claims a part of it. */
export function enterFrozen(
  state: Crossing,
  value: object,
  copyAll: (crossing: Crossing) => unknown,
): object | undefined {
  const parts = frozen.get(value);
  const { session } = state;
  if (parts === undefined || isClaimed(session, value, parts)) return undefined;
  const copies = copiesOf(session);
  const known = copies.get(value) ?? make(state, copyAll);
  copies.set(value, known);
  if (!Array.isArray(known)) return known;
  count(state, known.length);
  return session.kernel.listOf(known);
}

/** A policy is asked for each part once in a run: frozen data stays what it is. */
function isClaimed({ policies, vetted }: Session, value: object, parts: readonly object[]): boolean {
  if (policies.length === 0) return false;
  const before = vetted.get(value);
  if (before !== undefined) return before;
  const claimed = parts.some((part) => policies.some((policy) => policy.matches(part)));
  vetted.set(value, claimed);
  return claimed;
}

function copiesOf({ frozenCopies, policy }: Session): WeakMap<object, object> {
  const known = frozenCopies.get(policy) ?? new WeakMap<object, object>();
  frozenCopies.set(policy, known);
  return known;
}

/** All copies are frozen but the array at the root, which no program gets. */
function make(state: Crossing, copyAll: (crossing: Crossing) => unknown): object {
  const { session, what } = state;
  const own: Crossing = { session, what, seen: new Map(), kept: null, nodes: 0 };
  const { freeze } = session.kernel;
  try {
    const root = copyAll(own) as object;
    const isList = Array.isArray(root);
    for (const copy of own.seen.values()) if (copy !== root || !isList) freeze(copy as object);
    const { kept } = own;
    kept?.rows.forEach((_, i) => void freeze(kept.copies[kept.from + i] as object));
    return root;
  } finally {
    charge(own);
  }
}

function refusal(
  code: "HOST_TYPE" | "HOST_ACCESSOR" | "HOST_PROXY",
  path: string,
  what: string,
): HostTypeError {
  return new HostTypeError({
    code,
    message: `freezeData: ${path} ${what}.`,
    help: "Pass arrays and plain objects of strings, numbers, booleans and null.",
  });
}
