import type { PlainObject } from "../figure/plain.js";
import { number } from "./arguments.js";
import type { Plan } from "./px.js";

/** The grid of one figure: which subplot a facet's values go to, counted from the bottom left. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly wrapped: boolean;
  readonly facetRow: readonly unknown[];
  readonly facetCol: readonly unknown[];
  /** Row (from the bottom) and column of a group's subplot. */
  cell(values: ReadonlyMap<string, unknown>): { readonly row: number; readonly column: number };
}

export function gridOf(plan: Plan): Grid {
  const order = (option: string): readonly unknown[] =>
    plan.grouping.groupers.find((g) => g.option === option)?.order ?? [];
  const facetRow = order("facetRow");
  const facetCol = order("facetCol");
  const wrap = facetRow.length > 0 ? 0 : (number(plan.options, "facetColWrap") ?? 0);
  if (wrap < 0 || !Number.isInteger(wrap))
    throw new TypeError("`facetColWrap` must be a whole number of columns.");
  const wrapped = wrap > 0 && facetCol.length > 0;
  const columns = wrapped ? Math.min(wrap, facetCol.length) : Math.max(1, facetCol.length);
  const rows = wrapped ? Math.ceil(facetCol.length / columns) : Math.max(1, facetRow.length);
  return {
    rows,
    columns,
    wrapped,
    facetRow,
    facetCol,
    cell(values) {
      const c = Math.max(0, facetCol.indexOf(values.get("facetCol")));
      if (wrapped) return { row: rows - 1 - Math.floor(c / columns), column: c % columns };
      const r = Math.max(0, facetRow.indexOf(values.get("facetRow")));
      return { row: rows - 1 - r, column: c };
    },
  };
}

export function axisSuffix(grid: Grid, cell: { readonly row: number; readonly column: number }): string {
  const index = cell.row * grid.columns + cell.column + 1;
  return index === 1 ? "" : String(index);
}

export function domains(count: number, spacing: number): readonly (readonly [number, number])[] {
  const width = (1 - spacing * (count - 1)) / count;
  return Array.from(
    { length: count },
    (_, i) => [i * (width + spacing), i * (width + spacing) + width] as const,
  );
}

export function spacings(plan: Plan, grid: Grid): { readonly column: number; readonly row: number } {
  return {
    column: number(plan.options, "facetColSpacing") ?? 0.02,
    row: number(plan.options, "facetRowSpacing") ?? (grid.wrapped ? 0.07 : 0.03),
  };
}

export function annotation(text: string, x: number, y: number, side: "top" | "right"): PlainObject {
  const common = { font: {}, showarrow: false, text, xref: "paper", yref: "paper" };
  return side === "top"
    ? { ...common, x, y, xanchor: "center", yanchor: "bottom" }
    : { ...common, x, y, xanchor: "left", yanchor: "middle", textangle: 90 };
}
