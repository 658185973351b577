import { isHostRealm } from "./host-realm.js";
import { admitArray, meter } from "./meter.js";
import {
  apply,
  getPrototypeOf,
  hasOwn,
  isArray,
  mapSize,
  NativeMap,
  NativeSet,
  setSize,
} from "./primordials.js";

type Native = (...args: unknown[]) => unknown;
const iteratorSymbol: typeof Symbol.iterator = Symbol.iterator;
const ArrayPrototype = Array.prototype;
const { values } = ArrayPrototype;
const MapPrototype = NativeMap.prototype;
const SetPrototype = NativeSet.prototype;

/** Above the number of steps at which a charge looks at the clock. */
const EACH = 2048;

/** What one match of `matchAll` takes: an array with three members of its own. */
export const MATCH_BYTES = 128;
const MatchesPrototype = getPrototypeOf("".matchAll(/x/g));

/**
 * What a native may loop over by itself: arrays, strings, Maps and Sets of a length that is known and admitted; anything
 * else through an iterator that pays as it goes. The method `Symbol.iterator` is read once.
 */
export function ticking(source: unknown, width = 8): unknown {
  const length = plainLength(source);
  if (length >= 0) {
    admitArray(length, width);
    return source;
  }
  if ((typeof source !== "object" && typeof source !== "function") || source === null) return source;
  const method = (source as { [iteratorSymbol]?: unknown })[iteratorSymbol];
  // The native says in its own words what is wrong.
  return typeof method === "function" ? tickingBy(source, method as Native, width) : source;
}

/** An iterable over what `method`, the source's `Symbol.iterator`, gives. */
export function tickingBy(source: unknown, method: Native, width: number): unknown {
  return { [iteratorSymbol]: () => tickingIterator(apply(method, source, []), width) };
}

/**
 * Whether the engine's own iterator walks over it: an array without a prototype or an iterator of its own. That is read, which
 * is quicker than to ask whether there is one: no array has accessors.
 */
export function isPlainArray(source: unknown): source is readonly unknown[] {
  return isArray(source) && getPrototypeOf(source) === ArrayPrototype && source[iteratorSymbol] === values;
}

/** The number of elements that the engine's own iterator would give, or -1 where it may be another's. */
export function plainLength(source: unknown): number {
  if (typeof source === "string") return source.length;
  if (typeof source !== "object" || source === null) return -1;
  const prototype = getPrototypeOf(source);
  if (prototype === ArrayPrototype) return isPlainArray(source) ? source.length : -1;
  if ((prototype !== SetPrototype && prototype !== MapPrototype) || hasOwn(source, iteratorSymbol)) return -1;
  try {
    return prototype === SetPrototype ? setSize(source) : mapSize(source);
  } catch {
    return -1;
  }
}

/**
 * The same iterator, each of whose results costs a step, and `width` bytes where they are kept: an iterator of the
 * engine's own, over `{ length: 2 ** 53 }`, calls nothing of the program's. `next` is read once, as natively.
 */
export function tickingIterator(iterator: unknown, width: number): unknown {
  if ((typeof iterator !== "object" && typeof iterator !== "function") || iterator === null) return iterator;
  const inner = iterator as Record<string, unknown>;
  const next = inner["next"];
  if (typeof next !== "function") return iterator;
  // In the host's realm the engine's `next` is as it was; elsewhere each match has paid by itself.
  const matches = isHostRealm() && getPrototypeOf(inner) === MatchesPrototype;
  let count = 0;
  return {
    next(...args: unknown[]): unknown {
      if (matches) meter.charge(MATCH_BYTES, "bytes");
      if (++count % EACH === 0) {
        meter.charge(EACH, "step");
        if (width > 0) admitArray(count, 0);
        meter.charge(EACH * width, "bytes");
      }
      return apply(next as Native, inner, args);
    },
    get return(): unknown {
      return bound(inner, "return");
    },
    get throw(): unknown {
      return bound(inner, "throw");
    },
  };
}

/**
 * What a collection may be filled from. The engine finds all bigints with the same last 64 bits at one place, one after
 * the other: a long array of those takes its square, in one call.
 */
export function filling(source: unknown): unknown {
  const length = plainLength(source);
  if (length < MANY || !isArray(source)) return ticking(source);
  // Before anybody walks through it.
  admitArray(length);
  if (!hasBigint(source)) return source;
  let at = 0;
  const next = (): unknown => {
    if ((at & 63) === 0) meter.clock();
    return at < source.length
      ? { value: source[at++] as unknown, done: false }
      : { value: undefined, done: true };
  };
  return { [iteratorSymbol]: () => ({ next }) };
}

/** Below this the square is small. */
const MANY = 1024;

/** An entry that is no array is the program's own, and may answer anything. */
function hasBigint(list: readonly unknown[]): boolean {
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    if (typeof item === "bigint") return true;
    if (typeof item !== "object" || item === null) continue;
    if (!isArray(item) || typeof item[0] === "bigint") return true;
  }
  return false;
}

/** What an iterator threw, kept back from a native that cannot bear it. */
export interface Held {
  thrown: boolean;
  error: unknown;
}

/** An iterable that ends where the iterator throws, and tells. */
export function holding(source: unknown, width: number, held: Held): unknown {
  const paid = ticking(source, width);
  if (paid === source) return source;
  return {
    [iteratorSymbol](): unknown {
      const inner = (paid as { [iteratorSymbol](): Record<string, unknown> })[iteratorSymbol]();
      const next = inner["next"];
      if (typeof next !== "function") return inner;
      return {
        next(): unknown {
          try {
            const result = apply(next as Native, inner, []) as {
              readonly done: unknown;
              readonly value: unknown;
            };
            // The native's own words for a result that is none.
            if (typeof result !== "object" || result === null) return result;
            return result.done ? { done: true, value: undefined } : { done: false, value: result.value };
          } catch (error) {
            held.thrown = true;
            held.error = error;
            return { done: true, value: undefined };
          }
        },
        get return(): unknown {
          return bound(inner, "return");
        },
      };
    },
  };
}

function bound(inner: Record<string, unknown>, name: string): unknown {
  const method = inner[name];
  if (typeof method !== "function") return method;
  return (...args: unknown[]): unknown => apply(method as Native, inner, args);
}
