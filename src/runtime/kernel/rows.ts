const { apply, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;

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
