import { definePolicy, type Policy } from "../../index.js";
import { captureFrame } from "../capture/capture-frame.js";
import { captureSeries } from "../capture/capture-series.js";
import { isDanfoFrame, isDanfoSeries } from "../capture/recognize.js";
import { framePolicy } from "./frame-policy.js";
import { groupByPolicy } from "./group-by-policy.js";
import { seriesPolicy } from "./series-policy.js";
import { stringsPolicy } from "./strings-policy.js";

/** danfojs objects have no members for guests: they are captured, and the capture has a policy of its own. */
const danfoFrames: Policy = definePolicy({
  name: "danfojs DataFrame",
  brand: isDanfoFrame,
  capture: captureFrame,
});
const danfoSeries: Policy = definePolicy({
  name: "danfojs Series",
  brand: isDanfoSeries,
  capture: captureSeries,
});

/** What a host passes as `policies` so that danfojs frames may go in and out. */
export const danfoPolicies: readonly Policy[] = Object.freeze([
  danfoFrames,
  danfoSeries,
  framePolicy,
  seriesPolicy,
  groupByPolicy,
  stringsPolicy,
]);
