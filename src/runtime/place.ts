import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import type { Program } from "../compiler/compile.js";
import { hopLine, taskName } from "../compiler/compile.js";
import { WRAPPER_LINES } from "./evaluate.js";
import type { FramePlace } from "./kernel/host.js";

const maps = new WeakMap<Program, TraceMap>();

/** A place in a program's evaluated text as the source has it; null for the wrapper's own lines. */
export function framePlace(program: Program, line: number, column: number): FramePlace | null {
  if (line <= WRAPPER_LINES || program.result.map === null) return null;
  let map = maps.get(program);
  if (map === undefined) {
    map = new TraceMap(program.result.map as never);
    maps.set(program, map);
  }
  const found = originalPositionFor(map, { line: line - WRAPPER_LINES, column: column - 1 });
  if (found.line === null) return null;
  if (found.line >= hopLine(program.source)) return { place: "", hop: true, name: "" };
  return {
    place: `${program.settings.filename}:${found.line}:${found.column + 1}`,
    hop: false,
    name: taskName(program.tasks, found.line, found.column),
  };
}
