import { operate } from "./bigints/operators.js";
import type { Budget } from "./budget.js";
import type { ErrorKit } from "./errors/index.js";
import type { SiteInfo } from "./host.js";
import type { Injected } from "./injected.js";
import { markBorn } from "./intrinsics/born.js";
import { isHostRealm } from "./intrinsics/host-realm.js";
import { plainLength, ticking } from "./intrinsics/ticking.js";
import { matcher, watchExec } from "./intrinsics/watched-exec.js";
import type { KeyCheck } from "./keys.js";
import { stash } from "./stash.js";

const { apply, getOwnPropertyDescriptor, getPrototypeOf, ownKeys, defineProperty } = Reflect;
const isArray = Array.isArray;
const create = Object.create;
const hasOwn = Object.hasOwn;

/** A symbol that no object has; patterns read it so that their defaults are always taken. */
export const NIL = Symbol("nil");

export interface HelperParts {
  readonly errors: ErrorKit;
  readonly budget: Budget;
  readonly key: KeyCheck;
  readonly sites: readonly SiteInfo[];
  readonly provided: object;
  readonly unguarded: boolean;
  readonly audit: (code: string, name: string, object?: object) => void;
  readonly markHandled: <T>(promise: T) => T;
  readonly injected: Injected;
}

export type Helpers = Readonly<Record<string, unknown>>;

/** The helpers that emitted programs of both forms call by name. */
export function createHelpers(parts: HelperParts): Helpers {
  const { errors, budget, key, sites, provided, unguarded, audit, markHandled, injected } = parts;
  const askCaught = injected["_caught_"] as ((error: unknown) => unknown) | undefined;
  const askIn = injected["_in_"] as ((name: PropertyKey, object: object) => unknown) | undefined;

  const refuse = (receiver: object, n: number): Error => {
    const site = sites[n];
    const facet = (receiver as { _safe_?: unknown })._safe_ === true;
    const text =
      site === undefined || site.text === "(intermediate value)" ? "The object" : `\`${site.text}\``;
    const code = facet ? "GUARD_WRITE" : "GUARD_RECEIVER";
    audit(code, site?.name ?? "", receiver);
    if (!facet)
      return errors.guardError(
        code,
        `${text} is not a value of this program, so its members are not available.`,
      );
    const help = getWriteHelp(receiver);
    return errors.guardError(
      code,
      `${text} cannot be written to: it is shared or stands for an object of the host.`,
      help,
    );
  };

  const caught = (error: unknown): unknown => {
    const death = budget.death;
    if (death !== null) throw death;
    if (errors.isLimit(error)) throw error;
    if (errors.isOverflow(error))
      budget.kill("LIMIT_CALL_DEPTH", "The program called functions too deeply for the engine's stack.");
    if (isHostRealm()) errors.secure(error);
    else if (
      !unguarded &&
      typeof error === "object" &&
      error !== null &&
      (error as { _safe_?: unknown })._safe_ !== true
    ) {
      return errors.makeError("Error", "An error of the host was not passed on.");
    }
    errors.normalise(error);
    return error;
  };

  return {
    _nil_: NIL,
    _refuse_: refuse,
    _matcher_: matcher,
    _key_: (name: unknown) => {
      const checked = key(name);
      // Whatever it is read from: the receiver is not known here.
      if (checked === "exec") watchExec();
      return checked;
    },
    // Limit errors pass on before an injected guard could swallow them.
    _caught_: askCaught === undefined ? caught : (error: unknown) => askCaught(caught(error)),
    _in_(name: unknown, object: object): boolean {
      if ((typeof object !== "object" && typeof object !== "function") || object === null)
        throw errors.makeError(
          "TypeError",
          `Cannot use 'in' operator to search for '${keyText(name)}' in ${String(object)}`,
        );
      let checked: PropertyKey;
      try {
        checked = key(name);
      } catch (error) {
        // A forbidden name is answered, not refused: its existence is not the program's to know.
        if (errors.details(error) !== null) return false;
        throw error;
      }
      return askIn === undefined ? checked in object : Boolean(askIn(checked, object));
    },
    _op_: operate,
    _handled_: markHandled,
    _has_: (name: string): boolean => hasOwn(provided, name),
    _noctor_(name: string): never {
      throw errors.makeError("TypeError", `${name} is not a constructor`);
    },
    _groups_: groups,
    _callm_: (f: (...a: unknown[]) => unknown, receiver: unknown, ...args: unknown[]): unknown => {
      if (typeof f !== "function") throw errors.fault("call", f);
      return apply(f, receiver, args);
    },
    _stash_: stash,
    _spread_<T>(source: T): T {
      const length = plainLength(source);
      if (length < 0) return ticking(source) as T;
      budget.allocate(8 * length);
      return source;
    },
  };
}

/** A key as a message may show it: an object is not asked for its text. */
function keyText(name: unknown): string {
  if (typeof name === "object" && name !== null) return "#<Object>";
  return typeof name === "function" ? "function" : String(name);
}

function getWriteHelp(receiver: object): string {
  const help = (receiver as { _help_?: unknown })._help_;
  return typeof help === "string" ? help : "make a new value and store it under your own name";
}

/** So that the groups of one match are one object, whoever asks. */
const copies = new WeakMap<object, object>();
const weakGet = WeakMap.prototype.get;
const weakSet = WeakMap.prototype.set;

/** The groups of a match have no prototype and so no brand: a branded copy of what they hold. */
function groups(value: unknown): unknown {
  if (
    typeof value !== "object" ||
    value === null ||
    getPrototypeOf(value) !== null ||
    (value as { _safe_?: unknown })._safe_ === true
  )
    return value;
  const known = apply(weakGet, copies, [value]) as object | undefined;
  if (known !== undefined) return known;
  const copy: object = create(null);
  for (const name of ownKeys(value)) {
    const d = getOwnPropertyDescriptor(value, name);
    if (typeof name !== "string" || d === undefined || !isGroup(d.value)) return value;
    defineProperty(copy, name, d);
  }
  apply(weakSet, copies, [value, brand(copy)]);
  return copy;
}

/** The text of a group, its place (with the flag `d`), or nothing. */
function isGroup(value: unknown): boolean {
  return typeof value === "string" || value === undefined || (isArray(value) && "_safe_" in value);
}

/** Gives an object without prototype the brands that others inherit. */
export function brand<T extends object>(object: T): T {
  defineProperty(object, "_safe_", { value: true });
  defineProperty(object, "_open_", { value: true });
  markBorn(object);
  return object;
}
