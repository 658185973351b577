import type { Point } from "./diagnostic.js";

const WIDTH = 100;

/** The line before, the line itself and a caret under the range; long lines are cut around the range. */
export function codeFrame(lines: readonly string[], start: Point, end: Point): string {
  const out: string[] = [];
  const gutter = String(start.line).length;
  for (let line = Math.max(1, start.line - 1); line <= start.line; line++) {
    const text = lines[line - 1] ?? "";
    const cut = Math.max(0, (line === start.line ? start.column : 1) - 1 - WIDTH / 2);
    out.push(
      `${line === start.line ? ">" : " "} ${String(line).padStart(gutter)} | ${text.slice(cut, cut + WIDTH)}`.trimEnd(),
    );
    if (line !== start.line) continue;
    const last = end.line === start.line ? end.column : text.length + 1;
    const carets = Math.max(1, Math.min(last - start.column, WIDTH / 2));
    out.push(`  ${" ".repeat(gutter)} | ${" ".repeat(start.column - 1 - cut)}${"^".repeat(carets)}`);
  }
  return out.join("\n");
}
