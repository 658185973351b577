/** What a frame holds. Dates are kept as ISO strings, so no cell can be changed from outside. */
export type Cell = string | number | boolean | null | undefined;

/** null, undefined and NaN: what statistics skip, sorting puts last and grouping leaves out. */
export function isMissing(value: unknown): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}

export interface ReadCell {
  readonly ok: boolean;
  readonly cell: Cell;
  readonly isDate: boolean;
}

const dateTime = Date.prototype.getTime;
const dateText = Date.prototype.toISOString;
const refused: ReadCell = { ok: false, cell: null, isDate: false };

/** Never runs code of the value's own: objects other than real Dates are refused, not converted. */
export function readCell(value: unknown): ReadCell {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
    case "undefined":
      return { ok: true, cell: value, isDate: false };
    case "bigint":
      return { ok: true, cell: bigintCell(value), isDate: false };
    case "object":
      return value === null ? { ok: true, cell: null, isDate: false } : readDate(value);
    default:
      return refused;
  }
}

function bigintCell(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : `${value}`;
}

function readDate(value: object): ReadCell {
  let time: number;
  try {
    // The brand check of the language itself: throws for everything that is not a Date.
    time = dateTime.call(value as Date);
  } catch {
    return refused;
  }
  return { ok: true, cell: Number.isNaN(time) ? null : dateText.call(value as Date), isDate: true };
}

/** Numbers and booleans before strings; missing values must have been taken out. */
export function compareCells(a: Cell, b: Cell): number {
  const left = typeof a === "boolean" ? Number(a) : a;
  const right = typeof b === "boolean" ? Number(b) : b;
  if (typeof left === "string")
    return typeof right !== "string" ? 1 : left < right ? -1 : left > right ? 1 : 0;
  if (typeof right === "string") return -1;
  return (left as number) < (right as number) ? -1 : (left as number) > (right as number) ? 1 : 0;
}

/** The number a cell counts as in arithmetic and statistics; NaN for missing values and for text. */
export function numberOf(cell: Cell): number {
  return typeof cell === "number" ? cell : typeof cell === "boolean" ? Number(cell) : Number.NaN;
}
