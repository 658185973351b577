import { type Cost, costOf, worst } from "../regexp/cost.js";
import { meter } from "./meter.js";
import {
  apply,
  getPrototypeOf,
  hasOwn,
  mapGet,
  mapSet,
  NativeMap,
  ownKeys,
  regexpFlag,
  regexpSource,
} from "./primordials.js";

type Native = (...args: unknown[]) => unknown;
const RegExpPrototype = RegExp.prototype;

/** Base-2 logarithms of the matcher's steps: from the first on the clock is looked at afterwards, from the second on the watchdog is set. */
const LONG = 16;
const DEAR = 23;

/** By text, for each of the eight sets of the flags that count: a literal in a loop is a new object each time. */
const texts: readonly Map<string, Cost>[] = [0, 1, 2, 3, 4, 5, 6, 7].map(() => new NativeMap<string, Cost>());
const MOST_TEXTS = 4_096;
const NOTHING: Cost = { choices: 0, degree: 0 };
const state: { last: object | null; cost: Cost; texts: number; watching: boolean } = {
  last: null,
  cost: NOTHING,
  texts: 0,
  watching: false,
};

/** Null for what is no regular expression: the natives match nothing with it. */
export function costFor(regexp: unknown): Cost | null {
  if (typeof regexp !== "object" || regexp === null) return null;
  if (regexp === state.last) return state.cost;
  let source: string;
  try {
    source = regexpSource(regexp);
  } catch {
    return null;
  }
  const cost = ofText(source, regexp);
  state.last = regexp;
  state.cost = cost;
  return cost;
}

function ofText(source: string, regexp: object): Cost {
  // `RegExp.prototype` has a source and no flags.
  const m = regexpFlag.m(regexp) === true;
  const v = regexpFlag.v?.(regexp) === true;
  const y = regexpFlag.y(regexp) === true;
  const map = texts[(m ? 1 : 0) + (v ? 2 : 0) + (y ? 4 : 0)] as Map<string, Cost>;
  const found = mapGet(map, source) as Cost | undefined;
  if (found !== undefined) return found;
  const cost = costOf(source, { m, v, y });
  if (state.texts < MOST_TEXTS) {
    state.texts++;
    mapSet(map, source, cost);
  }
  return cost;
}

export function isLong(cost: Cost, length: number): boolean {
  return worst(cost, length) > LONG;
}

export function isDear(cost: Cost, length: number): boolean {
  return worst(cost, length) > DEAR && !state.watching;
}

/** A native call that matches `regexp` with a text of that length, and that runs no code of the guest's. */
export function match(native: Native, self: unknown, args: unknown[], cost: Cost, length: number): unknown {
  const logarithm = worst(cost, length);
  if (logarithm <= DEAR || state.watching) {
    const result: unknown = apply(native, self, args);
    if (logarithm > LONG && !state.watching) meter.clock();
    return result;
  }
  return watched(native, self, args);
}

export function watched(native: Native, self: unknown, args: unknown[]): unknown {
  let failed = false;
  let outcome: unknown;
  state.watching = true;
  try {
    meter.watch(() => {
      try {
        outcome = apply(native, self, args);
      } catch (error) {
        failed = true;
        outcome = error;
      }
    });
  } finally {
    state.watching = false;
  }
  if (failed) throw outcome;
  return outcome;
}

/** Nothing of the guest's is asked when the natives match with it: it has no member of its own and no class of the guest's. */
export function isPristine(regexp: object): boolean {
  return (
    getPrototypeOf(regexp) === RegExpPrototype &&
    ownKeys(regexp).length === 1 &&
    typeof (regexp as RegExp).lastIndex === "number"
  );
}

/** `split` and `matchAll` make their copy with the realm's own class and with the same flags. */
export function isOfRealm(regexp: unknown): boolean {
  return (
    typeof regexp === "object" &&
    regexp !== null &&
    getPrototypeOf(regexp) === RegExpPrototype &&
    !hasOwn(regexp, "constructor") &&
    !hasOwn(regexp, "flags")
  );
}
