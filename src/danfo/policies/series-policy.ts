import { definePolicy, type Policy } from "../../index.js";
import { SERIES_DOCS } from "../data/documentation.js";
import { toDanfo } from "../leave/to-danfo.js";
import { printSeries } from "../print/print-series.js";
import { cellsOf, Series } from "../series.js";
import type { Cell } from "../values/cell.js";
import { getters, verbs } from "./permits.js";
import { seriesGetters, seriesRows } from "./series-state.js";
import { seriesStatistics } from "./series-statistics.js";
import { seriesValues } from "./series-values.js";

/** Absent on purpose: `$` members, `plot`, `print`, `tensor`, `config`, `axis`, and `map` with an object (see docs). */
export const seriesPolicy: Policy = definePolicy<Series>({
  name: "Series",
  brand: Series,
  members: {
    ...getters(seriesGetters, SERIES_DOCS),
    ...verbs(() => 1, [...seriesRows, ...seriesValues, ...seriesStatistics], SERIES_DOCS),
  },
  iterate: iterateCells,
  elementType: "any",
  doc: "One column; every method gives a new Series.",
  export: toDanfo,
  describe: printSeries,
  writeHelp: "use `series.map(f)` for new values and `df = df.addColumn(name, series)` to keep them",
});

function* iterateCells(series: Series): Generator<Cell> {
  yield* cellsOf(series);
}
