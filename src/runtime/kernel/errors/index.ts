import type { HostPort, SiteInfo } from "../host.js";
import { isMimic } from "../intrinsics/define.js";
import { isHostRealm } from "../intrinsics/host-realm.js";
import { ofNothing, ofOther } from "./messages.js";
import {
  apply,
  defineProperty,
  deleteProperty,
  exec,
  getFrom,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  NativeError,
  NativeTypeError,
  read,
  weakGet,
  weakSet,
} from "./primordials.js";
import { BRAND, DEAD, type NamedGuard, type ProgramFacts, repaired } from "./repair.js";
import { type CallSite, type Trace, traceOf } from "./trace.js";

const setHas = WeakSet.prototype.has;
const setAdd = WeakSet.prototype.add;
const nativeHas = Set.prototype.has;
const mapSet = Map.prototype.set;

const OVERFLOW = "Maximum call stack size exceeded";

export type { Trace } from "./trace.js";

export interface ErrorKit {
  guardError(code: string, message: string, help?: string): Error;
  limitError(code: string, message: string): Error;
  isLimit(value: unknown): boolean;
  isOverflow(value: unknown): boolean;
  trace(error: unknown): Trace | null;
  /** `name` and `message` as the guest would read them; empty where they are no strings. */
  labels(error: object): { readonly name: string; readonly message: string };
  /** The same without running a getter of the guest's. */
  dataLabels(error: object): { readonly name: string; readonly message: string };
  /** Gives an error the message that the engine gives natively, where it names a part of the library. */
  normalise(error: unknown): void;
  /** The innermost guest place of the call that is running now. */
  here(): string;
  /** The name that the program used and nobody provides, when that is what the error says. */
  missing(error: unknown): string | null;
  details(error: unknown): { readonly code: string; readonly help: string } | null;
  makeError(name: string, message: string): Error;
  /**
   * A TypeError of the call form for what the source does at the running place: `op` on `value`. Its message is put
   * together when it is first asked for, because finding the place costs more than making the error.
   */
  fault(op: string, value: unknown, name?: PropertyKey): Error;
  register(
    program: number,
    sites: readonly SiteInfo[],
    missing: readonly string[],
    guards: readonly NamedGuard[],
  ): void;
  forget(program: number): void;
  install(): void;
  /** In the host's realm: gives a fresh error the stack that the guest may read, before anything else reads it. */
  secure<T>(error: T): T;
}

interface Fault {
  readonly op: string;
  readonly value: unknown;
  readonly name: PropertyKey | undefined;
}

export function createErrorKit(host: HostPort): ErrorKit {
  const traces = new WeakMap<object, Trace>();
  const limits = new WeakSet<object>();
  const codes = new WeakMap<object, { code: string; help: string }>();
  const faults = new WeakMap<object, Fault>();
  const absent = new WeakMap<object, string>();
  const programs = new Map<number, ProgramFacts>();

  /** Runs when `stack` is first read: keeps the guest's own frames and forgets everything else. */
  const prepare = (error: Error, frames: CallSite[]): string => {
    const trace = traceOf(frames, host);
    weakSet(traces, error, { ...trace, subject: mend(error, trace) });
    const { name, message } = labels(error);
    return `${message === "" ? name : `${name}: ${message}`}${trace.text}`;
  };

  /** Gives the message its native text; tells the source text of the value that was missing. */
  const mend = (error: object, trace: Trace): string => {
    const facts = getFrom(programs, trace.program);
    const own = getOwnPropertyDescriptor(error, "message");
    if (facts === undefined || own === undefined || typeof own.value !== "string") return "";
    const fault = weakGet(faults, error) ?? brandFault(own.value, facts.guard(trace.guard));
    const fixed =
      fault === undefined
        ? repaired(own.value, facts, trace.site, trace.place)
        : faultMessage(fault, facts, trace.place, own.value);
    const dead = exec(DEAD, own.value)?.[1];
    if (dead !== undefined && facts.isMissing(dead)) weakSet(absent, error, dead);
    if (fixed !== own.value)
      defineProperty(error, "message", {
        value: fixed,
        writable: true,
        enumerable: false,
        configurable: true,
      });
    if (fault !== undefined)
      return facts.find(fault.op, trace.place)?.text ?? receiverText(facts.find("call", trace.place)?.text);
    return exec(BRAND, own.value) === null ? "" : (facts.sites[trace.site]?.text ?? "");
  };

  const trace = (error: unknown): Trace | null => {
    if (typeof error !== "object" || error === null) return null;
    const known = weakGet(traces, error);
    if (known !== undefined) return known;
    if (isHostRealm() && !host.isError(error)) return null;
    try {
      if (isHostRealm()) formatting(prepare, () => read(error, "stack"));
      else read(error, "stack");
    } catch {
      return null;
    }
    return weakGet(traces, error) ?? null;
  };

  const secured = new WeakSet<object>();
  const secure = <T>(error: T): T => {
    if (typeof error !== "object" || error === null || (apply(setHas, secured, [error]) as boolean))
      return error;
    if (!host.isError(error)) return error;
    apply(setAdd, secured, [error]);
    // Formatted by somebody else before: its text has the host's frames.
    if (trace(error) === null) {
      const { name, message } = labels(error);
      defineProperty(error, "stack", {
        value: message === "" ? name : `${name}: ${message}`,
        writable: true,
        enumerable: false,
        configurable: true,
      });
    }
    return error;
  };

  const normalise = (error: unknown): void => {
    if (typeof error !== "object" || error === null) return;
    const own = getOwnPropertyDescriptor(error, "message");
    if (own === undefined || typeof own.value !== "string") return;
    if (
      weakGet(faults, error) !== undefined ||
      exec(/_|^Cannot access '|^\(intermediate value\)/, own.value) !== null
    )
      trace(error);
  };

  const named = (Base: ErrorConstructor, name: string, message: string): Error => {
    const error = new Base(message);
    defineProperty(error, "name", { value: name, writable: true, enumerable: false, configurable: true });
    return error;
  };

  return {
    trace,
    labels,
    dataLabels: (error) => ({
      name: dataText(error, "name") ?? "Error",
      message: dataText(error, "message") ?? "",
    }),
    normalise,
    secure,
    guardError(code, message, help = "") {
      const error = named(NativeTypeError, "GuardError", message);
      weakSet(codes, error, { code, help });
      return error;
    },
    limitError(code, message) {
      const error = named(NativeError, "LimitError", message);
      apply(setAdd, limits, [error]);
      weakSet(codes, error, { code, help: "" });
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
    missing: (error) =>
      typeof error === "object" && error !== null ? (weakGet(absent, error) ?? null) : null,
    details: (error) =>
      typeof error === "object" && error !== null ? (weakGet(codes, error) ?? null) : null,
    makeError,
    fault(op, value, name) {
      const error = new NativeTypeError(DEFAULTS[op] ?? "The value cannot be used like this");
      weakSet(faults, error, { op, value, name });
      return error;
    },
    register(program, sites, missing, guards) {
      if (getFrom(programs, program) === undefined)
        apply(mapSet, programs, [program, factsOf(sites, new Set(missing), guards)]);
    },
    forget(program) {
      programs.delete(program);
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

const DEFAULTS: Readonly<Record<string, string>> = {
  call: "value is not a function",
  construct: "value is not a constructor",
  iterate: "value is not iterable",
};

/** The host realm's own formatter stands aside for the one moment in which a stack is first read. */
function formatting(prepare: unknown, work: () => unknown): void {
  const before = getOwnPropertyDescriptor(NativeError, "prepareStackTrace");
  defineProperty(NativeError, "prepareStackTrace", {
    value: prepare,
    writable: true,
    enumerable: true,
    configurable: true,
  });
  try {
    work();
  } finally {
    if (before === undefined) deleteProperty(NativeError, "prepareStackTrace");
    else defineProperty(NativeError, "prepareStackTrace", before);
  }
}

function factsOf(
  sites: readonly SiteInfo[],
  missing: ReadonlySet<string>,
  named: readonly NamedGuard[],
): ProgramFacts {
  const guards = new Map<string, NamedGuard>();
  for (let i = 0; i < named.length; i++) {
    const guard = named[i] as NamedGuard;
    apply(mapSet, guards, [guard[0], guard]);
  }
  let placed: Map<string, SiteInfo> | null = null;
  return {
    sites,
    missing,
    guard: (name) => getFrom(guards, name),
    isMissing: (name) => apply(nativeHas, missing, [name]) as boolean,
    find(op, place) {
      const position = exec(/\d+:\d+$/, place);
      if (position === null) return undefined;
      if (placed === null) {
        placed = new Map();
        for (let i = 0; i < sites.length; i++) {
          const site = sites[i] as SiteInfo;
          if (site.at !== undefined) apply(mapSet, placed, [`${site.op} ${site.at}`, site]);
        }
      }
      return getFrom(placed, `${op} ${position[0]}`);
    },
  };
}

/** A site of the call form that looked for the brand of `undefined` or `null`. */
function brandFault(message: string, guard: NamedGuard | undefined): Fault | undefined {
  const brand = guard === undefined ? null : exec(BRAND, message);
  if (guard === undefined || brand === null) return undefined;
  return { op: guard[1], value: brand[1] === "null" ? null : undefined, name: guard[2] };
}

/** What a call-form guard would have said about the source's own text. */
function faultMessage(fault: Fault, facts: ProgramFacts, place: string, message: string): string {
  const { op, value, name } = fault;
  if (op === "read" || op === "write" || op === "delete") {
    const shown = name === undefined ? null : typeof name === "symbol" ? symbolText(name) : `${name}`;
    return ofNothing({ op, name: shown, text: "" }, value as null | undefined);
  }
  const wanted =
    op === "iterate"
      ? ["iterate", "arguments", "unpack", "yield"]
      : op === "pattern"
        ? ["pattern", "nested"]
        : [op];
  for (let i = 0; i < wanted.length; i++) {
    const site = facts.find(wanted[i] as string, place);
    if (site === undefined) continue;
    return value === undefined || value === null ? nothing(site, value) : ofOther(site, { it: value });
  }
  return message;
}

function nothing(site: SiteInfo, value: undefined | null): string {
  return site.op === "call" || site.op === "construct" ? ofOther(site) : ofNothing(site, value);
}

/** The receiver of a method call, from the text of its callee. */
function receiverText(callee = ""): string {
  const found = exec(/^(.+?)\??\.[\w$]+$/, callee);
  return found === null ? "" : (found[1] as string);
}

const symbolToString = Symbol.prototype.toString;

function symbolText(symbol: symbol): string {
  return apply(symbolToString, symbol, []) as string;
}

function labels(error: object): { readonly name: string; readonly message: string } {
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
}

/** A text that an object or its class has as data; the kernel's own accessors on shared prototypes stand for data. */
function dataText(error: object, name: string): string | undefined {
  for (let o: object | null = error; o !== null; o = getPrototypeOf(o)) {
    const d = getOwnPropertyDescriptor(o, name);
    const text: unknown = d?.get !== undefined && isMimic(d.get) ? apply(d.get, error, []) : d?.value;
    if (typeof text === "string") return text;
  }
  return undefined;
}

const BASES: Readonly<Record<string, ErrorConstructor>> = {
  __proto__: null as never,
  TypeError,
  RangeError,
  SyntaxError,
  ReferenceError,
};

function makeError(name: string, message: string): Error {
  const error = new (BASES[name] ?? NativeError)(message);
  if (read(error, "name") !== name)
    defineProperty(error, "name", { value: name, writable: true, enumerable: false, configurable: true });
  return error;
}
