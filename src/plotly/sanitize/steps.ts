import { type Extent, extentOf } from "./extent.js";
import type { PlainFigure } from "./sanitize.js";

type PlainObject = Record<string, unknown>;

/** Measured in Chromium: 200 labelled ticks take 1.5 s to draw, 400 take 5 s, 1000 do not end. */
const TICKS = 200;
const BINS = 5_000;
const PIXELS = 20_000;
const DAY = 86_400_000;
const BINNED: ReadonlySet<string> = new Set(["xbins", "ybins", "zbins"]);
const STEP_KEYS: ReadonlySet<string> = new Set(["dtick", "arraydtick", "bandwidth", "size", "tickvals"]);

/**
 * A tiny step between ticks, bins or contours makes Plotly draw without end. A step stays only where it is surely
 * coarse enough for what the figure's numbers span; otherwise it is left to Plotly.
 */
export function clampSteps(figure: PlainFigure): PlainFigure {
  const extents = new Map<string, Extent>();
  const extent = (letter: string): Extent => {
    let known = extents.get(letter);
    if (known === undefined) {
      known = extentOf(figure, letter === "x" || letter === "y" ? letter : undefined);
      extents.set(letter, known);
    }
    return known;
  };
  const visit = (value: unknown, parent: string, letter: string): void => {
    if (Array.isArray(value)) {
      for (const item of value) if (typeof item === "object") visit(item, parent, letter);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    const object = value as PlainObject;
    for (const [key, part] of Object.entries(object)) {
      if (STEP_KEYS.has(key) && tooFine(object, key, parent, () => extent(letter))) {
        delete object[key];
        if (key === "tickvals") delete object.ticktext;
      } else visit(part, key, /^([xy])axis\d*$/.exec(key)?.[1] ?? (key === "minor" ? letter : ""));
    }
  };
  for (const key of ["width", "height"]) {
    const side = Number(figure.layout[key] ?? 0);
    if (!(side >= 0 && side <= PIXELS)) delete figure.layout[key];
  }
  visit(figure.layout, "", "");
  for (const trace of figure.data) visit(trace, "", "");
  for (const frame of figure.frames ?? []) visit(frame, "", "");
  return figure;
}

function tooFine(object: PlainObject, key: string, parent: string, extent: () => Extent): boolean {
  const step = object[key];
  if (key === "tickvals") return Array.isArray(step) && step.length > TICKS;
  if (key === "size" && parent !== "contours" && !BINNED.has(parent)) return false;
  if (typeof step !== "number" && typeof step !== "string") return true;
  const ends = [object.start, object.end].map(Number).filter(Number.isFinite);
  const own =
    ends.length === 2 ? Math.abs((ends[1] as number) - (ends[0] as number)) : Math.abs(ends[0] ?? 0);
  if (key === "size") return !fits(step, Math.max(own, spanOf(extent())), BINNED.has(parent) ? BINS : TICKS);
  if (key === "bandwidth") return !fits(step, spanOf(extent()), BINS);
  return object.type === "log" ? !fitsLog(step, object, extent()) : !fits(step, spanOf(extent()), TICKS);
}

function spanOf({ low, high, stacked }: Extent): number {
  return Math.max(1, high - low, stacked);
}

function fits(step: number | string, span: number, most: number): boolean {
  const months = /^M(\d{1,4})$/.exec(String(step));
  if (months !== null) return span / (Number(months[1]) * 28 * DAY) <= most;
  // Words of logarithmic axes: harmless, or refused, where the axis turns out to be one.
  if (/^D[12]$/.test(String(step))) return true;
  const size = Number(String(step).replace(/^L/, ""));
  return size > 0 && span / size <= most;
}

function fitsLog(step: number | string, axis: PlainObject, { high, least }: Extent): boolean {
  const range = Array.isArray(axis.range) ? axis.range.map(Number).filter(Number.isFinite) : [];
  const given = range.length === 0 ? 0 : Math.max(...range) - Math.min(...range, 0);
  const decades = Math.max(1, given, Math.log10(Math.max(1, high) / least));
  if (/^D[12]$/.test(String(step))) return decades * 9 <= TICKS;
  if (/^L/.test(String(step))) return fits(step, Math.max(high, 10 ** Math.max(...range, 0)), TICKS);
  return Number(step) > 0 && decades / Number(step) <= TICKS;
}
