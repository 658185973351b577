import { type Cell, isMissing, numberOf } from "../values/cell.js";

export type Arithmetic = (a: number, b: number) => number;
export type Comparison = (a: Cell, b: Cell) => boolean;

/** Always in double precision; a missing operand gives NaN. */
export const ARITHMETIC: ReadonlyMap<string, Arithmetic> = new Map<string, Arithmetic>([
  ["add", (a, b) => a + b],
  ["sub", (a, b) => a - b],
  ["mul", (a, b) => a * b],
  ["div", (a, b) => a / b],
  ["mod", (a, b) => a % b],
  ["pow", (a, b) => a ** b],
]);

/** A missing operand makes every comparison false, and `ne` true, as in pandas. */
export const COMPARISONS: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ["eq", (a, b) => !isMissing(a) && !isMissing(b) && a === b],
  ["ne", (a, b) => isMissing(a) || isMissing(b) || a !== b],
  ["lt", (a, b) => ordered(a, b, "lt") && (a as number) < (b as number)],
  ["le", (a, b) => ordered(a, b, "le") && (a as number) <= (b as number)],
  ["gt", (a, b) => ordered(a, b, "gt") && (a as number) > (b as number)],
  ["ge", (a, b) => ordered(a, b, "ge") && (a as number) >= (b as number)],
]);

/** Refuses to order text and numbers: JavaScript would convert one of them and answer something. */
function ordered(a: Cell, b: Cell, method: string): boolean {
  if (isMissing(a) || isMissing(b)) return false;
  if ((typeof a === "string") !== (typeof b === "string")) {
    throw new TypeError(
      `\`${method}\` compares ${kind(a)} with ${kind(b)}; convert one side with \`map\` first.`,
    );
  }
  return true;
}

function kind(cell: Cell): string {
  return typeof cell === "string" ? "text" : `the ${typeof cell} ${String(cell)}`;
}

/** `other` repeats when it is one cell. */
export function combineCells<R>(
  values: readonly Cell[],
  other: readonly Cell[] | Cell,
  f: (a: Cell, b: Cell) => R,
): R[] {
  if (typeof other !== "object" || other === null) return values.map((value) => f(value, other));
  return values.map((value, i) => f(value, other[i]));
}

export function calculate(f: Arithmetic): (a: Cell, b: Cell) => number {
  return (a, b) => f(numberOf(a), numberOf(b));
}

/** Running total; a gap stays a gap and does not end the total. */
export function cumulative(values: readonly Cell[]): number[] {
  let total = 0;
  return values.map((value) => {
    if (isMissing(value)) return Number.NaN;
    total += numberOf(value);
    return total;
  });
}

/** As danfojs does it; `toFixed` takes at most 100 digits. */
export function roundTo(value: number, digits: number): number {
  return Number.isFinite(value) ? Number(value.toFixed(digits)) : value;
}
