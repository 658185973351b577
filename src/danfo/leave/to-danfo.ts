import { GuardError } from "../../index.js";
import { list } from "../arguments/quote.js";
import { columnsOf, type Frame, labelsOf, type Maker, originOf } from "../frame.js";
import { cellsOf, Series } from "../series.js";
import { type Cell, isMissing } from "../values/cell.js";
import type { Column } from "../values/column.js";
import { type Labels, labelList } from "../values/labels.js";
import { frameMaker, seriesMaker } from "./makers.js";

/**
 * A real danfojs DataFrame or Series with fresh arrays, made by the host's own danfojs where the data came from there.
 * Columns of Dates leave as Dates.
 * @throws GuardError `DANFO_MISSING` without danfojs, `DANFO_COLUMN_NAME` for columns that would replace members of
 * the frame, `DANFO_EXPORT` when danfojs itself refuses the data
 */
export function toDanfo(value: Frame | Series): object {
  return Series.is(value) ? seriesToDanfo(value) : frameToDanfo(value);
}

function frameToDanfo(frame: Frame): object {
  const maker = frameMaker(originOf(frame));
  const { names } = frame;
  checkNames(frame, maker);
  if (frame.length === 0 || names.length === 0) return make(maker, [], { columns: [...names] });
  const columns = [...columnsOf(frame).values()];
  const cells = columns.map(hostCells);
  const rows = Array.from({ length: frame.length }, (_, i) => cells.map((column) => column[i]));
  const dtypes = columns.map((column) => column.dtype);
  return make(maker, rows, { columns: [...names], dtypes, ...indexOption(labelsOf(frame), frame.length) });
}

function seriesToDanfo(series: Series): object {
  const { column, labels, name, origin } = Series.partsOf(series);
  const maker = seriesMaker(origin);
  if (series.length === 0) return make(maker, [], { columns: [name] });
  // danfojs tells a one-dimensional array by its first value, and cannot when that one is missing or a Date.
  const values = isMissing(column.values[0])
    ? [Number.NaN, ...cellsOf(series).slice(1)]
    : cellsOf(series).slice();
  const dtype = column.dtype === "datetime" ? "string" : column.dtype;
  return make(maker, values, { columns: [name], dtypes: [dtype], ...indexOption(labels, series.length) });
}

/** danfojs refuses repeated labels; those that came of repeated rows are given up. */
function indexOption(labels: Labels, length: number): { readonly index?: (string | number)[] } {
  if (labels === null || new Set(labels).size !== length) return {};
  return { index: labelList(labels, length) };
}

function hostCells(column: Column): readonly (Cell | Date)[] {
  if (column.dtype !== "datetime") return column.values;
  return column.values.map((value) => (typeof value === "string" ? new Date(value) : value));
}

/**
 * danfojs makes an own property of every column: one called `columns` makes it call itself for ever, one called
 * `$data` replaces its data. The names the host's own frame had may return; a guest cannot add to them.
 */
function checkNames(frame: Frame, maker: Maker): void {
  const allowed = originOf(frame)?.names;
  const prototype = maker.prototype as object;
  const bad = frame.names.filter(
    (name) => !allowed?.has(name) && (name in prototype || name.startsWith("$")),
  );
  if (bad.length === 0) return;
  throw new GuardError({
    code: "DANFO_COLUMN_NAME",
    message: `The frame cannot leave with columns that would replace members of danfojs's frame: ${list(bad)}; rename them, or return \`df.toRecords()\`.`,
    help: 'df = df.rename({ size: "group_size" })',
  });
}

function make(maker: Maker, data: unknown, options: object): object {
  try {
    return new maker(data, options);
  } catch (cause) {
    throw new GuardError({
      code: "DANFO_EXPORT",
      message: "danfojs cannot make a frame of this result; return `df.toRecords()` instead.",
      cause,
    });
  }
}
