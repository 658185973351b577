import { closeToWrites } from "../intrinsics/brands.js";
import { mimic, shared, sharedObject } from "../intrinsics/define.js";
import {
  construct,
  dateToString,
  defineProperty,
  freeze,
  getOwnPropertyDescriptor,
  ownKeys,
} from "../intrinsics/primordials.js";

/** A run's own sources of time and chance; what is absent is the engine's. */
export interface Ambient {
  readonly clock?: (() => number) | undefined;
  readonly random?: (() => number) | undefined;
}

/** `Math` as it is, but for `random`. */
export function mathWith(math: object, random: () => number): object {
  const made = {};
  for (const key of ownKeys(math))
    if (key !== "_open_" && key !== "random")
      defineProperty(made, key, getOwnPropertyDescriptor(math, key) as PropertyDescriptor);
  const own = { random: (): number => random() }.random;
  defineProperty(made, "random", { value: shared(mimic(own, own)), enumerable: false });
  return sharedObject(made);
}

type Maker = new (...args: unknown[]) => object;

/** `Date` whose present is the host's. Its instances are those of the realm's `Date`: they share one prototype. */
export function dateWith(date: object, clock: () => number): object {
  const native = date as Maker & { readonly prototype: object };
  const made = function (this: unknown, ...args: unknown[]): unknown {
    if (new.target === undefined) return dateToString(construct(native, [clock()], native));
    return construct(native, args.length === 0 ? [clock()] : args, new.target);
  };
  mimic(made, native);
  defineProperty(made, "prototype", { value: native.prototype, writable: false });
  const now = { now: (): number => clock() }.now;
  for (const name of ["parse", "UTC"])
    defineProperty(made, name, getOwnPropertyDescriptor(native, name) as PropertyDescriptor);
  defineProperty(made, "now", { value: shared(mimic(now, now)), enumerable: false });
  closeToWrites(made);
  const open = getOwnPropertyDescriptor(made, "_open_")?.get;
  if (open !== undefined) freeze(open);
  return freeze(made);
}
