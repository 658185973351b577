/** Captured before any case runs: a program that breaks the host's intrinsics must not blind the oracle. */
export const { apply, getOwnPropertyDescriptor, getPrototypeOf, isExtensible, ownKeys, setPrototypeOf } =
  Reflect;
export const NativeMap: MapConstructor = Map;
export const NativePromise: PromiseConstructor = Promise;
export const NativeString: StringConstructor = String;
export const is: typeof Object.is = Object.is;
export const schedule: typeof setTimeout = setTimeout;

const { get, set, has } = Map.prototype;
const { includes } = String.prototype;
const { then } = Promise.prototype;

export function mapGet<K, V>(map: Map<K, V>, key: K): V | undefined {
  return apply(get, map, [key]) as V | undefined;
}

export function mapSet<K, V>(map: Map<K, V>, key: K, value: V): void {
  apply(set, map, [key, value]);
}

export function mapHas<K, V>(map: Map<K, V>, key: K): boolean {
  return apply(has, map, [key]) as boolean;
}

export function textIncludes(text: string, part: string): boolean {
  return apply(includes, text, [part]) as boolean;
}

export function whenSettled(
  promise: Promise<unknown>,
  done: (value: unknown) => void,
  failed: (error: unknown) => void,
): void {
  apply(then, promise, [done, failed]);
}

/** Without a prototype, so that what is not there is not looked for on a damaged one. */
export function descriptorOf(object: object, key: PropertyKey): PropertyDescriptor | undefined {
  const d = getOwnPropertyDescriptor(object, key);
  if (d !== undefined) setPrototypeOf(d, null);
  return d;
}
