import { type CodeExplanation, DIAGNOSTIC_CODES, explainCode } from "../../index.js";
import type { Arguments, Command } from "../arguments/command.js";
import { CliError } from "../cli-error.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { CliIo } from "../io.js";
import { near } from "../near.js";

export const explainCommand: Command = {
  name: "explain",
  summary: "say what a diagnostic code means and what to write instead",
  operands: "CODE",
  operandCount: { min: 1, max: 1 },
  options: { json: { type: "boolean", help: "print one JSON object" } },
  notes: [],
  run: explain,
};

async function explain(given: Arguments, io: CliIo): Promise<ExitCode> {
  const [asked = ""] = given.operands;
  const entry = explainCode(asked.toUpperCase());
  if (entry === undefined) {
    const meant = near(asked.toUpperCase(), [...DIAGNOSTIC_CODES]);
    throw new CliError(`there is no diagnostic code \`${asked}\`${meant}`);
  }
  if (given.flag("json")) io.out(`${JSON.stringify(entry)}\n`);
  else io.out(page(entry));
  return EXIT.ok;
}

function page(entry: CodeExplanation): string {
  const head = `${entry.code}\n${entry.title}\n\nWhy: ${entry.why}\nInstead: ${entry.help}\n`;
  const { example, instead } = entry;
  if (example === undefined || instead === undefined) return head;
  const options = entry.options === undefined ? "" : `, with ${JSON.stringify(entry.options)}`;
  return `${head}\n${entry.side === "host" ? "Host" : "Program"} that is refused${options}:\n\n${indented(example)}\n\nAccepted:\n\n${indented(instead)}\n`;
}

function indented(text: string): string {
  return shown(text).replace(/^/gm, "    ");
}

/** Long lines and control characters are cut and spelled. */
function shown(text: string): string {
  const plain = text.replaceAll("\0", "\u2400");
  return plain.length > 400 ? `${plain.slice(0, 60)} … (${plain.length} characters)` : plain;
}
