import type { PlainFigure } from "./sanitize.js";

/** How far the numbers of a figure reach; an upper bound of what an axis can span. */
export interface Extent {
  readonly low: number;
  readonly high: number;
  /** The least positive number, for logarithmic axes. */
  readonly least: number;
  /** What bars can add up to, and how many categories or rows there are. */
  readonly stacked: number;
}

/** Attributes that never say where a point is; all others may widen an axis. */
const NO_PLACE: ReadonlySet<string> = new Set(
  "type mode xaxis yaxis marker line text texttemplate textposition customdata ids meta opacity name legendgroup legendrank hovertext hovertemplate hoverinfo hoverlabel textfont selected unselected width height".split(
    " ",
  ),
);
const OTHER = { x: /^(?:y|z|error_y|a?y\d?|dy|ybins)$/, y: /^(?:x|z|error_x|a?x\d?|dx|xbins)$/ } as const;
const MARKS = ["shapes", "annotations", "images", "selections"] as const;

/** The reach of one letter's axes, or of every number of the figure. */
export function extentOf(figure: PlainFigure, letter?: "x" | "y"): Extent {
  const reach = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY, least: 1, stacked: 0 };
  const skip = letter === undefined ? null : OTHER[letter];
  const take = (value: unknown, adds: boolean): void => {
    const number = place(value);
    if (number === null) reach.stacked += typeof value === "string" ? 1 : 0;
    else {
      reach.low = Math.min(reach.low, number);
      reach.high = Math.max(reach.high, number);
      if (number > 0) reach.least = Math.min(reach.least, number);
      if (adds) reach.stacked += Math.abs(number) + 1;
    }
  };
  const visit = (value: unknown, adds: boolean): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, adds);
    else if (typeof value === "object" && value !== null) {
      for (const [key, part] of Object.entries(value))
        if (letter === undefined || !(NO_PLACE.has(key) || skip?.test(key))) visit(part, adds);
    } else if (typeof value === "number" || typeof value === "string") take(value, adds);
  };
  const all = fromZero(figure);
  for (const trace of figure.data) visit(trace, all || addsUp(trace));
  for (const mark of MARKS) visit(figure.layout[mark], false);
  for (const layout of [figure.layout, templateOf(figure).layout])
    for (const [key, part] of Object.entries(isObject(layout) ? layout : {}))
      if (letter === undefined ? key !== "template" : key.startsWith(`${letter}axis`))
        visit(rangesOf(part), false);
  if (letter === undefined || all || figure.data.some(addsUp)) take(0, false);
  return reach;
}

/** A template or a mode of an axis that makes every trace begin at zero. */
function fromZero(figure: PlainFigure): boolean {
  const template = templateOf(figure);
  return hasKey(template.data, /^(?:stackgroup|fill)$/) || hasKey([figure.layout, template], /^rangemode$/);
}

function hasKey(value: unknown, wanted: RegExp): boolean {
  if (Array.isArray(value)) return value.some((item) => hasKey(item, wanted));
  return (
    isObject(value) && Object.entries(value).some(([key, part]) => wanted.test(key) || hasKey(part, wanted))
  );
}

function templateOf(figure: PlainFigure): Readonly<Record<string, unknown>> {
  const { template } = figure.layout;
  return isObject(template) ? template : {};
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Bars, histograms and stacked lines start from zero and reach as far as their sum. */
function addsUp(trace: Readonly<Record<string, unknown>>): boolean {
  if (!/^scatter(?:gl)?$/.test(String(trace.type ?? "scatter"))) return true;
  return Object.hasOwn(trace, "stackgroup") || Object.hasOwn(trace, "fill");
}

/** An axis' own numbers, without its ticks: they choose nothing about its reach. */
function rangesOf(axis: unknown): unknown {
  if (!isObject(axis)) return axis;
  return Object.fromEntries(
    Object.entries(axis).filter(
      ([key]) => /range|allowed|^c?(?:min|max)$/.test(key) && key !== "rangebreaks",
    ),
  );
}

/** Where Plotly puts a value: numbers, numbers in words, dates as milliseconds. */
function place(value: unknown): number | null {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value.length > 40 || value.trim() === "") return null;
  const number = Number(value);
  if (Number.isFinite(number)) return number;
  const date = /^\s*[+-]?\d{4}-/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : date;
}
