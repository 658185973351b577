import { privileged } from "../index.js";
import { QUALITATIVE, SEQUENTIAL } from "./data/colors.js";
import { bar, box, histogram, line, pie, scatter } from "./px/px.js";

export { Figure } from "./figure/figure.js";
export { go } from "./figure/go.js";
export { plotlyPolicies } from "./figure/policy.js";
export { figureToHtml, figureToJson, type HtmlOptions } from "./html/figure-to-html.js";
export { type PlainFigure, type SanitizeOptions, sanitizeFigure } from "./sanitize/sanitize.js";

/** Plotly Express: figures from a frame and the names of its columns. */
export const px = Object.freeze({
  scatter: privileged(scatter),
  line: privileged(line),
  bar: privileged(bar),
  histogram: privileged(histogram),
  box: privileged(box),
  pie: privileged(pie),
  colors: Object.freeze({ qualitative: QUALITATIVE, sequential: SEQUENTIAL }),
});
