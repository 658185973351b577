import { type EscapeCase, loadCases } from "../../src/testing/index.js";

/** All programs that the project is tried with: a corpus that was collected, and the project's own. */
export const CASES: readonly EscapeCase[] = [
  ...loadCases(new URL("data/cases.jsonl", import.meta.url)),
  ...loadCases(new URL("data/own.jsonl", import.meta.url)),
];

/** Names that a program might try to take from the run time, of each kind. */
export const GUARD_NAMES: readonly string[] = ["_g0_", "_k_", "_steps_", "_getattr_", "_setattr_"];
