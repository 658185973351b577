import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { px } from "../../src/plotly/index.js";

type Row = Record<string, unknown>;

const read = (name: string): string => readFileSync(new URL(`data/${name}`, import.meta.url), "utf8");

/** A CSV as pandas reads it: numbers where a column is all numbers, null where a cell is empty. */
function table(name: string): Row[] {
  const { data } = Papa.parse<Record<string, string>>(read(`${name}.csv`).trim(), { header: true });
  const numeric = (column: string): boolean =>
    data.every((r) => r[column] === "" || !Number.isNaN(Number(r[column])));
  const columns = Object.keys(data[0] ?? {}).map((c) => [c, numeric(c)] as const);
  return data.map((r) =>
    Object.fromEntries(columns.map(([c, n]) => [c, r[c] === "" ? null : n ? Number(r[c]) : r[c]])),
  );
}

const iris = table("iris");
const tips = table("tips");
const gap = table("gapminder");
const medals = table("medals_wide");
const peng = table("penguins_like");
const where = (rows: Row[], column: string, value: unknown): Row[] => rows.filter((r) => r[column] === value);

/** tips.groupby(["day", "sex"]).total_bill.sum(), sorted as pandas sorts groups. */
function dayTotals(): Row[] {
  const sums = new Map<string, Row>();
  for (const { day, sex, total_bill } of tips) {
    const key = `${day}|${sex}`;
    const row = sums.get(key) ?? { day, sex, total_bill: 0 };
    row.total_bill = (row.total_bill as number) + (total_bill as number);
    sums.set(key, row);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** plotly.express calls as JavaScript; names and data as in the reference. */
export const CASES: Readonly<Record<string, () => unknown>> = {
  scatter_basic: () => px.scatter(iris, { x: "sepal_width", y: "sepal_length" }),
  scatter_arrays: () => px.scatter({ x: [1, 2, 3], y: [4, 5, 6] }),
  scatter_color: () => px.scatter(iris, { x: "sepal_width", y: "sepal_length", color: "species" }),
  scatter_color_sequence: () =>
    px.scatter(tips, {
      x: "total_bill",
      y: "tip",
      color: "day",
      colorDiscreteSequence: px.colors.qualitative.Set2,
    }),
  scatter_color_symbol_size_hover: () =>
    px.scatter(iris, {
      x: "sepal_width",
      y: "sepal_length",
      color: "species",
      symbol: "species",
      size: "petal_length",
      hoverData: ["petal_width"],
      title: "Iris",
    }),
  scatter_facet_col: () => px.scatter(tips, { x: "total_bill", y: "tip", facetCol: "time" }),
  scatter_facet_wrap: () =>
    px.scatter(tips, {
      x: "total_bill",
      y: "tip",
      facetCol: "day",
      facetColWrap: 2,
      categoryOrders: { day: ["Thur", "Fri", "Sat", "Sun"] },
    }),
  scatter_labels_template: () =>
    px.scatter(tips, {
      x: "total_bill",
      y: "tip",
      color: "sex",
      labels: { total_bill: "Total bill ($)", tip: "Tip ($)", sex: "Payer" },
      template: "plotly_white",
      title: "T",
      width: 700,
      height: 400,
      opacity: 0.6,
    }),
  scatter_nulls: () =>
    px.scatter(peng, { x: "bill_length_mm", y: "bill_depth_mm", color: "species", symbol: "sex" }),
  scatter_range_log_y: () =>
    px.scatter(where(gap, "year", 2007), {
      x: "gdpPercap",
      y: "pop",
      log_x: true,
      log_y: true,
      range_x: [100, 100000],
    }),
  scatter_marginals: () =>
    px.scatter(iris, {
      x: "sepal_width",
      y: "sepal_length",
      color: "species",
      marginal_x: "box",
      marginal_y: "violin",
    }),
  scatter_trendline_ols_color: () =>
    px.scatter(tips, { x: "total_bill", y: "tip", color: "sex", trendline: "ols" }),
  scatter_trendline_lowess: () => px.scatter(tips, { x: "total_bill", y: "tip", trendline: "lowess" }),
  histogram_marginal_rug: () =>
    px.histogram(tips, { x: "total_bill", color: "sex", marginal: "rug", hoverData: ["tip"] }),
  line_color_markers: () =>
    px.line(where(gap, "continent", "Oceania"), { x: "year", y: "lifeExp", color: "country", markers: true }),
  line_group_shape: () =>
    px.line(where(gap, "continent", "Oceania"), {
      x: "year",
      y: "gdpPercap",
      line_group: "country",
      line_shape: "spline",
      logY: true,
    }),
  bar_color_continuous: () =>
    px.bar(where(gap, "country", "Canada"), {
      x: "year",
      y: "pop",
      color: "lifeExp",
      hoverData: ["gdpPercap"],
      labels: { pop: "population of Canada" },
      height: 400,
    }),
  bar_color_stack: () => px.bar(dayTotals(), { x: "day", y: "total_bill", color: "sex" }),
  bar_group_text_auto: () =>
    px.bar(dayTotals(), { x: "day", y: "total_bill", color: "sex", barmode: "group", textAuto: ".2s" }),
  bar_wide: () => px.bar(medals, { x: "nation", y: ["gold", "silver", "bronze"], title: "Wide-Form Input" }),
  histogram_basic: () => px.histogram(tips, { x: "total_bill" }),
  histogram_cumulative: () => px.histogram(tips, { x: "total_bill", cumulative: true, logY: true }),
  box_x_color: () =>
    px.box(tips, { x: "day", y: "total_bill", color: "smoker", notched: true, points: "all" }),
  pie_basic: () => px.pie(tips, { values: "tip", names: "day" }),
  pie_hole_map: () =>
    px.pie(tips, {
      values: "tip",
      names: "day",
      color: "day",
      hole: 0.4,
      colorDiscreteMap: { Thur: "lightcyan", Fri: "cyan", Sat: "royalblue", Sun: "darkblue" },
      title: "Tips",
    }),
};

export function expected(name: string): unknown {
  return JSON.parse(read(`figures/${name}.json`));
}

const TEMPLATES = JSON.parse(read("templates.json")) as Record<string, unknown>;

/** As the reference was normalised: named templates by name, numbers to nine places. */
export function normalised(value: unknown, key = ""): unknown {
  if (key === "template") {
    const name = Object.keys(TEMPLATES).find(
      (t) => JSON.stringify(sorted(TEMPLATES[t])) === JSON.stringify(sorted(value)),
    );
    return name === undefined ? value : { $ref: name };
  }
  if (typeof value === "number") return Number(value.toPrecision(10));
  if (Array.isArray(value)) return value.map((item) => normalised(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .map(([k, v]) => [k, k === "$ref" ? v : normalised(v, k)]),
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  );
}
