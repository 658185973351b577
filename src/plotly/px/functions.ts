/** What one px function accepts and how its traces begin. */
export interface FunctionSpec {
  readonly name: string;
  readonly type: "scatter" | "bar" | "histogram" | "box" | "pie";
  readonly options: readonly string[];
  /** Attributes that come from columns, in the order in which hover text names them. */
  readonly columns: readonly string[];
  /** Attributes that split the rows into traces, in order. */
  readonly groups: readonly string[];
  readonly continuousColor: boolean;
}

const COMMON =
  "labels title subtitle template width height categoryOrders colorDiscreteSequence colorDiscreteMap";
const FACETS = "facetRow facetCol facetColWrap facetRowSpacing facetColSpacing";
const AXES = "logX logY rangeX rangeY orientation opacity";
const SCALE = "colorContinuousScale rangeColor colorContinuousMidpoint";

const spec = (
  name: string,
  type: FunctionSpec["type"],
  columns: string,
  groups: string,
  options: string,
  continuousColor = false,
): FunctionSpec =>
  Object.freeze({
    name,
    type,
    columns: columns.split(" "),
    groups: groups.split(" "),
    continuousColor,
    options: `${columns} ${groups} ${options} ${COMMON} color`.split(" "),
  });

export const FUNCTIONS: Readonly<Record<string, FunctionSpec>> = Object.freeze({
  scatter: spec(
    "scatter",
    "scatter",
    "x y size hoverName text hoverData",
    "color symbol facetRow facetCol",
    `${FACETS} ${AXES} ${SCALE} symbolSequence symbolMap sizeMax renderMode customData marginalX marginalY trendline trendlineColorOverride`,
    true,
  ),
  line: spec(
    "line",
    "scatter",
    "x y hoverName text hoverData",
    "color lineDash symbol facetRow facetCol lineGroup",
    `${FACETS} ${AXES} lineDashSequence lineDashMap symbolSequence symbolMap markers lineShape renderMode customData`,
  ),
  bar: spec(
    "bar",
    "bar",
    "base x y hoverName text hoverData",
    "color patternShape facetRow facetCol",
    `${FACETS} ${AXES} ${SCALE} patternShapeSequence patternShapeMap barmode textAuto customData`,
    true,
  ),
  histogram: spec(
    "histogram",
    "histogram",
    "x y hoverName hoverData",
    "color patternShape facetRow facetCol",
    `${FACETS} ${AXES} patternShapeSequence patternShapeMap barmode barnorm histnorm histfunc cumulative nbins textAuto marginal`,
  ),
  box: spec(
    "box",
    "box",
    "x y hoverName hoverData",
    "color facetRow facetCol",
    `${FACETS} ${AXES} boxmode points notched customData`,
  ),
  pie: spec("pie", "pie", "names values hoverName hoverData", "", "opacity hole customData"),
});

/** Options of plotly.express that exist and are not built; refused by name, never ignored. */
export const NOT_YET: ReadonlySet<string> = new Set(
  "trendlineOptions trendlineScope animationFrame animationGroup errorX errorXMinus errorY errorYMinus".split(
    " ",
  ),
);
