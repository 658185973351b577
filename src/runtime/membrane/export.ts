import { GuardError, LimitError } from "../../diagnostics/errors.js";
import type { Policy } from "../../policies/policy.js";
import { className, kindOf, typedArrayName } from "./kinds.js";
import type { Session } from "./session.js";

const MAX_DEPTH = 1_000;

export interface ExportMode {
  /** Facets leave as the objects their policies hold (for privileged code), or as exported copies. */
  readonly facets: "raw" | "copy";
  readonly functions: "wrap" | "refuse";
}

export const RESULT: ExportMode = Object.freeze({ facets: "copy", functions: "refuse" });
export const ARGUMENT: ExportMode = Object.freeze({ facets: "copy", functions: "wrap" });
export const PRIVILEGED: ExportMode = Object.freeze({ facets: "raw", functions: "wrap" });

interface Export {
  readonly session: Session;
  readonly mode: ExportMode;
  readonly seen: Map<object, unknown>;
  nodes: number;
}

/**
 * Takes a guest value to the host: a deep copy of own data. Getters are not run, `toJSON` is not called, prototypes
 * are not followed.
 * @throws GuardError `EXPORT_FUNCTION`, `EXPORT_TYPE`; LimitError `LIMIT_RESULT`
 */
export function exportValue(session: Session, value: unknown, mode: ExportMode): unknown {
  return leave({ session, mode, seen: new Map(), nodes: 0 }, value, 0);
}

function leave(state: Export, value: unknown, depth: number): unknown {
  if (typeof value === "symbol") throw refusal("EXPORT_TYPE", "a symbol");
  if (typeof value === "function") return leaveFunction(state, value as (...args: unknown[]) => unknown);
  if (typeof value !== "object" || value === null) return value;
  const known = state.seen.get(value);
  if (known !== undefined) return known;
  if (++state.nodes > state.session.resultNodes || depth > MAX_DEPTH) {
    throw new LimitError({
      code: "LIMIT_RESULT",
      message: "The result has more parts than the limit allows.",
    });
  }
  const record = state.session.kernel.facets.record(value);
  if (record !== undefined)
    return leaveFacet(state, record.policy, record.resident ? null : record.target, value);
  return leaveObject(state, value, depth);
}

function leaveFunction(state: Export, f: (...args: unknown[]) => unknown): unknown {
  if (state.mode.functions === "refuse") throw refusal("EXPORT_FUNCTION", "a function");
  const { session } = state;
  const known = session.exported.get(f);
  if (known !== undefined) return known;
  const mode = state.mode;
  const callable = (...args: unknown[]): unknown => exportValue(session, session.call(f, args), mode);
  session.exported.set(f, callable);
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
      const copy = new Map<unknown, unknown>();
      seen.set(value, copy);
      Map.prototype.forEach.call(
        value,
        (v, k) => void copy.set(leave(state, k, depth + 1), leave(state, v, depth + 1)),
      );
      return copy;
    }
    case "set": {
      const copy = new Set<unknown>();
      seen.set(value, copy);
      Set.prototype.forEach.call(value, (v) => void copy.add(leave(state, v, depth + 1)));
      return copy;
    }
    case "date":
      return new Date(Date.prototype.getTime.call(value));
    case "regexp":
      return new RegExp(regexpSource(value), regexpFlags(value));
    case "typed":
      return Reflect.construct(
        (globalThis as unknown as Record<string, never>)[typedArrayName(value)] as never,
        [value],
      );
    case "buffer":
      return new Uint8Array(new Uint8Array(value as ArrayBuffer)).buffer;
    case "error":
      return leaveError(state.session, value);
    case "object":
      return leavePlain(state, value, depth);
    default:
      throw refusal("EXPORT_TYPE", `a ${className(value)}`);
  }
}

function leaveArray(state: Export, value: unknown[], depth: number): unknown[] {
  const { length } = value;
  state.nodes += length;
  if (state.nodes > state.session.resultNodes)
    throw new LimitError({
      code: "LIMIT_RESULT",
      message: "The result has more parts than the limit allows.",
    });
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
    if (!("value" in d)) throw refusal("EXPORT_TYPE", `an object with the getter \`${name}\``);
    state.nodes++;
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

function leaveError(session: Session, value: object): Error {
  const { name, message } = session.kernel.errors.labels(value);
  const error = new Error(message);
  error.name = name;
  error.stack = `${error.name}: ${error.message}`;
  return error;
}

const sourceGetter = Object.getOwnPropertyDescriptor(RegExp.prototype, "source")?.get as () => string;

function regexpSource(value: object): string {
  return Reflect.apply(sourceGetter, value, []);
}

/** Read flag by flag from internal slots: `flags` itself would ask the guest's object. */
function regexpFlags(value: object): string {
  const flags: readonly (readonly [string, string])[] = [
    ["hasIndices", "d"],
    ["global", "g"],
    ["ignoreCase", "i"],
    ["multiline", "m"],
    ["dotAll", "s"],
    ["unicode", "u"],
    ["unicodeSets", "v"],
    ["sticky", "y"],
  ];
  return flags
    .map(([name, letter]) => {
      const get = Object.getOwnPropertyDescriptor(RegExp.prototype, name)?.get;
      return get !== undefined && Reflect.apply(get, value, []) === true ? letter : "";
    })
    .join("");
}

function refusal(code: "EXPORT_FUNCTION" | "EXPORT_TYPE", what: string): GuardError {
  const help =
    code === "EXPORT_FUNCTION"
      ? "Return data; or compile in mode `function` to get a callable."
      : "Return plain objects, arrays, Maps, Sets, Dates or primitives.";
  return new GuardError({ code, message: `The result holds ${what}, which cannot leave the program.`, help });
}
