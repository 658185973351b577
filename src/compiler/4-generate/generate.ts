import type { Expression } from "../../ast/index.js";
import { printNode } from "../print/print.js";

export interface Generated {
  readonly code: string;
  /** Where each part of the text comes from; `sourceMap` makes a source map of it. */
  readonly places: Int32Array;
}

/** Guards nest deeper than their source. What the verifier recurses into must not near the stack's end. */
const EMITTED_NESTING = 800;

/**
 * Prints from nodes only: no comments, no spelling of the source's own.
 * @throws RangeError for a tree that is too deep
 */
export function generate(node: Expression): Generated {
  const { text, places } = printNode(node, EMITTED_NESTING);
  // The opening parenthesis moves the first line by one column; nothing of the source is on that line.
  return { code: `(${text})`, places: Int32Array.from(places) };
}
