import { type Cell, type Column, checkNames, dataError, typedColumn } from "./table.js";

/** An array of records, or an object of arrays. */
export function readJson(text: string, file: string): readonly Column[] {
  const parsed = parse(text, file);
  const columns = Array.isArray(parsed) ? fromRecords(parsed, file) : fromArrays(parsed, file);
  if (columns.size === 0) throw dataError(file, undefined, "there are no columns");
  checkNames(file, [...columns.keys()], undefined);
  return [...columns].map(([name, cells]) => typedColumn(file, name, cells, 1));
}

function parse(text: string, file: string): unknown {
  if (text.trim() === "") throw dataError(file, undefined, "the file is empty");
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw dataError(
      file,
      undefined,
      `this is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function fromRecords(records: readonly unknown[], file: string): ReadonlyMap<string, readonly Cell[]> {
  if (records.length === 0) throw dataError(file, undefined, "there are no rows");
  const columns = new Map<string, Cell[]>();
  records.forEach((record, row) => {
    if (!isRecord(record)) throw dataError(file, row + 1, "this is not a record (an object)");
    for (const [name, value] of Object.entries(record)) {
      const column = columns.get(name) ?? new Array<Cell>(records.length).fill(null);
      column[row] = cellOf(value, name, file, row + 1);
      columns.set(name, column);
    }
  });
  return columns;
}

function fromArrays(object: unknown, file: string): ReadonlyMap<string, readonly Cell[]> {
  if (!isRecord(object))
    throw dataError(file, undefined, "the file must hold an array of records or an object of arrays");
  const columns = new Map<string, readonly Cell[]>();
  let length: number | undefined;
  for (const [name, values] of Object.entries(object)) {
    if (!Array.isArray(values)) throw dataError(file, undefined, `column \`${name}\` is not an array`);
    length ??= values.length;
    if (values.length !== length) {
      throw dataError(
        file,
        undefined,
        `column \`${name}\` has ${values.length} values, the first has ${length}`,
      );
    }
    columns.set(
      name,
      values.map((value, row) => cellOf(value, name, file, row + 1)),
    );
  }
  if (length === 0) throw dataError(file, undefined, "there are no rows");
  return columns;
}

function cellOf(value: unknown, name: string, file: string, row: number): Cell {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  throw dataError(
    file,
    row,
    `column \`${name}\` holds ${Array.isArray(value) ? "an array" : "an object"}, not a single value`,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
