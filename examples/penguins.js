// What a dashboard author writes: `df` and `px` come from the host, the last line is what it shows.
const mass = "Body Mass (g)";
const flipper = "Flipper Length (mm)";

function describe({ species, count, average }) {
  const kilograms = average / 1000;
  return `${species}: ${count} penguins, ${kilograms.toFixed(2)} kg on average`;
}

// Two penguins were never measured.
const measured = df.query(df[mass].gt(0));
const [rows] = measured.shape;
print(`${rows} of ${df.shape[0]} penguins were weighed`);

const bySpecies = measured.groupby(["Species"]).agg({ [mass]: "mean", [flipper]: "count" });
for (const { Species: species, ...summary } of bySpecies.toRecords()) {
  const average = summary[`${mass}_mean`];
  const count = summary[`${flipper}_count`];
  print(describe({ species, count, average }));
}

const fig = px.scatter(measured, {
  x: flipper,
  y: mass,
  color: "Species",
  title: "Penguins: the longer the flipper, the heavier the bird",
});

fig;
