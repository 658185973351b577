import type { PlainFigure } from "./sanitize.js";

const STEPPED: ReadonlySet<string> = new Set(["dtick", "size"]);
const PARENTS: ReadonlySet<string> = new Set(["xbins", "ybins", "zbins", "contours"]);
const STEPS = 2_000;

/**
 * A tiny step between ticks, bins or contours makes Plotly draw millions of them. A step is kept only when it cannot
 * be smaller than the figure's numbers divided by a few thousand; otherwise Plotly chooses.
 */
export function clampSteps(figure: PlainFigure): PlainFigure {
  const extent = largest(figure.data);
  const visit = (value: unknown, parent: string): void => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) if (typeof item === "object") visit(item, parent);
      return;
    }
    const object = value as Record<string, unknown>;
    for (const [key, part] of Object.entries(object)) {
      if (STEPPED.has(key) && (key === "dtick" || PARENTS.has(parent)) && !fine(part, extent))
        delete object[key];
      else visit(part, key);
    }
  };
  visit(figure.layout, "");
  for (const trace of figure.data) visit(trace, "");
  return figure;
}

/** Logarithmic and date steps are words such as `L2`, `D1`, `M3`. */
function fine(step: unknown, extent: number): boolean {
  if (typeof step === "string")
    return /^(?:[DM]\d{1,3}|L\d+(?:\.\d+)?)$/.test(step) && !/^L0*(?:\.0*)?$/.test(step);
  return typeof step === "number" && step > 0 && extent / step <= STEPS;
}

/** The largest distance from zero among the numbers of the data. */
function largest(data: readonly Record<string, unknown>[]): number {
  let most = 1;
  const visit = (value: unknown): void => {
    if (typeof value === "number") most = Math.max(most, Math.abs(value));
    else if (Array.isArray(value)) for (const item of value) visit(item);
  };
  for (const trace of data) for (const axis of ["x", "y", "z", "r", "theta", "values"]) visit(trace[axis]);
  return most;
}
