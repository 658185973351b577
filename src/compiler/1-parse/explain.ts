import type { Point } from "../../diagnostics/diagnostic.js";
import { type Finding, pointInLine, type SourceText, START } from "../../diagnostics/make-diagnostic.js";
import { lineStarts, pointAt } from "../native/places.js";
import { openBracket } from "./brackets.js";
import { plainMessage } from "./plain-message.js";
import { PLUGINS, REASONS, type Reason } from "./reasons.js";

export interface BabelError {
  readonly message: string;
  readonly reasonCode?: string;
  readonly missingPlugin?: readonly string[];
  readonly loc?: { readonly line: number; readonly column: number; readonly index: number };
}

/** The parser's error in words that say what to do, with the whole token marked. */
export function explained(source: SourceText, error: BabelError): Finding {
  const { loc } = error;
  // By line and column: the index of some of Babel's errors is not a number.
  const start = loc === undefined ? START : pointInLine(source, loc.line, loc.column);
  const token = tokenAt(source.text, start.offset);
  const end = { ...start, column: start.column + token.length, offset: start.offset + token.length };
  const reason = reasonFor(source, error, start, token);
  const text = reason.message ?? plainMessage(error.message);
  return {
    code: reason.code ?? "SYNTAX_ERROR",
    message: text.replaceAll("$", token === "" ? "the end" : token),
    start,
    end: loc === undefined ? start : end,
    ...(reason.help === undefined ? {} : { help: reason.help }),
  };
}

function reasonFor(source: SourceText, error: BabelError, start: Point, token: string): Reason {
  const plugin = error.missingPlugin?.[0];
  if (plugin !== undefined)
    return PLUGINS[plugin] ?? { code: "SYNTAX_PROPOSAL", message: "The syntax is a proposal." };
  const known = error.reasonCode === undefined ? undefined : REASONS[error.reasonCode];
  if (known !== undefined) return known;
  if (/^[“”‘’«»]/.test(token))
    return { message: `\`${token[0]}\` is not a quote of JavaScript.`, help: "Write `\"` or `'`." };
  return error.message.startsWith("Unexpected token") ? unexpected(source, error.message, start, token) : {};
}

/** "Unexpected token", with what was expected and the bracket that is still open. */
function unexpected({ text }: SourceText, message: string, start: Point, token: string): Reason {
  const expected = /expected "(.+?)"/.exec(message)?.[1];
  const open = openBracket(text, start.offset);
  const closes = open === null ? "" : `Close the \`${open.bracket}\` of ${place(text, open.offset)}`;
  if (token === "")
    return open === null
      ? { message: "The text ends in the middle of an expression.", help: "Finish the expression." }
      : { message: `\`${open.bracket}\` is not closed.`, help: `${closes}.` };
  if (/^[)\]}]$/.test(token) && (open === null || !pairs(open.bracket, token)))
    return open === null
      ? { message: `\`${token}\` closes nothing.`, help: "Remove it, or open its pair before." }
      : { message: `\`${token}\` does not close \`${open.bracket}\`.`, help: `${closes} first.` };
  if (expected === undefined)
    return {
      message: `\`${token}\` is not expected here.`,
      help: "Look at what stands before it: a name, a value or an operator may be missing.",
    };
  const comma = expected === "," && open !== null;
  if (comma && token === ";") return { message: `\`${open.bracket}\` is not closed.`, help: `${closes}.` };
  return {
    message: `\`${expected}\` is expected before \`${token}\`.`,
    help: comma
      ? `Write a comma, or close the \`${open.bracket}\` of ${place(text, open.offset)}.`
      : `Write \`${expected}\`.`,
  };
}

function place(text: string, offset: number): string {
  const { line, column } = pointAt(lineStarts(text), offset);
  return `line ${line}, column ${column + 1}`;
}

function pairs(open: string, close: string): boolean {
  return `${open}${close}` === "()" || `${open}${close}` === "[]" || `${open}${close}` === "{}";
}

/** The word, number or sign at an offset; empty at the end. */
function tokenAt(text: string, offset: number): string {
  const rest = text.slice(offset, offset + 80);
  return (
    /^(?:#?[\p{ID_Start}$_][\p{ID_Continue}$]*|[\d.]+\w*|=>|[=!]==?|[<>*&|?+-]{1,3}=?|\S)/u.exec(rest)?.[0] ??
    ""
  );
}
