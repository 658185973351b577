// Ratios to native, interleaved in one process: medians of the rounds. `npm run bench [-- --quick] [--workload name]`
import { compileRestricted, execRestricted } from "../dist/index.js";
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
