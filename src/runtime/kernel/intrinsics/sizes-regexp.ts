import { refuse, replaceMethod } from "./define.js";
import { isHostRealm } from "./host-realm.js";
import { costFor, isDear, isLong, isOfRealm, isPristine, isQuick, match, watched } from "./matching.js";
import { admitString, meter } from "./meter.js";
import {
  apply,
  construct,
  getPrototypeOf,
  NativeWeakMap,
  stringSlice,
  uncurry,
  weakMapGet,
  weakMapSet,
} from "./primordials.js";
import { MATCH_BYTES } from "./ticking.js";
import { closeExec, ensureWatched, watchExec, watchedExec } from "./watched-exec.js";

type Native = (...args: unknown[]) => unknown;
type Method = (this: unknown, subject: unknown, extra?: unknown) => unknown;
const RegExpPrototype = RegExp.prototype;
const NativeRegExp: unknown = RegExp;
const species: typeof Symbol.species = Symbol.species;

/**
 * A backtracking matcher does not tick. Where the estimate for an expression and a text is high, the native call alone
 * runs under the platform's watchdog; all others go to the native as they come.
 */
export function tameMatching(): void {
  replaceMethod(RegExpPrototype, "test", testing);
  for (const key of [Symbol.match, Symbol.search] as const)
    replaceMethod(RegExpPrototype, key, (native) => matching(native, false));
  replaceMethod(RegExpPrototype, Symbol.split, (native) => matching(native, true));
  replaceMethod(RegExpPrototype, Symbol.matchAll, iterating);
  replaceMethod(RegExpPrototype, Symbol.replace, replacing);
  replaceMethod(getPrototypeOf("".matchAll(/x/g)) as object, "next", stepping);
  // It makes another expression of one whose cost was looked at, perhaps in the middle of a native call. Taken away
  // instead, it would cost the engine's fast ways.
  replaceMethod(
    RegExpPrototype,
    "compile",
    () => () => refuse("`compile` is not available; make a new regular expression."),
  );
  if (isHostRealm())
    replaceMethod(
      RegExpPrototype,
      "exec",
      () =>
        ({
          exec(this: unknown, subject: unknown): unknown {
            return apply(watchedExec, this, [subject]);
          },
        }).exec,
    );
  closeExec();
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : `${value as string}`);

/** The most called of all has a function of its own, for the engine to learn from. */
function testing(native: Native): Method {
  const of = uncurry<unknown, [text: string], unknown>(native);
  return {
    test(this: unknown, subject: unknown): unknown {
      const cost = costFor(this);
      if (cost === null) return apply(native, this, [subject]);
      const text = textOf(subject);
      if (isQuick(cost.once, text.length)) return of(this, text);
      if (!isDear(cost.once, text.length)) return match(native, this, [text], cost.once, text.length);
      return dear(native, this as object, [text]);
    },
  }.test;
}

function matching(native: Native, splits: boolean): Method {
  return {
    match(this: unknown, subject: unknown, limit?: unknown): unknown {
      // A copy may be of the guest's class: whatever that makes looks for `exec` by its name.
      if (splits && !isOfRealm(this)) {
        watchExec();
        if (isHostRealm()) return apply(native, copied(this), [subject, limit]);
      }
      const cost = costFor(this);
      if (cost === null) return apply(native, this, [subject, limit]);
      const text = textOf(subject);
      if (isQuick(cost, text.length)) return apply(native, this, [text, limit]);
      if (!isDear(cost, text.length)) return match(native, this, [text, limit], cost, text.length);
      const most = limit === undefined ? undefined : +(limit as number);
      if (splits && isHostRealm() && !isPristine(this as object))
        return apply(native, copied(this), [text, most]);
      return dear(native, this as object, [text, most]);
    },
  }.match;
}

function dear(native: Native, regexp: object, args: unknown[]): unknown {
  if (isPristine(regexp)) return watched(native, regexp, args);
  lookUpExec(regexp);
  return apply(native, regexp, args);
}

/** The native will ask the expression for its `exec`. */
function lookUpExec(regexp: unknown): void {
  watchExec();
  if (isHostRealm()) ensureWatched(regexp);
}

/**
 * Stands for an expression that `split` and `matchAll` copy by its own class: whatever that makes is watched before the
 * native asks it. A value that is no object goes as it is, for the native to refuse.
 */
function copied(self: unknown): unknown {
  if (typeof self !== "object" || self === null) return self;
  const regexp = self as {
    readonly flags: unknown;
    readonly lastIndex: unknown;
    readonly constructor: unknown;
  };
  // No arrow: the native constructs it.
  const copy = function (this: unknown, _: unknown, flags: unknown): unknown {
    const made = construct(speciesOf(regexp.constructor), [regexp, flags]);
    ensureWatched(made);
    return made;
  };
  return {
    get constructor(): unknown {
      return { [species]: copy };
    },
    get flags(): unknown {
      return regexp.flags;
    },
    get lastIndex(): unknown {
      return regexp.lastIndex;
    },
  };
}

function speciesOf(maker: unknown): new (...args: unknown[]) => object {
  if (maker === undefined) return NativeRegExp as never;
  if ((typeof maker !== "object" || maker === null) && typeof maker !== "function")
    return refuse("The `constructor` of a regular expression is no class.");
  const made = (maker as { readonly [species]?: unknown })[species] ?? NativeRegExp;
  return made as never;
}

interface Steps {
  readonly cost: NonNullable<ReturnType<typeof costFor>>;
  readonly length: number;
}

/** Iterators over the matches of a text; each step is one native match. */
const steps = new NativeWeakMap<object, Steps>();

function iterating(native: Native): Method {
  return {
    matchAll(this: unknown, subject: unknown): unknown {
      if (!isOfRealm(this)) {
        watchExec();
        if (isHostRealm()) return apply(native, copied(this), [subject]);
      }
      const cost = costFor(this);
      if (cost === null) return apply(native, this, [subject]);
      const text = textOf(subject);
      // The engine itself steps, and does not know what stands in for `next`.
      if (isHostRealm() && isDear(cost, text.length)) return apply(native, copied(this), [text]);
      const iterator: unknown = apply(native, this, [text]);
      if (isLong(cost, text.length)) weakMapSet(steps, iterator as object, { cost, length: text.length });
      return iterator;
    },
  }.matchAll;
}

function stepping(native: Native): Method {
  return {
    next(this: unknown): unknown {
      meter.charge(MATCH_BYTES, "bytes");
      const found =
        typeof this === "object" && this !== null
          ? (weakMapGet(steps, this) as Steps | undefined)
          : undefined;
      if (found === undefined) return apply(native, this, []);
      return match(native, this, [], found.cost, found.length);
    },
  }.next;
}

function replacing(native: Native): Method {
  const of = uncurry<unknown, [text: string, replacement: unknown], unknown>(native);
  return {
    replace(this: unknown, subject: unknown, replacement: unknown): unknown {
      const cost = costFor(this);
      if (cost === null) return apply(native, this, [subject, replacement]);
      const text = textOf(subject);
      if (isQuick(cost, text.length)) return of(this, text, replacement);
      if (!isDear(cost, text.length)) return match(native, this, [text, replacement], cost, text.length);
      const by = typeof replacement === "function" ? (replacement as Native) : textOf(replacement);
      if (!isPristine(this as object)) {
        lookUpExec(this);
        return apply(native, this, [text, by]);
      }
      return typeof by === "string" ? watched(native, this, [text, by]) : computed(native, this, text, by);
    },
  }.replace;
}

/** As the language says: all matches first, then the guest's function for each. */
function computed(native: Native, regexp: unknown, text: string, by: Native): string {
  const found: unknown[][] = [];
  let n = 0;
  watched(native, regexp, [
    text,
    (...args: unknown[]): string => {
      found[n++] = args;
      return "";
    },
  ]);
  let out = "";
  let from = 0;
  for (let i = 0; i < n; i++) {
    const args = found[i] as unknown[];
    // The last is the groups object, if there are named groups; before it the text, before that the place.
    const at = args[args.length - (typeof args[args.length - 1] === "object" ? 3 : 2)] as number;
    out += stringSlice(text, from, at) + textOf(apply(by, undefined, args));
    from = at + (args[0] as string).length;
  }
  admitString(out.length);
  return out + stringSlice(text, from);
}
