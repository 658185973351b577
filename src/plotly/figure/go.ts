import { privileged } from "../../index.js";
import { Figure, isPlain, objectOf, traceOf } from "./figure.js";
import type { PlainObject } from "./plain.js";

/** `new go.Figure({ data, layout })` or `new go.Figure([trace, …], layout)`. */
function figure(first?: unknown, layout?: unknown): Figure {
  const named = isPlain(first) && ("data" in first || "layout" in first);
  const data = named ? first.data : first;
  const list = data === undefined ? [] : Array.isArray(data) ? data : [data];
  const given = named ? first.layout : layout;
  return new Figure(list.map(traceOf), given === undefined ? {} : objectOf("A figure's layout", given));
}

function trace(type: string): (attributes?: unknown) => PlainObject {
  return privileged((attributes: unknown = {}) => ({ ...objectOf(`go.${type}`, attributes), type }));
}

/** Graph objects: figures and traces made part by part. */
export const go = Object.freeze({
  Figure: privileged(figure),
  Scatter: trace("scatter"),
  Bar: trace("bar"),
  Histogram: trace("histogram"),
  Box: trace("box"),
  Pie: trace("pie"),
});
