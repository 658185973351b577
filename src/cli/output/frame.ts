/** The parts of a danfojs frame or series that are shown, read from its own fields: a column may hide a method. */
export interface FrameView {
  readonly series: boolean;
  readonly columns: readonly string[];
  readonly dtypes: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

export function frameView(value: unknown): FrameView | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const series = own(value, "$isSeries");
  const data = own(value, "$data");
  const columns = own(value, "$columns");
  if (typeof series !== "boolean" || !Array.isArray(data) || !Array.isArray(columns)) return undefined;
  const dtypes = own(value, "$dtypes");
  return {
    series,
    columns: columns.map(String),
    dtypes: Array.isArray(dtypes) ? dtypes.map(String) : [],
    rows: data.map((row: unknown) => (Array.isArray(row) ? row : [row])),
  };
}

export function frameRecords(view: FrameView): readonly unknown[] {
  if (view.series) return view.rows.map((row) => row[0]);
  return view.rows.map((row) => Object.fromEntries(view.columns.map((name, i) => [name, row[i]])));
}

const SHOWN_ROWS = 10;

/** Size and first rows, in aligned columns. */
export function describeFrame(view: FrameView): string {
  const head = [view.columns, ...view.rows.slice(0, SHOWN_ROWS).map((row) => row.map(cell))];
  const widths = view.columns.map((_, i) => Math.max(...head.map((row) => row[i]?.length ?? 0)));
  const lines = head.map((row) =>
    row
      .map((text, i) => text.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const more = view.rows.length - SHOWN_ROWS;
  const size = view.series
    ? `Series: ${view.rows.length} values`
    : `DataFrame: ${view.rows.length} rows, ${view.columns.length} columns`;
  return [size, ...lines, ...(more > 0 ? [`… ${more} more`] : [])].join("\n");
}

function cell(value: unknown): string {
  const text = value === null || value === undefined ? "" : String(value);
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}

function own(value: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
