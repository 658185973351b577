import { isPlain } from "../figure/figure.js";
import type { Options } from "./arguments.js";
import type { Inputs } from "./columns.js";
import type { FunctionSpec } from "./functions.js";

/** One option that splits the rows, with its values in the order in which they are shown. */
export interface Grouper {
  readonly option: string;
  readonly column: string;
  readonly order: readonly unknown[];
}

export interface Group {
  /** The value of each grouper. */
  readonly values: ReadonlyMap<string, unknown>;
  readonly rows: readonly number[];
}

export interface Grouping {
  readonly groupers: readonly Grouper[];
  readonly groups: readonly Group[];
}

export function isMissing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "number" && Number.isNaN(value));
}

/** Rows by the groupers' values: category orders first, then first appearance; rows with a missing value are left out. */
export function groupRows(
  spec: FunctionSpec,
  inputs: Inputs,
  options: Options,
  continuous: boolean,
): Grouping {
  const groupers = spec.groups.flatMap((option): Grouper[] => {
    const column = option === "" || (option === "color" && continuous) ? undefined : inputs.nameOf(option);
    return column === undefined
      ? []
      : [{ option, column, order: orderOf(inputs.column(column), column, options) }];
  });
  const rows = new Map<string, { values: Map<string, unknown>; rows: number[]; rank: number[] }>();
  for (let row = 0; row < inputs.length; row++) {
    const values = new Map(groupers.map((g) => [g.option, inputs.column(g.column)[row]] as const));
    if ([...values.values()].some(isMissing)) continue;
    const rank = groupers.map((g) => g.order.indexOf(values.get(g.option)));
    const key = rank.join(",");
    const known = rows.get(key);
    if (known === undefined) rows.set(key, { values, rows: [row], rank });
    else known.rows.push(row);
  }
  const groups = [...rows.values()].sort((a, b) => {
    for (const [i, rank] of a.rank.entries()) if (rank !== b.rank[i]) return rank - (b.rank[i] ?? 0);
    return 0;
  });
  if (groups.length === 0) return { groupers, groups: [{ values: new Map(), rows: [] }] };
  return { groupers, groups };
}

function orderOf(cells: readonly unknown[], column: string, options: Options): readonly unknown[] {
  const seen = new Set<unknown>(categoryOrder(options, column));
  for (const cell of cells) if (!isMissing(cell)) seen.add(cell);
  return [...seen];
}

export function categoryOrder(options: Options, column: string): readonly unknown[] {
  const orders = options.get("categoryOrders");
  if (orders === undefined) return [];
  if (!isPlain(orders))
    throw new TypeError("`categoryOrders` must be an object of arrays: { column: [value, …] }.");
  const order = Object.hasOwn(orders, column) ? orders[column] : undefined;
  if (order === undefined) return [];
  if (!Array.isArray(order)) throw new TypeError(`\`categoryOrders.${column}\` must be an array of values.`);
  return order;
}
