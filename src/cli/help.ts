import type { Command, OptionSpec } from "./arguments/command.js";

const EXIT_TEXT = `Exit codes: 0 ok · 1 refused · 2 usage, file or data · 3 the program threw · 4 a limit was reached`;

export function mainHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length + command.operands.length)) + 3;
  const rows = commands.map(
    (command) => `  ${`${command.name} ${command.operands}`.padEnd(width)}${command.summary}`,
  );
  return [
    "restrictedjs: run JavaScript that somebody else wrote",
    "",
    "Usage: restrictedjs COMMAND [options]",
    "",
    ...rows,
    "",
    "  --help, --version",
    "",
    "`restrictedjs COMMAND --help` tells more about one command. `-` as FILE reads standard input.",
    EXIT_TEXT,
    "",
  ].join("\n");
}

export function commandHelp(command: Command): string {
  const options = Object.entries(command.options).map(
    ([name, spec]) => [optionText(name, spec), spec.help] as const,
  );
  const width = Math.max(...options.map(([text]) => text.length)) + 2;
  return [
    `restrictedjs ${command.name}: ${command.summary}`,
    "",
    `Usage: restrictedjs ${[command.name, command.operands].filter((part) => part !== "").join(" ")} [options]`,
    "",
    ...options.map(([text, help]) => `  ${text.padEnd(width)}${help}`),
    "",
    ...command.notes,
    EXIT_TEXT,
    "",
  ].join("\n");
}

function optionText(name: string, spec: OptionSpec): string {
  return spec.value === undefined ? `--${name}` : `--${name} ${spec.value}`;
}
