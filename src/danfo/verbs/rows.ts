import { columnsOf, Frame, labelsOf, originOf } from "../frame.js";
import { Series } from "../series.js";
import { compareCells, isMissing } from "../values/cell.js";
import { type Column, isNumeric, takeCells } from "../values/column.js";
import { takeLabels } from "../values/labels.js";

export function takeRows(frame: Frame, positions: ArrayLike<number>): Frame {
  const columns = new Map<string, Column>();
  for (const [name, column] of columnsOf(frame)) columns.set(name, takeCells(column, positions));
  return new Frame({
    columns,
    length: positions.length,
    labels: takeLabels(labelsOf(frame), positions),
    origin: originOf(frame),
  });
}

export function takeItems(series: Series, positions: ArrayLike<number>): Series {
  const { column, labels, ...parts } = Series.partsOf(series);
  return new Series({
    ...parts,
    column: takeCells(column, positions),
    labels: takeLabels(labels, positions),
  });
}

/** Positions `from` to `to`, clamped to the rows that there are. */
export function span(from: number, to: number): Int32Array {
  return Int32Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

export function positionsOf(mask: readonly boolean[]): number[] {
  const positions: number[] = [];
  for (let i = 0; i < mask.length; i++) if (mask[i]) positions.push(i);
  return positions;
}

/** Stable; missing values last in either direction. */
export function sortedPositions(
  keys: readonly { readonly column: Column; readonly ascending: boolean }[],
  length: number,
): number[] {
  const orders = keys.map(({ column, ascending }) => comparator(column, ascending));
  return Array.from({ length }, (_, i) => i).sort((a, b) => {
    for (const order of orders) {
      const difference = order(a, b);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
}

function comparator(column: Column, ascending: boolean): (a: number, b: number) => number {
  const sign = ascending ? 1 : -1;
  const { values } = column;
  const gaps = Uint8Array.from(values, (value) => (isMissing(value) ? 1 : 0));
  const between = isNumeric(column)
    ? numericOrder(values as readonly number[])
    : (a: number, b: number) => compareCells(values[a], values[b]);
  return (a, b) => {
    const gapA = gaps[a] as number;
    const gapB = gaps[b] as number;
    return gapA === 0 && gapB === 0 ? sign * between(a, b) : gapA - gapB;
  };
}

function numericOrder(values: readonly number[]): (a: number, b: number) => number {
  const numbers = Float64Array.from(values, Number);
  return (a, b) => {
    const left = numbers[a] as number;
    const right = numbers[b] as number;
    return left < right ? -1 : left > right ? 1 : 0;
  };
}
