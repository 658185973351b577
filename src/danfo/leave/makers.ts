import { ownValue } from "../capture/own.js";
import { classOf } from "../capture/recognize.js";
import type { Maker, Origin } from "../frame.js";
import { loadDanfo } from "./load-danfo.js";

/** The DataFrame class of the host's own danfojs, when a frame of it came in. */
export function frameMaker(origin: Origin | null): Maker {
  return origin?.DataFrame ?? loadDanfo().DataFrame;
}

/** The Series class of the same danfojs: that of a column of a frame made for the purpose. */
export function seriesMaker(origin: Origin | null): Maker {
  if (origin?.Series !== undefined) return origin.Series;
  return (origin?.DataFrame === undefined ? null : seriesOf(origin.DataFrame)) ?? loadDanfo().Series;
}

function seriesOf(DataFrame: Maker): Maker | null {
  const probe = new DataFrame([[1]], { columns: ["x"] });
  const column = Object.getOwnPropertyDescriptor(probe, "x")?.get ?? ownValue(probe, "column");
  const series: unknown = typeof column === "function" ? Reflect.apply(column, probe, ["x"]) : null;
  return typeof series === "object" && series !== null ? classOf(series) : null;
}
