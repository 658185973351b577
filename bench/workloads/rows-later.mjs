import { crosses } from "./kinds.mjs";
import { readRows, SIZES } from "./rows.mjs";

export const workload = crosses(
  "rows-later",
  "all fields of 100,000 host rows, the same rows again",
  SIZES,
  (engine, size) => readRows(engine, size, false),
  (size) => size,
);
