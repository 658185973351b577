import type { Command } from "./arguments/command.js";
import { parseArguments } from "./arguments/parse.js";
import { CliError } from "./cli-error.js";
import { checkCommand } from "./commands/check.js";
import { compileCommand } from "./commands/compile.js";
import { describeCommand } from "./commands/describe.js";
import { explainCommand } from "./commands/explain.js";
import { runCommand } from "./commands/run.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { commandHelp, mainHelp } from "./help.js";
import type { CliIo } from "./io.js";
import { near } from "./near.js";
import { packageVersion } from "./version.js";

export const COMMANDS: readonly Command[] = Object.freeze([
  runCommand,
  checkCommand,
  compileCommand,
  explainCommand,
  describeCommand,
]);

/** The whole command line: arguments in, exit code out; expected failures become one sentence on standard error. */
export async function runCli(args: readonly string[], io: CliIo): Promise<ExitCode> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    io.err(`restrictedjs: ${error.message}\n${error.hint === undefined ? "" : `${error.hint}\n`}`);
    return error.exitCode;
  }
}

async function dispatch(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined) throw new CliError("no command is given", mainHelp(COMMANDS));
  if (name === "--help" || name === "-h") return say(io, mainHelp(COMMANDS));
  if (name === "--version") return say(io, `${packageVersion()}\n`);
  const command = COMMANDS.find((known) => known.name === name);
  if (command === undefined) throw unknownCommand(name);
  if (asksForHelp(rest)) return say(io, commandHelp(command));
  return command.run(parseArguments(command, rest), io);
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args.slice(0, end < 0 ? args.length : end).some((arg) => arg === "--help" || arg === "-h");
}

function unknownCommand(name: string): CliError {
  const kind = name.startsWith("-") ? "option" : "command";
  const candidates = kind === "option" ? ["--help", "--version"] : COMMANDS.map((command) => command.name);
  return new CliError(
    `there is no ${kind} \`${name}\`${near(name, candidates)}`,
    "See `restrictedjs --help`.",
  );
}

function say(io: CliIo, text: string): ExitCode {
  io.out(text);
  return EXIT.ok;
}
