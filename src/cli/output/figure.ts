/** A finished figure as it leaves a run: plain data. */
export interface PlainFigure {
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly layout: Readonly<Record<string, unknown>>;
}

export function isFigure(value: unknown): value is PlainFigure {
  if (!isRecord(value)) return false;
  return Array.isArray(value.data) && value.data.every(isRecord) && isRecord(value.layout);
}

/** `figure: 3 traces (scatter, scatter, scatter), 342 points, "Title"` */
export function describeFigure(figure: PlainFigure): string {
  const kinds = figure.data.map((trace) => String(trace.type ?? "scatter"));
  const points = figure.data.reduce((sum, trace) => sum + pointCount(trace), 0);
  const title = titleOf(figure.layout.title);
  const traces = `${kinds.length} ${kinds.length === 1 ? "trace" : "traces"}${kinds.length === 0 ? "" : ` (${kinds.join(", ")})`}`;
  return `figure: ${traces}, ${points} points${title === undefined ? "" : `, "${title}"`}`;
}

function pointCount(trace: Readonly<Record<string, unknown>>): number {
  for (const name of ["x", "y", "values", "z"]) {
    const column = trace[name];
    if (Array.isArray(column) || ArrayBuffer.isView(column)) return (column as ArrayLike<unknown>).length;
  }
  return 0;
}

function titleOf(title: unknown): string | undefined {
  const text = isRecord(title) ? title.text : title;
  return typeof text === "string" ? text : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
