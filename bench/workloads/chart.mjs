/** A chart of twenty lines in plain data, so that every engine can make it; `variant` makes it a text not seen before. */
export const chartSource = (variant) => `
const palette = ["#636efa", "#ef553b", "#00cc96"];
const byGroup = {};
for (const row of rows) {
  const group = (byGroup[row.region] ??= { x: [], y: [], n: 0 });
  group.x.push(row.price);
  group.y.push(row.count * ${1 + variant / 1000});
  group.n++;
}
const mean = (xs) => xs.reduce((a, b) => a + b, 0) / xs.length;
const data = Object.entries(byGroup).map(([name, g], i) => ({
  type: "scatter",
  mode: "markers",
  name: name + " (" + g.n + ")",
  x: g.x,
  y: g.y,
  marker: { color: palette[i % palette.length], size: 6 + (g.n % 4) },
}));
const title = "Mean price " + mean(rows.map((row) => row.price)).toFixed(2);
const layout = { title: { text: title }, xaxis: { title: "price" }, yaxis: { title: "count" } };
return { data, layout };`;
