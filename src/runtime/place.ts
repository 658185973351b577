import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import type { Program } from "../compiler/compile.js";
import { WRAPPER_LINES } from "./evaluate.js";

const maps = new WeakMap<Program, TraceMap>();

/** `file:line:column` of the source for a place in a program's evaluated text; empty for the wrapper's own lines. */
export function sourcePlace(program: Program, line: number, column: number): string {
  if (line <= WRAPPER_LINES || program.result.map === null) return "";
  let map = maps.get(program);
  if (map === undefined) {
    map = new TraceMap(program.result.map as never);
    maps.set(program, map);
  }
  const found = originalPositionFor(map, { line: line - WRAPPER_LINES, column: column - 1 });
  if (found.line === null) return "";
  return `${program.settings.filename}:${found.line}:${found.column + 1}`;
}
