import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PAGE = fileURLToPath(new URL("../../docs/performance.md", import.meta.url));
const BEGIN = "<!-- bench: begin -->";
const END = "<!-- bench: end -->";

/** Everything between the two marks is the bench's. */
export function writeDocs(text) {
  writeFileSync(PAGE, between(readFileSync(PAGE, "utf8"), text));
}

export function between(page, text) {
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  if (from === -1 || to < from) throw new Error(`The page needs the marks ${BEGIN} and ${END}.`);
  return `${page.slice(0, from + BEGIN.length)}\n\n${text}\n${page.slice(to)}`;
}
