import type { MemberContext } from "../../index.js";
import { readOptions } from "../arguments/options.js";
import type { Frame } from "../frame.js";
import type { Series } from "../series.js";
import { describeFrame, summarizeColumns, summarizeRows } from "../verbs/summary.js";
import { width } from "./frame-state.js";
import type { Verb } from "./permits.js";

/** Seven statistics, one of which sorts. */
const DESCRIBE_PASSES = 4;

const NAMES = ["mean", "sum", "min", "max", "std", "var", "count", "median"] as const;

export const frameStatistics: readonly Verb<Frame>[] = [
  ...NAMES.map(
    (name): Verb<Frame> => [name, 1, (frame, [options], context) => summary(frame, name, options, context)],
  ),
  [
    "describe",
    0,
    (frame, _, context) => {
      context.charge(frame.length * width(frame) * DESCRIBE_PASSES);
      return describeFrame(frame);
    },
  ],
];

/** By column unless `axis` is 1. danfojs's default is by row, which no other DataFrame library has. */
function summary(frame: Frame, name: string, options: unknown, context: MemberContext): Series {
  const axis = readOptions(options, ["axis"], name).get("axis") ?? 0;
  if (axis !== 0 && axis !== 1)
    throw new TypeError(`\`${name}\` takes 0 or 1 as \`axis\`; pass 0 for columns, 1 for rows.`);
  context.charge(frame.length * width(frame));
  return axis === 0 ? summarizeColumns(frame, name) : summarizeRows(frame, name);
}
