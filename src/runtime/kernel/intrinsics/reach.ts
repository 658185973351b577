import {
  getOwnPropertyDescriptor,
  getPrototypeOf,
  NativeError,
  NativeSet,
  ownKeys,
  realmGlobal,
  setAdd,
  setHas,
  syntaxIntrinsics,
} from "./primordials.js";

/** Newer engines give each error its `stack` by one getter and one setter for the realm. */
const stack = getOwnPropertyDescriptor(new NativeError(), "stack");

/** Every object that the given names of the global object and syntax lead to, by prototypes and descriptors; nothing is called. */
export function reachableFrom(names: readonly PropertyKey[]): readonly object[] {
  const seen = new NativeSet<object>();
  const queue: object[] = [];
  const visit = (value: unknown): void => {
    if (
      (typeof value !== "object" && typeof value !== "function") ||
      value === null ||
      value === realmGlobal ||
      setHas(seen, value)
    )
      return;
    setAdd(seen, value);
    queue[queue.length] = value;
  };
  for (const name of names) visit(getOwnPropertyDescriptor(realmGlobal, name)?.value);
  for (const intrinsic of syntaxIntrinsics) visit(intrinsic);
  visit(stack?.get);
  visit(stack?.set);
  for (let i = 0; i < queue.length; i++) {
    const object = queue[i] as object;
    visit(getPrototypeOf(object));
    for (const key of ownKeys(object)) {
      const d = getOwnPropertyDescriptor(object, key);
      visit(d?.value);
      visit(d?.get);
      visit(d?.set);
    }
  }
  return queue;
}
