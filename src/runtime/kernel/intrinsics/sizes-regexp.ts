import { refuse, replaceMethod } from "./define.js";
import { isHostRealm } from "./host-realm.js";
import { atOnePlace, costFor, isDear, isLong, isOfRealm, isPristine, match, watched } from "./matching.js";
import { admitString, meter } from "./meter.js";
import {
  apply,
  construct,
  getPrototypeOf,
  NativeWeakMap,
  stringSlice,
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
  for (const key of ["test", Symbol.match, Symbol.search] as const)
    replaceMethod(RegExpPrototype, key, (native) => matching(native, false, key === "test"));
  replaceMethod(RegExpPrototype, Symbol.split, (native) => matching(native, true, false));
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

function matching(native: Native, splits: boolean, isOnce: boolean): Method {
  return {
    match(this: unknown, subject: unknown, limit?: unknown): unknown {
      // A copy may be of the guest's class: whatever that makes looks for `exec` by its name.
      if (splits && !isOfRealm(this)) {
        watchExec();
        if (isHostRealm()) return apply(native, copied(this), [subject, limit]);
      }
      const of = costFor(this);
      if (of === null) return apply(native, this, [subject, limit]);
      const cost = isOnce ? atOnePlace(of) : of;
      const text = textOf(subject);
      if (!isDear(cost, text.length)) return match(native, this, [text, limit], cost, text.length);
      const most = limit === undefined ? undefined : +(limit as number);
      if (isPristine(this as object)) return watched(native, this, [text, most]);
      if (splits && isHostRealm()) return apply(native, copied(this), [text, most]);
      lookUpExec(this);
      return apply(native, this, [text, most]);
    },
  }.match;
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
  return {
    replace(this: unknown, subject: unknown, replacement: unknown): unknown {
      const cost = costFor(this);
      if (cost === null) return apply(native, this, [subject, replacement]);
      const text = textOf(subject);
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
