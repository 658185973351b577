import { isPlain } from "../figure/figure.js";
import type { Options } from "./arguments.js";

/** What `hoverData` asks for: columns to add, with a number format, and attributes to leave out. */
export interface HoverData {
  readonly columns: readonly string[];
  readonly formats: ReadonlyMap<string, string>;
  readonly hidden: ReadonlySet<string>;
}

export function hoverDataOf(options: Options): HoverData {
  const given = options.get("hoverData");
  const columns: string[] = [];
  const formats = new Map<string, string>();
  const hidden = new Set<string>();
  if (typeof given === "string") columns.push(given);
  else if (Array.isArray(given)) {
    for (const name of given) {
      if (typeof name !== "string") throw new TypeError("`hoverData` must be an array of column names.");
      columns.push(name);
    }
  } else if (isPlain(given)) {
    for (const [name, wish] of Object.entries(given)) {
      if (wish === false) hidden.add(name);
      else if (wish === true) columns.push(name);
      else if (typeof wish === "string") {
        columns.push(name);
        formats.set(name, wish);
      } else throw new TypeError(`\`hoverData.${name}\` must be true, false or a format such as ":.2f".`);
    }
  } else if (given !== undefined)
    throw new TypeError("`hoverData` must be an array of column names or an object.");
  return { columns, formats, hidden };
}
