import { parseArgs } from "node:util";
import { CliError } from "../cli-error.js";
import { near } from "../near.js";
import type { Arguments, Command } from "./command.js";

/** @throws CliError for an option or a number of operands that the command does not know */
export function parseArguments(command: Command, args: readonly string[]): Arguments {
  const hint = `See \`restrictedjs ${command.name} --help\`.`;
  refuseUnknown(command, args, hint);
  const parsed = strictly(command, args, hint);
  const { min, max } = command.operandCount;
  const count = parsed.positionals.length;
  if (count < min) throw new CliError(`\`${command.name}\` needs ${command.operands}`, hint);
  if (count > max) {
    const operands = command.operands === "" ? "options" : command.operands;
    throw new CliError(
      `\`${command.name}\` takes ${operands} only, not also \`${parsed.positionals[max]}\``,
      hint,
    );
  }
  const { values } = parsed;
  return {
    operands: parsed.positionals,
    flag: (name) => values[name] === true,
    text: (name) => (typeof values[name] === "string" ? values[name] : undefined),
    list: (name) => (Array.isArray(values[name]) ? values[name].map(String) : []),
  };
}

type Parsed = { readonly values: Record<string, unknown>; readonly positionals: readonly string[] };

function strictly(command: Command, args: readonly string[], hint: string): Parsed {
  try {
    return parseArgs({
      args: [...args],
      options: plainOptions(command),
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new CliError(firstSentence(error), hint);
  }
}

function refuseUnknown(command: Command, args: readonly string[], hint: string): void {
  const { tokens } = parseArgs({
    args: [...args],
    options: plainOptions(command),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const spec = Object.hasOwn(command.options, token.name) ? command.options[token.name] : undefined;
    if (spec === undefined) {
      const meant = near(token.name, Object.keys(command.options), "--");
      throw new CliError(`\`${command.name}\` has no option \`${token.rawName}\`${meant}`, hint);
    }
    if (seen.has(token.name) && spec.multiple !== true)
      throw new CliError(`\`${token.rawName}\` is given twice`, hint);
    seen.add(token.name);
  }
}

function plainOptions(command: Command): Record<string, { type: "string" | "boolean"; multiple: boolean }> {
  return Object.fromEntries(
    Object.entries(command.options).map(([name, spec]) => [
      name,
      { type: spec.type, multiple: spec.multiple === true },
    ]),
  );
}

function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(/\.\s|\n/)[0]?.replaceAll("'", "`") ?? message;
}
