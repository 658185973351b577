/** An own data property; accessors, which danfojs makes for every column, are never run. */
export function ownValue(object: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(object, key)?.value as unknown;
}

/** The elements of an array or a typed array as a fresh array; null for anything else. */
export function elements(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return Array.prototype.slice.call(value);
  return ArrayBuffer.isView(value) && !(value instanceof DataView)
    ? Array.from(value as unknown as ArrayLike<unknown>)
    : null;
}
