import { DIAGNOSTIC_CODES, explainCode } from "../../index.js";
import type { Arguments, Command } from "../arguments/command.js";
import { CliError } from "../cli-error.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { CliIo } from "../io.js";
import { didYouMean } from "../suggest.js";

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
    const near = didYouMean(asked.toUpperCase(), [...DIAGNOSTIC_CODES]);
    throw new CliError(`there is no diagnostic code \`${asked}\`${near}`);
  }
  if (given.flag("json")) io.out(`${JSON.stringify(entry)}\n`);
  else io.out(`${entry.code}\n${entry.title}\n\nWhy: ${entry.why}\nInstead: ${entry.help}\n`);
  return EXIT.ok;
}
