import { CliError } from "../cli-error.js";

/** The value of `--guards`. */
export function guardForm(value: string | undefined): "inline" | "call" {
  if (value === undefined || value === "inline") return "inline";
  if (value === "call") return "call";
  throw new CliError(`\`--guards\` is \`inline\` or \`call\`, not \`${value}\``);
}
