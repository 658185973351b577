import { CODES, type Code } from "../../diagnostics/codes.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { makeDiagnostic, pointInLine, type SourceText, START } from "../../diagnostics/make-diagnostic.js";

/** Babel's own reasons that have a code of ours. */
const REASONS: Readonly<Record<string, Code>> = {
  StrictWith: "SYNTAX_WITH",
  ImportMetaOutsideModule: "SYNTAX_META",
};

/** What Babel would need a plugin for; any other plugin is a proposal's. */
const PLUGINS: Readonly<Record<string, Code>> = {
  decorators: "SYNTAX_DECORATOR",
  jsx: "SYNTAX_JSX",
};

/** A message may quote a name, and a name may be as long as the source. */
const LONGEST = 300;

interface BabelError {
  readonly message: string;
  readonly reasonCode?: string;
  readonly missingPlugin?: readonly string[];
  readonly loc?: { readonly line: number; readonly column: number };
}

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
  const { message, loc, reasonCode, missingPlugin } = error as BabelError;
  // By line and column: the index of some of Babel's errors is not a number.
  const start = loc === undefined ? START : pointInLine(source, loc.line, loc.column);
  const [plugin] = missingPlugin ?? [];
  if (plugin !== undefined) {
    const code = PLUGINS[plugin] ?? "SYNTAX_PROPOSAL";
    return makeDiagnostic(source, { code, message: CODES[code].title, start, end: start });
  }
  const code = REASONS[reasonCode ?? ""] ?? "SYNTAX_ERROR";
  return makeDiagnostic(source, { code, message: plainMessage(message), start, end: start });
}

/** A parser's message without the place that it ends in. */
export function plainMessage(message: string): string {
  return message.replace(/\s*\(\d+:\d+\)$/, "").slice(0, LONGEST);
}
