import { shared, sharedObject } from "../intrinsics/define.js";
import {
  floor,
  imul,
  isInteger,
  NativeRangeError,
  NativeTypeError,
  random as nativeRandom,
} from "../intrinsics/primordials.js";
import { collect } from "./collect.js";

/** A generator of a run's own: runs share no state, and a seed makes a run repeatable. Not for secrets. */
export function makeRandom(seed?: number, chance: () => number = nativeRandom): object {
  const state = { a: 0 };
  const reseed = (value: unknown): void => {
    const given = value === undefined ? floor(chance() * 2 ** 32) : value;
    if (!isInteger(given)) throw new NativeTypeError("`random.seed` takes a whole number.");
    state.a = (given as number) | 0;
  };
  reseed(seed);
  // mulberry32
  const next = (): number => {
    state.a = (state.a + 0x6d2b79f5) | 0;
    let t = imul(state.a ^ (state.a >>> 15), 1 | state.a);
    t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => floor((next() + next() / 4294967296) * n);
  const whole = (a: unknown, b: unknown): number => {
    if (!isInteger(a) || !isInteger(b))
      throw new NativeTypeError("`random.randint` takes two whole numbers.");
    if ((b as number) < (a as number))
      throw new NativeRangeError("`random.randint` takes the smaller number first.");
    return (a as number) + below((b as number) - (a as number) + 1);
  };
  const shuffled = (source: unknown): unknown[] => {
    const items = collect(source, "random.shuffled");
    for (let i = items.length - 1; i > 0; i--) {
      const j = below(i + 1);
      const held = items[i];
      items[i] = items[j];
      items[j] = held;
    }
    return items;
  };
  const choice = (source: unknown): unknown => {
    const items = collect(source, "random.choice");
    if (items.length === 0)
      throw new NativeRangeError("`random.choice` takes a list with at least one element.");
    return items[below(items.length)];
  };
  const sample = (source: unknown, count: unknown): unknown[] => {
    const items = shuffled(source);
    if (!isInteger(count) || (count as number) < 0 || (count as number) > items.length)
      throw new NativeRangeError("`random.sample` takes a count between 0 and the number of elements.");
    items.length = count as number;
    return items;
  };
  return sharedObject({
    random: shared(() => next()),
    seed: shared((value?: unknown) => reseed(value)),
    randint: shared(whole),
    uniform: shared((a: number, b: number) => a + (b - a) * next()),
    choice: shared(choice),
    shuffled: shared(shuffled),
    sample: shared(sample),
  });
}
