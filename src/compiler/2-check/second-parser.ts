import type { Options, Parser } from "acorn";
import type { Node, t } from "../../ast/index.js";
import type { Diagnostic, Point } from "../../diagnostics/diagnostic.js";
import { makeDiagnostic, pointAt, pointInLine, type SourceText } from "../../diagnostics/make-diagnostic.js";
import type { Parsed } from "../1-parse/parse.js";
import { plainMessage } from "../1-parse/plain-message.js";
import { NotingParser } from "../5-verify/parse.js";
import type { Settings } from "../options.js";
import { printNode } from "../print/print.js";

/**
 * What the second parser refuses in a source that the first one took. The two disagree on some early errors, types can hide
 * others (`delete (x as any)`), and parameters are parsed apart from the body they are bound in. Told here it is the
 * author's mistake; found later, in the emitted text, it would be ours.
 */
export function secondOpinion(source: SourceText, parsed: Parsed, settings: Settings): Diagnostic | null {
  const plain = settings.language === "js" && settings.mode !== "function";
  const text = plain ? asScript(source, settings) : printed(source, parsed, settings);
  try {
    SecondParser.parse(text.code, acornOptions(settings));
    return null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const message = plainMessage(error.message);
    // acorn makes a syntax error of its own of a stack overflow.
    if (message.includes("stack space")) throw new RangeError(message);
    const { pos, loc } = error as SyntaxError & Place;
    const start = text.place({ pos, loc });
    return makeDiagnostic(source, { code: "SYNTAX_ERROR", message, start, end: start });
  }
}

interface Place {
  readonly pos: number;
  readonly loc: { readonly line: number; readonly column: number };
}

/** A text for the second parser, and the way back from a place in it to the source. */
interface Text {
  readonly code: string;
  place(at: Place): Point;
}

interface Inside {
  readonly inGenerator: boolean;
}

/** acorn does not see that a method is a generator and takes the slash of its `yield /a/` for a division. */
const SecondParser = NotingParser.extend(
  (Base) =>
    class extends Base {
      inGeneratorContext(): boolean {
        return (this as unknown as Inside).inGenerator;
      }
    } as typeof Parser,
);

const STRICT = '"use strict";';

function asScript(source: SourceText, { mode }: Settings): Text {
  const before = mode === "eval" ? `${STRICT}(` : STRICT;
  return {
    code: `${before}${source.text}${mode === "eval" ? "\n)" : ""}`,
    place: ({ pos }) => pointAt(source, pos - before.length),
  };
}

/** The tree as text: for sources that are not JavaScript as they stand, and for a body with its parameters. */
function printed(source: SourceText, parsed: Parsed, settings: Settings): Text {
  const body = settings.mode === "function" ? [asFunction(parsed, settings)] : parsed.program.body;
  const directives = [{ type: "Directive", value: { type: "DirectiveLiteral", value: "use strict" } }];
  const program = { type: "Program", body, directives, sourceType: "script" } as unknown as t.Program;
  const { text, places } = printNode(program, Number.POSITIVE_INFINITY);
  return {
    code: text,
    place: ({ loc }) => {
      const [line, column] = originOf(places, loc.line - 1, loc.column);
      return pointInLine(source, line + 1, column);
    },
  };
}

/** The place in the source of the last token at or in front of a place in the text, on the same line. */
function originOf(places: readonly number[], line: number, column: number): readonly [number, number] {
  for (let i = places.length - 4; i >= 0; i -= 4) {
    const [at = 0, from = 0, sourceLine = 0, sourceColumn = 0] = places.slice(i, i + 4);
    if (at === line && from <= column) return [sourceLine, sourceColumn];
  }
  return [0, 0];
}

function asFunction({ params, program }: Parsed, { async }: Settings): Node {
  const body = { type: "BlockStatement", body: program.body, directives: [] };
  const expression = { type: "FunctionExpression", id: null, params, body, async, generator: false };
  return { type: "ExpressionStatement", expression } as unknown as Node;
}

function acornOptions({ mode, async }: Settings): Options {
  return {
    // The language's own version: what later ones allow, an older engine may refuse.
    ecmaVersion: 2024,
    sourceType: "script",
    allowHashBang: false,
    allowAwaitOutsideFunction: async && mode !== "function",
    allowImportExportEverywhere: true,
  };
}
