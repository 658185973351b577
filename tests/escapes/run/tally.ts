import { GOALS, type Goal } from "../../../src/testing/hostile/index.js";
import type { Outcome } from "./oracle.js";

const COLUMNS = ["programs", "refused", "guard", "error", "ran", "escapes"] as const;
type Column = (typeof COLUMNS)[number];
const TITLES: Readonly<Record<Column, string>> = {
  programs: "programs",
  refused: "refused at compile time",
  guard: "ended at a guard",
  error: "ended in another error",
  ran: "ran through",
  escapes: "escapes",
};

/** How many programs ended how, by what they were after. */
export type Tally = Record<Goal, Record<Column, number>>;

export function newTally(): Tally {
  const row = (): Record<Column, number> => ({
    programs: 0,
    refused: 0,
    guard: 0,
    error: 0,
    ran: 0,
    escapes: 0,
  });
  return Object.fromEntries(GOALS.map((goal) => [goal, row()])) as Tally;
}

export function count(tally: Tally, goal: Goal, { ending, escapes }: Outcome): void {
  const row = tally[goal];
  row.programs++;
  row[ending]++;
  if (escapes.length > 0) row.escapes++;
}

export function total(tally: Tally, column: Column): number {
  return GOALS.reduce((sum, goal) => sum + tally[goal][column], 0);
}

export function table(tally: Tally): string {
  const rows = [
    ["goal", ...COLUMNS.map((c) => TITLES[c])],
    ...GOALS.map((goal) => [goal, ...COLUMNS.map((c) => `${tally[goal][c]}`)]),
    ["all", ...COLUMNS.map((c) => `${total(tally, c)}`)],
  ];
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  return rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")).join("\n");
}
