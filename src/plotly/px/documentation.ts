import { documented, privileged } from "../../index.js";
import type { Figure } from "../figure/figure.js";
import { FUNCTIONS } from "./functions.js";

const VALUES = "any[] | Series";
const COLUMN = `string | ${VALUES}`;
const COLUMNS = `string | string[]`;
const MAP = "{ [value: string]: string }";
const ATTRIBUTES = "{ [attribute: string]: any }";

/** The type of each option, as TypeScript writes it. */
export const OPTION_TYPES: Readonly<Record<string, string>> = Object.freeze({
  x: `${COLUMN} | string[]`,
  y: `${COLUMN} | string[]`,
  names: COLUMN,
  values: COLUMN,
  base: COLUMN,
  color: COLUMN,
  size: COLUMN,
  symbol: COLUMN,
  lineDash: COLUMN,
  lineGroup: COLUMN,
  patternShape: COLUMN,
  text: COLUMN,
  hoverName: COLUMN,
  hoverData: `${COLUMNS} | ${ATTRIBUTES}`,
  customData: COLUMNS,
  facetRow: COLUMN,
  facetCol: COLUMN,
  facetColWrap: "number",
  facetRowSpacing: "number",
  facetColSpacing: "number",
  labels: MAP,
  title: "string",
  subtitle: "string",
  template: `string | ${ATTRIBUTES}`,
  width: "number",
  height: "number",
  categoryOrders: "{ [column: string]: any[] }",
  colorDiscreteSequence: "string[]",
  colorDiscreteMap: MAP,
  colorContinuousScale: "string[]",
  rangeColor: "[number, number]",
  colorContinuousMidpoint: "number",
  symbolSequence: "string[]",
  symbolMap: MAP,
  lineDashSequence: "string[]",
  lineDashMap: MAP,
  patternShapeSequence: "string[]",
  patternShapeMap: MAP,
  logX: "boolean",
  logY: "boolean",
  rangeX: "[any, any]",
  rangeY: "[any, any]",
  orientation: '"v" | "h"',
  opacity: "number",
  sizeMax: "number",
  renderMode: '"auto" | "svg" | "webgl"',
  marginalX: "string",
  marginalY: "string",
  marginal: "string",
  trendline: '"ols" | "lowess"',
  trendlineColorOverride: "string",
  markers: "boolean",
  lineShape: '"linear" | "spline" | "hv" | "vh" | "hvh" | "vhv"',
  barmode: '"relative" | "group" | "overlay" | "stack"',
  barnorm: '"fraction" | "percent"',
  boxmode: '"group" | "overlay"',
  histnorm: '"percent" | "probability" | "density" | "probability density"',
  histfunc: '"count" | "sum" | "avg" | "min" | "max"',
  cumulative: "boolean",
  nbins: "number",
  textAuto: "boolean | string",
  points: '"outliers" | "suspectedoutliers" | "all" | false',
  notched: "boolean",
  hole: "number",
});

const DOCS: Readonly<Record<string, string>> = Object.freeze({
  scatter: "Points.",
  line: "Points joined by lines.",
  bar: "Bars.",
  histogram: "Bars that count values.",
  box: "The spread of values, as boxes.",
  pie: "Parts of a whole.",
});

const DATA = "DataFrame | { [column: string]: any }[] | { [column: string]: any[] }";

/** A px function for guests, with what editors show of it. */
export function documentedFunction<F extends (data?: unknown, options?: unknown) => Figure>(
  name: keyof typeof FUNCTIONS,
  f: F,
): F {
  const options = `{ ${optionNames(name)
    .map((option) => `${option}?: ${OPTION_TYPES[option] ?? "any"}`)
    .join("; ")} }`;
  // `px.scatter({ x: […] })` without a frame: the one object holds the options.
  const signature = `(data: ${DATA}, options?: ${options}): Figure; (options: ${options}): Figure`;
  return documented(privileged(f), { signature, doc: DOCS[name] ?? "A figure." });
}

export function optionNames(name: keyof typeof FUNCTIONS): readonly string[] {
  return [...new Set(FUNCTIONS[name]?.options ?? [])].filter((option) => option !== "");
}
