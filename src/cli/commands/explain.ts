import { DIAGNOSTIC_CODES, explainCode, explainRestricted } from "../../index.js";
import type { Arguments, Command } from "../arguments/command.js";
import { LANGUAGE_OPTION, languageOf } from "../arguments/language.js";
import { CliError } from "../cli-error.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { CliIo } from "../io.js";
import { near } from "../near.js";
import { codePage } from "../output/code-page.js";
import { type GivenSource, readSource } from "../read-source.js";

export const explainCommand: Command = {
  name: "explain",
  summary: "say what a program's lines call, need and cost, or what a diagnostic code means",
  operands: "FILE|CODE",
  operandCount: { min: 1, max: 1 },
  options: {
    json: { type: "boolean", help: "print one JSON object" },
    language: LANGUAGE_OPTION,
    async: { type: "boolean", help: "allow `await` at top level of the program" },
  },
  notes: [
    "What is the name of a diagnostic code is taken as one; write `./NAME` for a file of that name.",
    "Exits with 1 when the program is refused.",
  ],
  run: explain,
};

async function explain(given: Arguments, io: CliIo): Promise<ExitCode> {
  const [asked = ""] = given.operands;
  const entry = explainCode(asked.toUpperCase());
  if (entry === undefined) return explainFile(await sourceOf(asked, io), given, io);
  if (given.flag("async")) throw new CliError("`--async` is for programs, not for diagnostic codes");
  if (given.flag("json")) io.out(`${JSON.stringify(entry)}\n`);
  else io.out(codePage(entry));
  return EXIT.ok;
}

function explainFile(source: GivenSource, given: Arguments, io: CliIo): ExitCode {
  const explanation = explainRestricted(source.text, {
    filename: source.filename,
    language: languageOf(given.text("language"), source.filename),
    async: given.flag("async"),
  });
  io.out(given.flag("json") ? `${JSON.stringify(explanation)}\n` : String(explanation));
  return explanation.ok ? EXIT.ok : EXIT.refused;
}

/** What looks like a code and is no file was meant as a code. */
async function sourceOf(asked: string, io: CliIo): Promise<GivenSource> {
  try {
    return await readSource(asked, io);
  } catch (error) {
    if (!/^[a-z]+(?:_[a-z]+)+$/i.test(asked)) throw error;
    const meant = near(asked.toUpperCase(), [...DIAGNOSTIC_CODES]);
    throw new CliError(`there is no diagnostic code and no file \`${asked}\`${meant}`);
  }
}
