import type { ErrorKit } from "./errors/index.js";
import type { KeyCheck } from "./keys.js";

const { apply } = Reflect;
const includes = Array.prototype.includes;
const isArray = Array.isArray;
const mapGet = Map.prototype.get;

export type Guard = (...args: never[]) => unknown;
export type Injected = Readonly<Record<string, Guard | undefined>>;
type Ask = (...args: unknown[]) => unknown;

/** Built-ins that iterate over what they are given: over the first argument, or over each. */
export type Iterating = ReadonlyMap<unknown, "first" | "each">;

export interface ComposeParts {
  readonly errors: ErrorKit;
  readonly key: KeyCheck;
  readonly audit: (code: string, name: string) => void;
  readonly denied: readonly unknown[];
  readonly iterating: Iterating;
}

const KEYED: readonly string[] = ["_getattr_", "_getitem_", "_invoke_", "_tag_"];
const WRITING: readonly string[] = ["_setattr_", "_setitem_", "_delattr_", "_delitem_"];
const CALLING: readonly string[] = ["_call_", "_apply_", "_new_", "_base_", "_tag_"];

/**
 * What the program calls in place of an injected guard. A guard that forgets to look at its operands must not be a hole:
 * keys are coerced and checked before it sees them, functions that turn text into code never reach it, the writing
 * guards get what `_write_` made of their object.
 */
export function composeInjected(injected: Injected, parts: ComposeParts): Injected {
  const out: Record<string, Guard | undefined> = { ...injected };
  const feed = feeder(injected, parts.iterating);
  for (const name of Object.keys(injected)) {
    const guard = injected[name] as Ask;
    out[name] = compose(name, guard, injected, parts, feed) as Guard;
  }
  return out;
}

function compose(name: string, guard: Ask, injected: Injected, parts: ComposeParts, feed: Feed): Ask {
  const { key } = parts;
  if (WRITING.includes(name)) {
    const write = injected["_write_"] as Ask | undefined;
    return (object, k, ...more) => {
      const checked = key(k);
      return guard(write === undefined ? object : write(object), checked, ...more);
    };
  }
  if (name === "_invoke_")
    return (object, k, args, ...method) => {
      if (method.length > 0) refuseDenied(method[0], parts);
      return guard(object, key(k), args, ...method);
    };
  if (KEYED.includes(name) && !CALLING.includes(name)) return (object, k) => guard(object, key(k));
  if (CALLING.includes(name))
    return (f, ...more) => {
      refuseDenied(f, parts);
      if (name === "_base_") return guard(f);
      if (name === "_tag_") return more.length === 0 ? guard(f) : guard(f, key(more[0]));
      return guard(f, feed(f, more[0] as unknown[]));
    };
  return guard;
}

export function refuseDenied(
  f: unknown,
  { errors, audit, denied }: Pick<ComposeParts, "errors" | "audit" | "denied">,
): void {
  if (typeof f !== "function" || !(apply(includes, denied, [f]) as boolean)) return;
  audit("GUARD_CALL", "");
  throw errors.guardError("GUARD_CALL", "The function turns text into code and cannot be called.");
}

export type Feed = (f: unknown, args: unknown[]) => unknown[];

/** Shows `_getiter_`, when it is injected, what a built-in is about to iterate over. */
export function feeder(injected: Injected, iterating: Iterating): Feed {
  const guard = injected["_getiter_"] as Ask | undefined;
  if (guard === undefined) return (_f, args) => args;
  const ask = (value: unknown): unknown =>
    typeof value === "string" || (typeof value === "object" && value !== null) ? guard(value) : value;
  return (f, args) => {
    const how = apply(mapGet, iterating, [f]) as "first" | "each" | undefined;
    if (how === undefined || !isArray(args)) return args;
    const fed: unknown[] = [];
    for (let i = 0; i < args.length; i++) fed[i] = how === "each" || i === 0 ? ask(args[i]) : args[i];
    return fed;
  };
}
