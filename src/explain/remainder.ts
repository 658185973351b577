import type { Parsed } from "../compiler/1-parse/parse.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";

export interface Remainder {
  /** The source with blanks in place of the refused statements: what is left keeps its place. */
  readonly source: string;
  /** The lines of the refused statements, first and last. */
  readonly refused: readonly (readonly [number, number])[];
}

/**
 * Leaves out the top-level statements that are refused. The rest is a program of its own and is explained as one: names
 * that a refused statement declares count as the host's there.
 */
export function remainder(
  source: string,
  parsed: Parsed,
  errors: readonly Diagnostic[],
): Remainder | undefined {
  const refused: (readonly [number, number])[] = [];
  let rest = source;
  for (const error of errors) {
    const { offset } = error.start;
    const statement = [...parsed.program.body, ...parsed.program.directives].find(
      ({ start, end }) => (start ?? 0) <= offset && offset < (end ?? 0),
    );
    if (statement?.loc == null) return undefined;
    const { start, end, loc } = statement;
    refused.push([loc.start.line, loc.end.line]);
    rest = blanked(rest, start ?? 0, end ?? 0);
  }
  return refused.length === 0 ? undefined : { source: rest, refused };
}

/** Line breaks stay, all of them. */
function blanked(text: string, start: number, end: number): string {
  const middle = text.slice(start, end).replace(/[^\n\r\u2028\u2029]/g, " ");
  return `${text.slice(0, start)}${middle}${text.slice(end)}`;
}
