const { apply, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
const NativeArray = Array;
const arrayPrototype = Array.prototype;
const slice = Array.prototype.slice;

/** Natives for the copiers of rows, as they were before anybody was here. */
export const ROW_NATIVES = Object.freeze({
  apply,
  getPrototypeOf,
  lookUpGetter: (Object.prototype as unknown as { __lookupGetter__: () => unknown }).__lookupGetter__,
  hasOwn: Object.prototype.hasOwnProperty,
  /** Whether an own property is data. */
  isData(row: object, name: string): boolean {
    const d = getOwnPropertyDescriptor(row, name);
    return d !== undefined && d.get === undefined && d.set === undefined;
  },
});

/** A new array with the same elements. The native asks the prototype, which is not frozen, what an array is. */
export function listOf(elements: readonly unknown[]): unknown[] {
  if (getOwnPropertyDescriptor(arrayPrototype, "constructor")?.value === NativeArray)
    return apply(slice, elements, []) as unknown[];
  const list: unknown[] = [];
  for (let i = 0; i < elements.length; i++) list[i] = elements[i];
  return list;
}
