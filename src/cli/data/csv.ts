import Papa from "papaparse";
import { type Cell, type Column, checkNames, dataError, typedColumn } from "./table.js";

/** @throws CliError for quotes that do not close, ragged rows, bad header names, or a file without rows */
export function readCsv(text: string, file: string, delimiter: "," | "\t"): readonly Column[] {
  const rows = parseRows(text, file, delimiter);
  const [names = [], ...body] = rows;
  checkNames(file, names, 1);
  for (const [i, row] of body.entries()) checkWidth(file, row, names.length, i + 2);
  if (body.length === 0) throw dataError(file, undefined, "there is a header but no row below it");
  return names.map((name, i) => typedColumn(file, name, cellsOf(body.map((row) => row[i] ?? "")), 2));
}

function parseRows(text: string, file: string, delimiter: string): readonly (readonly string[])[] {
  if (text.trim() === "") throw dataError(file, undefined, "the file is empty");
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, header: false, skipEmptyLines: false });
  const [problem] = errors;
  if (problem !== undefined) throw dataError(file, (problem.row ?? 0) + 1, sentence(problem.message));
  const last = data.at(-1);
  return last?.length === 1 && last[0] === "" ? data.slice(0, -1) : data;
}

function checkWidth(file: string, row: readonly string[], width: number, number: number): void {
  if (row.length === width) return;
  const found =
    row.length === 1 && row[0] === ""
      ? "the row is empty"
      : `the row has ${row.length} ${plural(row.length)}`;
  throw dataError(file, number, `${found}, the header has ${width}`);
}

function plural(count: number): string {
  return count === 1 ? "value" : "values";
}

function sentence(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

// A leading zero is part of an identifier (`01234`), not of a number; so is what a double cannot hold.
const NUMBER = /^[+-]?(?:0|[1-9]\d*|(?=\.\d))(?:\.\d*)?(?:[eE][+-]?\d+)?$/;

/** Numbers when every cell that is not empty is one; otherwise the text as it stands. */
function cellsOf(texts: readonly string[]): readonly Cell[] {
  const numeric =
    texts.some((text) => text.trim() !== "") &&
    texts.every((text) => text.trim() === "" || isNumber(text.trim()));
  if (!numeric) return texts.map((text) => (text === "" ? null : text));
  return texts.map((text) => (text.trim() === "" ? null : Number(text)));
}

function isNumber(text: string): boolean {
  if (!NUMBER.test(text)) return false;
  const value = Number(text);
  return Number.isFinite(value) && (!/^[+-]?\d+$/.test(text) || Number.isSafeInteger(value));
}
