import { definePolicy, type MemberContext, type Policy } from "../../index.js";
import { text } from "../arguments/scalars.js";
import { TEXT_DOCS } from "../data/documentation.js";
import { cellsOf, type Series, withValues } from "../series.js";
import { Strings } from "../strings.js";
import { type Cell, isMissing } from "../values/cell.js";
import type { Dtype } from "../values/column.js";
import { chargeRows, type Verb, verbs } from "./permits.js";

/** What becomes of one text; the arguments are checked strings. */
interface TextVerb {
  readonly arguments: number;
  readonly dtype?: Dtype;
  /** In place of a missing value. */
  readonly gap: Cell;
  readonly of: (value: string, a: string, b: string) => Cell;
}

const VERBS: ReadonlyMap<string, TextVerb> = new Map<string, TextVerb>([
  ["toLowerCase", { arguments: 0, gap: Number.NaN, of: (value) => value.toLowerCase() }],
  ["toUpperCase", { arguments: 0, gap: Number.NaN, of: (value) => value.toUpperCase() }],
  ["trim", { arguments: 0, gap: Number.NaN, of: (value) => value.trim() }],
  ["len", { arguments: 0, gap: Number.NaN, of: (value) => value.length }],
  // False, not NaN, so that the result is always a mask.
  ["includes", { arguments: 1, dtype: "boolean", gap: false, of: (value, part) => value.includes(part) }],
  ["startsWith", { arguments: 1, dtype: "boolean", gap: false, of: (value, part) => value.startsWith(part) }],
  ["endsWith", { arguments: 1, dtype: "boolean", gap: false, of: (value, part) => value.endsWith(part) }],
  // Strings only, the first match only, and no `$&` patterns: the replacement comes from a function.
  ["replace", { arguments: 2, gap: Number.NaN, of: (value, part, by) => value.replace(part, () => by) }],
]);

const methods: readonly Verb<Strings>[] = [...VERBS].map(([name, verb]) => [
  name,
  verb.arguments,
  (strings, args, context) => {
    const [a = "", b = ""] = Array.from({ length: verb.arguments }, (_, i) => text(args[i], name));
    return applied(Strings.seriesOf(strings), verb, [a, b], context);
  },
]);

function applied(
  series: Series,
  verb: TextVerb,
  [a, b]: readonly [string, string],
  context: MemberContext,
): Series {
  chargeRows(context, series.length, 8);
  const values = cellsOf(series).map((value) => {
    if (isMissing(value)) return verb.gap;
    const given = String(value);
    // Long texts are work, and a long replacement is memory; short ones are free.
    if (given.length + b.length > 64) context.charge((given.length + b.length) >> 5);
    return verb.of(given, a, b);
  });
  return withValues(series, values, verb.dtype);
}

export const stringsPolicy: Policy = definePolicy<Strings>({
  name: "Str",
  brand: Strings,
  members: verbs(() => 1, methods, TEXT_DOCS),
  doc: "A Series seen as text.",
  describe: (strings) => `Str of ${Strings.seriesOf(strings).length} values`,
  writeHelp: "a Series' `str` has methods only; assign their result",
});
