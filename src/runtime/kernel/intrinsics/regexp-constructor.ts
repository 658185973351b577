import { LONGEST_EXPRESSION, MOST_UNICODE_PROPERTIES } from "../../../language/regexp.js";
import { isObject } from "../bigints/primitive.js";
import { mimic, replaceMethod } from "./define.js";
import { given, isHostRealm } from "./host-realm.js";
import { tooLarge } from "./matching.js";
import { meter } from "./meter.js";
import {
  apply,
  construct,
  defineProperty,
  getOwnPropertyDescriptor,
  ownKeys,
  regexpSource,
  stringIncludes,
  stringIndexOf,
} from "./primordials.js";
import { ensureWatched } from "./watched-exec.js";

type Native = (...args: unknown[]) => unknown;
type Constructor = new (...args: unknown[]) => object;
const NativeRegExp = RegExp as unknown as Constructor & Native;
const matchSymbol: typeof Symbol.match = Symbol.match;
const matchAllSymbol: typeof Symbol.matchAll = Symbol.matchAll;

/**
 * The `RegExp` that guests see. Reading an expression takes the engine time, and nothing can end it meanwhile. The native
 * one stays `RegExp.prototype.constructor`: V8's fast paths test for it.
 */
export function makeRegExpConstructor(): Native {
  const wrapper = function (this: unknown, pattern?: unknown, flags?: unknown): unknown {
    const args = isExpression(pattern) ? [pattern, flags] : admitted(pattern, flags);
    if (new.target === undefined) return apply(NativeRegExp, undefined, args);
    if (new.target === wrapper) return new NativeRegExp(args[0], args[1]);
    const made = construct(NativeRegExp, args, new.target as unknown as Constructor);
    // Of the guest's class: in the host's realm its `exec` is the native one.
    if (isHostRealm()) ensureWatched(made);
    return made;
  };
  mimic(wrapper, NativeRegExp);
  for (const key of ownKeys(NativeRegExp)) {
    const d = getOwnPropertyDescriptor(NativeRegExp, key) as PropertyDescriptor;
    if (key === "name" || key === "length") continue;
    // Accessors other than the one that gives its receiver show the last match of the whole realm.
    if (key === "prototype") defineProperty(wrapper, key, { value: d.value, writable: false });
    else if ("value" in d || key === Symbol.species) defineProperty(wrapper, key, d);
  }
  return wrapper as unknown as Native;
}

/** Natives that make an expression of a text, or hand theirs to an expression. */
export function tameExpressions(): void {
  for (const [name, key, makes] of [
    ["match", Symbol.match, true],
    ["matchAll", Symbol.matchAll, true],
    ["search", Symbol.search, true],
    ["replace", Symbol.replace, false],
    ["replaceAll", Symbol.replace, false],
    ["split", Symbol.split, false],
  ] as const) {
    if (makes) replaceMethod(String.prototype, name, (native) => admitting(native, key));
    // There the native would go on to the native of the expression: what stands in for that is given to it.
    if (isHostRealm()) replaceMethod(String.prototype, name, (native) => redirecting(native, key, makes));
  }
}

type Method = (this: unknown, pattern?: unknown, extra?: unknown) => unknown;

function admitting(native: Native, key: symbol): Method {
  return {
    match(this: unknown, pattern?: unknown): unknown {
      if (typeof pattern === "string") admit(pattern, "");
      else if (isObject(pattern) && isNullish(pattern[key as never])) {
        const by = text(pattern);
        admit(by, "");
        return apply(native, this, [by]);
      }
      return apply(native, this, [pattern]);
    },
  }.match;
}

function redirecting(native: Native, key: symbol, makes: boolean): Method {
  return {
    match(this: unknown, pattern?: unknown, extra?: unknown): unknown {
      let asked = pattern;
      let own: unknown = isObject(pattern) ? pattern[key as never] : undefined;
      if (makes && (typeof pattern === "string" || (isObject(pattern) && isNullish(own)))) {
        const by = text(pattern);
        admit(by, "");
        asked = new NativeRegExp(by, key === matchAllSymbol ? "g" : undefined);
        own = (asked as { readonly [key: symbol]: unknown })[key];
      }
      if (!isObject(asked)) return apply(native, this, [pattern, extra]);
      const object = asked as { readonly flags: unknown; readonly [matchSymbol]: unknown };
      const method = given(own);
      if (typeof method !== "function") return apply(native, this, [pattern, extra]);
      const instead = {
        get flags(): unknown {
          return object.flags;
        },
        get [matchSymbol](): unknown {
          return object[matchSymbol];
        },
      };
      defineProperty(instead, key, {
        value: (...args: unknown[]): unknown => apply(method as Native, object, args),
      });
      return apply(native, this, [instead, extra]);
    },
  }.match;
}

const isNullish = (value: unknown): boolean => value === undefined || value === null;

function isExpression(pattern: unknown): boolean {
  if (typeof pattern !== "object" || pattern === null) return false;
  try {
    regexpSource(pattern);
    return true;
  } catch {
    return false;
  }
}

/** Whatever the program's objects answer is asked once, as the language says when. */
function admitted(pattern: unknown, flags: unknown): unknown[] {
  let from = pattern;
  let by = flags;
  if (typeof pattern === "object" && pattern !== null && isLike(pattern)) {
    from = (pattern as { readonly source: unknown }).source;
    if (flags === undefined) by = (pattern as { readonly flags: unknown }).flags;
  }
  const source = from === undefined ? undefined : text(from);
  const letters = by === undefined ? undefined : text(by);
  if (source !== undefined) admit(source, letters ?? "");
  return [source, letters];
}

const isLike = (pattern: object): boolean => Boolean((pattern as { [matchSymbol]?: unknown })[matchSymbol]);
const text = (value: unknown): string => (typeof value === "string" ? value : `${value as string}`);

function admit(source: string, flags: string): void {
  if (source.length <= SHORT) return;
  if (source.length > LONGEST_EXPRESSION) tooLarge();
  meter.charge(source.length, "step");
  if (!stringIncludes(flags, "u") && !stringIncludes(flags, "v")) return;
  let found = 0;
  for (let at = stringIndexOf(source, "\\"); at >= 0; at = stringIndexOf(source, "\\", at + 2)) {
    const letter = source[at + 1];
    if ((letter === "p" || letter === "P") && ++found > MOST_UNICODE_PROPERTIES) tooLarge();
  }
  meter.charge(found * PROPERTY_STEPS, "step");
}

/** Below this an expression costs about what the call around it has paid. */
const SHORT = 16;
const PROPERTY_STEPS = 1_000;
