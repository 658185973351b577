import { isForbiddenMember } from "../../../language/names.js";
import { replaceMethod } from "./define.js";
import { isHostRealm, isKeptByHost } from "./host-realm.js";
import { meter } from "./meter.js";
import {
  apply,
  deleteProperty,
  hasOwn,
  isArray,
  jsonParse,
  keys,
  NativeString,
  stringIncludes,
} from "./primordials.js";

type Reviver = (this: unknown, key: string, value: unknown, context?: unknown) => unknown;
/** Below this a text costs about what the call has paid. */
const LONG = 1_024;
const PROTO = "__proto__";

/** `JSON.parse` that drops `__proto__` keys: data must not carry what a program could not write. */
export function tameJson(): void {
  replaceMethod(
    JSON,
    "parse",
    () =>
      ({
        parse(text: unknown, reviver?: unknown): unknown {
          const source = typeof text === "string" ? text : NativeString(text);
          // A list takes more room than its text.
          if (source.length > LONG) meter.charge(source.length * 4, "bytes");
          // The key may be spelled with escapes.
          const suspect = stringIncludes(source, PROTO) || stringIncludes(source, "\\u");
          if (typeof reviver !== "function") {
            const value: unknown = jsonParse(source);
            if (suspect) strip(value);
            return value;
          }
          if (!suspect) return jsonParse(source, reviver as Reviver);
          return jsonParse(source, function (
            this: unknown,
            key: string,
            value: unknown,
            context?: unknown,
          ): unknown {
            return key === PROTO ? undefined : apply(reviver, this, [key, value, context]);
          } as Reviver);
        },
      }).parse,
  );
}

/**
 * A list of names reads any member, inherited ones too. In the host's realm those of errors and classes, and what the
 * host keeps on its prototypes, are not the program's; a realm of its own has nothing there.
 */
export function tameJsonNames(): void {
  if (!isHostRealm()) return;
  replaceMethod(
    JSON,
    "stringify",
    (native) =>
      ({
        stringify(value: unknown, replacer?: unknown, space?: unknown): unknown {
          if (!isArray(replacer)) return apply(native, JSON, [value, replacer, space]);
          const names: unknown[] = [];
          for (let i = 0; i < replacer.length; i++) {
            const item = replacer[i] as unknown;
            const name = typeof item === "number" || typeof item === "string" ? `${item}` : "";
            if (name !== "stack" && !isForbiddenMember(name) && !isKeptByHost(name))
              names[names.length] = name;
          }
          return apply(native, JSON, [value, names, space]);
        },
      }).stringify,
  );
}

/** Iterative: parsed data may be nested deeper than the stack. */
function strip(root: unknown): void {
  const stack: unknown[] = [root];
  for (let n = 1; n > 0; ) {
    const value = stack[--n];
    if (typeof value !== "object" || value === null) continue;
    if (hasOwn(value, PROTO)) deleteProperty(value, PROTO);
    const names = keys(value);
    for (let i = 0; i < names.length; i++)
      stack[n++] = (value as Record<string, unknown>)[names[i] as string];
  }
}
