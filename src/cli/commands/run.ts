import { type PrintedLine, RestrictedError } from "../../index.js";
import type { Arguments, Command } from "../arguments/command.js";
import { guardForm } from "../arguments/guards.js";
import { LANGUAGE_OPTION, languageOf } from "../arguments/language.js";
import { LIMIT_NAMES, parseLimits } from "../arguments/limits.js";
import { parseDataSpecs } from "../data/spec.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { CliIo } from "../io.js";
import { errorData, errorText, exitCodeOf } from "../output/errors.js";
import { resultJson, resultText } from "../output/result.js";
import { outputFormat, writeOutput } from "../output/result-file.js";
import { checkTarget } from "../output/write-file.js";
import { readSource } from "../read-source.js";
import { runProgram } from "./run-program.js";

export const runCommand: Command = {
  name: "run",
  summary: "run a program and print its value",
  operands: "FILE",
  operandCount: { min: 1, max: 1 },
  options: {
    data: {
      type: "string",
      multiple: true,
      value: "NAME=FILE",
      help: "give the program a DataFrame from a .csv, .tsv or .json file",
    },
    out: { type: "string", value: "FILE", help: "write the figure to FILE.html, or the value to FILE.json" },
    limits: {
      type: "string",
      multiple: true,
      value: "NAME=N,…",
      help: "for example steps=1000000,timeMs=500",
    },
    json: { type: "boolean", help: "print one JSON object: value, printed, usage; or error" },
    language: LANGUAGE_OPTION,
    guards: { type: "string", value: "inline|call", help: "the emission form, default inline" },
    async: { type: "boolean", help: "allow `await` at top level" },
  },
  notes: [
    "The program has the safe built-ins, `px`, `go` and the data frames that --data names.",
    `Limits: ${LIMIT_NAMES.join(", ")}.`,
  ],
  run,
};

async function run(given: Arguments, io: CliIo): Promise<ExitCode> {
  const out = given.text("out");
  const format = out === undefined ? undefined : outputFormat(out);
  const limits = parseLimits(given.list("limits"));
  const guards = guardForm(given.text("guards"));
  const specs = parseDataSpecs(given.list("data"), ["px", "go"]);
  if (out !== undefined) await checkTarget(out, [...given.operands, ...specs.map((spec) => spec.file)], io);
  const [file = "-"] = given.operands;
  const language = languageOf(given.text("language"), file);
  const source = await readSource(file, io);
  const json = given.flag("json");
  const printed: PrintedLine[] = [];
  const onPrint = (line: PrintedLine): void => {
    if (json) printed.push(line);
    else io.out(`${line.text}\n`);
  };
  try {
    const result = await runProgram(
      { source, language, specs, limits, guards, async: given.flag("async"), onPrint },
      io,
    );
    const text = json ? resultJson(result) : resultText(result);
    if (out !== undefined && format !== undefined) await writeOutput(out, format, result.value, io);
    io.out(text);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof RestrictedError)) throw error;
    if (json) io.out(`${JSON.stringify({ error: errorData(error), printed })}\n`);
    else io.err(errorText(error, source));
    return exitCodeOf(error);
  }
}
