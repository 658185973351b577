import { mimic } from "./define.js";
import { admitArray } from "./meter.js";
import {
  apply,
  construct,
  defineProperty,
  getOwnPropertyDescriptor,
  isArray,
  NativeArray,
} from "./primordials.js";
import { lengthOf } from "./sizes-array.js";
import { plainLength, ticking, tickingBy } from "./ticking.js";

type Native = (...args: unknown[]) => unknown;
const ArrayPrototype = Array.prototype;
const speciesSymbol: typeof Symbol.species = Symbol.species;

/** The `Array` that guests see. The native one stays `Array.prototype.constructor`: V8's fast paths test for it. */
export function makeArrayConstructor(): Native {
  const wrapper = function (this: unknown, ...args: unknown[]): unknown {
    const only = args[0];
    if (args.length === 1 && typeof only === "number") admitArray(only);
    if (new.target === undefined || new.target === wrapper)
      return args.length === 1 ? new NativeArray(only as number) : apply(NativeArray, undefined, args);
    return construct(NativeArray, args, new.target as unknown as typeof NativeArray);
  };
  mimic(wrapper, NativeArray);
  defineProperty(wrapper, "prototype", { value: ArrayPrototype, writable: false });
  const receiver = (self: unknown): unknown => (self === wrapper ? NativeArray : self);
  const statics = {
    isArray,
    of(this: unknown, ...items: unknown[]): unknown {
      return apply(nativeOf, receiver(this), items);
    },
    from(this: unknown, items: unknown, map?: unknown, self?: unknown): unknown {
      if (items === null || items === undefined || (map !== undefined && typeof map !== "function"))
        return apply(nativeFrom, receiver(this), [items, map, self]);
      if (plainLength(items) >= 0) return apply(nativeFrom, receiver(this), [ticking(items), map, self]);
      const method = (items as { [iteratorSymbol]?: unknown })[iteratorSymbol];
      if (typeof method === "function")
        return apply(nativeFrom, receiver(this), [tickingBy(items, method as Native, 8), map, self]);
      if (method !== undefined && method !== null)
        return apply(nativeFrom, receiver(this), [items, map, self]);
      return fromLike(items as ArrayLike<unknown>, map as Native | undefined, self);
    },
  };
  for (const name of ["isArray", "of", "from"] as const) {
    const value = name === "isArray" ? isArray : mimic(statics[name], NativeArray[name]);
    defineProperty(wrapper, name, { value, writable: true, enumerable: false, configurable: true });
  }
  const species = {
    get [speciesSymbol](): unknown {
      return this;
    },
  };
  defineProperty(wrapper, speciesSymbol, {
    ...getOwnPropertyDescriptor(species, speciesSymbol),
    enumerable: false,
  });
  return wrapper as unknown as Native;
}

const nativeOf = NativeArray.of as Native;
const nativeFrom = NativeArray.from as Native;
const iteratorSymbol: typeof Symbol.iterator = Symbol.iterator;

/** The length is read once: a getter must not show the check one length and the loop another. */
export function fromLike(items: ArrayLike<unknown>, map: Native | undefined, self: unknown): unknown[] {
  const length = lengthOf(items);
  admitArray(length);
  // A literal would remember the most general elements that it ever held, and numbers be boxed from then on.
  const out = construct(NativeArray, []) as unknown[];
  for (let i = 0; i < length; i++) {
    const value = items[i];
    out[i] = map === undefined ? value : apply(map, self, [value, i]);
  }
  return out;
}
