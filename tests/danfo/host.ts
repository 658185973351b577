import { readFileSync } from "node:fs";
import * as dfd from "danfojs";

dfd.tensorflow.env().set("IS_NODE", false);

export { dfd };

export type Row = Readonly<Record<string, string | number | null>>;

export const penguins: readonly Row[] = JSON.parse(
  readFileSync(new URL("../../node_modules/vega-datasets/data/penguins.json", import.meta.url), "utf8"),
) as Row[];

/** The penguins without a gap, on which danfojs calculates rightly. */
export const whole: readonly Row[] = penguins.filter((row) =>
  Object.values(row).every((value) => value !== null),
);

export const MASS = "Body Mass (g)";
export const FLIPPER = "Flipper Length (mm)";

/** danfojs's own types promise too little to be of use here. */
export interface Danfo {
  readonly values: unknown[];
  readonly index: unknown[];
  readonly columns: string[];
  readonly dtypes: string[];
  readonly shape: number[];
}

/** A danfojs object with members as its documentation has them. */
// biome-ignore lint/suspicious/noExplicitAny: danfojs types every column and most results as any
export type Loose = any;

export function frameOf(data: unknown, options?: object): Loose {
  return new dfd.DataFrame(data, options as never);
}

export function seriesOf(data: unknown, options?: object): Loose {
  return new dfd.Series(data as never, options as never);
}

/** Every bit a guest could have changed. */
export function snapshot(df: object): string {
  const fields = ["$data", "$dataIncolumnFormat", "$index", "$columns", "$dtypes", "$isSeries"];
  const bits = fields.map((field) => Object.getOwnPropertyDescriptor(df, field)?.value as unknown);
  return JSON.stringify(bits, (_, value: unknown) =>
    typeof value === "number" ? `number ${value}` : value === undefined ? "undefined" : value,
  );
}
