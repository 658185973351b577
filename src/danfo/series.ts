import { TABLE, type Table } from "../index.js";
import type { Origin } from "./frame.js";
import type { Cell } from "./values/cell.js";
import { type Column, type Dtype, makeColumn } from "./values/column.js";
import type { Labels } from "./values/labels.js";

export interface SeriesParts {
  readonly name: string;
  readonly column: Column;
  readonly labels: Labels;
  readonly origin: Origin | null;
}

/** One column as an immutable value, with its name and index. */
export class Series {
  readonly #parts: SeriesParts;

  constructor(parts: SeriesParts) {
    this.#parts = parts;
    Object.freeze(this);
  }

  get name(): string {
    return this.#parts.name;
  }

  get length(): number {
    return this.#parts.column.values.length;
  }

  get dtype(): Dtype {
    return this.#parts.column.dtype;
  }

  [TABLE](): Table {
    const { name, column } = this.#parts;
    const cells = (wanted: string): readonly Cell[] => (wanted === name ? column.values.slice() : []);
    return Object.freeze({ names: Object.freeze([name]), length: this.length, column: cells });
  }

  /** For this folder alone: not exported by the package. */
  static partsOf(series: Series): SeriesParts {
    return series.#parts;
  }

  static is(value: unknown): value is Series {
    return typeof value === "object" && value !== null && #parts in value;
  }
}

export function cellsOf(series: Series): readonly Cell[] {
  return Series.partsOf(series).column.values;
}

export function columnOf(series: Series): Column {
  return Series.partsOf(series).column;
}

/** The same index and name with other values. */
export function withValues(series: Series, values: readonly Cell[], dtype?: Dtype): Series {
  return new Series({ ...Series.partsOf(series), column: makeColumn(values, dtype) });
}

/** danfojs names every result that is not a column `0`. */
export const NAMELESS = "0";

export function namelessSeries(like: Series, values: readonly Cell[], dtype?: Dtype): Series {
  return new Series({ ...Series.partsOf(like), name: NAMELESS, column: makeColumn(values, dtype) });
}
