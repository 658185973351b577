import { geometricMean, short } from "./statistics.mjs";

/** The figures that a reader looks for first, for each engine. */
export function summaryRows({ engines, workloads }) {
  const compute = workloads.filter(({ kind }) => kind === "compute");
  const cellOf = (workload, engine) => workloads.find(({ name }) => name === workload)?.cells[engine];
  return engines.map(({ name, title, limit }) => {
    const done = compute.filter(({ cells }) => cells[name]?.status === "ok");
    const ratios = done.map(({ cells }) => cells[name].ratio);
    const worst = Math.max(...ratios);
    const number = (workload, key) => short(cellOf(workload, name)?.[key] ?? Number.NaN);
    const over = (workload) =>
      short(
        (cellOf(workload, name)?.nsEach ?? Number.NaN) - (cellOf(workload, "native")?.nsEach ?? Number.NaN),
      );
    const mean = ratios.length === 0 ? "-" : short(geometricMean(ratios));
    return [
      title,
      limit,
      mean + (ratios.length === compute.length || ratios.length === 0 ? "" : ` (${ratios.length})`),
      ratios.length === 0 ? "-" : `${short(worst)} ${done[ratios.indexOf(worst)].name}`,
      over("tiny"),
      short((cellOf("coldstart", name)?.nsEach ?? Number.NaN) / 1e6),
      number("first", "figure"),
      `${number("rows-first", "ratio")} / ${number("rows-later", "ratio")}`,
    ];
  });
}

export const SUMMARY_HEAD = [
  "engine",
  "limits",
  "compute, geometric mean",
  "worst",
  "tiny call, ns over native",
  "cold start, ms",
  "first result, ms",
  "rows first / later",
];
