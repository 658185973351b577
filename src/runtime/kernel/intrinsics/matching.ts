import { type Cost, costOf, roughly, worst } from "../regexp/cost.js";
import { meter } from "./meter.js";
import {
  apply,
  ceil,
  defineProperty,
  getPrototypeOf,
  hasOwn,
  mapGet,
  mapSet,
  NativeMap,
  NativeSyntaxError,
  ownKeys,
  regexpFlag,
  regexpSource,
} from "./primordials.js";

type Native = (...args: unknown[]) => unknown;
/**
 * How often the expression was used, as far as it matters: the engine compiles it at the first uses. And what it costs where
 * it is tried at one place only.
 */
export type Entry = Cost & { uses: number; readonly once: Cost };
const RegExpPrototype = RegExp.prototype;

/**
 * Base-2 logarithms of the matcher's steps: from the first on the clock is looked at afterwards, from the second on, which
 * is a tenth of a second, the watchdog is set.
 */
const LONG = 16;
const DEAR = 25;
/** Sizes of an expression: making code of it takes a moment; it is not kept in mind; it is refused. */
const SLOW_TO_MAKE = 64;
const LARGE = 1_024;
/** Characters of an expression that is not kept in mind. */
const LONG_TEXT = 4_096;
const TOO_LARGE = 2 ** 14;
/** Steps for each unit of size, and for each character that is looked at. */
const STEPS_OF_UNIT = 16;

/** By text, for each set of flags: a literal in a loop is a new object each time. */
const texts: Map<string, Entry>[] = [];
const SETS_OF_FLAGS = 64;
for (let i = 0; i < SETS_OF_FLAGS; i++) defineProperty(texts, i, { value: new NativeMap<string, Entry>() });
const { i: ignoreCase, m: multiline, s: dotAll, u: unicode, v: unicodeSets, y: sticky } = regexpFlag;
/** Characters of all texts that are kept. */
const MOST_KEPT = 2 ** 20;
const NOTHING: Entry = entry({ choices: 0, degree: 0, stickyDegree: 0, size: 0, nesting: 0 });
const state: { last: object | null; cost: Entry; kept: number; watching: boolean } = {
  last: null,
  cost: NOTHING,
  kept: 0,
  watching: false,
};

/** Null for what is no regular expression: the natives match nothing with it. */
export function costFor(regexp: unknown): Entry | null {
  if (typeof regexp !== "object" || regexp === null) return null;
  if (regexp === state.last) {
    if (state.cost.uses < COMPILED) compilable(state.cost);
    return state.cost;
  }
  let source: string;
  try {
    source = regexpSource(regexp);
  } catch {
    return null;
  }
  const cost = ofText(source, regexp);
  if (cost.uses < COMPILED) compilable(cost);
  state.last = regexp;
  state.cost = cost;
  return cost;
}

/** Uses after which the engine has compiled an expression in each of its ways, for each kind of text. */
const COMPILED = 8;
const ROOM = 6_000;
const ROOM_PER_GROUP = 200;
const pad: number[] = [];
const nothing = (): void => {};

/** The compiler does not come back from the end of the stack: the room that it may need is asked for here, as arguments. */
function compilable(cost: Entry): void {
  pad.length = ROOM + ROOM_PER_GROUP * cost.nesting;
  apply(nothing, undefined, pad);
  cost.uses++;
}

/** Written out: all entries have one shape, and the getters are called where the engine knows them. */
function entry(cost: Cost): Entry {
  const { choices, degree, stickyDegree, size, nesting } = cost;
  const once = { choices, degree: stickyDegree, stickyDegree, size, nesting };
  return { choices, degree, stickyDegree, size, nesting, uses: 0, once };
}

function ofText(source: string, regexp: object): Entry {
  // `RegExp.prototype` has a source and no flags.
  const i = ignoreCase(regexp) === true;
  const m = multiline(regexp) === true;
  const s = dotAll(regexp) === true;
  const u = unicode(regexp) === true;
  const v = unicodeSets !== undefined && unicodeSets(regexp) === true;
  const y = sticky(regexp) === true;
  const index = (i ? 1 : 0) + (m ? 2 : 0) + (s ? 4 : 0) + (u ? 8 : 0) + (v ? 16 : 0) + (y ? 32 : 0);
  const map = texts[index] as Map<string, Entry>;
  const found = mapGet(map, source) as Entry | undefined;
  if (found !== undefined) return found;
  const cost = entry(costOf(source, { i, m, s, u, v, y }));
  if (cost.size > TOO_LARGE) {
    meter.charge(source.length * STEPS_OF_UNIT, "step");
    tooLarge();
  }
  // What is kept costs nothing, the first time too: what a run costs must not tell what others did before.
  if (cost.size > LARGE || source.length > LONG_TEXT) {
    meter.charge(ceil((source.length + cost.size) * STEPS_OF_UNIT), "step");
    return cost;
  }
  if (state.kept + source.length <= MOST_KEPT) {
    state.kept += source.length + 64;
    mapSet(map, source, cost);
  }
  return cost;
}

/** As the engine refuses what is too large for itself. */
export function tooLarge(): never {
  throw new NativeSyntaxError(
    "The regular expression is too large; write it with fewer choices, or as several.",
  );
}

/** Whether nothing has to be looked at for it: the native may be called as it is. */
export function isQuick(cost: Cost, length: number): boolean {
  return cost.size <= SLOW_TO_MAKE && roughly(cost, length) <= LONG;
}

export function isLong(cost: Cost, length: number): boolean {
  return cost.size > SLOW_TO_MAKE || worst(cost, length) > LONG;
}

export function isDear(cost: Cost, length: number): boolean {
  return worst(cost, length) > DEAR && !state.watching;
}

/** A native call that matches `regexp` with a text of that length, and that runs no code of the guest's. */
export function match(native: Native, self: unknown, args: unknown[], cost: Cost, length: number): unknown {
  const logarithm = worst(cost, length);
  if (logarithm <= DEAR || state.watching) {
    const result: unknown = apply(native, self, args);
    if ((logarithm > LONG || cost.size > SLOW_TO_MAKE) && !state.watching) meter.clock();
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
