import type { MemberContext } from "../../index.js";
import { columnName } from "../arguments/columns.js";
import { labelledPositions } from "../arguments/positions.js";
import { integer } from "../arguments/scalars.js";
import { columnsOf, type Frame, labelsOf, originOf } from "../frame.js";
import { printFrame } from "../print/print-frame.js";
import { Series } from "../series.js";
import type { Column } from "../values/column.js";
import { labelList } from "../values/labels.js";
import { recordsOf } from "../values/records.js";
import { chargeRows, type Getter, type Verb } from "./permits.js";

/** The column as a Series; for names that are known to exist. */
export function seriesOf(frame: Frame, name: string): Series {
  return new Series({
    name,
    column: columnsOf(frame).get(name) as Column,
    labels: labelsOf(frame),
    origin: originOf(frame),
  });
}

export function width(frame: Frame): number {
  return columnsOf(frame).size;
}

export const frameGetters: readonly Getter<Frame>[] = [
  ["shape", (frame) => [frame.length, width(frame)]],
  ["size", (frame) => frame.length * width(frame)],
  ["ndim", () => 2],
  ["columns", (frame) => [...frame.names]],
  ["dtypes", (frame) => [...columnsOf(frame).values()].map((column) => column.dtype)],
  [
    "index",
    (frame, context) => {
      chargeRows(context, frame.length);
      return labelList(labelsOf(frame), frame.length);
    },
  ],
  [
    "values",
    (frame, context) => {
      chargeRows(context, frame.length, width(frame));
      const columns = [...columnsOf(frame).values()];
      return Array.from({ length: frame.length }, (_, i) => columns.map((column) => column.values[i]));
    },
  ],
];

export const frameReaders: readonly Verb<Frame>[] = [
  ["column", 1, (frame, [name]) => seriesOf(frame, columnName(frame, name, "column"))],
  ["toRecords", 0, (frame, _, context) => records(frame, context)],
  // What JSON.stringify calls, so that a guest's own JSON text of a frame is its rows.
  ["toJSON", 1, (frame, _, context) => records(frame, context)],
  ["toString", 0, (frame) => printFrame(frame)],
  ["copy", 0, (frame) => frame],
  ["iat", 2, iat],
  ["at", 2, at],
];

function records(frame: Frame, context: MemberContext): unknown {
  chargeRows(context, frame.length, width(frame));
  return recordsOf(frame);
}

/** Positions only: danfojs would look anything up, prototype members included. */
function iat(frame: Frame, [row, column]: readonly unknown[]): unknown {
  const position = integer(row, { method: "iat", min: 0, max: frame.length - 1 });
  const columns = [...columnsOf(frame).values()];
  return columns[integer(column, { method: "iat", min: 0, max: columns.length - 1 })]?.values[position];
}

function at(frame: Frame, [label, column]: readonly unknown[], context: MemberContext): unknown {
  const name = columnName(frame, column, "at");
  chargeRows(context, frame.length);
  const [position = 0] = Array.from(
    labelledPositions([label], { labels: labelsOf(frame), length: frame.length }, "at"),
  );
  return columnsOf(frame).get(name)?.values[position];
}
