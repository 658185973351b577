import { makeRecords } from "./records.mjs";

const BODY = `
const open = records.filter((r) => r.open && r.price > 5);
const lines = open.map((r) => ({ ...r, total: r.price * r.count }));
const groups = {};
for (const r of lines) {
  const g = (groups[r.region] ??= { n: 0, sum: 0 });
  g.n++;
  g.sum += r.total;
}
const products = new Map();
for (const { product, total } of lines) products.set(product, (products.get(product) ?? 0) + total);
const best = [...products].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 5);
const top = lines.sort((a, b) => b.total - a.total || a.id - b.id).slice(0, 10).map((r) => r.id);
const all = records.reduce((sum, r) => sum + r.count, 0);
const named = Object.entries(groups).map(([k, g]) => k + ":" + g.n + ":" + Math.round(g.sum)).sort();
return [all, named.join(","), best.map(([k, v]) => k + "=" + Math.round(v)).join(","), top.join(" ")].join("|");`;

/** The records are handed over for each run, as for a chart that is drawn again; that is part of the time. */
export const workload = {
  name: "pipeline",
  title: "map, filter, reduce, sort and grouping over 50,000 host records",
  kind: "compute",
  sizes: { tiny: 50, small: 2500, full: 50_000 },
  prepare(engine, size) {
    const records = makeRecords(size);
    const sandbox = engine.open({});
    const run = sandbox.make(BODY, ["records"]);
    return { run: () => run(records), close: () => sandbox.close() };
  },
};
