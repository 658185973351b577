import { definePolicy, type MethodPermit, type Policy } from "../../index.js";
import { sanitizeFigure } from "../sanitize/sanitize.js";
import { Figure, objectOf, traceOf } from "./figure.js";

type Method = "addTrace" | "addTraces" | "updateLayout" | "updateTraces" | "updateXaxes" | "updateYaxes";

const METHODS: readonly Method[] = [
  "addTrace",
  "addTraces",
  "updateLayout",
  "updateTraces",
  "updateXaxes",
  "updateYaxes",
];

function method(name: Method): MethodPermit<Figure> {
  return {
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
  members: Object.fromEntries(METHODS.map((name) => [name, method(name)])),
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
  },
  export: (figure) => sanitizeFigure(figure),
  describe: (figure) => `Figure(${figure.data.length} traces)`,
});

export const plotlyPolicies: readonly Policy[] = Object.freeze([figurePolicy]);

function traces(data: unknown): Record<string, unknown>[] {
  if (!Array.isArray(data)) throw new TypeError("A figure's data must be an array of traces.");
  return data.map(traceOf);
}
