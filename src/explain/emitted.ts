import { decodedMappings, TraceMap } from "@jridgewell/trace-mapping";
import type { AnyNode } from "acorn";
import { createFindings } from "../compiler/5-verify/findings.js";
import { parseProgram } from "../compiler/5-verify/parse.js";
import { childrenOf } from "../compiler/5-verify/tree.js";
import type { CompileResult } from "../compiler/compile.js";
import type { Position } from "../diagnostics/errors.js";

/** A program text as it was verified, node by node, with the way back to the source. */
export interface Emitted {
  readonly nodes: readonly AnyNode[];
  parentOf(node: AnyNode): AnyNode | undefined;
  /** The place a node stands for: its own, else that of the nearest node around it that has one. */
  placeOf(node: AnyNode): Position;
}

const START: Position = Object.freeze({ line: 1, column: 1 });

/** Parses the text with the verifier's parser, so that what is explained is what was proved. */
export function emitted({ code, map }: CompileResult): Emitted | undefined {
  if (code === null || map === null) return undefined;
  const root = parsed(code);
  if (root === undefined) return undefined;
  const parents = new Map<AnyNode, AnyNode>();
  const nodes: AnyNode[] = [];
  const pending: AnyNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    nodes.push(node);
    for (const child of childrenOf(node).toReversed()) {
      parents.set(child, node);
      // A counted loop's body stands in the text once more, for turns that are paid for ahead.
      if (!isPaidAhead(child)) pending.push(child);
    }
  }
  const exact = exactPlaces(map as never);
  const at = lineFinder(code);
  const placeOf = (node: AnyNode): Position => {
    for (let n: AnyNode | undefined = node; n !== undefined; n = parents.get(n)) {
      const place = exact.get(at(n.start));
      if (place !== undefined) return place;
    }
    return START;
  };
  return { nodes, parentOf: (node) => parents.get(node), placeOf };
}

/** `try { for (…) … } finally { _settle_(…); }`: no program can write that name. */
function isPaidAhead(node: AnyNode): boolean {
  const [last] = node.type === "TryStatement" ? (node.finalizer?.body ?? []) : [];
  return (
    last?.type === "ExpressionStatement" &&
    last.expression.type === "CallExpression" &&
    last.expression.callee.type === "Identifier" &&
    last.expression.callee.name === "_settle_"
  );
}

/** A text that the verifier could not parse is no program, and has no guards to speak of. */
function parsed(code: string): AnyNode | undefined {
  try {
    return parseProgram(code, createFindings(code, "explained"));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The places that the map gives a source position of their own, by `line:column` of the text. */
function exactPlaces(map: ConstructorParameters<typeof TraceMap>[0]): ReadonlyMap<string, Position> {
  const places = new Map<string, Position>();
  decodedMappings(new TraceMap(map)).forEach((segments, line) => {
    for (const [column, source, sourceLine, sourceColumn] of segments) {
      if (source === undefined || sourceLine === undefined || sourceColumn === undefined) continue;
      const key = `${line}:${column}`;
      // Of several, the outermost node's comes first.
      if (!places.has(key)) places.set(key, { line: sourceLine + 1, column: sourceColumn + 1 });
    }
  });
  return places;
}

function lineFinder(text: string): (offset: number) => string {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return `${low}:${offset - (starts[low] ?? 0)}`;
  };
}
