import type { Diagnostic, Point } from "../../diagnostics/diagnostic.js";
import { makeDiagnostic, type SourceText, START } from "../../diagnostics/make-diagnostic.js";
import type { Settings } from "../options.js";
import { type BabelError, explained } from "./explain.js";

export const OPTIONS = {
  sourceType: "script",
  strictMode: true,
  errorRecovery: true,
  attachComment: false,
  // These are parsed so that the check stage can refuse them with a code and a help of their own.
  allowImportExportEverywhere: true,
  allowAwaitOutsideFunction: true,
  allowReturnOutsideFunction: true,
} as const;

/** What no text may hold, whatever it says. */
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
  const before = source.text.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/);
  const start: Point = { line: before.length, column: (before.at(-1) ?? "").length + 1, offset };
  return makeDiagnostic(source, { code: "SOURCE_TEXT", message, start, end: start });
}

export function fromBabel(source: SourceText, error: unknown): Diagnostic {
  if (error instanceof RangeError) {
    return makeDiagnostic(source, {
      code: "SOURCE_NESTING",
      message: "The source is nested too deeply.",
      start: START,
      end: START,
    });
  }
  if (!(error instanceof SyntaxError)) throw error;
  return makeDiagnostic(source, explained(source, error as BabelError));
}
