import { documented, privileged } from "../../index.js";
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

const ATTRIBUTES = "{ [attribute: string]: any }";
const PARTS = `${ATTRIBUTES}[] | { data?: ${ATTRIBUTES}[]; layout?: ${ATTRIBUTES} }`;

function trace(type: string): (attributes?: unknown) => PlainObject {
  const make = (attributes: unknown = {}): PlainObject => ({ ...objectOf(`go.${type}`, attributes), type });
  return documented(privileged(make), {
    signature: `(attributes?: ${ATTRIBUTES}): ${ATTRIBUTES}`,
    doc: `A trace of type ${type}; its attributes are Plotly's.`,
  });
}

const namespace = Object.freeze({
  Figure: documented(privileged(figure), {
    signature: `{ new (parts?: ${PARTS}, layout?: ${ATTRIBUTES}): Figure; (parts?: ${PARTS}, layout?: ${ATTRIBUTES}): Figure }`,
    doc: "A figure made of traces and a layout.",
  }),
  Scatter: trace("scatter"),
  Bar: trace("bar"),
  Histogram: trace("histogram"),
  Box: trace("box"),
  Pie: trace("pie"),
});

/** Graph objects: figures and traces made part by part. */
export const go: typeof namespace = documented(namespace, {
  doc: "Graph objects: figures and traces made part by part.",
});
