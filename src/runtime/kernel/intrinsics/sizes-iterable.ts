import { mimic, replaceMethod } from "./define.js";
import {
  apply,
  construct,
  defineProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  NativeMap,
  NativeSet,
  NativeWeakMap,
  NativeWeakSet,
  ownKeys,
} from "./primordials.js";
import { filling, tickingIterator } from "./ticking.js";

type Native = (...args: unknown[]) => unknown;
type Constructor = new (...args: unknown[]) => object;

/** Guest-visible constructors that loop over their argument. The native ones stay their prototypes' `constructor`. */
export function makeCollectionConstructors(): ReadonlyMap<string, Native> {
  const natives = { Map: NativeMap, Set: NativeSet, WeakMap: NativeWeakMap, WeakSet: NativeWeakSet };
  return new NativeMap(
    Object.entries(natives).map(([name, native]) => [name, wrap(native as unknown as Constructor)]),
  );
}

function wrap(Native: Constructor): Native {
  const wrapper = function (this: unknown, items?: unknown): unknown {
    // Called without `new`: the native throws its own TypeError.
    if (new.target === undefined) return apply(Native as unknown as Native, undefined, []);
    if (new.target === wrapper) return items === undefined ? new Native() : new Native(filling(items));
    return construct(Native, [filling(items)], new.target as unknown as Constructor);
  };
  mimic(wrapper, Native);
  for (const key of ownKeys(Native)) {
    if (key === "name" || key === "length") continue;
    const d = getOwnPropertyDescriptor(Native, key) as PropertyDescriptor;
    if (key === "prototype") defineProperty(wrapper, key, { value: d.value, writable: false });
    else if (key === "groupBy")
      defineProperty(wrapper, key, { ...d, value: mimic(grouping(d.value, Native), d.value) });
    else defineProperty(wrapper, key, d);
  }
  return wrapper as unknown as Native;
}

function grouping(native: Native, owner: unknown): (...args: never[]) => unknown {
  return {
    groupBy(items: unknown, callback: unknown): unknown {
      return apply(native, owner, [filling(items), callback]);
    },
  }.groupBy as (...args: never[]) => unknown;
}

/** Methods of iterators, in engines that have them: each loops over its receiver. */
const OVER_RECEIVER = "toArray forEach reduce some every find map filter take drop flatMap".split(" ");

/** Methods of Sets, in engines that have them: each may loop over the `keys` of its argument. */
const OVER_KEYS =
  "union intersection difference symmetricDifference isSubsetOf isSupersetOf isDisjointFrom".split(" ");

export function tameConsumers(): void {
  const iterators = getPrototypeOf(getPrototypeOf([][Symbol.iterator]()) as object) as object;
  for (const name of OVER_RECEIVER)
    replaceMethod(
      iterators,
      name,
      (native) =>
        ({
          method(this: unknown, ...args: unknown[]): unknown {
            return apply(native, tickingIterator(this, 0), args);
          },
        }).method,
    );
  for (const name of OVER_KEYS)
    replaceMethod(
      NativeSet.prototype,
      name,
      (native) =>
        ({
          method(this: unknown, other: unknown): unknown {
            return apply(native, this, [keysOf(other)]);
          },
        }).method,
    );
}

/** The engine reads `size`, `has` and `keys` once each, in this order; so does this. */
function keysOf(other: unknown): unknown {
  if (typeof other !== "object" || other === null || getPrototypeOf(other) === NativeSet.prototype)
    return other;
  const like = other as { readonly size: unknown; readonly has: unknown; readonly keys: unknown };
  return {
    get size(): unknown {
      return like.size;
    },
    get has(): unknown {
      return bound(like.has, other);
    },
    get keys(): unknown {
      const keys = bound(like.keys, other);
      return typeof keys === "function"
        ? () => tickingIterator(apply(keys as Native, undefined, []), 0)
        : keys;
    },
  };
}

function bound(method: unknown, receiver: object): unknown {
  if (typeof method !== "function") return method;
  return (...args: unknown[]): unknown => apply(method as Native, receiver, args);
}
