import { type Code, codeEntry } from "./codes.js";
import type { Diagnostic, Point } from "./diagnostic.js";
import { codeFrame } from "./frame.js";

/** The source text with what is needed to point into it. */
export interface SourceText {
  readonly text: string;
  readonly filename: string;
  readonly lines: readonly string[];
}

export function sourceText(text: string, filename: string): SourceText {
  return { text, filename, lines: text.split(/\r\n|[\n\r\u2028\u2029]/) };
}

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
    message: finding.message,
    severity: finding.severity ?? "error",
    filename: source.filename,
    start: Object.freeze(finding.start),
    end: Object.freeze(finding.end),
    frame: codeFrame(source.lines, finding.start, finding.end),
    ...(help === undefined ? {} : { help }),
    ...(finding.nodeType === undefined ? {} : { nodeType: finding.nodeType }),
    ...(finding.name === undefined ? {} : { name: finding.name }),
  });
  return Object.freeze(value);
}

export const START: Point = Object.freeze({ line: 1, column: 1, offset: 0 });
