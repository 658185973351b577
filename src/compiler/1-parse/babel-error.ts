import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { makeDiagnostic, type SourceText, START } from "../../diagnostics/make-diagnostic.js";
import { type BabelError, explained } from "./explain.js";

/** A parser that recovers from one error may stumble over what it recovered: whatever it throws, the source is refused. */
export function fromBabel(source: SourceText, error: unknown): Diagnostic {
  if (error instanceof RangeError) {
    const message = "The source is nested too deeply.";
    return makeDiagnostic(source, { code: "SOURCE_NESTING", message, start: START, end: START });
  }
  if (!(error instanceof SyntaxError)) {
    const message = "The source cannot be parsed.";
    return makeDiagnostic(source, { code: "SYNTAX_ERROR", message, start: START, end: START });
  }
  return makeDiagnostic(source, explained(source, error as BabelError));
}
