import { CliError } from "../cli-error.js";

export type Cell = string | number | boolean | null;
export type Dtype = "int32" | "float32" | "boolean" | "string";

export interface Column {
  readonly name: string;
  readonly dtype: Dtype;
  readonly cells: readonly Cell[];
}

/** Own fields of a danfojs frame: a column of that name would replace the frame's storage. */
const FRAME_FIELDS: ReadonlySet<string> = new Set([
  "$isSeries",
  "$config",
  "$data",
  "$dataIncolumnFormat",
  "$index",
  "$columns",
  "$dtypes",
]);

/** A data file that cannot be used: names the file, the row (the header is row 1) and what is wrong. */
export function dataError(file: string, row: number | undefined, problem: string): CliError {
  return new CliError(`\`${file}\`${row === undefined ? "" : `, row ${row}`}: ${problem}`);
}

/** @throws CliError for an empty, repeated or impossible column name */
export function checkNames(file: string, names: readonly string[], row: number | undefined): void {
  const seen = new Set<string>();
  names.forEach((name, i) => {
    if (name === "") throw dataError(file, row, `column ${i + 1} has an empty name`);
    if (seen.has(name)) throw dataError(file, row, `the column name \`${name}\` is given twice`);
    if (FRAME_FIELDS.has(name)) throw dataError(file, row, `\`${name}\` cannot be a column name`);
    seen.add(name);
  });
}

/** Gives a column its type. Numbers, text and truth values do not mix; empty cells go with all. */
export function typedColumn(file: string, name: string, cells: readonly Cell[], firstRow: number): Column {
  const kinds = new Map<string, number>();
  cells.forEach((cell, i) => {
    if (cell !== null && !kinds.has(typeof cell)) kinds.set(typeof cell, firstRow + i);
  });
  const [first = "string", second] = kinds.keys();
  if (second !== undefined) {
    throw dataError(file, kinds.get(second), `column \`${name}\` mixes ${first} and ${second} values`);
  }
  return { name, dtype: dtypeOf(first, cells), cells };
}

function dtypeOf(kind: string, cells: readonly Cell[]): Dtype {
  if (kind === "boolean") return "boolean";
  if (kind !== "number") return "string";
  return cells.every((cell) => cell === null || Number.isSafeInteger(cell)) ? "int32" : "float32";
}
