import { extname } from "node:path";
import { CliError } from "../cli-error.js";

/** One `--data NAME=FILE`. */
export interface DataSpec {
  readonly name: string;
  readonly file: string;
  readonly format: "csv" | "tsv" | "json";
}

const FORMATS: Readonly<Record<string, DataSpec["format"]>> = Object.freeze({
  ".csv": "csv",
  ".tsv": "tsv",
  ".json": "json",
});

export function parseDataSpecs(texts: readonly string[], taken: readonly string[]): readonly DataSpec[] {
  const specs = texts.map(parseDataSpec);
  const names = new Set(taken);
  for (const { name } of specs) {
    if (names.has(name)) throw new CliError(`The name \`${name}\` in \`--data\` is already in use`);
    names.add(name);
  }
  return specs;
}

function parseDataSpec(text: string): DataSpec {
  const at = text.indexOf("=");
  const [name, file] = [text.slice(0, Math.max(0, at)), text.slice(at + 1)];
  if (at < 1 || file === "")
    throw new CliError(`\`--data ${text}\` is not of the form NAME=FILE`, "As in `--data df=penguins.csv`.");
  if (!/^[A-Za-z$][\w$]*$/.test(name)) {
    throw new CliError(
      `\`${name}\` cannot be the name of a variable`,
      "Use letters, digits and `_`, beginning with a letter.",
    );
  }
  const extension = extname(file).toLowerCase();
  const format = Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
  if (format === undefined)
    throw new CliError(`\`${file}\` is not a data file that can be read`, "Use .csv, .tsv or .json.");
  return { name, file, format };
}
