import { list, quote } from "../arguments/quote.js";
import { type Cell, compareCells, isMissing, numberOf } from "../values/cell.js";

/** A statistic of cells none of which is missing; `numeric` ones refuse text. */
export interface Statistic {
  readonly numeric: boolean;
  readonly of: (cells: readonly Cell[]) => Cell;
}

const { NaN: nothing } = Number;

export function sum(cells: readonly Cell[]): number {
  let total = 0;
  for (const cell of cells) total += numberOf(cell);
  return total;
}

function mean(cells: readonly Cell[]): number {
  return cells.length === 0 ? nothing : sum(cells) / cells.length;
}

/** Of a sample: divided by n - 1, so one value alone has none. */
function variance(cells: readonly Cell[]): number {
  if (cells.length < 2) return nothing;
  const middle = mean(cells);
  let squares = 0;
  for (const cell of cells) squares += (numberOf(cell) - middle) ** 2;
  return squares / (cells.length - 1);
}

function median(cells: readonly Cell[]): number {
  if (cells.length === 0) return nothing;
  const sorted = Float64Array.from(cells, numberOf).sort();
  const half = sorted.length >> 1;
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}

function extreme(sign: 1 | -1): (cells: readonly Cell[]) => Cell {
  return (cells) => {
    if (cells.length === 0) return nothing;
    let best: Cell = cells[0];
    for (const cell of cells) if (compareCells(cell, best) * sign > 0) best = cell;
    return best;
  };
}

/** What `agg` takes by name, and what frames, series and groups have as methods. */
export const STATISTICS: ReadonlyMap<string, Statistic> = new Map<string, Statistic>([
  ["mean", { numeric: true, of: mean }],
  ["sum", { numeric: true, of: sum }],
  ["count", { numeric: false, of: (cells) => cells.length }],
  ["min", { numeric: false, of: extreme(-1) }],
  ["max", { numeric: false, of: extreme(1) }],
  ["std", { numeric: true, of: (cells) => Math.sqrt(variance(cells)) }],
  ["var", { numeric: true, of: variance }],
  ["median", { numeric: true, of: median }],
  ["first", { numeric: false, of: (cells) => (cells.length === 0 ? nothing : cells[0]) }],
  ["last", { numeric: false, of: (cells) => (cells.length === 0 ? nothing : cells[cells.length - 1]) }],
  ["nunique", { numeric: false, of: (cells) => new Set(cells).size }],
]);

export function statistic(name: string): Statistic {
  const found = STATISTICS.get(name);
  if (found === undefined)
    throw new TypeError(`There is no statistic ${quote(name)}; use one of ${list([...STATISTICS.keys()])}.`);
  return found;
}

export function present(values: readonly Cell[]): readonly Cell[] {
  return values.filter((value) => !isMissing(value));
}

/** The most frequent values, in order of first appearance. */
export function modes(values: readonly Cell[]): Cell[] {
  const counts = countValues(values);
  const most = [...counts.values()].reduce((a, b) => Math.max(a, b), 0);
  return [...counts].filter(([, count]) => count === most).map(([value]) => value);
}

/** How often each value occurs, in order of first appearance; missing values are left out. */
export function countValues(values: readonly Cell[]): ReadonlyMap<Cell, number> {
  const counts = new Map<Cell, number>();
  for (const value of values) if (!isMissing(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** danfojs's rows of `describe`, in its order, with its word for the variance. */
export const DESCRIPTION: readonly (readonly [label: string, statistic: string])[] = [
  ["count", "count"],
  ["mean", "mean"],
  ["std", "std"],
  ["min", "min"],
  ["median", "median"],
  ["max", "max"],
  ["variance", "var"],
];
