import { columnsOf, Frame, originOf } from "../frame.js";
import { GroupBy } from "../group-by.js";
import { type Cell, isMissing } from "../values/cell.js";
import { type Column, isNumeric, makeColumn, takeCells } from "../values/column.js";
import { takeRows } from "./rows.js";
import { statistic } from "./statistics.js";

export interface Aggregation {
  readonly column: string;
  readonly statistic: string;
}

/** The key columns, then one column `<column>_<statistic>` for each aggregation, as danfojs names them. */
export function aggregate(groups: GroupBy, aggregations: readonly Aggregation[]): Frame {
  const { frame } = GroupBy.partsOf(groups);
  const columns = keyColumns(groups);
  const buckets = new Map<string, readonly (readonly Cell[])[]>();
  for (const { column: name, statistic: op } of aggregations) {
    const column = columnsOf(frame).get(name) as Column;
    const found = statistic(op);
    if (found.numeric && !isNumeric(column))
      throw new TypeError(
        `The column \`${name}\` holds text, which has no \`${op}\`; use \`count\`, \`min\`, \`max\`, \`first\`, \`last\` or \`nunique\`.`,
      );
    const cells = buckets.get(name) ?? bucketed(groups, column.values);
    buckets.set(name, cells);
    addResult(columns, `${name}_${op}`, makeColumn(cells.map(found.of)));
  }
  return grouped(groups, columns);
}

/** The first or the last row of each group, whole: keys first, then the other columns under their own names. */
export function edgeRows(groups: GroupBy, edge: "first" | "last"): Frame {
  const { frame, groups: rows } = GroupBy.partsOf(groups);
  const columns = keyColumns(groups);
  for (const name of aggregated(groups))
    columns.set(name, takeCells(columnsOf(frame).get(name) as Column, rows[edge]));
  return grouped(groups, columns);
}

/** Named so that danfojs's own member `size` is not replaced when the frame leaves. */
export const SIZE_COLUMN = "group_size";

export function groupSizes(groups: GroupBy): Frame {
  const columns = keyColumns(groups);
  addResult(columns, SIZE_COLUMN, makeColumn(GroupBy.partsOf(groups).groups.sizes, "int32"));
  return grouped(groups, columns);
}

/** The rows whose keys are `keys`, or null when there is no such group. */
export function groupOf(groups: GroupBy, keys: readonly Cell[]): Frame | null {
  const { frame, keys: names, groups: rows } = GroupBy.partsOf(groups);
  const columns = names.map((name) => columnsOf(frame).get(name) as Column);
  const id = rows.first.findIndex((row) => columns.every((column, i) => column.values[row] === keys[i]));
  if (id < 0) return null;
  const positions: number[] = [];
  rows.ids.forEach((each, i) => {
    if (each === id) positions.push(i);
  });
  return takeRows(frame, positions);
}

/** The columns named by `col`, or all that are no key. */
export function aggregated(groups: GroupBy): readonly string[] {
  const { frame, keys, chosen } = GroupBy.partsOf(groups);
  const keyed = new Set(keys);
  return chosen ?? frame.names.filter((name) => !keyed.has(name));
}

/** What a statistic applies to when it is asked for without naming columns. */
export function aggregationsFor(groups: GroupBy, op: string): readonly Aggregation[] {
  const { frame, chosen } = GroupBy.partsOf(groups);
  const all = aggregated(groups);
  const needsNumbers = chosen === null && statistic(op).numeric;
  const names = needsNumbers ? all.filter((name) => isNumeric(columnsOf(frame).get(name) as Column)) : all;
  return names.map((column) => ({ column, statistic: op }));
}

function keyColumns(groups: GroupBy): Map<string, Column> {
  const { frame, keys, groups: rows } = GroupBy.partsOf(groups);
  return new Map(keys.map((key) => [key, takeCells(columnsOf(frame).get(key) as Column, rows.first)]));
}

function addResult(columns: Map<string, Column>, name: string, column: Column): void {
  if (columns.has(name))
    throw new TypeError(
      `Two columns of the result would be called \`${name}\`; rename one of the columns first.`,
    );
  columns.set(name, column);
}

function grouped(groups: GroupBy, columns: Map<string, Column>): Frame {
  const { frame, groups: rows } = GroupBy.partsOf(groups);
  return new Frame({ columns, length: rows.first.length, labels: null, origin: originOf(frame) });
}

/** The cells of each group, missing ones left out. */
function bucketed(groups: GroupBy, values: readonly Cell[]): Cell[][] {
  const { ids, first } = GroupBy.partsOf(groups).groups;
  const buckets: Cell[][] = first.map(() => []);
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number;
    if (id >= 0 && !isMissing(values[i])) buckets[id]?.push(values[i]);
  }
  return buckets;
}
