// Ratios to native, interleaved in one process: medians of the rounds. `npm run bench [-- --quick] [--workload name]`
import { compileRestricted, execRestricted, RestrictedExpression } from "../dist/index.js";
import { TINY, WORKLOADS } from "./workloads/index.mjs";

const args = process.argv.slice(2);
const quick = args.includes("--quick");
const only = args.includes("--workload") ? args[args.indexOf("--workload") + 1] : null;
const rounds = quick ? 3 : 9;
const limits = { steps: 2 ** 50, timeMs: 600_000 };
const median = (xs) => xs.toSorted((a, b) => a - b)[xs.length >> 1];

function engines(body) {
  const native = new Function(`"use strict";${body}`);
  const ours = (guards) => {
    const program = compileRestricted(body, { mode: "function", guards });
    if (!program.ok) throw new Error(program.errors.join("\n"));
    return execRestricted(program, { limits }).value;
  };
  return {
    native,
    "native again": new Function(`"use strict";${body}\n`),
    inline: ours("inline"),
    call: ours("call"),
  };
}

const table = [];
for (const [name, body] of Object.entries(WORKLOADS)) {
  if (only !== null && only !== name) continue;
  process.stderr.write(`${name} `);
  const set = engines(body);
  const times = Object.fromEntries(Object.keys(set).map((k) => [k, []]));
  const expected = JSON.stringify(set.native());
  for (const [engine, run] of Object.entries(set))
    if (JSON.stringify(run()) !== expected) throw new Error(`${engine} computes another ${name}`);
  for (let r = 0; r < rounds; r++) {
    for (const [engine, run] of Object.entries(set)) {
      const start = performance.now();
      run();
      times[engine].push(performance.now() - start);
    }
    process.stderr.write(".");
  }
  process.stderr.write("\n");
  const base = median(times.native);
  table.push({
    name,
    base,
    ...Object.fromEntries(Object.keys(set).map((k) => [k, median(times[k]) / base])),
  });
}

console.log(
  `Node ${process.version}, median of ${rounds} interleaved rounds, ratio to native (lower is better)\n`,
);
console.log("| workload | native ms | native again | inline | call |\n|---|---|---|---|---|");
for (const row of table)
  console.log(
    `| ${row.name} | ${row.base.toFixed(1)} | ${row["native again"].toFixed(2)} | ${row.inline.toFixed(2)} | ${row.call.toFixed(2)} |`,
  );

if (only === null) {
  const program = compileRestricted(TINY.replace("return s;", "s;"));
  const native = new Function(TINY);
  const count = quick ? 500 : 5000;
  const time = (f) => {
    const start = performance.now();
    for (let i = 0; i < count; i++) f();
    return (performance.now() - start) / count;
  };
  const ours = [],
    base = [];
  for (let r = 0; r < rounds; r++) {
    base.push(time(native));
    ours.push(time(() => execRestricted(program).value));
  }
  console.log(
    `\nA run of three lines in a warm realm: ${median(ours).toFixed(4)} ms, natively ${median(base).toFixed(6)} ms.`,
  );
}

if (only === null || only === "expression") {
  const source = 'row.a * 2 + row["b"]';
  const count = quick ? 100_000 : 1_000_000;
  const rows = Array.from({ length: count }, (_, i) => ({ a: i, b: i / 2 }));
  const expression = new RestrictedExpression(source);
  const native = new Function("row", `"use strict"; return ${source}`);
  const each = (f) => {
    let sum = 0;
    for (const row of rows) sum += f(row);
    return sum;
  };
  const ways = {
    native: () => each(native),
    eval: () => each((row) => expression.eval({ row })),
    map: () => expression.map(rows).reduce((a, b) => a + b, 0),
  };
  const times = Object.fromEntries(Object.keys(ways).map((k) => [k, []]));
  for (let r = 0; r < rounds; r++) {
    for (const [way, run] of Object.entries(ways)) {
      const start = performance.now();
      const sum = run();
      times[way].push(performance.now() - start);
      if (sum !== each(native)) throw new Error(`${way} computes another sum`);
    }
  }
  const base = median(times.native);
  const text = (way) =>
    `${way} ${(median(times[way]) / base).toFixed(1)} (${((median(times[way]) / count) * 1e6).toFixed(0)} ns each)`;
  console.log(
    `\n${count} evaluations of \`${source}\`, ratio to a native closure: ${text("eval")}, ${text("map")}.`,
  );
}
