import { GuardError } from "../../index.js";
import { Frame } from "../frame.js";
import type { Column } from "../values/column.js";
import { captureColumn, captureLabels, captureNames } from "./capture-cells.js";
import { elements, ownValue } from "./own.js";
import { classOf, isDanfoFrame } from "./recognize.js";

/**
 * A danfojs DataFrame as it is now, for a guest. The rows (`$data`) are the truth: danfojs keeps a second copy by
 * column, and `asType`, `fillNa` and the column setters change the rows alone. Nothing of the host's is kept.
 * @throws GuardError `DANFO_FRAME` when it is no danfojs DataFrame, `DANFO_CELL` for a cell that is an object,
 * `DANFO_COLUMN_NAME` for a column whose name is no string.
 */
export function captureFrame(df: object): Frame {
  if (typeof df !== "object" || df === null || !isDanfoFrame(df)) {
    throw new GuardError({
      code: "DANFO_FRAME",
      message: "`captureFrame` takes a danfojs DataFrame; pass `new DataFrame(rows)`.",
    });
  }
  const rows = elements(ownValue(df, "$data")) ?? [];
  const names = captureNames(ownValue(df, "$columns"), widthOf(df, rows));
  const columns = new Map<string, Column>();
  const cells = transpose(rows, names.length);
  names.forEach((name, c) => {
    columns.set(name, captureColumn(name, cells[c] as readonly unknown[]));
  });
  const maker = classOf(df);
  const origin = maker === null ? null : { DataFrame: maker, names: new Set(names) };
  return new Frame({
    columns,
    length: rows.length,
    labels: captureLabels(ownValue(df, "$index"), rows.length),
    origin,
  });
}

/** As many columns as have names; rows that are longer or shorter than the first are danfojs's own mistake. */
function widthOf(df: object, rows: readonly unknown[]): number {
  const named = elements(ownValue(df, "$columns"))?.length ?? 0;
  const first: unknown = rows[0];
  return Array.isArray(first) ? Math.max(named, first.length) : named;
}

function transpose(rows: readonly unknown[], width: number): unknown[][] {
  const columns: unknown[][] = Array.from({ length: width }, () => new Array(rows.length));
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (!Array.isArray(row))
      throw new GuardError({
        code: "DANFO_FRAME",
        message: `Row ${i} of the frame is not an array; make the frame again with \`new DataFrame(rows)\`.`,
      });
    for (let c = 0; c < width; c++) (columns[c] as unknown[])[i] = row[c];
  }
  return columns;
}
