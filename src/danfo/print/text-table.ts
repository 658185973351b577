import { type Cell, isMissing } from "../values/cell.js";

export const SHOWN_ROWS = 10;
const SHOWN_COLUMNS = 8;
const CELL_WIDTH = 24;

export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly numeric: readonly boolean[];
}

/** Columns aligned with spaces, numbers to the right. */
export function renderTable({ header, rows, numeric }: TextTable): string {
  const widths = header.map((name, c) =>
    rows.reduce((most, row) => Math.max(most, row[c]?.length ?? 0), name.length),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, c) => pad(cell, widths[c] ?? 0, numeric[c] === true))
      .join("  ")
      .trimEnd();
  return [line(header), ...rows.map(line)].join("\n");
}

export function shownCell(value: Cell): string {
  return isMissing(value) ? "NaN" : clip(String(value));
}

/** One line, and short: a cell's text is the guest's or the data's, and must not fake other lines. */
export function clip(text: string): string {
  const line = text.slice(0, CELL_WIDTH + 1).replace(/[\s\p{C}]/gu, " ");
  return line.length > CELL_WIDTH ? `${line.slice(0, CELL_WIDTH - 1)}…` : line;
}

export function shownColumns<T>(columns: readonly T[]): readonly T[] {
  return columns.slice(0, SHOWN_COLUMNS);
}

function pad(text: string, width: number, right: boolean): string {
  return right ? text.padStart(width) : text.padEnd(width);
}
