import { texted } from "../bigints/size.js";
import { brandNull } from "./brands.js";
import { refuse, replaceMethod } from "./define.js";
import { admitString } from "./meter.js";
import {
  apply,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  NativeNumber,
  NativeString,
  ownKeys,
  regexpSource,
  stringIncludes,
  stringIndexOf,
} from "./primordials.js";

const StringPrototype = String.prototype;

/** Text of a receiver that natives would coerce; null and undefined are theirs to refuse. */
function lengthOf(value: unknown): number {
  return typeof value === "string" ? value.length : 0;
}

/** Strings grow by one native call as fast as memory allows: each of these asks first. */
export function tameStrings(): void {
  replaceMethod(
    StringPrototype,
    "repeat",
    (native) =>
      ({
        repeat(this: unknown, count: unknown): unknown {
          const text =
            typeof this === "string" ? this : this === null || this === undefined ? this : NativeString(this);
          const times = typeof count === "number" ? count : NativeNumber(count);
          if (times > 0 && times < Infinity) admitString(lengthOf(text) * times);
          return apply(native, text, [times]);
        },
      }).repeat,
  );
  for (const name of ["padStart", "padEnd"]) {
    replaceMethod(
      StringPrototype,
      name,
      (native) =>
        ({
          pad(this: unknown, length: unknown, filler?: unknown): unknown {
            const size = typeof length === "number" ? length : NativeNumber(length);
            if (size > lengthOf(this)) admitString(size);
            return apply(native, this, [size, filler]);
          },
        }).pad,
    );
  }
  replaceMethod(
    StringPrototype,
    "concat",
    (native) =>
      ({
        concat(this: unknown, ...parts: unknown[]): unknown {
          let total = lengthOf(this);
          for (let i = 0; i < parts.length; i++) {
            const part = texted(parts[i]);
            parts[i] = part;
            total += lengthOf(part);
          }
          admitString(total);
          return apply(native, this, parts);
        },
      }).concat,
  );
  replaceMethod(
    NativeString,
    "raw",
    (native) =>
      ({
        raw(template: unknown, ...parts: unknown[]): unknown {
          // An object with a length of 2^53 would keep the engine busy; the parts of a template are an array.
          const raw = (template as { readonly raw?: unknown }).raw;
          if (!isArray(raw)) return refuse("`String.raw` is for template literals.");
          for (let i = 0; i < parts.length; i++) parts[i] = texted(parts[i]);
          return apply(native, NativeString, prepend({ raw }, parts));
        },
      }).raw,
  );
  for (const name of ["replace", "replaceAll"])
    replaceMethod(StringPrototype, name, (native) => replacing(native, name));
}

/** A long text times a long replacement: exact for a string pattern; the engine's own limit holds the rest, charged after. */
function replacing(
  native: (...args: unknown[]) => unknown,
  name: string,
): (this: never, ...args: never[]) => unknown {
  return {
    replace(this: unknown, pattern: unknown, replacement: unknown): unknown {
      if (typeof replacement === "function")
        return apply(native, this, [
          pattern,
          branding(replacement as (...args: unknown[]) => unknown, pattern),
        ]);
      const risk = lengthOf(this) * lengthOf(replacement);
      if (risk < QUIET) return apply(native, this, [pattern, replacement]);
      if (typeof pattern === "string" && typeof replacement === "string") {
        const uses = name === "replace" ? 1 : count(this as string, pattern);
        admitString(
          lengthOf(this) +
            uses *
              (stringIndexOf(replacement, "$") < 0
                ? replacement.length
                : replacement.length * lengthOf(this)),
        );
        return apply(native, this, [pattern, replacement]);
      }
      const result = apply(native, this, [pattern, replacement]) as unknown;
      admitString(lengthOf(result));
      return result;
    },
  }.replace;
}

function prepend(first: unknown, rest: readonly unknown[]): unknown[] {
  const out: unknown[] = [first];
  for (let i = 0; i < rest.length; i++) out[i + 1] = rest[i];
  return out;
}

const QUIET = 2 ** 20;

function count(text: string, pattern: string): number {
  if (pattern === "") return text.length + 1;
  let n = 0;
  for (let at = stringIndexOf(text, pattern); at >= 0; at = stringIndexOf(text, pattern, at + pattern.length))
    n++;
  return n;
}

/** The groups object that a callback gets last has no prototype, so no brand. */
function branding(callback: (...args: unknown[]) => unknown, pattern: unknown): unknown {
  if (typeof pattern !== "object" || pattern === null || !mayHaveGroups(pattern)) return callback;
  return (...args: unknown[]): unknown => {
    const last = args[args.length - 1];
    if (typeof last === "object" && last !== null && getPrototypeOf(last) === null && isPlainData(last))
      brandNull(last);
    return apply(callback, undefined, args);
  };
}

function mayHaveGroups(pattern: object): boolean {
  try {
    return stringIncludes(regexpSource(pattern), "(?<");
  } catch {
    return true;
  }
}

function isPlainData(object: object): boolean {
  const names = ownKeys(object);
  for (let i = 0; i < names.length; i++) {
    const value = getOwnPropertyDescriptor(object, names[i] as string)?.value as unknown;
    if (typeof names[i] !== "string" || (typeof value !== "string" && value !== undefined)) return false;
  }
  return true;
}
