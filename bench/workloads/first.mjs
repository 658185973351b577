import { inProcesses } from "./kinds.mjs";

export const workload = inProcesses(
  "first",
  "first result of the chart in a fresh process, over an empty Node start",
  "first.mjs",
  "ms",
);
