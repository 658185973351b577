// Compile speed as ratios to Babel's own parse of the same text, interleaved in one process, and the load time of the package.
// Times are of the processor, helper threads included, so that what else the machine does counts little.
// `node bench/compile.mjs [--rounds 7] [--kilobytes 200] [--load]`
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import generator from "@babel/generator";
import { parse } from "@babel/parser";
import { traverseFast } from "@babel/types";
import * as acorn from "acorn";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "7" },
    kilobytes: { type: "string", default: "200" },
    load: { type: "boolean", default: false },
  },
});
const root = fileURLToPath(new URL("..", import.meta.url));
const dist = pathToFileURL(`${root}dist/index.js`).href;
const median = (xs) => xs.toSorted((a, b) => a - b)[xs.length >> 1];

if (values.load) load();
else await compile(Number(values.rounds), Number(values.kilobytes) * 1000);

/**
 * Code that people wrote: the functions of mathjs, each in a block of its own, without imports, exports and comments. Names with
 * a leading underscore get another one. What the checker refuses is left out.
 */
function realCode(compileRestricted, length) {
  const folder = `${root}node_modules/mathjs/lib/esm/`;
  const skipped = /generated|embeddedDocs|entry/;
  const files = readdirSync(folder, { recursive: true }).filter((f) => f.endsWith(".js") && !skipped.test(f));
  let text = "";
  for (const file of files.sort()) {
    const code = readFileSync(folder + file, "utf8")
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/^import [^;]*;\n?/gm, "")
      .replace(/^export \{[^}]*\}.*;\n?/gm, "")
      .replace(/^export (default )?/gm, "")
      .replace(/(?<![\w$])_(?=\w)/g, "u_");
    if (compileRestricted(code).ok) text += `{\n${code}\n}\n`;
    if (text.length >= length) break;
  }
  return text;
}

async function compile(rounds, length) {
  const { compileRestricted } = await import(dist);
  const text = realCode(compileRestricted, length);
  const tree = () => parse(text, { attachComment: false });
  const print = (sourceMaps) =>
    generator.default(tree(), { comments: false, sourceMaps, sourceFileName: "x" }, text);
  const compiled = (guards) => {
    const result = compileRestricted(text, { guards });
    if (!result.ok) throw new Error(result.errors.join("\n"));
  };
  const parts = {
    "Babel's parse": tree,
    "Babel's parse again": tree,
    "acorn's parse": () => acorn.parse(text, { ecmaVersion: 2024 }),
    "a walk that does nothing (and the parse)": () => traverseFast(tree(), () => {}),
    "generate (and the parse)": () => print(false),
    "generate with a map (and the parse)": () => print(true),
    "compile, inline form": () => compiled("inline"),
    "compile, call form": () => compiled("call"),
  };
  const times = Object.fromEntries(Object.keys(parts).map((name) => [name, []]));
  for (const run of Object.values(parts)) for (let i = 0; i < 3; i++) run();
  for (let r = 0; r < rounds; r++)
    for (const [name, run] of Object.entries(parts)) {
      const start = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(start);
      times[name].push((user + system) / 1000);
    }
  const base = median(times["Babel's parse"]);
  const size = (text.length / 1000).toFixed(0);
  console.log(`Node ${process.version}, ${size} KB of real code, median of ${rounds} interleaved rounds\n`);
  console.log("| part | ms | ratio |\n|---|---|---|");
  for (const [name, list] of Object.entries(times))
    console.log(`| ${name} | ${median(list).toFixed(1)} | ${(median(list) / base).toFixed(2)} |`);
}

/** Whole processes, from start to end, in turn. */
function load() {
  const scripts = {
    "an empty script": "",
    "import of restrictedjs": `import ${JSON.stringify(dist)}`,
    "import of Babel's packages": `import "@babel/parser"; import "@babel/generator"; import "@babel/types"`,
    "import and a first program": `import { evalRestricted } from ${JSON.stringify(dist)}; evalRestricted("1 + 1")`,
  };
  const times = Object.fromEntries(Object.keys(scripts).map((name) => [name, []]));
  for (let r = 0; r < 15; r++)
    for (const [name, script] of Object.entries(scripts)) {
      const code = `${script}; const { user, system } = process.cpuUsage(); console.log((user + system) / 1000);`;
      const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
        cwd: root,
        encoding: "utf8",
      });
      if (!(Number(stdout) > 0)) throw new Error(`${name} fails`);
      times[name].push(Number(stdout));
    }
  const base = median(times["an empty script"]);
  console.log(`Node ${process.version}, median of 15 processes each, in turn\n`);
  console.log("| process | ms | over an empty one |\n|---|---|---|");
  for (const [name, list] of Object.entries(times))
    console.log(`| ${name} | ${median(list).toFixed(0)} | ${(median(list) - base).toFixed(0)} |`);
}
