import type { MemberContext } from "../../index.js";
import { columnNamed, columnNames, newColumnName } from "../arguments/columns.js";
import { isPlainObject, ownEntries, readOptions } from "../arguments/options.js";
import { labelledPositions } from "../arguments/positions.js";
import { kindOf, quote } from "../arguments/quote.js";
import { callback, cell } from "../arguments/scalars.js";
import { columnValues, toColumn } from "../arguments/values.js";
import { columnsOf, type Frame, labelsOf, withColumns } from "../frame.js";
import { type Cell, isMissing } from "../values/cell.js";
import { type Column, makeColumn } from "../values/column.js";
import { recordMaker } from "../values/records.js";
import { missingMask } from "../verbs/summary.js";
import { selected, taken } from "./frame-rows.js";
import { width } from "./frame-state.js";
import { chargeRows, type Verb } from "./permits.js";

export const frameColumns: readonly Verb<Frame>[] = [
  ["select", 1, (frame, [columns]) => selected(frame, columnNames(frame, columns, "select"))],
  ["addColumn", 2, addColumn],
  ["assign", 1, assign],
  ["drop", 1, drop],
  ["rename", 2, rename],
  ["fillNa", 2, fillNa],
  ["isNa", 0, isNa],
];

function addColumn(frame: Frame, [name, values]: readonly unknown[], context: MemberContext): Frame {
  const column = newColumnName(name, "addColumn");
  if (typeof values === "function")
    throw new TypeError("`addColumn` takes values, not a function; use `assign({ name: (row) => … })`.");
  chargeRows(context, frame.length);
  return withColumns(
    frame,
    new Map(columnsOf(frame)).set(column, columnValues(values, frame.length, "addColumn")),
  );
}

/** Every function sees the rows of the frame that `assign` was called on, not the columns made beside it. */
function assign(frame: Frame, [columns]: readonly unknown[], context: MemberContext): Frame {
  const made = new Map(columnsOf(frame));
  for (const [name, values] of ownEntries(columns, "assign")) {
    const column = newColumnName(name, "assign");
    chargeRows(context, frame.length, typeof values === "function" ? width(frame) : 1);
    made.set(
      column,
      typeof values === "function" ? computed(frame, values) : columnValues(values, frame.length, "assign"),
    );
  }
  return withColumns(frame, made);
}

function computed(frame: Frame, f: unknown): Column {
  const compute = callback(f, "assign");
  const record = recordMaker(frame);
  const values: unknown[] = [];
  for (let i = 0; i < frame.length; i++) values.push(compute(record(i), i));
  return toColumn(values, "assign");
}

function drop(frame: Frame, [options]: readonly unknown[], context: MemberContext): Frame {
  const given = readOptions(options, ["columns", "index"], "drop");
  if (given.size !== 1)
    throw new TypeError('`drop` takes either `columns` or `index`; write `drop({ columns: ["name"] })`.');
  if (given.has("columns")) {
    const dropped = new Set(columnNames(frame, given.get("columns"), "drop"));
    return selected(
      frame,
      frame.names.filter((name) => !dropped.has(name)),
    );
  }
  context.charge(frame.length);
  const dropped = new Set(
    Array.from(
      labelledPositions(given.get("index"), { labels: labelsOf(frame), length: frame.length }, "drop"),
    ),
  );
  return taken(
    frame,
    Array.from({ length: frame.length }, (_, i) => i).filter((i) => !dropped.has(i)),
    context,
  );
}

function rename(frame: Frame, [mapper, options]: readonly unknown[]): Frame {
  if (readOptions(options, ["axis"], "rename").get("axis") === 0)
    throw new TypeError("`rename` renames columns, not rows; leave `axis` out.");
  const renamed = new Map<string, string>();
  for (const [from, to] of ownEntries(mapper, "rename")) {
    columnNamed(frame, from, "rename");
    renamed.set(from, newColumnName(to, "rename"));
  }
  const columns = new Map<string, Column>();
  for (const [name, column] of columnsOf(frame)) {
    const next = renamed.get(name) ?? name;
    if (columns.has(next))
      throw new TypeError(`\`rename\` would make two columns called ${quote(next)}; choose another name.`);
    columns.set(next, column);
  }
  return withColumns(frame, columns);
}

/** One value for all gaps, or an array with one for each of `columns`. */
function fillNa(frame: Frame, [value, options]: readonly unknown[], context: MemberContext): Frame {
  const given = readOptions(options, ["columns"], "fillNa").get("columns");
  if (isPlainObject(value))
    throw new TypeError(
      `\`fillNa\` takes a value, not ${kindOf(value)}; write \`fillNa([0, "none"], { columns: ["a", "b"] })\`.`,
    );
  const names = given === undefined ? frame.names : columnNames(frame, given, "fillNa");
  if (Array.isArray(value) && (given === undefined || value.length !== names.length))
    throw new TypeError(
      '`fillNa` takes an array of values only with as many `columns`; name them: `{ columns: ["a", "b"] }`.',
    );
  chargeRows(context, frame.length, names.length * 8);
  const columns = new Map(columnsOf(frame));
  names.forEach((name, i) => {
    const filler = cell(Array.isArray(value) ? value[i] : value, "fillNa");
    columns.set(name, filled(columns.get(name) as Column, filler));
  });
  return withColumns(frame, columns);
}

export function filled(column: Column, filler: Cell): Column {
  // A column without gaps is shared, and keeps its dtype.
  return column.values.some(isMissing)
    ? makeColumn(column.values.map((value) => (isMissing(value) ? filler : value)))
    : column;
}

function isNa(frame: Frame, _: readonly unknown[], context: MemberContext): Frame {
  chargeRows(context, frame.length, width(frame) * 8);
  return withColumns(
    frame,
    new Map(
      [...columnsOf(frame)].map(([name, column]) => [name, makeColumn(missingMask(column), "boolean")]),
    ),
  );
}
