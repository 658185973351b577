/** Traces that fetch outlines or tiles from servers of their own. */
const MAP_TRACES: ReadonlySet<string> = new Set([
  "choropleth",
  "choroplethmap",
  "choroplethmapbox",
  "densitymap",
  "densitymapbox",
  "scattergeo",
  "scattermap",
  "scattermapbox",
]);

/** Map styles that plotly.js knows by name, and the font styles; anything else may be an address. */
const MAP_STYLES: ReadonlySet<string> = new Set(
  "normal italic basic carto-darkmatter carto-darkmatter-nolabels carto-positron carto-positron-nolabels carto-voyager carto-voyager-nolabels dark light open-street-map outdoors satellite satellite-streets streets white-bg".split(
    " ",
  ),
);

export const MAP_LAYOUT = /^(?:geo|map|mapbox)\d*$/;

export function isMapTrace(trace: Readonly<Record<string, unknown>>): boolean {
  return MAP_TRACES.has(String(trace.type));
}

export function isMapStyle(style: string): boolean {
  return MAP_STYLES.has(style);
}
