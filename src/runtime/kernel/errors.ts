import type { HostPort, SiteInfo } from "./host.js";
import { PROGRAM_PREFIX } from "./program-prefix.js";

/** Intrinsics of the guest realm, captured before any guest code runs. */
const { apply, getOwnPropertyDescriptor, defineProperty, getPrototypeOf } = Reflect;
const NativeError = Error;
const NativeTypeError = TypeError;
const NativeRangeError = RangeError;
const weakGet = WeakMap.prototype.get;
const weakSet = WeakMap.prototype.set;
const nativeHas = Set.prototype.has;
const setHas = WeakSet.prototype.has;
const setAdd = WeakSet.prototype.add;
const match = RegExp.prototype.exec;
const replace = String.prototype.replaceAll;
const slice = String.prototype.slice;
const startsWith = String.prototype.startsWith;
const endsWith = String.prototype.endsWith;
const includes = String.prototype.includes;

const OVERFLOW = "Maximum call stack size exceeded";

interface CallSite {
  getScriptNameOrSourceURL(): unknown;
  getFunctionName(): string | null;
  getLineNumber(): number | null;
  getColumnNumber(): number | null;
}

export interface Trace {
  readonly program: number;
  /** Number of the site guard that threw, or -1. */
  readonly site: number;
  /** `file:line:column` of the innermost guest frame, or the empty string. */
  readonly place: string;
  readonly text: string;
}

export interface ErrorKit {
  guardError(code: string, message: string, help?: string): Error;
  limitError(code: string, message: string): Error;
  isLimit(value: unknown): boolean;
  isOverflow(value: unknown): boolean;
  trace(error: unknown): Trace | null;
  /** `name` and `message` as the guest would read them; empty where they are no strings. */
  labels(error: object): { readonly name: string; readonly message: string };
  /** Rewrites an engine message that names a guard into the one the engine gives natively. */
  normalise(error: unknown): void;
  /** The innermost guest place of the call that is running now. */
  here(): string;
  /** The name that the program used and nobody provides, when that is what the error says. */
  missing(error: unknown): string | null;
  details(error: unknown): { readonly code: string; readonly help: string } | null;
  makeError(name: string, message: string): Error;
  /** Per program: what its guarded sites are, and the free names that nobody provides. */
  programs: Map<number, { readonly sites: readonly SiteInfo[]; readonly missing: ReadonlySet<string> }>;
  install(): void;
}

export function createErrorKit(host: HostPort): ErrorKit {
  const traces = new WeakMap<object, Trace>();
  const limits = new WeakSet<object>();
  const codes = new WeakMap<object, { code: string; help: string }>();
  const absent = new WeakMap<object, string>();
  const programs: ErrorKit["programs"] = new Map();
  const mapGet = Map.prototype.get;
  const get = <K extends object, V>(map: WeakMap<K, V>, key: K): V | undefined =>
    apply(weakGet, map, [key]) as V | undefined;

  /** Runs when `stack` is first read: keeps the guest's own frames and forgets everything else. */
  const prepare = (error: Error, frames: CallSite[]): string => {
    let program = -1;
    let site = -1;
    let place = "";
    let text = "";
    let first = true;
    for (let i = 0; i < frames.length; i++) {
      const frame = frames[i] as CallSite;
      const script = frame.getScriptNameOrSourceURL();
      if (typeof script !== "string" || !apply(startsWith, script, [PROGRAM_PREFIX])) continue;
      const id = +apply(slice, script, [PROGRAM_PREFIX.length]);
      const name = frame.getFunctionName() ?? "";
      const guard = apply(match, /^_[gows](\d+)_$/, [name]) as RegExpExecArray | null;
      if (first && guard !== null) site = +(guard[1] as string);
      first = false;
      if (program < 0) program = id;
      if (apply(match, /^_\w*_$/, [name]) !== null) continue;
      const at = host.place(id, frame.getLineNumber() ?? 0, frame.getColumnNumber() ?? 0);
      if (at === "") continue;
      if (place === "") place = at;
      text += name === "" ? `\n    at ${at}` : `\n    at ${name} (${at})`;
    }
    apply(weakSet, traces, [error, { program, site, place, text }]);
    return header(error) + text;
  };

  const read = (object: object, name: string): unknown => {
    for (let o: object | null = object; o !== null; o = getPrototypeOf(o)) {
      const d = getOwnPropertyDescriptor(o, name);
      if (d === undefined) continue;
      if ("value" in d) return d.value;
      return d.get === undefined ? undefined : apply(d.get, object, []);
    }
    return undefined;
  };

  const header = (error: object): string => {
    try {
      const name = read(error, "name");
      const message = read(error, "message");
      const shown = typeof name === "string" ? name : "Error";
      return typeof message === "string" && message !== "" ? `${shown}: ${message}` : shown;
    } catch {
      return "Error";
    }
  };

  const trace = (error: unknown): Trace | null => {
    if (typeof error !== "object" || error === null) return null;
    const known = get(traces, error);
    if (known !== undefined) return known;
    try {
      read(error, "stack");
    } catch {
      return null;
    }
    return get(traces, error) ?? null;
  };

  const native = (site: SiteInfo | undefined, kind: string, found: string): string => {
    const { op = "read", name = "", text = "value" } = site ?? {};
    if (op === "write") return `Cannot set properties of ${kind} (setting '${name}')`;
    if (op === "iterate" || op === "spread")
      return `${text === "(intermediate value)" ? kind : text} is not iterable`;
    if (op === "pattern")
      return name === ""
        ? `${kind} is not iterable`
        : `Cannot destructure property '${name}' of '${text}' as it is ${kind}.`;
    if (op === "class") return `Class extends value ${kind} is not a constructor or null`;
    if (op === "operator") return "Right-hand side of 'instanceof' is not callable";
    return `Cannot read properties of ${kind} (reading '${name === "" ? found : name}')`;
  };

  const normalise = (error: unknown): void => {
    if (typeof error !== "object" || error === null) return;
    const message = read(error, "message");
    if (
      typeof message !== "string" ||
      !(apply(includes, message, ["_"]) || apply(startsWith, message, ["Cannot access '"]))
    )
      return;
    const t = trace(error);
    if (t === null) return;
    const program = apply(mapGet, programs, [t.program]) as
      | { sites: readonly SiteInfo[]; missing: ReadonlySet<string> }
      | undefined;
    const table = program?.sites;
    let fixed = message;
    // Names that nobody provides are kept in their temporal dead zone.
    const dead = apply(match, /^Cannot access '(.+)' before initialization$/, [
      message,
    ]) as RegExpExecArray | null;
    if (dead !== null && program !== undefined && (apply(nativeHas, program.missing, [dead[1]]) as boolean)) {
      fixed = `${dead[1]} is not defined`;
      apply(weakSet, absent, [error, dead[1]]);
    }
    const brand = apply(match, /^Cannot read properties of (undefined|null) \(reading '_(?:safe|open)_'\)$/, [
      message,
    ]) as RegExpExecArray | null;
    if (brand !== null) fixed = native(table?.[t.site], brand[1] as string, "");
    else {
      for (;;) {
        const found = apply(match, /_[gows](\d+)_\(\.\.\.\)/, [fixed]) as RegExpExecArray | null;
        if (found === null) break;
        fixed = apply(replace, fixed, [
          found[0],
          () => table?.[+(found[1] as string)]?.text ?? "(intermediate value)",
        ]) as string;
      }
      const tail = " is not a function or its return value is not iterable";
      if (fixed !== message && apply(endsWith, fixed, [tail]))
        fixed = `${apply(slice, fixed, [0, -tail.length]) as string} is not iterable`;
    }
    if (fixed !== message)
      defineProperty(error, "message", {
        value: fixed,
        writable: true,
        enumerable: false,
        configurable: true,
      });
  };

  const named = (Base: ErrorConstructor, name: string, message: string): Error => {
    const error = new Base(message);
    defineProperty(error, "name", { value: name, writable: true, enumerable: false, configurable: true });
    return error;
  };

  return {
    programs,
    trace,
    labels(error) {
      try {
        const name = read(error, "name");
        const message = read(error, "message");
        return {
          name: typeof name === "string" ? name : "Error",
          message: typeof message === "string" ? message : "",
        };
      } catch {
        return { name: "Error", message: "" };
      }
    },
    normalise,
    guardError(code, message, help = "") {
      const error = named(NativeTypeError, "GuardError", message);
      apply(weakSet, codes, [error, { code, help }]);
      return error;
    },
    limitError(code, message) {
      const error = named(NativeError, "LimitError", message);
      apply(setAdd, limits, [error]);
      apply(weakSet, codes, [error, { code, help: "" }]);
      return error;
    },
    isLimit: (value) =>
      typeof value === "object" && value !== null && (apply(setHas, limits, [value]) as boolean),
    isOverflow(value) {
      if (typeof value !== "object" || value === null) return false;
      const d = getOwnPropertyDescriptor(value, "message");
      return d !== undefined && d.value === OVERFLOW;
    },
    here: () => trace(new NativeError())?.place ?? "",
    missing: (error) => (typeof error === "object" && error !== null ? (get(absent, error) ?? null) : null),
    details: (error) => (typeof error === "object" && error !== null ? (get(codes, error) ?? null) : null),
    makeError(name, message) {
      const Base =
        name === "TypeError"
          ? NativeTypeError
          : name === "RangeError"
            ? NativeRangeError
            : name === "SyntaxError"
              ? SyntaxError
              : name === "ReferenceError"
                ? ReferenceError
                : NativeError;
      const error = new (Base as ErrorConstructor)(message);
      if (error.name !== name)
        defineProperty(error, "name", { value: name, writable: true, enumerable: false, configurable: true });
      return error;
    },
    install() {
      const frozen = (name: string, value: unknown): void => {
        defineProperty(NativeError, name, { value, writable: false, enumerable: false, configurable: false });
      };
      frozen("prepareStackTrace", prepare);
      frozen("stackTraceLimit", 40);
    },
  };
}
