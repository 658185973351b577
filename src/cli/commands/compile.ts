import { compileRestricted } from "../../index.js";
import type { Arguments, Command } from "../arguments/command.js";
import { guardForm } from "../arguments/guards.js";
import { LANGUAGE_OPTION, languageOf } from "../arguments/language.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { CliIo } from "../io.js";
import { diagnosticsText } from "../output/diagnostics.js";
import { checkTarget, writeWhole } from "../output/write-file.js";
import { readSource } from "../read-source.js";

export const compileCommand: Command = {
  name: "compile",
  summary: "print the code that a program becomes",
  operands: "FILE",
  operandCount: { min: 1, max: 1 },
  options: {
    guards: { type: "string", value: "inline|call", help: "the emission form, default inline" },
    language: LANGUAGE_OPTION,
    async: { type: "boolean", help: "allow `await` at top level" },
    out: { type: "string", value: "FILE", help: "write there instead of standard output" },
  },
  notes: ["The code has passed the verifier. It runs only inside restrictedjs, never by itself."],
  run: compile,
};

async function compile(given: Arguments, io: CliIo): Promise<ExitCode> {
  const guards = guardForm(given.text("guards"));
  const out = given.text("out");
  if (out !== undefined) await checkTarget(out, given.operands, io);
  const [file = "-"] = given.operands;
  const language = languageOf(given.text("language"), file);
  const source = await readSource(file, io);
  const result = compileRestricted(source.text, {
    filename: source.filename,
    language,
    async: given.flag("async"),
    guards,
  });
  if (result.code === null) {
    io.err(diagnosticsText(result.errors));
    return EXIT.refused;
  }
  const code = `${result.code.trimEnd()}\n`;
  if (out === undefined) io.out(code);
  else await writeWhole(out, code, io);
  return EXIT.ok;
}
