import { isPlainArray } from "./intrinsics/ticking.js";

const { apply } = Reflect;
const iteratorSymbol: typeof Symbol.iterator = Symbol.iterator;

/** What the engine's iterator methods return: the engine asks nothing else of them. */
type Step = IteratorResult<unknown>;

/**
 * An iterable over `source` that yields undefined at the given places, so that the pattern takes its default there. A
 * whole number is the place of an element: its real value is left in `v`. With a half added, nothing is taken from the
 * source. Closing passes through to the source's iterator. The places are in order: the verifier has seen to that.
 */
export function stash(source: unknown, ...places: number[]): object {
  return new Cell(source, places);
}

/**
 * Classes, because the engine makes their instances without a call, inlines their methods and then leaves the instances
 * out altogether. No program gets hold of one.
 */
class Cell {
  v: unknown;
  readonly source: unknown;
  readonly places: readonly number[];
  constructor(source: unknown, places: readonly number[]) {
    this.v = undefined;
    this.source = source;
    this.places = places;
  }
  [iteratorSymbol](): unknown {
    const { source } = this;
    // A plain array's iterator is the engine's own. Nobody can tell whether it is asked, or the array.
    return isPlainArray(source) ? new Elements(this, source) : open(this, source as Iterable<unknown>);
  }
}

/** Counts the pattern's elements, and knows which of them get undefined. */
class Places {
  readonly cell: Cell;
  at: number;
  given: number;
  constructor(cell: Cell) {
    this.cell = cell;
    this.at = 0;
    this.given = 0;
  }
}

/** As the iterator of a plain array: its length and its elements are read at each step, and there is nothing to close. */
class Elements extends Places {
  readonly source: readonly unknown[];
  from: number;
  constructor(cell: Cell, source: readonly unknown[]) {
    super(cell);
    this.source = source;
    this.from = 0;
  }
  next(): Step {
    const { cell, source } = this;
    const place = cell.places[this.given];
    const at = this.at++;
    cell.v = undefined;
    if (place === at + 0.5) {
      this.given++;
      return { value: undefined, done: false };
    }
    const from = this.from++;
    if (from >= source.length) return { value: undefined, done: true };
    if (place !== at) return { value: source[from], done: false };
    this.given++;
    cell.v = source[from];
    return { value: undefined, done: false };
  }
}

class Steps extends Places {
  readonly iterator: Iterator<unknown>;
  readonly take: unknown;
  constructor(cell: Cell, iterator: Iterator<unknown>) {
    super(cell);
    this.iterator = iterator;
    // Read once, as natively.
    this.take = iterator.next;
  }
  next(): Step {
    const { cell } = this;
    const place = cell.places[this.given];
    const at = this.at++;
    cell.v = undefined;
    if (place === at + 0.5) {
      this.given++;
      return { value: undefined, done: false };
    }
    const result = apply(this.take as () => unknown, this.iterator, []) as IteratorResult<unknown>;
    // What is no result is refused by the engine.
    if (typeof result !== "object" || result === null) return result;
    if (result.done) return { value: undefined, done: true };
    if (place !== at) return unread(result);
    this.given++;
    cell.v = result.value;
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

function open(cell: Cell, source: Iterable<unknown>): unknown {
  const method: unknown = source[iteratorSymbol];
  if (typeof method !== "function") throw new TypeError(`${typeof source} is not iterable`);
  const iterator = apply(method, source, []) as Iterator<unknown>;
  // What is no iterator is refused by the engine.
  if ((typeof iterator !== "object" && typeof iterator !== "function") || iterator === null) return iterator;
  return new Steps(cell, iterator);
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
