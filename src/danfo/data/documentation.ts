import type { Documentation } from "../../index.js";

/** What editors show of the members that the policies permit. Types go by the policies' names. */
export type Docs = Readonly<Record<string, Documentation>>;

const row = (signature: string, doc: string): Documentation => Object.freeze({ signature, doc });

const CELL = "string | number | boolean | null | undefined";
const ROW = "{ [column: string]: any }";
/** A frame whose columns are not known before it is there. */
const FRAME = "DataFrame & { readonly [column: string]: Series }";
const POSITIONS = "string | number | boolean[] | (string | number)[] | Series";
const AXIS = "(options?: { axis?: 0 | 1 }): Series";

const rows = {
  head: row("(n?: number): this", "The first rows, 5 unless `n` is given."),
  tail: row("(n?: number): this", "The last rows, 5 unless `n` is given."),
  copy: row("(): this", "The same values; nothing can change them."),
  resetIndex: row("(): this", "The same values with labels that count from 0."),
  toString: row("(): string", "The text that `print` shows."),
};

export const FRAME_DOCS: Docs = Object.freeze({
  ...rows,
  shape: row("[number, number]", "Rows and columns."),
  size: row("number", "How many cells there are."),
  ndim: row("number", "2."),
  columns: row("string[]", "The names of the columns."),
  dtypes: row("string[]", "What the columns hold."),
  index: row("(string | number)[]", "The labels of the rows."),
  values: row(`(${CELL})[][]`, "The cells, row by row."),
  column: row("(name: string): Series", "The column of that name."),
  toRecords: row(`(): ${ROW}[]`, "The rows as plain objects."),
  toJSON: row(`(): ${ROW}[]`, "The rows as plain objects, for `JSON.stringify`."),
  iat: row(`(row: number, column: number): ${CELL}`, "The cell at two positions."),
  at: row(`(label: string | number, column: string): ${CELL}`, "The cell of a row label and a column name."),
  query: row("(condition: Series | boolean[]): this", "The rows for which the condition is true."),
  filter: row(
    `(condition: Series | boolean[] | ((row: ${ROW}, i: number) => boolean)): this`,
    "The rows for which the condition or the function is true.",
  ),
  loc: row(
    `(options: { rows?: ${POSITIONS}; columns?: string | string[] }): ${FRAME}`,
    "Rows by label and columns by name.",
  ),
  iloc: row(
    `(options: { rows?: ${POSITIONS}; columns?: string | number[] }): ${FRAME}`,
    'Rows and columns by position; `"1:3"` is a slice.',
  ),
  sortValues: row(
    "(by: string | string[], options?: { ascending?: boolean | boolean[] }): this",
    "The rows in order of one or more columns, missing values last.",
  ),
  dropNa: row(
    "(options?: { axis?: 0 | 1; columns?: string | string[] }): this",
    "The rows without missing values.",
  ),
  groupby: row("(columns: string | string[]): GroupBy", "The rows in groups of equal values."),
  select: row(
    "<N extends string>(columns: N | N[]): DataFrame & { readonly [K in N]: Series }",
    "Some of the columns.",
  ),
  addColumn: row(
    `<N extends string>(name: N, values: Series | (${CELL})[] | ${CELL}): this & { readonly [K in N]: Series }`,
    "The frame with one more column, or with another in its place.",
  ),
  assign: row(
    `<T extends { [column: string]: Series | any[] | ${CELL} | ((row: ${ROW}, i: number) => any) }>(columns: T): this & { readonly [K in keyof T]: Series }`,
    "The frame with more columns, from values or from a function of `(row, i)`.",
  ),
  drop: row(
    `(options: { columns: string | string[] } | { index: ${POSITIONS} }): ${FRAME}`,
    "The frame without some columns, or without some rows.",
  ),
  rename: row(
    `(names: { [column: string]: string }, options?: { axis?: 1 }): ${FRAME}`,
    "The frame with columns renamed.",
  ),
  fillNa: row(
    `(value: ${CELL} | (${CELL})[], options?: { columns?: string | string[] }): this`,
    "The frame with values in place of missing ones.",
  ),
  isNa: row("(): this", "True where a value is missing."),
  mean: row(AXIS, "The mean of each numeric column."),
  sum: row(AXIS, "The sum of each numeric column."),
  min: row(AXIS, "The smallest value of each numeric column."),
  max: row(AXIS, "The largest value of each numeric column."),
  std: row(AXIS, "The standard deviation of each numeric column."),
  var: row(AXIS, "The variance of each numeric column."),
  count: row(AXIS, "How many values of each column are not missing."),
  median: row(AXIS, "The median of each numeric column."),
  describe: row(`(): ${FRAME}`, "Seven statistics of each numeric column."),
});

const WITH = `(other: Series | (${CELL})[] | ${CELL}): Series`;
const NUMBER = "(): number";

export const SERIES_DOCS: Docs = Object.freeze({
  ...rows,
  name: row("string", "The column's name."),
  values: row(`(${CELL})[]`, "The values, in a new array."),
  dtype: row("string", "What it holds."),
  dtypes: row("string[]", "What it holds, in an array."),
  columns: row("string[]", "The name, in an array."),
  shape: row("[number, number]", "The length and 1."),
  size: row("number", "How many values there are."),
  length: row("number", "How many values there are."),
  ndim: row("number", "1."),
  index: row("(string | number)[]", "The labels of the values."),
  str: row("Str", "Methods for text."),
  toArray: row(`(): (${CELL})[]`, "The values, in a new array."),
  toJSON: row(`(): (${CELL})[]`, "The values, for `JSON.stringify`."),
  iat: row(`(row: number): ${CELL}`, "The value at a position."),
  at: row(`(label: string | number): ${CELL}`, "The value of a label."),
  loc: row(`(rows: ${POSITIONS}): Series`, "Values by label."),
  iloc: row(`(rows: ${POSITIONS}): Series`, 'Values by position; `"1:3"` is a slice.'),
  sortValues: row("(options?: { ascending?: boolean }): Series", "The values in order, missing ones last."),
  dropNa: row("(): Series", "The values that are not missing."),
  add: row(WITH, "Adds a number, an array or a Series."),
  sub: row(WITH, "Subtracts a number, an array or a Series."),
  mul: row(WITH, "Multiplies by a number, an array or a Series."),
  div: row(WITH, "Divides by a number, an array or a Series."),
  mod: row(WITH, "The remainder of a division."),
  pow: row(WITH, "To the power of a number, an array or a Series."),
  eq: row(WITH, "True where the values are equal."),
  ne: row(WITH, "True where the values differ."),
  lt: row(WITH, "True where the value is less."),
  le: row(WITH, "True where the value is less or equal."),
  gt: row(WITH, "True where the value is greater."),
  ge: row(WITH, "True where the value is greater or equal."),
  and: row(WITH, "True where both are true."),
  or: row(WITH, "True where one of them is true."),
  abs: row("(): Series", "The numbers without their sign."),
  round: row("(digits?: number): Series", "The numbers rounded, to one digit unless `digits` is given."),
  cumSum: row("(): Series", "The sum of the values so far, at each place."),
  isNa: row("(): Series", "True where a value is missing."),
  fillNa: row(`(value: ${CELL}): Series`, "A value in place of missing ones."),
  map: row(
    `(f: (value: any, i: number) => ${CELL} | Date): Series`,
    "What the function makes of each value.",
  ),
  apply: row(`(f: (value: any, i: number) => ${CELL} | Date): Series`, "The same as `map`."),
  mean: row(NUMBER, "The mean."),
  median: row(NUMBER, "The median."),
  min: row("(): any", "The smallest value."),
  max: row("(): any", "The largest value."),
  sum: row(NUMBER, "The sum."),
  std: row(NUMBER, "The standard deviation."),
  var: row(NUMBER, "The variance."),
  count: row(NUMBER, "How many values are not missing."),
  nUnique: row(NUMBER, "How many different values there are."),
  mode: row(`(): (${CELL})[]`, "The most frequent values."),
  unique: row("(): Series", "Each value once."),
  valueCounts: row("(): Series", "How often each value occurs, by value."),
  describe: row("(): Series", "Seven statistics."),
});

const GROUPED = `(): ${FRAME}`;

export const GROUP_DOCS: Docs = Object.freeze({
  ngroups: row("number", "How many groups there are."),
  col: row("(columns: string | string[]): GroupBy", "The same groups, for statistics of these columns."),
  agg: row(
    `(statistics: { [column: string]: string | string[] }): ${FRAME}`,
    "Statistics of each group; a column is called `column_mean`.",
  ),
  mean: row(GROUPED, "The mean of each group."),
  sum: row(GROUPED, "The sum of each group."),
  count: row(GROUPED, "How many values of each group are not missing."),
  min: row(GROUPED, "The smallest value of each group."),
  max: row(GROUPED, "The largest value of each group."),
  std: row(GROUPED, "The standard deviation of each group."),
  var: row(GROUPED, "The variance of each group."),
  median: row(GROUPED, "The median of each group."),
  nunique: row(GROUPED, "How many different values each group has."),
  first: row(GROUPED, "The first row of each group."),
  last: row(GROUPED, "The last row of each group."),
  size: row(GROUPED, "How many rows each group has."),
  getGroup: row(`(keys: ${CELL} | (${CELL})[]): ${FRAME}`, "The rows of one group."),
});

export const TEXT_DOCS: Docs = Object.freeze({
  toLowerCase: row("(): Series", "Small letters."),
  toUpperCase: row("(): Series", "Capital letters."),
  trim: row("(): Series", "Without white space at both ends."),
  len: row("(): Series", "The lengths."),
  includes: row("(part: string): Series", "True where the text contains the part."),
  startsWith: row("(part: string): Series", "True where the text begins with the part."),
  endsWith: row("(part: string): Series", "True where the text ends with the part."),
  replace: row("(part: string, by: string): Series", "The first match replaced."),
});
