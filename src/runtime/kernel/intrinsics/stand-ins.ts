import { GLOBALS } from "../globals/table.js";
import { mimic } from "./define.js";
import {
  ABSENT,
  close,
  forwarder,
  given,
  isOwned,
  markInherited,
  own,
  putInPlace,
  standInFor,
} from "./host-realm.js";
import {
  apply,
  construct,
  defineProperty,
  deleteProperty,
  ERROR_CLASSES,
  functionToString,
  getOwnPropertyDescriptor,
  hasOwn,
  NativeSet,
  ownKeys,
  realmGlobal,
  setAdd,
  setHas,
  stringEndsWith,
  stringStartsWith,
} from "./primordials.js";
import { reachableFrom } from "./reach.js";
import { REMOVALS } from "./remove.js";

type Native = (...args: unknown[]) => unknown;

/**
 * Makes a stand-in for everything that programs may have of the host's realm, by walking it from the given globals and
 * from syntax. What the walk meets and nobody decided about (a method that the host added to `Array.prototype`, the
 * prototypes themselves) is the host's own: no guard hands it over. Runs after the taming, which put its own in place.
 */
export function makeStandIns(denied: readonly unknown[], secure: (error: unknown) => unknown): void {
  for (const value of denied) own(value as object);
  own(realmGlobal);
  removals();
  const found = reachable();
  const given = new NativeSet<object>();
  for (const { name } of GLOBALS) {
    const native = realmGlobal[name];
    if (typeof native === "function") setAdd(given, native);
  }
  for (const object of found) {
    own(object);
    if (typeof object !== "function" && object !== realmGlobal) markInherited(object);
    if (typeof object !== "function" || standInFor(object) !== undefined || isDenied(object, denied))
      continue;
    if (!isNative(object)) continue;
    if (setHas(given, object)) putInPlace(object, constructorFor(object as Native, secure));
    else if (!hasOwn(object, "prototype"))
      putInPlace(object, close(mimic(forwarder(object as Native), object)));
  }
  for (const name of ["Math", "JSON"])
    putInPlace(realmGlobal[name] as object, namespace(realmGlobal[name] as object));
  for (const { name } of GLOBALS) {
    const native = realmGlobal[name];
    if (typeof native !== "function") continue;
    const instead = standInFor(native);
    if (typeof instead === "function" && instead !== ABSENT) finish(instead);
  }
}

/** Statics and methods that no guest gets: reading one gives undefined, as in a realm of its own. */
function removals(): void {
  for (const { from, names } of REMOVALS) {
    let owner: unknown = realmGlobal;
    for (const step of from.split(".")) owner = (owner as Record<string, unknown> | undefined)?.[step];
    if (owner === undefined) continue;
    for (const name of names) {
      const value: unknown = getOwnPropertyDescriptor(owner as object, name)?.value;
      if (typeof value === "function") putInPlace(value, ABSENT);
    }
  }
}

/** What the host added to its classes since: nobody decided about it, so it is the host's own. Before each run. */
export function claimHostRealm(): void {
  for (const object of reachable()) own(object);
}

const reachable = (): readonly object[] => reachableFrom(GLOBALS.map(({ name }) => name));

function isDenied(object: object, denied: readonly unknown[]): boolean {
  for (let i = 0; i < denied.length; i++) if (denied[i] === object) return true;
  return false;
}

/** The engine's own: a function that the host put there has a text, or is bound. */
function isNative(f: object): boolean {
  const name: unknown = getOwnPropertyDescriptor(f, "name")?.value;
  const isBound = typeof name === "string" && stringStartsWith(name, "bound ");
  return !isBound && stringEndsWith(functionToString(f), "{ [native code] }");
}

function constructorFor(native: Native, secure: (error: unknown) => unknown): Native {
  const isError = isDenied(native, ERROR_CLASSES);
  const wrapper = function (this: unknown, ...args: unknown[]): unknown {
    if (new.target === undefined) {
      const made = apply(native, undefined, args);
      return isError ? secure(made) : made;
    }
    const target = new.target === wrapper ? native : new.target;
    const made = construct(native as never, args as never[], target as never);
    return isError ? secure(made) : made;
  };
  mimic(wrapper as never, native);
  for (const key of ownKeys(native)) {
    if (key === "name" || key === "length") continue;
    const d = getOwnPropertyDescriptor(native, key) as PropertyDescriptor;
    // Of accessors only the one that gives its receiver is of use; others would show the host realm's state.
    if (key === "prototype") defineProperty(wrapper, key, { value: d.value, writable: false });
    else if ("value" in d || key === Symbol.species) defineProperty(wrapper, key, d);
  }
  return wrapper as unknown as Native;
}

/** Statics become stand-ins themselves; the removed ones go. */
function finish(wrapper: object): void {
  for (const key of ownKeys(wrapper)) {
    const d = getOwnPropertyDescriptor(wrapper, key) as PropertyDescriptor;
    const value = d.value as unknown;
    if (((typeof value !== "object" || value === null) && typeof value !== "function") || !d.configurable)
      continue;
    const instead = standInFor(value);
    // What the host added to a constructor is the host's own.
    if (instead === ABSENT || (instead === undefined && isOwned(value))) deleteProperty(wrapper, key);
    else if (instead !== undefined) defineProperty(wrapper, key, { ...d, value: instead });
    else close(value);
  }
  close(wrapper);
}

function namespace(native: object): object {
  const out: object = {};
  for (const key of ownKeys(native)) {
    const d = getOwnPropertyDescriptor(native, key) as PropertyDescriptor;
    if (!("value" in d)) continue;
    const value = given(d.value);
    if (d.value === undefined || value !== undefined) defineProperty(out, key, { ...d, value });
  }
  return close(out);
}
