import { extname } from "node:path";
import { CliError } from "../cli-error.js";
import { EXIT } from "../exit-codes.js";
import type { CliIo } from "../io.js";
import { isFigure, type PlainFigure } from "./figure.js";
import { valueJson } from "./value.js";
import { writeWhole } from "./write-file.js";

export type OutputFormat = "html" | "json";

export function outputFormat(file: string): OutputFormat {
  const extension = extname(file).toLowerCase();
  if (extension === ".html") return "html";
  if (extension === ".json") return "json";
  throw new CliError(`\`--out ${file}\` must end in .html or .json`);
}

/** @throws CliError (exit code 3) when a page is wanted and the value is not a figure */
export async function writeOutput(
  file: string,
  format: OutputFormat,
  value: unknown,
  io: CliIo,
): Promise<void> {
  if (format === "json") return writeWhole(file, `${valueJson(value)}\n`, io);
  if (!isFigure(value)) {
    throw new CliError(
      "the program's value is not a figure, nothing is written",
      "End the program with the figure: `fig;`",
      EXIT.guest,
    );
  }
  await writeWhole(file, await page(value), io);
}

async function page(figure: PlainFigure): Promise<string> {
  const { figureToHtml } = await import("../../plotly/index.js");
  try {
    return await figureToHtml(figure);
  } catch (error) {
    if (!/MODULE_NOT_FOUND$/.test(String((error as NodeJS.ErrnoException).code))) throw error;
    throw new CliError(
      "`--out FILE.html` needs the package plotly.js-dist-min",
      "Run `npm install plotly.js-dist-min`.",
    );
  }
}
