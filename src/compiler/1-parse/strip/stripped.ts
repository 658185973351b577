import type { Node } from "../../../ast/index.js";
import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { makeDiagnostic, pointOf, type SourceText } from "../../../diagnostics/make-diagnostic.js";
import { strip } from "./strip.js";

/** Takes the types out of a tree; what TypeScript has that is more than a type is told at its place in the text. */
export function stripped(root: Node, source: SourceText): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  strip(root, (node, finding) => {
    const range = { start: pointOf(node, "start"), end: pointOf(node, "end") };
    findings.push(makeDiagnostic(source, { ...finding, ...range }));
  });
  return findings;
}
