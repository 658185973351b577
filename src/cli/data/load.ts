import type { CliIo } from "../io.js";
import { decodeText, readBytes } from "../read-source.js";
import { readCsv } from "./csv.js";
import { makeFrame } from "./frame.js";
import { readJson } from "./json.js";
import type { DataSpec } from "./spec.js";
import type { Column } from "./table.js";

/** Every file is read and checked before danfojs is loaded. */
export async function loadData(
  specs: readonly DataSpec[],
  io: CliIo,
): Promise<Readonly<Record<string, object>>> {
  const tables: (readonly [string, readonly Column[]])[] = [];
  for (const spec of specs) tables.push([spec.name, await readColumns(spec, io)]);
  const frames: Record<string, object> = {};
  for (const [name, columns] of tables) frames[name] = await makeFrame(columns);
  return frames;
}

async function readColumns(spec: DataSpec, io: CliIo): Promise<readonly Column[]> {
  const text = decodeText(await readBytes(spec.file, io), spec.file);
  if (spec.format === "json") return readJson(text, spec.file);
  return readCsv(text, spec.file, spec.format === "csv" ? "," : "\t");
}
