import { CODES, codeEntry } from "./codes.js";

export interface CodeExplanation {
  readonly code: string;
  readonly title: string;
  readonly why: string;
  readonly help: string;
}

/** Every diagnostic and error code, in alphabetical order. */
export const DIAGNOSTIC_CODES: readonly string[] = Object.freeze(Object.keys(CODES).sort());

/** What a code means and what to write instead; undefined for a code that does not exist. */
export function explainCode(code: string): CodeExplanation | undefined {
  const entry = codeEntry(code);
  return entry === undefined ? undefined : { code, ...entry };
}
