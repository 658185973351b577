import { getOwnPropertyDescriptor, isArray, keys, NativeString } from "../intrinsics/primordials.js";
import { type InspectOptions, inspect } from "./inspect.js";

const MAX_ROWS = 100;
const MAX_COLUMNS = 30;
const INDEX = "(index)";
const VALUES = "Values";

/** Rows of an array or object as aligned columns; null for what has no rows. Own data properties only. */
export function table(data: unknown, options: InspectOptions = {}): string | null {
  if (typeof data !== "object" || data === null || (options.describeFacet?.(data) ?? null) !== null)
    return null;
  const names = keys(data);
  const columns: string[] = [INDEX];
  const rows: Record<string, string>[] = [];
  for (let i = 0; i < names.length && i < MAX_ROWS; i++) {
    const name = names[i] as string;
    const value = getOwnPropertyDescriptor(data, name)?.value as unknown;
    const cells: Record<string, string> = { [INDEX]: name };
    if (typeof value === "object" && value !== null) cellsOf(value, cells, columns, options);
    else {
      cells[VALUES] = inspect(value, options);
      addColumn(columns, VALUES);
    }
    rows[i] = cells;
  }
  return draw(columns, rows);
}

function cellsOf(
  value: object,
  cells: Record<string, string>,
  columns: string[],
  options: InspectOptions,
): void {
  const names = keys(value);
  for (let i = 0; i < names.length && i < MAX_COLUMNS; i++) {
    const name = names[i] as string;
    const d = getOwnPropertyDescriptor(value, name);
    cells[name] =
      d !== undefined && "value" in d
        ? inspect(d.value, { ...options, depth: isArray(d.value) ? 0 : -1 })
        : "[Getter]";
    addColumn(columns, name);
  }
}

function addColumn(columns: string[], name: string): void {
  for (let i = 0; i < columns.length; i++) if (columns[i] === name) return;
  if (columns.length <= MAX_COLUMNS) columns[columns.length] = name;
}

function draw(columns: readonly string[], rows: readonly Record<string, string>[]): string {
  const cell = (row: Record<string, string>, name: string): string =>
    (getOwnPropertyDescriptor(row, name)?.value as string | undefined) ?? "";
  const widths: number[] = [];
  for (let c = 0; c < columns.length; c++) {
    let width = (columns[c] as string).length;
    for (let r = 0; r < rows.length; r++) {
      const length = cell(rows[r] as Record<string, string>, columns[c] as string).length;
      if (length > width) width = length;
    }
    widths[c] = width;
  }
  const line = (text: (c: number) => string, left: string, middle: string, right: string): string => {
    let out = left;
    for (let c = 0; c < columns.length; c++) out += (c > 0 ? middle : "") + text(c);
    return out + right;
  };
  const rule = (c: number): string => fill("─", (widths[c] as number) + 2);
  const padded = (text: string, c: number): string =>
    ` ${text}${fill(" ", (widths[c] as number) - text.length)} `;
  let out = `${line(rule, "┌", "┬", "┐")}\n${line((c) => padded(NativeString(columns[c]), c), "│", "│", "│")}\n${line(rule, "├", "┼", "┤")}`;
  for (let r = 0; r < rows.length; r++)
    out += `\n${line((c) => padded(cell(rows[r] as Record<string, string>, columns[c] as string), c), "│", "│", "│")}`;
  return `${out}\n${line(rule, "└", "┴", "┘")}`;
}

function fill(text: string, times: number): string {
  let out = "";
  for (let i = 0; i < times; i++) out += text;
  return out;
}
