/** What crosses as it is, in either direction and whatever the program does with it. */
export function isSimple(value: unknown): boolean {
  switch (typeof value) {
    case "number":
    case "string":
    case "boolean":
    case "undefined":
      return true;
    default:
      return value === null;
  }
}

export function areSimple(values: readonly unknown[]): boolean {
  for (let i = 0; i < values.length; i++) if (!isSimple(values[i])) return false;
  return true;
}
