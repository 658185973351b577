import { GuardError } from "../../index.js";
import { Series } from "../series.js";
import { captureColumn, captureLabels, captureNames } from "./capture-cells.js";
import { elements, ownValue } from "./own.js";
import { classOf, isDanfoSeries } from "./recognize.js";

/**
 * A danfojs Series as it is now, for a guest.
 * @throws GuardError `DANFO_FRAME` when it is no danfojs Series, `DANFO_CELL` for a value that is an object
 */
export function captureSeries(series: object): Series {
  if (typeof series !== "object" || series === null || !isDanfoSeries(series)) {
    throw new GuardError({
      code: "DANFO_FRAME",
      message: "`captureSeries` takes a danfojs Series; pass `new Series(values)`.",
    });
  }
  const [name = "0"] = captureNames(ownValue(series, "$columns"), 1);
  const raw = elements(ownValue(series, "$data")) ?? [];
  const maker = classOf(series);
  return new Series({
    name,
    column: captureColumn(name, raw),
    labels: captureLabels(ownValue(series, "$index"), raw.length),
    origin: maker === null ? null : { Series: maker },
  });
}
