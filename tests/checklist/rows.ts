import { ADDITIONS } from "./data/additions.js";
import { JAVASCRIPT_ONLY } from "./data/javascript-only.js";
import { OTHER_SUITES } from "./data/other-suites.js";
import { RESTRICTEDPYTHON } from "./data/restrictedpython.js";
import type { Row, Section } from "./row.js";

export const SECTIONS: readonly Section[] = [
  ...RESTRICTEDPYTHON,
  ...ADDITIONS,
  ...OTHER_SUITES,
  ...JAVASCRIPT_ONLY,
];

export const ROWS: readonly Row[] = SECTIONS.flatMap((section) => section.rows);

export function rowOf(name: string): Row {
  const row = ROWS.find((r) => r[1] === name);
  if (row === undefined) throw new Error(`no row of the checklist is named "${name}"`);
  if (row[0] === "N") throw new Error(`"${name}" has a reason instead of a test`);
  return row;
}
