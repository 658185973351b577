import { explainCode, GuestError, LimitError, type Position, type RestrictedError } from "../../index.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { GivenSource } from "../read-source.js";
import { diagnosticsText } from "./diagnostics.js";

export function exitCodeOf(error: RestrictedError): ExitCode {
  if (error instanceof LimitError) return EXIT.limit;
  if (error instanceof GuestError) return EXIT.guest;
  return error.code.startsWith("OPTION_") ? EXIT.usage : EXIT.refused;
}

/** What stopped a run, for people: every diagnostic, or the place with its line. Never a host stack. */
export function errorText(error: RestrictedError, source: GivenSource): string {
  if (error.diagnostics !== undefined && error.diagnostics.length > 0)
    return diagnosticsText(error.diagnostics);
  const at =
    error.position === undefined
      ? source.filename
      : `${source.filename}:${error.position.line}:${error.position.column}`;
  const frame = error.position === undefined ? "" : frameText(source.text, error.position);
  const help = helpOf(error) === undefined ? "" : `help: ${helpOf(error)}\n`;
  return `${at} ${error.code} ${messageOf(error)}\n${frame}${stackOf(error)}${help}`;
}

/** The same for programs. */
export function errorData(error: RestrictedError): Readonly<Record<string, unknown>> {
  return {
    name: error.name,
    code: error.code,
    message: error.message,
    help: helpOf(error),
    position: error.position,
    diagnostics: error.diagnostics,
    ...(error instanceof GuestError
      ? { guestName: error.guestName, guestMessage: error.guestMessage, guestStack: error.guestStack }
      : {}),
  };
}

/** The general help for the code, where the error has none of its own. A thrown error speaks for itself. */
function helpOf(error: RestrictedError): string | undefined {
  if (error.help !== undefined || error instanceof GuestError) return error.help;
  return explainCode(error.code)?.help;
}

function messageOf(error: RestrictedError): string {
  return error instanceof GuestError ? `${error.guestName}: ${error.guestMessage}` : error.message;
}

function stackOf(error: RestrictedError): string {
  return error instanceof GuestError && error.guestStack !== "" ? `${error.guestStack}\n` : "";
}

function frameText(text: string, position: Position): string {
  const line = text.split(/\r\n|[\n\r\u2028\u2029]/)[position.line - 1];
  if (line === undefined || line.length > 160) return "";
  const gutter = `> ${position.line} | `;
  return `${gutter}${line}\n${" ".repeat(gutter.length - 2)}| ${" ".repeat(Math.max(0, position.column - 1))}^\n`;
}
