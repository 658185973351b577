import { crosses } from "./kinds.mjs";
import { readRows, SIZES } from "./rows.mjs";

export const workload = crosses(
  "rows-first",
  "all fields of 100,000 host rows, rows not seen before",
  SIZES,
  (engine, size) => readRows(engine, size, true),
  (size) => size,
);
