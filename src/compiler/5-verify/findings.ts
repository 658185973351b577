import type { Diagnostic, Point } from "../../diagnostics/diagnostic.js";
import { CODES, type VerifyCode } from "./codes.js";

/** A place in the text; every acorn node is one. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly type?: string;
}

export interface Findings {
  readonly list: readonly Diagnostic[];
  readonly add: (code: VerifyCode, range: Range, name?: string) => void;
}

/** More findings than this say nothing more, and each holds a copy of its lines. */
const MOST_FINDINGS = 100;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;
const LONGEST_LINE = 160;

export function createFindings(code: string, filename: string): Findings {
  const list: Diagnostic[] = [];
  let starts: readonly number[] | undefined;
  const point = (offset: number): Point => {
    starts ??= lineStarts(code);
    return locate(starts, Math.min(Math.max(offset, 0), code.length));
  };
  return {
    list,
    add: (verifyCode, range, name) => {
      if (list.length >= MOST_FINDINGS) return;
      const start = point(range.start);
      const end = point(range.end);
      list.push(diagnostic(verifyCode, filename, start, end, frame(code, start, end), range.type, name));
    },
  };
}

function diagnostic(
  code: VerifyCode,
  filename: string,
  start: Point,
  end: Point,
  text: string,
  nodeType: string | undefined,
  name: string | undefined,
): Diagnostic {
  const [invariant, says] = CODES[code];
  const message = `${says}${name === undefined ? "" : `: \`${name}\``} (${invariant}); report this as a bug in restrictedjs`;
  return {
    code,
    message,
    severity: "error",
    filename,
    start,
    end,
    frame: text,
    ...(nodeType === undefined ? {} : { nodeType }),
    ...(name === undefined ? {} : { name }),
    toString: () => `${filename}:${start.line}:${start.column} ${code} ${message}`,
  };
}

function lineStarts(code: string): readonly number[] {
  const starts = [0];
  for (const match of code.matchAll(LINE_BREAK)) starts.push(match.index + match[0].length);
  return starts;
}

function locate(starts: readonly number[], offset: number): Point {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset };
}

/** One line of the text with a caret line; long lines are cut around the place. */
function frame(code: string, start: Point, end: Point): string {
  const lineStart = start.offset - start.column + 1;
  const from = Math.max(lineStart, start.offset - LONGEST_LINE / 2);
  const line = (code.slice(from, from + LONGEST_LINE).split(LINE_BREAK)[0] ?? "").trimEnd();
  const column = start.offset - from;
  const width = Math.max(1, Math.min(end.offset - start.offset, line.length - column));
  const margin = `${start.line} | `;
  return `${margin}${line}\n${" ".repeat(margin.length - 2)}| ${" ".repeat(column)}${"^".repeat(width)}`;
}
