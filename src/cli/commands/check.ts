import { type CompileResult, compileRestricted } from "../../index.js";
import type { Arguments, Command } from "../arguments/command.js";
import { guardForm } from "../arguments/guards.js";
import { LANGUAGE_OPTION, languageOf } from "../arguments/language.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { CliIo } from "../io.js";
import { diagnosticsText } from "../output/diagnostics.js";
import { readSource } from "../read-source.js";

export const checkCommand: Command = {
  name: "check",
  summary: "say what is refused in programs, without running them",
  operands: "FILE…",
  operandCount: { min: 1, max: Number.POSITIVE_INFINITY },
  options: {
    json: { type: "boolean", help: "print one JSON array with a result for each file" },
    async: { type: "boolean", help: "allow `await` at top level" },
    language: LANGUAGE_OPTION,
    guards: { type: "string", value: "inline|call", help: "the emission form, default inline" },
  },
  notes: ["Exits with 1 when any file is refused."],
  run: check,
};

async function check(given: Arguments, io: CliIo): Promise<ExitCode> {
  const guards = guardForm(given.text("guards"));
  const results: CompileResult[] = [];
  for (const file of given.operands) {
    const language = languageOf(given.text("language"), file);
    const source = await readSource(file, io);
    const { filename } = source;
    results.push(compileRestricted(source.text, { filename, language, async: given.flag("async"), guards }));
  }
  if (given.flag("json")) io.out(`${JSON.stringify(results.map(resultData))}\n`);
  else for (const result of results) report(result, io);
  return results.every((result) => result.ok) ? EXIT.ok : EXIT.refused;
}

function report(result: CompileResult, io: CliIo): void {
  const findings = [...result.errors, ...result.warnings];
  if (findings.length > 0) io.err(`${diagnosticsText(findings)}\n`);
  if (result.ok) io.out(`${result.filename}: ok\n`);
}

function resultData(result: CompileResult): Readonly<Record<string, unknown>> {
  const { filename, ok, errors, warnings, usedNames, definedNames } = result;
  return { filename, ok, errors, warnings, usedNames, definedNames };
}
