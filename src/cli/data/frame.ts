import { CliError } from "../cli-error.js";
import type { Column } from "./table.js";

type Danfo = typeof import("danfojs");

/** A real danfojs DataFrame. Types are given, because danfojs guesses them from the first twenty rows. */
export async function makeFrame(columns: readonly Column[]): Promise<object> {
  const { DataFrame } = await loadDanfo();
  const length = columns[0]?.cells.length ?? 0;
  const rows = Array.from({ length }, (_, row) => columns.map((column) => column.cells[row] ?? null));
  return new DataFrame(rows, {
    columns: columns.map((column) => column.name),
    dtypes: columns.map((column) => column.dtype),
  });
}

async function loadDanfo(): Promise<Danfo> {
  try {
    const danfo = await import("danfojs");
    // Without this, TensorFlow greets on the console at the first computation.
    danfo.tensorflow.env().set("IS_NODE", false);
    return danfo;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new CliError(
      "`--data` needs the package danfojs, which is not installed",
      "Run `npm install danfojs` (docs/getting-started.md says how).",
    );
  }
}
