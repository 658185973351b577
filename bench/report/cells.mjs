import { short } from "./statistics.mjs";

/** `s` marks the small size. What is no figure is a word, and its reason stands below the table. */
export function ratioText(cell) {
  if (cell === undefined) return "";
  switch (cell.status) {
    case "ok":
      return short(cell.ratio) + (cell.scale === "small" ? " s" : "");
    case "slow":
      return cell.over === undefined ? `> ${short(cell.overMs / 1000)} s` : `> ${short(cell.over)}`;
    default:
      return cell.status;
  }
}

export const spreadText = (cell) =>
  cell?.spread === undefined ? "" : `${short(cell.spread[0])}–${short(cell.spread[1])}`;

/** The reasons of the words, a line each. */
export function reasons(rows) {
  const lines = [];
  for (const { name, cells } of rows)
    for (const [engine, { status, reason }] of Object.entries(cells))
      if (status !== "ok" && reason !== undefined) lines.push(`- ${engine}, ${name}: ${status}, ${reason}`);
  return lines;
}
