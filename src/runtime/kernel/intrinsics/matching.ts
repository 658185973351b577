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
/** How often the expression was used, as far as it matters: the engine compiles it at the first uses. */
type Entry = Cost & { uses: number };
const RegExpPrototype = RegExp.prototype;
const NativeSyntaxError = SyntaxError;

/** Base-2 logarithms of the matcher's steps: from the first on the clock is looked at afterwards, from the second on the watchdog is set. */
const LONG = 16;
const DEAR = 23;

/** By text, for each of the eight sets of the flags that count: a literal in a loop is a new object each time. */
const texts: readonly Map<string, Entry>[] = [0, 1, 2, 3, 4, 5, 6, 7].map(
  () => new NativeMap<string, Entry>(),
);
const MOST_TEXTS = 4_096;
const NOTHING: Entry = { choices: 0, degree: 0, nesting: 0, uses: 0 };
const state: { last: object | null; cost: Entry; texts: number; watching: boolean } = {
  last: null,
  cost: NOTHING,
  texts: 0,
  watching: false,
};

/** Null for what is no regular expression: the natives match nothing with it. */
export function costFor(regexp: unknown): Cost | null {
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
/** Groups inside of groups: the engine's compiler of expressions goes down as deep and ends the process where its stack ends. */
const MOST_NESTING = 200;
const ROOM = 6_000;
const ROOM_PER_GROUP = 200;
const pad: number[] = [];
const nothing = (): void => {};

/** The compiler does not come back from the end of the stack: the room that it may need is asked for here, as arguments. */
function compilable(cost: Entry): void {
  if (cost.nesting > MOST_NESTING)
    throw new NativeSyntaxError(
      `Invalid regular expression: its groups are nested more than ${MOST_NESTING} deep`,
    );
  pad.length = ROOM + ROOM_PER_GROUP * cost.nesting;
  apply(nothing, undefined, pad);
  cost.uses++;
}

function ofText(source: string, regexp: object): Entry {
  // `RegExp.prototype` has a source and no flags.
  const m = regexpFlag.m(regexp) === true;
  const v = regexpFlag.v?.(regexp) === true;
  const y = regexpFlag.y(regexp) === true;
  const map = texts[(m ? 1 : 0) + (v ? 2 : 0) + (y ? 4 : 0)] as Map<string, Entry>;
  const found = mapGet(map, source) as Entry | undefined;
  if (found !== undefined) return found;
  const cost: Entry = { ...costOf(source, { m, v, y }), uses: 0 };
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
