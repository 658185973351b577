import type { Cell } from "./cell.js";

/** danfojs's names for what a column holds; here found from all values, not from the first twenty. */
export type Dtype = "float32" | "int32" | "string" | "boolean" | "datetime" | "undefined";

export interface Column {
  readonly values: readonly Cell[];
  readonly dtype: Dtype;
}

export const DTYPES: readonly Dtype[] = ["float32", "int32", "string", "boolean", "datetime", "undefined"];

export function makeColumn(values: readonly Cell[], dtype: Dtype = inferDtype(values)): Column {
  return { values, dtype };
}

export function isNumeric(column: Column): boolean {
  return column.dtype === "float32" || column.dtype === "int32" || column.dtype === "boolean";
}

/** One string makes a string column, one fraction or gap among numbers a float column, as in danfojs. */
export function inferDtype(values: readonly Cell[]): Dtype {
  let strings = false;
  let fractions = false;
  let integers = false;
  let booleans = false;
  let missing = false;
  for (const value of values) {
    if (typeof value === "number") {
      if (Number.isInteger(value)) integers = true;
      else if (Number.isNaN(value)) missing = true;
      else fractions = true;
    } else if (typeof value === "string") strings = true;
    else if (typeof value === "boolean") booleans = true;
    else missing = true;
  }
  if (strings) return "string";
  if (fractions) return "float32";
  if (integers) return missing ? "float32" : "int32";
  if (booleans) return "boolean";
  return missing ? "float32" : "undefined";
}

/** The cells at `positions`, in that order. */
export function takeCells(column: Column, positions: ArrayLike<number>): Column {
  const values: Cell[] = new Array(positions.length);
  for (let i = 0; i < positions.length; i++) values[i] = column.values[positions[i] as number];
  return { values, dtype: column.dtype };
}
