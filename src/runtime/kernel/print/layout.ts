import { arrayJoin, stringIncludes } from "../intrinsics/primordials.js";

const WIDTH = 76;

/** Entries on one line where they fit, as Node lays them out; else one a line, or filled lines for a long list. */
export function layout(
  prefix: string,
  open: string,
  close: string,
  entries: readonly string[],
  indent: number,
  shallow: boolean,
  fill: boolean,
): string {
  const head = prefix === "" ? open : `${prefix} ${open}`;
  if (entries.length === 0) return `${head}${close}`;
  let total = head.length + entries.length * 2;
  let broken = false;
  for (let i = 0; i < entries.length; i++) {
    total += (entries[i] as string).length;
    broken ||= stringIncludes(entries[i] as string, "\n");
  }
  if (shallow && !broken && total + indent + 10 <= WIDTH + 4 && !(fill && entries.length > 26))
    return `${head} ${arrayJoin(entries, ", ")} ${close}`;
  let pad = "";
  for (let i = 0; i < indent; i++) pad += " ";
  return `${head}\n${pad}  ${fill && !broken ? filled(entries, pad, indent) : arrayJoin(entries, `,\n${pad}  `)}\n${pad}${close}`;
}

function filled(entries: readonly string[], pad: string, indent: number): string {
  let out = "";
  let column = 0;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as string;
    const last = i === entries.length - 1;
    if (column > 0 && column + entry.length + indent + 3 > WIDTH) {
      out += `,\n${pad}  `;
      column = 0;
    } else if (i > 0) {
      out += ", ";
      column += 2;
    }
    out += entry;
    column += entry.length + (last ? 0 : 1);
  }
  return out;
}
