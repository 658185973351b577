import type { MemberContext } from "../../index.js";
import { columnNamed, columnNames } from "../arguments/columns.js";
import { readOptions } from "../arguments/options.js";
import { labelledPositions, rowPositions } from "../arguments/positions.js";
import { kindOf } from "../arguments/quote.js";
import { callback, flag, rowCount } from "../arguments/scalars.js";
import { mask } from "../arguments/values.js";
import { columnsOf, Frame, labelsOf, withColumns } from "../frame.js";
import { type GroupBy, groupBy } from "../group-by.js";
import { isMissing } from "../values/cell.js";
import type { Column } from "../values/column.js";
import { recordMaker } from "../values/records.js";
import { positionsOf, sortedPositions, span, takeRows } from "../verbs/rows.js";
import { width } from "./frame-state.js";
import { chargeRows, chargeSort, chargeText, type Verb } from "./permits.js";

export const frameRows: readonly Verb<Frame>[] = [
  ["head", 1, (frame, [n], context) => taken(frame, span(0, rowCount(n, "head", frame.length)), context)],
  [
    "tail",
    1,
    (frame, [n], context) =>
      taken(frame, span(frame.length - rowCount(n, "tail", frame.length), frame.length), context),
  ],
  ["query", 1, (frame, [condition], context) => masked(frame, condition, "query", context)],
  ["filter", 1, filter],
  ["loc", 1, loc],
  ["iloc", 1, iloc],
  ["sortValues", 2, sortValues],
  ["dropNa", 1, dropNa],
  ["resetIndex", 0, (frame) => new Frame({ ...Frame.partsOf(frame), labels: null })],
  ["groupby", 1, group],
];

export function taken(frame: Frame, positions: ArrayLike<number>, context: MemberContext): Frame {
  chargeRows(context, positions.length, width(frame));
  return takeRows(frame, positions);
}

function masked(frame: Frame, condition: unknown, method: string, context: MemberContext): Frame {
  context.charge(frame.length);
  return taken(frame, positionsOf(mask(condition, frame.length, method)), context);
}

function filter(frame: Frame, [condition]: readonly unknown[], context: MemberContext): Frame {
  if (typeof condition !== "function") return masked(frame, condition, "filter", context);
  const keep = callback(condition, "filter");
  const record = recordMaker(frame);
  chargeRows(context, frame.length, width(frame));
  const kept: number[] = [];
  for (let i = 0; i < frame.length; i++) {
    const answer = keep(record(i), i);
    if (typeof answer !== "boolean")
      throw new TypeError(
        `\`filter\` needs its function to answer true or false, not ${kindOf(answer)}; return a comparison.`,
      );
    if (answer) kept.push(i);
  }
  return taken(frame, kept, context);
}

function loc(frame: Frame, [options]: readonly unknown[], context: MemberContext): Frame {
  const given = readOptions(options, ["rows", "columns"], "loc");
  const chosen = given.has("columns")
    ? selected(frame, columnNames(frame, given.get("columns"), "loc"))
    : frame;
  if (!given.has("rows")) return chosen;
  context.charge(frame.length);
  return taken(
    chosen,
    labelledPositions(given.get("rows"), { labels: labelsOf(frame), length: frame.length }, "loc"),
    context,
  );
}

function iloc(frame: Frame, [options]: readonly unknown[], context: MemberContext): Frame {
  const given = readOptions(options, ["rows", "columns"], "iloc");
  const asked = { method: "iloc", charge: context.charge.bind(context) };
  const names = frame.names;
  const columns = given.has("columns")
    ? Array.from(rowPositions(given.get("columns"), names.length, asked), (i) => names[i])
    : null;
  const chosen = columns === null ? frame : selected(frame, columnNames(frame, columns, "iloc"));
  if (!given.has("rows")) return chosen;
  context.charge(frame.length);
  return taken(chosen, rowPositions(given.get("rows"), frame.length, asked), context);
}

/** Shares the columns: nothing is copied. */
export function selected(frame: Frame, names: readonly string[]): Frame {
  return withColumns(frame, new Map(names.map((name) => [name, columnsOf(frame).get(name) as Column])));
}

function sortValues(frame: Frame, [by, options]: readonly unknown[], context: MemberContext): Frame {
  const names = columnNames(frame, by, "sortValues");
  if (names.length === 0) throw new TypeError("`sortValues` takes at least one column; name one.");
  const ascending = directions(
    readOptions(options, ["ascending"], "sortValues").get("ascending"),
    names.length,
  );
  const columns = names.map((name) => columnNamed(frame, name, "sortValues"));
  chargeSort(context, frame.length, columns);
  const keys = columns.map((column, i) => ({ column, ascending: ascending[i] === true }));
  return taken(frame, sortedPositions(keys, frame.length), context);
}

/** One direction for all keys, or one for each. */
function directions(value: unknown, keys: number): readonly boolean[] {
  if (!Array.isArray(value))
    return new Array(keys).fill(value === undefined ? true : flag(value, "sortValues"));
  if (value.length !== keys)
    throw new TypeError(
      `\`sortValues\` takes ${keys} directions, one a column, not ${value.length}; pass as many as there are columns.`,
    );
  return Array.from({ length: keys }, (_, i) => flag(value[i], "sortValues"));
}

/** `axis` as in danfojs: 1 (the default) leaves out rows with gaps, 0 columns. */
function dropNa(frame: Frame, [options]: readonly unknown[], context: MemberContext): Frame {
  const given = readOptions(options, ["axis", "columns"], "dropNa");
  const axis = given.get("axis") ?? 1;
  if (axis !== 0 && axis !== 1)
    throw new TypeError("`dropNa` takes 0 or 1 as `axis`; pass 1 to leave out rows, 0 to leave out columns.");
  const names = given.has("columns") ? columnNames(frame, given.get("columns"), "dropNa") : frame.names;
  chargeRows(context, frame.length, names.length);
  const columns = names.map((name) => columnNamed(frame, name, "dropNa").values);
  if (axis === 0) {
    const gaps = new Set(names.filter((_, c) => columns[c]?.some(isMissing)));
    return selected(
      frame,
      frame.names.filter((name) => !gaps.has(name)),
    );
  }
  const whole = Array.from({ length: frame.length }, (_, i) =>
    columns.every((values) => !isMissing(values[i])),
  );
  return taken(frame, positionsOf(whole), context);
}

function group(frame: Frame, [keys]: readonly unknown[], context: MemberContext): GroupBy {
  const names = columnNames(frame, keys, "groupby");
  if (names.length === 0) throw new TypeError("`groupby` takes at least one column; name one.");
  chargeRows(context, frame.length * names.length);
  for (const name of names) chargeText(context, columnNamed(frame, name, "groupby"));
  return groupBy(frame, names);
}
