import { QUALITATIVE } from "../data/colors.js";
import { Figure } from "../figure/figure.js";
import type { PlainObject } from "../figure/plain.js";
import { mapping, type Options, oneOf, optionsOf, strings } from "./arguments.js";
import { type Inputs, inputsOf } from "./columns.js";
import { FUNCTIONS, type FunctionSpec } from "./functions.js";
import { type Grouping, groupRows } from "./groups.js";
import { layoutOf } from "./layout.js";
import { DASHES, PATTERNS, SYMBOLS } from "./styles.js";
import { templateOf } from "./template.js";
import { tracesOf } from "./traces.js";

/** Everything a figure is made of, once the arguments are checked. */
export interface Plan {
  readonly spec: FunctionSpec;
  readonly options: Options;
  readonly inputs: Inputs;
  readonly grouping: Grouping;
  readonly labels: ReadonlyMap<string, string>;
  /** `color` is a column of numbers on a scale and not a grouping. */
  readonly continuous: boolean;
  readonly orientation: "v" | "h";
  readonly template: PlainObject;
  readonly colors: readonly string[];
  label(column: string): string;
  style(option: string, value: unknown): string;
}

function figure(name: keyof typeof FUNCTIONS, data: unknown, given: unknown): Figure {
  const spec = FUNCTIONS[name] as FunctionSpec;
  const options = optionsOf(spec, given);
  const inputs = inputsOf(spec, data, options);
  const plan = planOf(spec, options, inputs);
  return new Figure(tracesOf(plan), layoutOf(plan));
}

function planOf(spec: FunctionSpec, options: Options, inputs: Inputs): Plan {
  const colorColumn = inputs.nameOf("color");
  const continuous =
    spec.continuousColor && colorColumn !== undefined && isNumeric(inputs.column(colorColumn));
  const labels = mapping(options, "labels");
  const template = templateOf(options.get("template"));
  const colorway = (template.layout as PlainObject | undefined)?.colorway;
  const colors =
    strings(options, "colorDiscreteSequence") ??
    (Array.isArray(colorway) ? (colorway as string[]) : (QUALITATIVE.Plotly as readonly string[]));
  const grouping = groupRows(spec, inputs, options, continuous);
  return {
    spec,
    options,
    inputs,
    grouping,
    labels,
    continuous,
    template,
    colors,
    orientation: orientationOf(spec, options, inputs),
    label: (column) => labels.get(column) ?? column,
    style: styler(options, colors, grouping),
  };
}

/** Colours, symbols, dashes and patterns are given out in the order in which values come. */
function styler(options: Options, colors: readonly string[], grouping: Grouping): Plan["style"] {
  const kinds: Readonly<Record<string, readonly [string, string, readonly string[]]>> = {
    color: ["colorDiscreteMap", "colorDiscreteSequence", colors],
    symbol: ["symbolMap", "symbolSequence", SYMBOLS],
    lineDash: ["lineDashMap", "lineDashSequence", DASHES],
    patternShape: ["patternShapeMap", "patternShapeSequence", PATTERNS],
  };
  const maps = new Map<string, Map<string, string>>();
  for (const [option, [map]] of Object.entries(kinds)) maps.set(option, new Map(mapping(options, map)));
  const give = (option: string, value: unknown): string => {
    const [, sequence, standard] = kinds[option] as readonly [string, string, readonly string[]];
    const known = maps.get(option) as Map<string, string>;
    const list = strings(options, sequence) ?? standard;
    const key = String(value);
    let style = known.get(key);
    if (style === undefined) {
      style = list[known.size % list.length] as string;
      known.set(key, style);
    }
    return style;
  };
  for (const grouper of grouping.groupers)
    if (Object.hasOwn(kinds, grouper.option)) for (const value of grouper.order) give(grouper.option, value);
  return give;
}

export function isNumeric(cells: readonly unknown[]): boolean {
  return (
    cells.some((c) => typeof c === "number") &&
    cells.every((c) => c === null || c === undefined || typeof c === "number")
  );
}

/** Numbers on x against words on y lie; everything else stands. */
function orientationOf(spec: FunctionSpec, options: Options, inputs: Inputs): "v" | "h" {
  const given = oneOf(options, "orientation", ["v", "h"]);
  if (given !== undefined) return given as "v" | "h";
  const x = inputs.nameOf("x");
  const y = inputs.nameOf("y");
  if (spec.name === "histogram")
    return x === undefined && y !== undefined
      ? "h"
      : x !== undefined && y !== undefined && isNumeric(inputs.column(x)) && !isNumeric(inputs.column(y))
        ? "h"
        : "v";
  if (spec.name === "box")
    return x !== undefined &&
      (y === undefined || (isNumeric(inputs.column(x)) && !isNumeric(inputs.column(y))))
      ? "h"
      : "v";
  if (x === undefined || y === undefined) return x === undefined || spec.type !== "bar" ? "v" : "h";
  const lies = isNumeric(inputs.column(x)) && !isNumeric(inputs.column(y));
  return lies && (spec.type === "bar" || spec.name === "scatter" || spec.name === "line") ? "h" : "v";
}

export function scatter(data?: unknown, options?: unknown): Figure {
  return figure("scatter", ...shifted(data, options));
}
export function line(data?: unknown, options?: unknown): Figure {
  return figure("line", ...shifted(data, options));
}
export function bar(data?: unknown, options?: unknown): Figure {
  return figure("bar", ...shifted(data, options));
}
export function histogram(data?: unknown, options?: unknown): Figure {
  return figure("histogram", ...shifted(data, options));
}
export function box(data?: unknown, options?: unknown): Figure {
  return figure("box", ...shifted(data, options));
}
export function pie(data?: unknown, options?: unknown): Figure {
  return figure("pie", ...shifted(data, options));
}

const OPTION_WORDS: ReadonlySet<string> = new Set(["x", "y", "names", "values"]);

/** `px.scatter({ x: [..], y: [..] })` without a frame: the one object holds the options. */
function shifted(data: unknown, options: unknown): readonly [unknown, unknown] {
  if (options !== undefined || typeof data !== "object" || data === null || Array.isArray(data))
    return [data, options];
  const names = Object.keys(data);
  return names.some((n) => OPTION_WORDS.has(n)) ? [undefined, data] : [data, options];
}
