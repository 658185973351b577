/** Columns that a host-side consumer such as `px` may read without knowing which DataFrame library holds them. */
export interface Table {
  readonly names: readonly string[];
  readonly length: number;
  /** A column's values; the caller must not change the array. Missing values are null, undefined or NaN. */
  column(name: string): readonly unknown[];
}

/** Method key: `value[TABLE]()` gives the Table view of a frame (or of a Series: one column). */
export const TABLE: unique symbol = Symbol("restrictedjs.table");

export function tableOf(value: unknown): Table | null {
  if (typeof value !== "object" || value === null || !(TABLE in value)) return null;
  const view = (value as { [TABLE]?: unknown })[TABLE];
  return typeof view === "function" ? (view.call(value) as Table) : null;
}
