import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { GuardError } from "../../index.js";
import { type PlainFigure, type SanitizeOptions, sanitizeFigure } from "../sanitize/sanitize.js";

export interface HtmlOptions {
  readonly title?: string;
  /** Where plotly.js comes from: written into the page (default), or loaded from a URL the host names. */
  readonly plotly?: "inline" | { readonly url: string };
  /** CSS lengths of the plot; default: the whole window. */
  readonly width?: string;
  readonly height?: string;
  readonly sanitize?: SanitizeOptions;
}

/** The host's render settings; a guest never has a say in them. */
const CONFIG = {
  showSendToCloud: false,
  plotlyServerURL: "",
  typesetMath: false,
  displaylogo: false,
  editable: false,
  responsive: true,
};
const LENGTH = /^\d{1,5}(?:\.\d+)?(?:px|em|rem|vw|vh|%)$/;
const KEYS: ReadonlySet<string> = new Set(["title", "plotly", "width", "height", "sanitize"]);

/**
 * A standalone page with the figure, sanitised, under a policy that lets it load nothing.
 * @throws GuardError `PLOTLY_MISSING`, `OPTION_UNKNOWN`, `OPTION_VALUE`; TypeError, RangeError from `sanitizeFigure`
 */
export function figureToHtml(figure: unknown, options: HtmlOptions = {}): string {
  for (const key of Object.keys(options))
    if (!KEYS.has(key))
      throw new GuardError({
        code: "OPTION_UNKNOWN",
        message: `figureToHtml has no option \`${key}\`; it has ${[...KEYS].join(", ")}.`,
      });
  const safe = sanitizeFigure(figure, options.sanitize);
  const draw = `Plotly.newPlot("plot", ${json({ ...safe, config: CONFIG })});`;
  const source = options.plotly ?? "inline";
  const library = source === "inline" ? plotlyText() : null;
  const url = source === "inline" ? "" : checkedUrl(source.url);
  const scripts = library === null ? [draw] : [library, draw];
  const allowed = [...scripts.map(hash), ...(url === "" ? [] : [new URL(url).origin])].join(" ");
  const policy = `default-src 'none'; script-src ${allowed}; style-src 'unsafe-inline'; img-src data: blob:; connect-src 'none'; worker-src blob:; base-uri 'none'; form-action 'none'`;
  const title = options.title ?? titleOf(safe);
  const tag = library === null ? `<script src="${escapeHtml(url)}"></script>` : `<script>${library}</script>`;
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>html,body{margin:0;height:100%;background:#fff}#plot{width:${length("width", options.width, "100%")};height:${length("height", options.height, "100vh")}}</style>`,
    "</head>",
    "<body>",
    `<div id="plot" role="img" aria-label="${escapeHtml(title)}"></div>`,
    tag,
    `<script>${draw}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** The sanitised figure as JSON text. */
export function figureToJson(figure: unknown, options: SanitizeOptions = {}): string {
  return JSON.stringify(sanitizeFigure(figure, options));
}

/** JSON that can stand in a script: nothing in it ends the script or a line of it. */
function json(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029")
    .replace(/^\{/, "{");
}

function plotlyText(): string {
  let file: string;
  try {
    file = createRequire(import.meta.url).resolve("plotly.js-dist-min/plotly.min.js");
  } catch {
    throw new GuardError({
      code: "PLOTLY_MISSING",
      message: "plotly.js-dist-min is not installed.",
      help: "Run `npm install plotly.js-dist-min`, or pass `plotly: { url }`.",
    });
  }
  return readFileSync(file, "utf8")
    .replace(/<\/script/gi, "<\\/script")
    .replace(/<!--/g, "<\\!--");
}

function hash(script: string): string {
  return `'sha256-${createHash("sha256").update(script, "utf8").digest("base64")}'`;
}

function checkedUrl(url: unknown): string {
  if (typeof url === "string" && /^https?:\/\/[^\s"'<>;,]+$/.test(url)) return url;
  throw new GuardError({ code: "OPTION_VALUE", message: "`plotly.url` must be an http(s) URL." });
}

function length(name: string, given: string | undefined, standard: string): string {
  if (given === undefined) return standard;
  if (typeof given === "string" && LENGTH.test(given)) return given;
  throw new GuardError({
    code: "OPTION_VALUE",
    message: `\`${name}\` must be a CSS length such as "800px".`,
  });
}

function titleOf(figure: PlainFigure): string {
  const { title } = figure.layout;
  const text = typeof title === "object" && title !== null ? (title as { text?: unknown }).text : title;
  return typeof text === "string" ? text.replace(/<[^>]*>/g, "") : "Figure";
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");
}
