import { CliError } from "../cli-error.js";

const TYPESCRIPT_FILE = /\.[cm]?ts$/;

/** The value of `--language`, or what the file's name says. */
export function languageOf(value: string | undefined, filename: string): "js" | "ts" {
  if (value === undefined) return TYPESCRIPT_FILE.test(filename) ? "ts" : "js";
  if (value === "js" || value === "ts") return value;
  throw new CliError(`\`--language\` is \`js\` or \`ts\`, not \`${value}\``);
}

export const LANGUAGE_OPTION = {
  type: "string",
  value: "js|ts",
  help: "how to read the program, default ts for .ts, .mts and .cts files, else js",
} as const;
