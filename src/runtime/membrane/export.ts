import { types } from "node:util";
import { bounded, boundedName } from "../../diagnostics/bounded.js";
import { GuardError } from "../../diagnostics/errors.js";
import type { Policy } from "../../policies/policy.js";
import { className, kindOf, regexpFlags, regexpSource, typedArrayName } from "./kinds.js";
import type { Session } from "./session.js";
import { charge, count, lengthOfBuffer, lengthOfTyped, type Size, sizeOfMap, sizeOfSet } from "./size.js";

/** Methods that host code calls without meaning to: by `await`, `JSON.stringify`, a template string, an operator. */
const ASKED_BY_HOSTS: ReadonlySet<string> = new Set(["then", "toJSON", "toString", "valueOf"]);

export interface ExportMode {
  /** Facets leave as the objects their policies hold (for privileged code), or as exported copies. */
  readonly facets: "raw" | "copy";
  readonly functions: "wrap" | "refuse";
}

export const RESULT: ExportMode = Object.freeze({ facets: "copy", functions: "refuse" });
export const ARGUMENT: ExportMode = Object.freeze({ facets: "copy", functions: "wrap" });
export const PRIVILEGED: ExportMode = Object.freeze({ facets: "raw", functions: "wrap" });

interface Export extends Size {
  readonly mode: ExportMode;
  readonly seen: Map<object, unknown>;
}

/**
 * Takes a guest value to the host: a deep copy of own data. Getters are not run, `toJSON` is not called, prototypes
 * are not followed.
 * @throws GuardError `EXPORT_FUNCTION`, `EXPORT_TYPE`; LimitError `LIMIT_RESULT`
 */
export function exportValue(session: Session, value: unknown, mode: ExportMode): unknown {
  const state: Export = { session, what: "The result", mode, seen: new Map(), nodes: 0 };
  try {
    return leave(state, value, 0);
  } finally {
    charge(state);
  }
}

function leave(state: Export, value: unknown, depth: number): unknown {
  if (typeof value === "symbol") throw refusal("EXPORT_TYPE", "a symbol");
  if (typeof value === "function") return leaveFunction(state, value as (...args: unknown[]) => unknown);
  if (typeof value !== "object" || value === null) return value;
  const known = state.seen.get(value);
  if (known !== undefined) return known;
  count(state, 1, depth);
  const record = state.session.kernel.facets.record(value);
  if (record !== undefined)
    return leaveFacet(state, record.policy, record.resident ? null : record.target, value);
  return leaveObject(state, value, depth);
}

function leaveFunction(state: Export, f: (...args: unknown[]) => unknown): unknown {
  if (state.mode.functions === "refuse") throw refusal("EXPORT_FUNCTION", "a function");
  const { session, mode } = state;
  // A callback that privileged code was given hands out the host's own objects: others get one of their own.
  const exported = session.exported[mode.facets];
  const known = exported.get(f);
  if (known !== undefined) return known;
  const callable = (...args: unknown[]): unknown => exportValue(session, session.call(f, args), mode);
  exported.set(f, callable);
  session.origins.set(callable, f);
  return callable;
}

function leaveFacet(state: Export, index: number, target: object | null, facet: object): unknown {
  const policy = state.session.registry.list[index] as Policy;
  const object = target ?? revive(state.session, policy, facet);
  if (state.mode.facets === "raw") return object;
  if (policy.export === undefined) throw refusal("EXPORT_TYPE", `a ${policy.name}`);
  const out = policy.export(object as never);
  state.seen.set(facet, out);
  return out;
}

/** The host object that a resident facet's state stands for now. */
export function revive(session: Session, policy: Policy, facet: object): object {
  const held: Record<string, unknown> = {};
  for (const name of Reflect.ownKeys(facet)) {
    const d = Object.getOwnPropertyDescriptor(facet, name);
    if (typeof name !== "string" || d === undefined || !("value" in d)) continue;
    Object.defineProperty(held, name, {
      value: exportValue(session, d.value, PRIVILEGED),
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  if (policy.resident === undefined) throw refusal("EXPORT_TYPE", `a ${policy.name}`);
  return policy.resident.revive(held) as object;
}

function leaveObject(state: Export, value: object, depth: number): unknown {
  const { seen } = state;
  switch (kindOf(value)) {
    case "array":
      return leaveArray(state, value as unknown[], depth);
    case "map": {
      count(state, 2 * sizeOfMap(value));
      const copy = new Map<unknown, unknown>();
      seen.set(value, copy);
      Map.prototype.forEach.call(
        value,
        (v, k) => void copy.set(leave(state, k, depth + 1), leave(state, v, depth + 1)),
      );
      return copy;
    }
    case "set": {
      count(state, sizeOfSet(value));
      const copy = new Set<unknown>();
      seen.set(value, copy);
      Set.prototype.forEach.call(value, (v) => void copy.add(leave(state, v, depth + 1)));
      return copy;
    }
    case "date":
      return remember(state, value, new Date(Date.prototype.getTime.call(value)));
    case "regexp":
      return remember(state, value, new RegExp(regexpSource(value), regexpFlags(value)));
    case "typed":
    case "buffer":
      return remember(state, value, leaveBytes(state, value));
    case "error":
      return remember(state, value, leaveError(state.session, value));
    case "object":
      return leavePlain(state, value, depth);
    default:
      throw refusal("EXPORT_TYPE", `a ${className(value)}`);
  }
}

/** A value that many places hold is copied once. */
function remember(state: Export, value: object, copy: object): object {
  state.seen.set(value, copy);
  return copy;
}

/** Every view of one buffer becomes a copy of its own: each counts. */
function leaveBytes(state: Export, value: object): object {
  const isTyped = types.isTypedArray(value);
  count(state, isTyped ? lengthOfTyped(value) : lengthOfBuffer(value));
  const name = isTyped ? typedArrayName(value) : "Uint8Array";
  const make = (globalThis as unknown as Record<string, new (of: object) => Uint8Array>)[name];
  if (make === undefined) throw refusal("EXPORT_TYPE", `a ${name}`);
  try {
    return isTyped ? new make(value) : new make(new Uint8Array(value as ArrayBuffer)).buffer;
  } catch {
    throw refusal("EXPORT_TYPE", "bytes whose buffer is detached or too short");
  }
}

function leaveArray(state: Export, value: unknown[], depth: number): unknown[] {
  const { length } = value;
  count(state, length);
  const copy: unknown[] = [];
  state.seen.set(value, copy);
  for (let i = 0; i < length; i++) {
    const d = Object.getOwnPropertyDescriptor(value, i);
    if (d !== undefined && !("value" in d)) throw refusal("EXPORT_TYPE", "an array with a getter");
    copy.push(d === undefined ? undefined : leave(state, d.value, depth + 1));
  }
  return copy;
}

function leavePlain(state: Export, value: object, depth: number): object {
  const copy: Record<string, unknown> = {};
  state.seen.set(value, copy);
  for (const name of Object.keys(value)) {
    const d = Object.getOwnPropertyDescriptor(value, name);
    if (d === undefined) continue;
    if (!("value" in d)) throw refusal("EXPORT_TYPE", `an object with the getter \`${name.slice(0, 100)}\``);
    count(state, 1);
    if (typeof d.value === "function" && ASKED_BY_HOSTS.has(name))
      throw refusal("EXPORT_FUNCTION", `a method \`${name}\``);
    // Defined, not assigned: a key named __proto__ must stay a key.
    Object.defineProperty(copy, name, {
      value: leave(state, d.value, depth + 1),
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  return copy;
}

/** Name and message as data has them: a getter of the guest's is not run. */
function leaveError(session: Session, value: object): Error {
  const labels = session.kernel.errors.dataLabels(value);
  const message = bounded(labels.message);
  const name = boundedName(labels.name);
  const error = new Error(message);
  error.name = name;
  error.stack = `${name}: ${message}`;
  return error;
}

function refusal(code: "EXPORT_FUNCTION" | "EXPORT_TYPE", what: string): GuardError {
  const help =
    code === "EXPORT_FUNCTION"
      ? "Return data; or compile in mode `function` to get a callable."
      : "Return plain objects, arrays, Maps, Sets, Dates or primitives.";
  return new GuardError({ code, message: `The result holds ${what}, which cannot leave the program.`, help });
}
