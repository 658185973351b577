import { chartSource } from "./chart.mjs";
import { crosses } from "./kinds.mjs";
import { makeRecords } from "./records.mjs";

// Across all sandboxes of a process: no engine may meet a text twice.
let texts = 0;

/** A sandbox is made, a text it has not seen is compiled and run once over sixty rows. The engine itself is loaded and warm. */
export const workload = crosses(
  "coldstart",
  "cold start: a new sandbox, a 20-line chart not seen before, one run",
  { tiny: 1, small: 2, full: 20 },
  (engine, size) => {
    const rows = makeRecords(60);
    const run = () => {
      let traces = 0;
      for (let i = 0; i < size; i++) {
        const sandbox = engine.open({});
        traces += sandbox.make(chartSource(texts++), ["rows"])(rows).data.length;
        sandbox.close();
      }
      return traces;
    };
    return { run, close: () => {} };
  },
  (size) => size,
);
