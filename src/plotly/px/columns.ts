import { didYouMean, tableOf } from "../../index.js";
import { isPlain } from "../figure/figure.js";
import type { Options } from "./arguments.js";
import type { FunctionSpec } from "./functions.js";

/** The data behind one figure, by name; `attribute` tells which column an option stands for. */
export interface Inputs {
  readonly length: number;
  column(name: string): readonly unknown[];
  /** Column name of an option, which is also its label. */
  nameOf(option: string): string | undefined;
  readonly names: readonly string[];
}

const COLUMN_OPTIONS: readonly string[] = [
  "x",
  "y",
  "size",
  "hoverName",
  "text",
  "base",
  "names",
  "values",
  "color",
  "symbol",
  "lineDash",
  "lineGroup",
  "patternShape",
  "facetRow",
  "facetCol",
];

export function inputsOf(spec: FunctionSpec, data: unknown, options: Options): Inputs {
  const columns = new Map<string, readonly unknown[]>(dataColumns(spec, data));
  const names = new Map<string, string>();
  const wide = wideOf(columns, options);
  if (wide !== null) return melt(spec, columns, options, wide);
  for (const option of COLUMN_OPTIONS) {
    const value = options.get(option);
    if (value === undefined || !spec.options.includes(option)) continue;
    names.set(option, bind(spec, option, value, columns, data !== undefined));
  }
  return finish(spec, columns, names);
}

function bind(
  spec: FunctionSpec,
  option: string,
  value: unknown,
  columns: Map<string, readonly unknown[]>,
  hasData: boolean,
): string {
  if (typeof value === "string") {
    if (columns.has(value)) return value;
    if (!hasData)
      throw new TypeError(
        `\`${option}\` is the name "${value}", but there is no data frame; pass one as the first argument of px.${spec.name}, or pass an array.`,
      );
    throw unknownColumn(option, value, [...columns.keys()]);
  }
  const table = tableOf(value);
  const cells = table !== null && table.names.length === 1 ? table.column(table.names[0] as string) : value;
  if (!Array.isArray(cells))
    throw new TypeError(`\`${option}\` must be a column name or an array of values.`);
  const name = table?.names[0] && !columns.has(table.names[0]) ? table.names[0] : option;
  columns.set(name, cells);
  return name;
}

export function unknownColumn(option: string, name: string, known: readonly string[]): TypeError {
  const list = known
    .slice(0, 30)
    .map((n) => `\`${n}\``)
    .join(", ");
  return new TypeError(
    `\`${option}\` is "${name}", which is not a column.${didYouMean(name, known)} The columns are ${list}.`,
  );
}

function finish(
  spec: FunctionSpec,
  columns: ReadonlyMap<string, readonly unknown[]>,
  names: ReadonlyMap<string, string>,
): Inputs {
  const lengths = new Map([...names.values()].map((n) => [n, columns.get(n)?.length ?? 0]));
  const length = Math.max(
    0,
    ...lengths.values(),
    ...(names.size === 0 ? [...columns.values()].map((c) => c.length) : []),
  );
  for (const [name, own] of lengths) {
    if (own !== length)
      throw new TypeError(
        `px.${spec.name} needs columns of one length: \`${name}\` has ${own} values and another has ${length}.`,
      );
  }
  return {
    length,
    names: [...columns.keys()],
    nameOf: (option) => names.get(option),
    column: (name) => {
      const found = columns.get(name);
      if (found === undefined) throw unknownColumn("hoverData", name, [...columns.keys()]);
      return found;
    },
  };
}

function dataColumns(spec: FunctionSpec, data: unknown): readonly (readonly [string, readonly unknown[]])[] {
  if (data === undefined || data === null) return [];
  const table = tableOf(data);
  if (table !== null) return table.names.map((name) => [name, table.column(name)] as const);
  if (Array.isArray(data)) return recordColumns(spec, data);
  if (!isPlain(data))
    throw new TypeError(
      `px.${spec.name} takes a DataFrame, an array of records or an object of arrays as its first argument.`,
    );
  return Object.entries(data).map(([name, values]) => {
    if (!Array.isArray(values)) throw new TypeError(`The data's \`${name}\` must be an array of values.`);
    return [name, values] as const;
  });
}

function recordColumns(
  spec: FunctionSpec,
  records: readonly unknown[],
): readonly (readonly [string, readonly unknown[]])[] {
  const columns = new Map<string, unknown[]>();
  records.forEach((record, row) => {
    if (!isPlain(record))
      throw new TypeError(
        `Row ${row} of the data for px.${spec.name} must be a record such as { x: 1, y: 2 }.`,
      );
    for (const [name, value] of Object.entries(record)) {
      let column = columns.get(name);
      if (column === undefined) {
        column = new Array(records.length).fill(null);
        columns.set(name, column);
      }
      column[row] = value;
    }
  });
  return [...columns];
}

interface Wide {
  readonly axis: "x" | "y";
  readonly value: readonly string[];
}

/** `y: ["a", "b"]` over a frame: one trace a column. */
function wideOf(columns: ReadonlyMap<string, unknown>, options: Options): Wide | null {
  for (const axis of ["y", "x"] as const) {
    const value = options.get(axis);
    if (
      columns.size > 0 &&
      Array.isArray(value) &&
      value.length > 0 &&
      value.every((v) => typeof v === "string" && columns.has(v))
    )
      return { axis, value: value as string[] };
  }
  return null;
}

/** Long form: `variable` and `value` columns, everything else repeated. */
function melt(
  spec: FunctionSpec,
  columns: ReadonlyMap<string, readonly unknown[]>,
  options: Options,
  wide: Wide,
): Inputs {
  const length = Math.max(0, ...wide.value.map((name) => columns.get(name)?.length ?? 0));
  const long = new Map<string, unknown[]>();
  for (const [name, cells] of columns)
    if (!wide.value.includes(name))
      long.set(
        name,
        wide.value.flatMap(() => [...cells]),
      );
  long.set(
    "variable",
    wide.value.flatMap((name) => Array.from({ length }, () => name)),
  );
  long.set(
    "value",
    wide.value.flatMap((name) => [...(columns.get(name) ?? [])]),
  );
  const names = new Map<string, string>([[wide.axis, "value"]]);
  const other = wide.axis === "y" ? "x" : "y";
  if (options.get(other) === undefined) {
    long.set(
      "index",
      wide.value.flatMap(() => Array.from({ length }, (_, i) => i)),
    );
    names.set(other, "index");
  }
  for (const option of COLUMN_OPTIONS) {
    const value = options.get(option);
    if (option !== wide.axis && value !== undefined && spec.options.includes(option))
      names.set(option, bind(spec, option, value, long, true));
  }
  if (!names.has("color")) names.set("color", "variable");
  return finish(spec, long, names);
}
