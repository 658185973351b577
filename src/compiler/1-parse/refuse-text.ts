import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { makeDiagnostic, pointAt, type SourceText, START } from "../../diagnostics/make-diagnostic.js";
import type { Settings } from "../options.js";

/** What is refused before any parser sees it. */
export function refuseText(source: SourceText, settings: Settings): Diagnostic | null {
  const { text } = source;
  if (text.length > settings.limits.sourceLength) {
    const message = `The source has ${text.length} characters; the limit is ${settings.limits.sourceLength}.`;
    return makeDiagnostic(source, { code: "SOURCE_LENGTH", message, start: START, end: START });
  }
  const at = text.indexOf("\0");
  if (at >= 0) return textFinding(source, at, "The source contains a null byte.");
  if (!text.isWellFormed()) {
    const lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.exec(text);
    return textFinding(source, lone?.index ?? 0, "The source contains a lone surrogate.");
  }
  return null;
}

function textFinding(source: SourceText, offset: number, message: string): Diagnostic {
  const start = pointAt(source, offset);
  return makeDiagnostic(source, { code: "SOURCE_TEXT", message, start, end: start });
}
