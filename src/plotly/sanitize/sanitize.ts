import { tableOf } from "../../index.js";
import { isMapStyle, isMapTrace, MAP_LAYOUT } from "./maps.js";
import { clampNumber, isLimited } from "./numbers.js";
import { clampSteps } from "./steps.js";
import { sanitizeText } from "./text.js";

export interface SanitizeOptions {
  /** Allow geo and map subplots, which fetch outlines and tiles from servers that the host must trust. */
  readonly maps?: boolean;
  /** Values, at the most, in the whole figure. */
  readonly nodes?: number;
  /** UTF-16 units of all strings together. */
  readonly characters?: number;
}

/** A figure as plain JSON that may be shown. */
export interface PlainFigure {
  readonly data: readonly Record<string, unknown>[];
  readonly layout: Record<string, unknown>;
  readonly frames?: readonly Record<string, unknown>[];
}

const DEPTH = 24;
const TRACES = 500;
const MARKS = 2_000;
const IMAGE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*$/;
const KEYS: ReadonlySet<string> = new Set([
  "__proto__",
  "prototype",
  "constructor",
  "modebar",
  "updatemenus",
  "sliders",
  "config",
]);

interface Walk {
  nodes: number;
  characters: number;
  readonly maps: boolean;
}

/**
 * Takes a figure down to what can be shown without a request, a script or a hang: plain JSON within budgets, text without markup
 * that loads or links, images only as data, no menus, no maps unless they are asked for.
 * @throws TypeError for something that is no figure; RangeError when it is too large
 */
export function sanitizeFigure(figure: unknown, options: SanitizeOptions = {}): PlainFigure {
  if (typeof figure !== "object" || figure === null)
    throw new TypeError("A figure is an object with `data` and `layout`.");
  const { data, layout, frames } = figure as { data?: unknown; layout?: unknown; frames?: unknown };
  if (!Array.isArray(data)) throw new TypeError("A figure's `data` must be an array of traces.");
  if (data.length > TRACES)
    throw new RangeError(`The figure has ${data.length} traces; at most ${TRACES} can be shown.`);
  const walk: Walk = {
    nodes: options.nodes ?? 5_000_000,
    characters: options.characters ?? 50_000_000,
    maps: options.maps === true,
  };
  const made: PlainFigure = {
    data: traces(walk, data),
    layout: layout === undefined ? {} : object(walk, layout),
  };
  if (!Array.isArray(frames) || frames.length === 0) return clampSteps(made);
  return clampSteps({ ...made, frames: frames.map((frame) => frameOf(walk, object(walk, frame))) });
}

function traces(walk: Walk, data: readonly unknown[]): Record<string, unknown>[] {
  return data.map((trace) => object(walk, trace)).filter((trace) => walk.maps || !isMapTrace(trace));
}

/** A frame may hold a trace of any type: it must not bring back the maps. */
function frameOf(walk: Walk, frame: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(frame.data)) return frame;
  const holdsMaps =
    !walk.maps && frame.data.some((t) => typeof t === "object" && t !== null && isMapTrace(t));
  return holdsMaps ? { ...frame, data: [] } : frame;
}

function object(walk: Walk, value: unknown): Record<string, unknown> {
  const made = clean(walk, value, "", 0);
  return typeof made === "object" && made !== null && !Array.isArray(made)
    ? (made as Record<string, unknown>)
    : {};
}

function clean(walk: Walk, value: unknown, key: string, depth: number): unknown {
  if (--walk.nodes < 0) throw new RangeError("The figure has too many parts to be shown.");
  if (depth > DEPTH) return null;
  switch (typeof value) {
    case "string":
      return string(walk, value, key);
    case "number":
      return Number.isFinite(value) ? clampNumber(key, value) : null;
    case "boolean":
      return value;
    case "object":
      return value === null ? null : structure(walk, value, key, depth);
    default:
      return null;
  }
}

function string(walk: Walk, value: string, key: string): string | null {
  walk.characters -= value.length;
  if (walk.characters < 0) throw new RangeError("The figure has too much text to be shown.");
  if (key === "source") return IMAGE.test(value) ? value : null;
  // Where Plotly takes an object or, failing that, an address.
  if (key === "geojson") return null;
  if (key === "style" && !isMapStyle(value) && walk.maps) return null;
  if (isLimited(key) && value.trim() !== "" && Number.isFinite(Number(value)))
    return String(clampNumber(key, Number(value)));
  return sanitizeText(value);
}

function structure(walk: Walk, value: object, key: string, depth: number): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (ArrayBuffer.isView(value))
    return value instanceof DataView
      ? null
      : list(walk, Array.from(value as unknown as ArrayLike<number>), key, depth);
  if (Array.isArray(value)) return list(walk, value, key, depth);
  const table = tableOf(value);
  // A map's style as an object names servers of its own.
  if (key === "style" && walk.maps) return null;
  if (table !== null)
    return table.names.length === 1
      ? list(walk, [...table.column(table.names[0] as string)], key, depth)
      : null;
  const made: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    if (KEYS.has(name) || name.startsWith("__") || (!walk.maps && MAP_LAYOUT.test(name))) continue;
    const d = Object.getOwnPropertyDescriptor(value, name);
    if (d === undefined || !("value" in d) || d.value === undefined || typeof d.value === "function")
      continue;
    made[name] = clean(walk, d.value, name, depth + 1);
  }
  return made;
}

function list(walk: Walk, values: readonly unknown[], key: string, depth: number): unknown[] {
  if ((key === "annotations" || key === "shapes" || key === "images") && values.length > MARKS) {
    throw new RangeError(`The figure has ${values.length} ${key}; at most ${MARKS} can be shown.`);
  }
  // A list of tick distances or sources is still what its key says.
  return Array.from(values, (item) => clean(walk, item, key, depth + 1));
}
