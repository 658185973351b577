import { type Documentation, definePolicy, type MethodPermit, type Policy } from "../../index.js";
import { sanitizeFigure } from "../sanitize/sanitize.js";
import { Figure, objectOf, traceOf } from "./figure.js";

type Method = "addTrace" | "addTraces" | "updateLayout" | "updateTraces" | "updateXaxes" | "updateYaxes";

const ATTRIBUTES = "{ [attribute: string]: any }";

const METHODS: Readonly<Record<Method, Documentation>> = Object.freeze({
  addTrace: { signature: `(trace: ${ATTRIBUTES}): Figure`, doc: "Adds one trace." },
  addTraces: { signature: `(traces: ${ATTRIBUTES}[]): Figure`, doc: "Adds several traces." },
  updateLayout: { signature: `(patch: ${ATTRIBUTES}): Figure`, doc: "Merges attributes into the layout." },
  updateTraces: {
    signature: `(patch: ${ATTRIBUTES}, selector?: ${ATTRIBUTES}): Figure`,
    doc: "Merges attributes into the traces that have every property of the selector.",
  },
  updateXaxes: { signature: `(patch: ${ATTRIBUTES}): Figure`, doc: "Merges attributes into every x axis." },
  updateYaxes: { signature: `(patch: ${ATTRIBUTES}): Figure`, doc: "Merges attributes into every y axis." },
});

function method(name: Method): MethodPermit<Figure> {
  return {
    ...METHODS[name],
    kind: "method",
    call(figure, args, context) {
      context.charge(1 + figure.data.length);
      return (figure[name] as (...a: readonly unknown[]) => Figure).apply(figure, [...args]);
    },
  };
}

/** Guests hold `data` and `layout` as their own objects; a figure that leaves is sanitised. */
export const figurePolicy: Policy = definePolicy<Figure>({
  name: "Figure",
  brand: Figure,
  members: Object.fromEntries((Object.keys(METHODS) as Method[]).map((name) => [name, method(name)])),
  resident: {
    read: (figure) => ({
      data: figure.data,
      layout: figure.layout,
      ...(figure.frames === undefined ? {} : { frames: figure.frames }),
    }),
    revive: (state) =>
      new Figure(
        traces(state.data),
        state.layout === undefined ? {} : objectOf("A figure's layout", state.layout),
        Array.isArray(state.frames) ? traces(state.frames) : undefined,
      ),
    fields: {
      data: { signature: `${ATTRIBUTES}[]`, doc: "The traces; a program may change them." },
      layout: { signature: ATTRIBUTES, doc: "The layout; a program may change it." },
      frames: { signature: `${ATTRIBUTES}[] | undefined`, doc: "The frames of an animation." },
    },
  },
  export: (figure) => sanitizeFigure(figure),
  doc: "A Plotly figure: traces and a layout.",
  describe: (figure) => `Figure(${figure.data.length} traces)`,
});

export const plotlyPolicies: readonly Policy[] = Object.freeze([figurePolicy]);

function traces(data: unknown): Record<string, unknown>[] {
  if (!Array.isArray(data)) throw new TypeError("A figure's data must be an array of traces.");
  return data.map(traceOf);
}
