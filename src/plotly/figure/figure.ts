import { type PlainObject, plain } from "./plain.js";

/** A Plotly figure as data; what `px` returns and `go.Figure` makes. */
export class Figure {
  data: PlainObject[];
  layout: PlainObject;
  frames: PlainObject[] | undefined;

  constructor(data: readonly PlainObject[], layout: PlainObject, frames?: readonly PlainObject[]) {
    this.data = [...data];
    this.layout = layout;
    this.frames = frames === undefined ? undefined : [...frames];
  }

  addTrace(trace: unknown): this {
    this.data.push(traceOf(trace));
    return this;
  }

  addTraces(traces: unknown): this {
    if (!Array.isArray(traces))
      throw new TypeError("addTraces takes an array of traces; use addTrace for one.");
    for (const trace of traces) this.addTrace(trace);
    return this;
  }

  updateLayout(patch: unknown): this {
    merge(this.layout, objectOf("updateLayout", patch));
    return this;
  }

  /** Updates the traces that have every property of `selector`; all of them without one. */
  updateTraces(patch: unknown, selector?: unknown): this {
    const wanted = selector === undefined ? {} : objectOf("updateTraces' selector", selector);
    for (const trace of this.data) {
      if (Object.entries(wanted).every(([k, v]) => Object.hasOwn(trace, k) && trace[k] === v)) {
        merge(trace, objectOf("updateTraces", patch));
      }
    }
    return this;
  }

  updateXaxes(patch: unknown): this {
    return this.#updateAxes("xaxis", patch);
  }

  updateYaxes(patch: unknown): this {
    return this.#updateAxes("yaxis", patch);
  }

  #updateAxes(prefix: "xaxis" | "yaxis", patch: unknown): this {
    const names = Object.keys(this.layout).filter(
      (name) => name.startsWith(prefix) && /^\d*$/.test(name.slice(prefix.length)),
    );
    for (const name of names.length === 0 ? [prefix] : names) {
      const axis = this.layout[name];
      const target: PlainObject = isPlain(axis) ? axis : {};
      this.layout[name] = merge(target, objectOf(`update${prefix === "xaxis" ? "X" : "Y"}axes`, patch));
    }
    return this;
  }
}

export function traceOf(trace: unknown): PlainObject {
  const made = objectOf("a trace", trace);
  return Object.hasOwn(made, "type") ? made : { type: "scatter", ...made };
}

export function objectOf(what: string, value: unknown): PlainObject {
  if (!isPlain(value))
    throw new TypeError(`${what} must be an object of Plotly attributes, such as { title: "…" }.`);
  return plain(value) as PlainObject;
}

export function isPlain(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** Nested objects are merged, everything else replaced; a string title replaces `title.text`. */
export function merge(target: PlainObject, patch: PlainObject): PlainObject {
  for (const [name, value] of Object.entries(patch)) {
    const old = Object.hasOwn(target, name) ? target[name] : undefined;
    if (name === "title" && typeof value === "string")
      target[name] = isPlain(old) ? merge(old, { text: value }) : { text: value };
    else if (isPlain(old) && isPlain(value)) merge(old, value);
    else target[name] = value;
  }
  return target;
}
