import { documented } from "../index.js";
import { QUALITATIVE, SEQUENTIAL } from "./data/colors.js";
import { documentedFunction } from "./px/documentation.js";
import { bar, box, histogram, line, pie, scatter } from "./px/px.js";

export { Figure } from "./figure/figure.js";
export { go } from "./figure/go.js";
export { plotlyPolicies } from "./figure/policy.js";
export { figureToHtml, figureToJson, type HtmlOptions } from "./html/figure-to-html.js";
export { type PlainFigure, type SanitizeOptions, sanitizeFigure } from "./sanitize/sanitize.js";

const express = Object.freeze({
  scatter: documentedFunction("scatter", scatter),
  line: documentedFunction("line", line),
  bar: documentedFunction("bar", bar),
  histogram: documentedFunction("histogram", histogram),
  box: documentedFunction("box", box),
  pie: documentedFunction("pie", pie),
  colors: Object.freeze({ qualitative: QUALITATIVE, sequential: SEQUENTIAL }),
});

/** Plotly Express: figures from a frame and the names of its columns. */
export const px: typeof express = documented(express, {
  doc: "Plotly Express: figures from a frame and the names of its columns.",
});
