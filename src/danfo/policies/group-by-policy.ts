import { definePolicy, type MemberContext, type Policy } from "../../index.js";
import { columnNamed, columnNames } from "../arguments/columns.js";
import { ownEntries } from "../arguments/options.js";
import { kindOf, list } from "../arguments/quote.js";
import { cell, text } from "../arguments/scalars.js";
import { GROUP_DOCS } from "../data/documentation.js";
import type { Frame } from "../frame.js";
import { GroupBy } from "../group-by.js";
import {
  type Aggregation,
  aggregate,
  aggregationsFor,
  edgeRows,
  groupOf,
  groupSizes,
} from "../verbs/aggregate.js";
import { STATISTICS } from "../verbs/statistics.js";
import { chargeRows, chargeText, getters, type Verb, verbs } from "./permits.js";

const NAMES = ["mean", "sum", "count", "min", "max", "std", "var", "median", "nunique"] as const;

const methods: readonly Verb<GroupBy>[] = [
  [
    "col",
    1,
    (groups, [columns]) =>
      new GroupBy({ ...GroupBy.partsOf(groups), chosen: columnNames(frameOf(groups), columns, "col") }),
  ],
  ["agg", 1, (groups, [wanted], context) => aggregated(groups, readAggregations(groups, wanted), context)],
  ...NAMES.map(
    (name): Verb<GroupBy> => [
      name,
      0,
      (groups, _, context) => aggregated(groups, aggregationsFor(groups, name), context),
    ],
  ),
  ["first", 0, (groups, _, context) => edge(groups, "first", context)],
  ["last", 0, (groups, _, context) => edge(groups, "last", context)],
  [
    "size",
    0,
    (groups, _, context) => {
      chargeRows(context, GroupBy.partsOf(groups).groups.first.length, 8);
      return groupSizes(groups);
    },
  ],
  ["getGroup", 1, getGroup],
];

function frameOf(groups: GroupBy): Frame {
  return GroupBy.partsOf(groups).frame;
}

function aggregated(groups: GroupBy, aggregations: readonly Aggregation[], context: MemberContext): Frame {
  const frame = frameOf(groups);
  chargeRows(context, frame.length * (1 + aggregations.length));
  for (const { column } of aggregations) chargeText(context, columnNamed(frame, column, "agg"));
  return aggregate(groups, aggregations);
}

/** `{ column: "mean" }` or `{ column: ["mean", "max"] }`. */
function readAggregations(groups: GroupBy, wanted: unknown): readonly Aggregation[] {
  return ownEntries(wanted, "agg").flatMap(([name, operations]) => {
    const [column = name] = columnNames(frameOf(groups), name, "agg");
    const names: readonly unknown[] = Array.isArray(operations)
      ? Array.from(operations as unknown[])
      : [operations];
    return names.map((operation) => ({ column, statistic: operationName(operation) }));
  });
}

function operationName(value: unknown): string {
  if (typeof value === "function")
    throw new TypeError(
      `\`agg\` takes names of statistics, not a function; use ${list([...STATISTICS.keys()])}.`,
    );
  if (typeof value !== "string")
    throw new TypeError(
      `\`agg\` takes names of statistics, not ${kindOf(value)}; use ${list([...STATISTICS.keys()])}.`,
    );
  return text(value, "agg");
}

function edge(groups: GroupBy, which: "first" | "last", context: MemberContext): Frame {
  chargeRows(context, GroupBy.partsOf(groups).groups.first.length, frameOf(groups).names.length);
  return edgeRows(groups, which);
}

function getGroup(groups: GroupBy, [keys]: readonly unknown[], context: MemberContext): Frame {
  const { keys: names } = GroupBy.partsOf(groups);
  const values: readonly unknown[] = Array.isArray(keys) ? keys : [keys];
  if (values.length !== names.length)
    throw new TypeError(
      `\`getGroup\` takes ${names.length} key values, one for each of ${list(names)}; pass them as an array.`,
    );
  chargeRows(context, frameOf(groups).length, frameOf(groups).names.length);
  const found = groupOf(
    groups,
    Array.from({ length: values.length }, (_, i) => cell(values[i], "getGroup")),
  );
  if (found === null)
    throw new TypeError(
      "`getGroup` finds no group with those keys; pass values that are in the key columns.",
    );
  return found;
}

/** No `export`: a GroupBy cannot leave; its results can. */
export const groupByPolicy: Policy = definePolicy<GroupBy>({
  name: "GroupBy",
  brand: GroupBy,
  members: {
    ...getters<GroupBy>([["ngroups", (groups) => GroupBy.partsOf(groups).groups.first.length]], GROUP_DOCS),
    ...verbs((groups) => frameOf(groups).names.length, methods, GROUP_DOCS),
  },
  doc: "Rows in groups of equal values.",
  describe: (groups) =>
    `GroupBy ${list(GroupBy.partsOf(groups).keys)} (${GroupBy.partsOf(groups).groups.first.length} groups)`,
  writeHelp: "call `agg`, `mean` or another statistic; a GroupBy cannot be written to",
});
