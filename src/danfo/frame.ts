import { TABLE, type Table } from "../index.js";
import type { Cell } from "./values/cell.js";
import type { Column } from "./values/column.js";
import type { Labels } from "./values/labels.js";

/** The host's class that a captured frame was an instance of; what leaves is made with it. */
export type Maker = new (data: unknown, options?: unknown) => object;

export interface Origin {
  readonly DataFrame?: Maker;
  readonly Series?: Maker;
  /** Names of the captured frame's own columns: those may leave again even where danfojs has a member of that name. */
  readonly names?: ReadonlySet<string>;
}

export type Columns = ReadonlyMap<string, Column>;

export interface FrameParts {
  readonly columns: Columns;
  readonly length: number;
  readonly labels: Labels;
  readonly origin: Origin | null;
}

/**
 * A DataFrame as an immutable value: columns are private arrays, every verb makes a new Frame that shares the columns
 * it does not change, and no array ever leaves uncopied.
 */
export class Frame {
  readonly #parts: FrameParts;

  constructor(parts: FrameParts) {
    this.#parts = parts;
    Object.freeze(this);
  }

  get length(): number {
    return this.#parts.length;
  }

  get names(): readonly string[] {
    return [...this.#parts.columns.keys()];
  }

  [TABLE](): Table {
    const { columns, length } = this.#parts;
    return Object.freeze({
      names: Object.freeze(this.names),
      length,
      column: (name: string) => cellsOf(columns, name),
    });
  }

  /** For this folder alone: not exported by the package. */
  static partsOf(frame: Frame): FrameParts {
    return frame.#parts;
  }

  static is(value: unknown): value is Frame {
    return typeof value === "object" && value !== null && #parts in value;
  }
}

function cellsOf(columns: Columns, name: string): readonly Cell[] {
  return columns.get(name)?.values.slice() ?? [];
}

export function columnsOf(frame: Frame): Columns {
  return Frame.partsOf(frame).columns;
}

export function labelsOf(frame: Frame): Labels {
  return Frame.partsOf(frame).labels;
}

export function originOf(frame: Frame): Origin | null {
  return Frame.partsOf(frame).origin;
}

/** The same rows with other columns. */
export function withColumns(frame: Frame, columns: Columns): Frame {
  return new Frame({ ...Frame.partsOf(frame), columns });
}
