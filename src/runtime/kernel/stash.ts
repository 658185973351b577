import { isPlainArray } from "./intrinsics/ticking.js";

const { apply } = Reflect;
const iteratorSymbol: typeof Symbol.iterator = Symbol.iterator;

/** What `next` returns: the engine asks nothing else of it. */
type Step = IteratorResult<unknown>;

/**
 * An iterable over `source` that yields undefined at the given places, so that the pattern takes its default there. A
 * whole number is the place of an element: its real value is left in `v`. With a half added, nothing is taken from the
 * source. Closing passes through to the source's iterator. The places are in order: the verifier has seen to that.
 *
 * Of classes, because the engine makes their instances without a call, inlines their methods and then leaves the
 * instances out altogether. No program gets hold of one.
 */
export function stash(source: unknown, first: number, ...others: number[]): object {
  // A plain array's iterator is the engine's own. Nobody can tell whether it is asked, or the array.
  return isPlainArray(source)
    ? new ArrayStash(source, first, others)
    : new IterableStash(source, first, others);
}

/** No place: behind the last one. */
const NONE = -1;

/** Walks as the iterator of a plain array: length and element are read at each step, and there is nothing to close. */
class ArrayStash {
  v: unknown;
  readonly source: readonly unknown[];
  /** The next place, and those after it. A list of one would have to be made each time. */
  place: number;
  readonly others: readonly number[];
  given: number;
  /** Counted in the pattern, and in the source. */
  at: number;
  from: number;
  constructor(source: readonly unknown[], first: number, others: readonly number[]) {
    this.v = undefined;
    this.source = source;
    this.place = first;
    this.others = others;
    this.given = 0;
    this.at = 0;
    this.from = 0;
  }
  [iteratorSymbol](): this {
    return this;
  }
  next(): Step {
    const { source, place, others } = this;
    const at = this.at++;
    const isHalf = place === at + 0.5;
    const isHeld = place === at;
    if (isHalf || isHeld) this.place = this.given < others.length ? (others[this.given++] as number) : NONE;
    this.v = undefined;
    if (isHalf) return { value: undefined, done: false };
    const from = this.from++;
    if (from >= source.length) return { value: undefined, done: true };
    if (!isHeld) return { value: source[from], done: false };
    this.v = source[from];
    return { value: undefined, done: false };
  }
}

class IterableStash {
  v: unknown;
  readonly source: unknown;
  readonly first: number;
  readonly others: readonly number[];
  constructor(source: unknown, first: number, others: readonly number[]) {
    this.v = undefined;
    this.source = source;
    this.first = first;
    this.others = others;
  }
  [iteratorSymbol](): unknown {
    const source = this.source as Iterable<unknown>;
    const method: unknown = source[iteratorSymbol];
    if (typeof method !== "function") throw new TypeError(`${typeof source} is not iterable`);
    const iterator = apply(method, source, []) as Iterator<unknown>;
    // What is no iterator is refused by the engine.
    return isObject(iterator) ? new Steps(this, iterator) : iterator;
  }
}

class Steps {
  readonly stash: IterableStash;
  readonly iterator: Iterator<unknown>;
  readonly take: unknown;
  place: number;
  given: number;
  at: number;
  constructor(stash: IterableStash, iterator: Iterator<unknown>) {
    this.stash = stash;
    this.iterator = iterator;
    // Read once, as natively.
    this.take = iterator.next;
    this.place = stash.first;
    this.given = 0;
    this.at = 0;
  }
  next(): Step {
    const { stash, place } = this;
    const { others } = stash;
    const at = this.at++;
    const isHalf = place === at + 0.5;
    const isHeld = place === at;
    if (isHalf || isHeld) this.place = this.given < others.length ? (others[this.given++] as number) : NONE;
    stash.v = undefined;
    if (isHalf) return { value: undefined, done: false };
    const result = apply(this.take as () => unknown, this.iterator, []) as IteratorResult<unknown>;
    // What is no result is refused by the engine.
    if (typeof result !== "object" || result === null) return result;
    if (result.done) return { value: undefined, done: true };
    if (!isHeld) return unread(result);
    stash.v = result.value;
    return { value: undefined, done: false };
  }
  return(value?: unknown): Step {
    const { iterator } = this;
    const close = iterator.return;
    return close === undefined || close === null
      ? { value, done: true }
      : (apply(close, iterator, []) as IteratorResult<unknown>);
  }
}

function isObject(value: unknown): boolean {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** A hole in a pattern takes a step and does not look at its value. */
function unread(result: { readonly value: unknown }): Step {
  return {
    get value() {
      return result.value;
    },
    done: false,
  };
}
