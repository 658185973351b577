import { bounded, boundedName } from "./bounded.js";
import { type Code, codeEntry } from "./codes.js";
import type { Diagnostic, Point } from "./diagnostic.js";
import { codeFrame } from "./frame.js";

/** The source text with what is needed to point into it. */
export interface SourceText {
  readonly text: string;
  readonly filename: string;
  readonly lines: readonly string[];
  /** The offset at which each line begins. */
  readonly starts: readonly number[];
}

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;

export function sourceText(text: string, filename: string): SourceText {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(new RegExp(LINE_BREAK, "g"))) starts.push(index + end.length);
  return { text, filename, lines: text.split(LINE_BREAK), starts };
}

/** More findings than this in one source say nothing more, and each holds a copy of its lines. */
export const MOST_FINDINGS = 1_000;

export interface Finding {
  readonly code: Code;
  readonly message: string;
  readonly start: Point;
  readonly end: Point;
  readonly help?: string | undefined;
  readonly severity?: "error" | "warning";
  readonly nodeType?: string | undefined;
  readonly name?: string | undefined;
}

class DiagnosticValue implements Diagnostic {
  declare readonly code: string;
  declare readonly message: string;
  declare readonly severity: "error" | "warning";
  declare readonly filename: string;
  declare readonly start: Point;
  declare readonly end: Point;
  declare readonly frame: string;
  declare readonly help?: string;
  declare readonly nodeType?: string;
  declare readonly name?: string;

  toString(): string {
    return `${this.filename}:${this.start.line}:${this.start.column} ${this.code} ${this.message}`;
  }
}

export function makeDiagnostic(source: SourceText, finding: Finding): Diagnostic {
  const help = finding.help ?? codeEntry(finding.code)?.help;
  const value = Object.assign(new DiagnosticValue(), {
    code: finding.code,
    message: bounded(finding.message),
    severity: finding.severity ?? "error",
    filename: source.filename,
    start: Object.freeze(finding.start),
    end: Object.freeze(finding.end),
    frame: codeFrame(source.lines, finding.start, finding.end),
    ...(help === undefined ? {} : { help: bounded(help) }),
    ...(finding.nodeType === undefined ? {} : { nodeType: finding.nodeType }),
    ...(finding.name === undefined ? {} : { name: boundedName(finding.name) }),
  });
  return Object.freeze(value);
}

export const START: Point = Object.freeze({ line: 1, column: 1, offset: 0 });

/** The point at an offset, which is moved into the text when it lies outside. */
export function pointAt({ text, starts }: SourceText, offset: number): Point {
  const inside = Math.min(Math.max(offset, 0), text.length);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= inside) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: inside - (starts[low] ?? 0) + 1, offset: inside };
}

/** The point at a line from 1 and a column from 0, as parsers and source maps count. */
export function pointInLine(source: SourceText, line: number, column: number): Point {
  const start = source.starts[line - 1] ?? source.text.length;
  return pointAt(source, start + Math.min(column, source.lines[line - 1]?.length ?? 0));
}

interface Located {
  readonly start?: number | null;
  readonly end?: number | null;
  readonly loc?: Readonly<Record<"start" | "end", { readonly line: number; readonly column: number }>> | null;
}

/** Where a node begins or ends; the start of the source for a node that has no place in it. */
export function pointOf(node: Located, side: "start" | "end"): Point {
  const at = node.loc?.[side];
  return at ? { line: at.line, column: at.column + 1, offset: node[side] ?? 0 } : START;
}
