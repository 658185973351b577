import { mimic, refuse, shared } from "./define.js";
import { isHostRealm } from "./host-realm.js";
import { costFor, type Entry, isQuick, match } from "./matching.js";
import {
  apply,
  defineProperty,
  freeze,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  hasOwn,
  isExtensible,
  regexpFlag,
  setPrototypeOf,
  uncurry,
} from "./primordials.js";

type Native = (...args: unknown[]) => unknown;
const RegExpPrototype = RegExp.prototype;
const nativeExec = RegExpPrototype.exec as Native;
const callExec = uncurry<unknown, [string], unknown>(nativeExec);
const state = { on: false };

/**
 * Puts the watched `exec` in the place of the native one, for good. As long as that is not done, the engine's own
 * `replace`, `split` and `match` go their fast ways, which are two to ten times as fast; programs that could get hold
 * of the native one, or hand the natives an object that makes them look for it, have it done first.
 */
export function watchExec(): void {
  // The host's own realm stays as it is; its natives have stand-ins.
  if (state.on || isHostRealm()) return;
  state.on = true;
  defineProperty(RegExpPrototype, "exec", {
    ...getOwnPropertyDescriptor(RegExpPrototype, "exec"),
    value: watchedExec,
  });
}

export function isExecWatched(): boolean {
  return state.on;
}

/**
 * In the host's realm the natives would find the native `exec` on the prototype: an expression that makes them look gets
 * one of its own.
 */
export function ensureWatched(value: unknown): void {
  if (typeof value !== "object" || value === null || !isNativelyMatched(value)) return;
  if (!isExtensible(value))
    refuse("A frozen regular expression with members of its own cannot be matched; copy it.");
  defineProperty(value, "exec", {
    value: watchedExec,
    writable: true,
    enumerable: false,
    configurable: true,
  });
}

function isNativelyMatched(value: object): boolean {
  for (let at: object | null = value; at !== null; at = getPrototypeOf(at)) {
    const d = getOwnPropertyDescriptor(at, "exec");
    if (d !== undefined) return d.value === nativeExec;
  }
  return false;
}

/** Stands for a regular expression where a program asks it for `exec` and for nothing else. */
class Matcher {
  static {
    setPrototypeOf(Matcher.prototype, null);
  }
  readonly #regexp: object;

  constructor(regexp: object) {
    this.#regexp = regexp;
  }

  static behind(self: unknown): unknown {
    return typeof self === "object" && self !== null && #regexp in self ? self.#regexp : self;
  }
}

export const watchedExec = {
  exec(this: unknown, subject: unknown): unknown {
    const regexp = Matcher.behind(this);
    const cost = costFor(regexp);
    if (cost === null) return apply(nativeExec, regexp, [subject]);
    const text = typeof subject === "string" ? subject : `${subject as string}`;
    const { lastIndex } = regexp as RegExp;
    if (typeof lastIndex !== "number")
      return converted(regexp as { lastIndex: unknown }, text, lastIndex, cost);
    return isQuick(cost.once, text.length)
      ? callExec(regexp, text)
      : match(nativeExec, regexp, [text], cost.once, text.length);
  },
}.exec;
mimic(watchedExec, nativeExec);
defineProperty(Matcher.prototype, "exec", { value: watchedExec });
freeze(Matcher.prototype);

/** The position is asked for its number before the watchdog is set: that may be the guest's code. */
function converted(regexp: { lastIndex: unknown }, text: string, before: unknown, cost: Entry): unknown {
  const index = +(before as number);
  regexp.lastIndex = index;
  // All of the guest's code has run by now.
  const result = match(nativeExec, regexp, [text], cost.once, text.length);
  if (!regexpFlag.g(regexp) && !regexpFlag.y(regexp)) regexp.lastIndex = before;
  return result;
}

/** What a program reads `exec` from: itself, but for regular expressions whose `exec` is the native one. */
export function matcher(o: unknown): unknown {
  if (typeof o !== "object" || o === null || state.on) return o;
  if (getPrototypeOf(o) === RegExpPrototype && !hasOwn(o, "exec")) return new Matcher(o);
  return isNativelyMatched(o) ? new Matcher(o) : o;
}

/** For guards that have read a member: the native `exec` is not handed out. */
export function watchedOf(value: unknown): unknown {
  return value === nativeExec ? watchedExec : value;
}

/** Called once the brands are there. */
export function closeExec(): void {
  shared(watchedExec);
}
