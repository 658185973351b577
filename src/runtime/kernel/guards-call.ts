import { operate } from "./bigints/operators.js";
import { numeric } from "./bigints/primitive.js";
import type { Budget } from "./budget.js";
import type { ErrorKit } from "./errors/index.js";
import { feeder, type Guard, type Injected, type Iterating, refuseDenied } from "./injected.js";
import { given, isHostRealm, isOpen } from "./intrinsics/index.js";
import { plainLength, ticking } from "./intrinsics/ticking.js";
import { watchExec, watchedOf } from "./intrinsics/watched-exec.js";
import type { KeyCheck } from "./keys.js";

const { apply, construct, defineProperty, getOwnPropertyDescriptor, ownKeys, getPrototypeOf } = Reflect;
const isArray = Array.isArray;
const hasOwn = Object.hasOwn;
const arrayPrototype = Array.prototype;
const iteratorSymbol: typeof Symbol.iterator = Symbol.iterator;
const asyncIteratorSymbol: typeof Symbol.asyncIterator = Symbol.asyncIterator;
const toObject = Object as (value: unknown) => object;
const includes = Array.prototype.includes;

type Fn = (...args: unknown[]) => unknown;
export type Guards = Readonly<Record<string, Guard>>;

export interface GuardParts {
  readonly errors: ErrorKit;
  readonly budget: Budget;
  /** From here on the meter is this run's. */
  readonly own: () => unknown;
  readonly key: KeyCheck;
  readonly audit: (code: string, name: string, object?: object) => void;
  /** Guards the host injected, composed; a default guard asks those of its own parts. */
  readonly injected: Injected;
  /** Functions that turn text into code; never called, whoever hands them over. */
  readonly denied: readonly unknown[];
  readonly iterating: Iterating;
}

/** The guards of the call form. Each does with a checked operand exactly what the operator would have done. */
export function createCallGuards(parts: GuardParts): Guards {
  const { errors, budget, key, audit, injected } = parts;
  const feed = feeder(injected, parts.iterating);
  /** The injected guard of that name, or the default. */
  const ask =
    (name: string, otherwise: Fn): Fn =>
    (...args) =>
      apply((injected[name] as Fn | undefined) ?? otherwise, undefined, args);
  const typeError = (message: string): never => {
    throw errors.makeError("TypeError", message);
  };
  /** In the host's realm: the value as the guest may have it. */
  const handed = (value: unknown): unknown => {
    if (!isHostRealm()) return value;
    try {
      return errors.secure(given(value));
    } catch {
      audit("GUARD_RECEIVER", "");
      throw errors.guardError(
        "GUARD_RECEIVER",
        "The value belongs to the host's realm and is not available to programs.",
      );
    }
  };
  const handedAll = (values: unknown[]): unknown[] => {
    if (isHostRealm() && isArray(values))
      for (let i = 0; i < values.length; i++) values[i] = handed(values[i]);
    return values;
  };
  const receiver = (o: unknown, name: PropertyKey | undefined, verb = "read"): object => {
    if (o === undefined || o === null) {
      throw errors.fault(verb, o, name);
    }
    if (isHostRealm()) return (typeof o === "object" || typeof o === "function" ? handed(o) : o) as object;
    if ((o as { _safe_?: unknown })._safe_ === true) return o as object;
    audit("GUARD_RECEIVER", "");
    throw errors.guardError(
      "GUARD_RECEIVER",
      "The object is not a value of this program, so its members are not available.",
    );
  };
  const writable = (o: unknown, name: PropertyKey, verb: string): object => {
    const object = receiver(o, name, verb);
    const chosen =
      injected["_write_"] === undefined
        ? object
        : (injected["_write_"] as unknown as (x: object) => object)(object);
    if (isOpen(chosen)) return chosen;
    audit("GUARD_WRITE", typeof name === "symbol" ? "" : `${name}`, object);
    const help = (object as { _help_?: unknown })._help_;
    throw errors.guardError(
      "GUARD_WRITE",
      "The object cannot be written to: it is shared or stands for an object of the host.",
      typeof help === "string" ? help : "",
    );
  };
  const callable = (f: unknown, op: "call" | "construct" = "call"): Fn => {
    if (typeof f !== "function") throw errors.fault(op, f);
    refuseDenied(f, parts);
    // The host's realm has one queue for the promises of all runs: this may be where a run goes on.
    if (isHostRealm()) parts.own();
    return handed(f) as Fn;
  };
  const faulty = (op: string, value: unknown): never => {
    throw errors.fault(op, value);
  };
  const make = (C: unknown, args: unknown[]): unknown => {
    const f = callable(C, "construct");
    try {
      return handed(construct(f as never, handedAll(args)));
    } catch (error) {
      if (!isConstructor(f)) throw errors.fault("construct", C);
      throw error;
    }
  };
  const read = (o: unknown, name: unknown): unknown => {
    present(o, name);
    const k = key(name);
    return handed(watchedOf((receiver(o, k) as Record<PropertyKey, unknown>)[k]));
  };
  /** Null and undefined are refused before the key is asked for its text. */
  const present = (o: unknown, name: unknown, verb?: string): void => {
    if (o === undefined || o === null) receiver(o, isName(name) ? name : undefined, verb);
  };
  const write = (o: unknown, name: unknown, value: unknown): unknown => {
    present(o, name, "write");
    const k = key(name);
    (writable(o, k, "write") as Record<PropertyKey, unknown>)[k] = value;
    return value;
  };
  const remove = (o: unknown, name: unknown): boolean => {
    present(o, name, "delete");
    const k = key(name);
    return delete (writable(o, k, "delete") as Record<PropertyKey, unknown>)[k];
  };
  const iterable = (x: unknown): unknown => {
    if (x === undefined || x === null) throw errors.fault("iterate", x);
    receiver(x, "");
    if (!isPlainArray(x) && lacks(x, iteratorSymbol) && lacks(x, asyncIteratorSymbol))
      throw errors.fault("iterate", x);
    if (typeof x === "string" || isArray(x)) budget.allocate(8 * x.length);
    // What a spread or a rest collects is charged: an iterator of the engine's own may never end.
    return lacks(x, asyncIteratorSymbol) && plainLength(x) < 0 ? ticking(x) : x;
  };
  const coercible = (x: unknown): unknown =>
    x === undefined || x === null ? faulty("pattern", x) : receiver(x, "");

  const keysOf = (o: unknown): unknown => (o === undefined || o === null ? o : receiver(o, ""));
  const plainCall = (f: unknown, args: unknown[]): unknown =>
    handed(apply(callable(f), undefined, handedAll(feed(f, args))));
  /** The function of a method call: both reading guards are of its kind, whichever the host injected. */
  const method = (o: unknown, name: unknown): unknown =>
    typeof name === "string" && injected["_getattr_"] !== undefined
      ? ask("_getattr_", read)(o, name)
      : ask("_getitem_", read)(o, name);

  const guards: Record<string, Guard> = {
    _getattr_: read,
    _getitem_: read,
    // Where the arguments could tell when the method is read, the program has read it before and hands it over.
    _invoke_: (o: unknown, name: unknown, args: unknown[], ...early: [unknown?]) => {
      const f = callable(early.length > 0 ? early[0] : method(o, name));
      return handed(apply(f, handed(o), handedAll(feed(f, args))));
    },
    _setattr_: write,
    _setitem_: write,
    _delattr_: remove,
    _delitem_: remove,
    _inplacevar_: inplace,
    _getiter_: iterable,
    _unpack_sequence_: ask("_getiter_", iterable),
    _iter_unpack_sequence_: ask("_getiter_", iterable),
    _keys_: keysOf,
    _rest_: (o: unknown, keys: unknown[]) => rest(ask("_keys_", keysOf)(o) as object, keys),
    _object_: coercible,
    _call_: plainCall,
    _apply_: plainCall,
    _callwith_: (f: unknown, self: unknown, args: unknown[]) => {
      const called = callable(f);
      const bound = (...list: unknown[]): unknown =>
        handed(apply(called, handed(self), handedAll(feed(called, list))));
      return injected["_apply_"] === undefined
        ? apply(bound, undefined, args)
        : ask("_apply_", bound)(bound, args);
    },
    _new_: (C: unknown, args: unknown[]) => make(C, feed(C, args)),
    // The tag is read before the values in the template are computed; only the call asks whether it can be called.
    _tag_: (o: unknown, ...name: [unknown?]) => {
      const isMember = name.length > 0;
      const f = isMember ? method(o, name[0]) : o;
      return (...args: unknown[]) =>
        handed(apply(callable(f), isMember ? handed(o) : undefined, handedAll(args)));
    },
    _instanceof_: (x: unknown, C: unknown) => {
      if (C === undefined || C === null) return typeError("Right-hand side of 'instanceof' is not an object");
      const checked = receiver(C, "");
      return (x as object) instanceof (checked as Fn);
    },
    _base_: (C: unknown) => (typeof C === "function" ? callable(C) : typeError(notBase(C))),
    _class_: named,
    _super_: handed,
    _await_: (x: unknown) => x,
    _numeric_: (x: unknown) => numeric(x),
    _keyat_: (name: unknown, ...object: [unknown?]) => {
      if (object.length > 0) present(object[0], name);
      const checked = key(name);
      if (checked === "exec") watchExec();
      return checked;
    },
  };
  return guards;
}

const NativeObject = Object;

/** The engine looks whether `f` constructs before it does anything else with it. */
function isConstructor(f: unknown): boolean {
  try {
    construct(NativeObject, [], f as never);
    return true;
  } catch {
    return false;
  }
}

/** What the engine says of a superclass that is none. */
function notBase(C: unknown): string {
  if (C === null) return "Class extends value null is not available";
  try {
    return typeof class extends (C as new () => object) {};
  } catch (error) {
    return (error as Error).message;
  }
}

/** A key whose text can be told without running any code. */
function isName(key: unknown): key is PropertyKey {
  return typeof key === "string" || typeof key === "number" || typeof key === "symbol";
}

function rest(o: unknown, keys: unknown[]): object {
  const out: Record<PropertyKey, unknown> = {};
  const source = toObject(o);
  const taken: unknown[] = [];
  // Computed keys may be numbers; an object's own are strings and symbols.
  for (let i = 0; i < keys.length; i++) taken[i] = typeof keys[i] === "number" ? `${keys[i]}` : keys[i];
  for (const k of ownKeys(source)) {
    if (apply(includes, taken, [k]) as boolean) continue;
    const d = getOwnPropertyDescriptor(source, k);
    if (d?.enumerable)
      defineProperty(out, k, {
        value: (o as Record<PropertyKey, unknown>)[k],
        writable: true,
        enumerable: true,
        configurable: true,
      });
  }
  return out;
}

/** A class that could not bear its name in the text gets it now, unless it has a static member of that name. */
function named(C: unknown, name?: unknown): unknown {
  if (typeof name !== "string" || typeof C !== "function") return C;
  if (getOwnPropertyDescriptor(C, "name")?.value === "") defineProperty(C, "name", { value: name });
  return C;
}

/** Whether its iterator is what arrays inherit. */
function isPlainArray(x: unknown): boolean {
  return isArray(x) && getPrototypeOf(x) === arrayPrototype && !hasOwn(x, iteratorSymbol);
}

/** Whether a property is certainly not callable; a getter is left to the engine, which asks it only once. */
function lacks(x: unknown, name: symbol): boolean {
  for (let o: object | null = toObject(x); o !== null; o = getPrototypeOf(o)) {
    const d = getOwnPropertyDescriptor(o, name);
    if (d !== undefined) return "value" in d && typeof d.value !== "function";
  }
  return true;
}

function inplace(op: string, x: never, y: never): unknown {
  switch (op) {
    case "+=":
      return operate("+", x, y);
    case "*=":
      return operate("*", x, y);
    case "/=":
      return operate("/", x, y);
    case "%=":
      return operate("%", x, y);
    case "**=":
      return operate("**", x, y);
    case "<<=":
      return operate("<<", x, y);
    case ">>=":
      return operate(">>", x, y);
    case "-=":
      return x - y;
    case ">>>=":
      return x >>> y;
    case "|=":
      return x | y;
    case "^=":
      return x ^ y;
    case "&=":
      return x & y;
    case "++": {
      let value: number = x;
      return ++value;
    }
    case "--": {
      let value: number = x;
      return --value;
    }
    default:
      throw new TypeError(`\`${op}\` is not an assignment operator`);
  }
}
