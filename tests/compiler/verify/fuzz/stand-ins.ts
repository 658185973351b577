import type { Traps } from "./trap.js";

type Any = Record<PropertyKey, unknown>;
type Fn = (...args: unknown[]) => unknown;

export class Refused extends Error {}

/** The text's steps are at an end: no `catch` of the text may hold it. */
export class Ended extends Error {}

/** So many turns of loops are paid for ahead. */
const TURNS = 1_000;
const FORBIDDEN = /^(?:_.+|constructor|prototype|caller|callee|arguments)$/;

function key(value: unknown): PropertyKey {
  const name = typeof value === "symbol" ? value : String(value);
  if (typeof name === "string" && FORBIDDEN.test(name)) throw new Refused(name);
  return name;
}

/** Written for the harness alone: what each run-time name does, as far as a program can get on with it. */
export function standIns(traps: Traps): Readonly<Record<string, unknown>> {
  const own = <T>(value: T): T => {
    if (traps.has(value)) throw new Refused("a value of the host's");
    return value;
  };
  const at = (object: unknown, name: unknown): unknown => (own(object) as Any)[key(name)];
  const call = (f: unknown, self: unknown, args: unknown[]): unknown =>
    Reflect.apply(own(f) as Fn, self, args);
  const put = (object: unknown, name: unknown, value: unknown): unknown => {
    (own(object) as Any)[key(name)] = value;
    return value;
  };
  const remove = (object: unknown, name: unknown): boolean => delete (own(object) as Any)[key(name)];
  let turns = TURNS;
  /** What was paid for is never given back here. */
  const ahead = (from: unknown, to: unknown, more: unknown): number => {
    if (!Number.isInteger(from) || !Number.isInteger(to)) return Number.NaN;
    const paid = Math.min(Math.max(Number(to) + Number(more) - Number(from), 0), turns);
    turns -= paid;
    return Number(from) + paid;
  };
  return {
    _ahead_: ahead,
    _settle_: () => undefined,
    _k_: key,
    _key_: key,
    _caught_: (error: unknown) => {
      if (error instanceof Ended) throw error;
      return traps.has(error) ? {} : error;
    },
    _handled_: (promise: Promise<unknown>) => {
      promise.then(undefined, () => {});
      return promise;
    },
    _in_: (name: unknown, object: unknown) => key(name) in (own(object) as object),
    _stash_: (source: unknown, ...indices: number[]) => stash(own(source) as Iterable<unknown>, indices),
    _has_: () => false,
    _noctor_: () => {
      throw new Refused("no constructor");
    },
    _groups_: (groups: unknown) => groups,
    _print_: () => ({}),
    _printer_: () => () => undefined,
    _printed_: () => "",
    _callm_: (object: unknown, name: unknown, ...args: unknown[]) => call(at(object, name), object, args),
    _nil_: Symbol("nil"),
    _getattr_: at,
    _getitem_: at,
    _setattr_: put,
    _setitem_: put,
    _delattr_: remove,
    _delitem_: remove,
    _invoke_: (object: unknown, name: unknown, args: unknown[], method: unknown) =>
      call(method ?? at(object, name), object, args),
    _inplacevar_: (_operator: string, x: unknown, y: unknown) => (typeof x === "number" ? x + 1 : y),
    _getiter_: own,
    _unpack_sequence_: own,
    _iter_unpack_sequence_: own,
    _keys_: own,
    _object_: own,
    _rest_: (object: unknown) => ({ ...(own(object) as object) }),
    _call_: (f: unknown, args: unknown[]) => call(f, undefined, args),
    _apply_: (f: unknown, args: unknown[]) => call(f, undefined, args),
    _callwith_: (f: unknown, self: unknown, args: unknown[]) => call(f, self, args),
    _new_: (f: unknown, args: unknown[]) => Reflect.construct(own(f) as Fn, args) as unknown,
    _tag_: (f: unknown, ...name: unknown[]) => (name.length === 0 ? own(f) : at(f, name[0])),
    _instanceof_: (x: unknown, f: unknown) => own(x) instanceof (own(f) as Fn),
    _base_: own,
    _class_: (made: unknown) => made,
    _await_: own,
    _numeric_: (x: unknown) => (typeof x === "number" ? x : 0),
    site: own,
  };
}

/** Gives nothing at the indices, where the real value is left in `v`. */
function stash(source: Iterable<unknown>, indices: readonly number[]): object {
  const iterator = source[Symbol.iterator]();
  let index = -1;
  const made = {
    v: undefined as unknown,
    [Symbol.iterator]: () => made,
    next(): unknown {
      index++;
      if (indices.includes(index + 0.5)) return { done: false, value: undefined };
      const step = iterator.next();
      if (!indices.includes(index)) return step;
      made.v = step.done ? undefined : step.value;
      return { done: false, value: undefined };
    },
    return: () => iterator.return?.() ?? {},
  };
  return made;
}
