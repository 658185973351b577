// Mutation testing of the security core: each mutant must be found by the hostile programs. --help tells the options.
import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { kernelModule } from "./kernel-text.mjs";
import { MUTANTS, REALM_ALONE, REALM_OFF } from "./mutants.mjs";

const USAGE = `node scripts/mutate-guards.mjs [options]

  --sample N   only N mutants, chosen by the seed
  --quick      only mutants that are known to be found within a few programs
  --only TEXT  only mutants whose name has TEXT in it
  --runs N     programs per mutant, default 1000
  --seed N     default 1
  --jobs N     processes at a time, default 2
  --json FILE  where the verdicts go, too
  --list       the names of the mutants

Exit code 1: the unchanged build has an escape, or a mutant cannot be made. Survivors are told, and are no failure here.`;
const { values } = parseArgs({
  options: {
    sample: { type: "string" },
    quick: { type: "boolean" },
    only: { type: "string" },
    runs: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    jobs: { type: "string", default: "2" },
    json: { type: "string" },
    list: { type: "boolean" },
    help: { type: "boolean" },
  },
});
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}node_modules/.cache/restrictedjs-mutants-${process.pid}`;
const MINUTES = 3;

/** A plugin that edits sources while they are bundled; `used` is told of each edit that was made. */
function editing(edits, used) {
  return {
    name: "edits",
    setup({ onLoad }) {
      onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => {
        const mine = edits.filter(([file]) => path === root + file);
        if (mine.length === 0) return undefined;
        let contents = readFileSync(path, "utf8");
        for (const edit of mine) {
          const [, find, replace] = edit;
          if (!contents.includes(find)) continue;
          used.add(edit);
          contents = contents.replace(find, () => replace);
        }
        return { contents, loader: "ts" };
      });
    },
  };
}

async function bundle(edits, outfile) {
  const used = new Set();
  const kernel = await kernelModule([editing(edits, used)]);
  const generated = {
    name: "kernel",
    setup({ onLoad }) {
      onLoad({ filter: /kernel-text\.generated\.ts$/ }, () => ({ contents: kernel, loader: "ts" }));
    },
  };
  await build({
    absWorkingDir: root,
    entryPoints: ["tests/escapes/run/mutant.ts"],
    bundle: true,
    outfile,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
    plugins: [generated, editing(edits, used)],
  });
  for (const edit of edits)
    if (!used.has(edit)) throw new Error(`The edit of ${edit[0]} no longer fits: ${edit[1]}`);
}

/** Programs that killed a mutant are tried first on the next. */
const killers = readdirSync(`${root}tests/escapes/corpus`)
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(`${root}tests/escapes/corpus/${name}`, "utf8")));

async function trial(name, { walls, form, edits }) {
  const outfile = `${folder}/${name}.mjs`;
  await bundle([...(walls === "powerless" ? REALM_OFF : []), ...edits], outfile);
  const job = {
    walls: walls === "powerless" ? "both" : walls,
    form,
    runs: Number(values.runs),
    seed: Number(values.seed),
    corpus: killers,
    aside: walls === "powerless" ? REALM_ALONE : null,
  };
  return new Promise((done) => {
    execFile(
      process.execPath,
      [outfile, JSON.stringify(job)],
      { timeout: MINUTES * 60_000, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        if (error !== null)
          done({ killed: true, how: `the process died: ${firstLine(stderr || error.message)}` });
        else done(verdict(JSON.parse(stdout.trimEnd().split("\n").at(-1)).found));
      },
    );
  });
}

function verdict(found) {
  if (found === null) return { killed: false, how: "" };
  const { program, escapes } = found;
  if (!killers.some(({ source }) => source === program.source)) killers.unshift(program);
  return { killed: true, how: `${escapes.join("; ")}: ${program.source}` };
}

const firstLine = (text) => text.split("\n").find((line) => /Error/.test(line)) ?? text.split("\n")[0];

function chosen() {
  const quick = JSON.parse(readFileSync(`${root}scripts/quick-mutants.json`, "utf8"));
  for (const id of quick)
    if (!MUTANTS.some((mutant) => mutant.id === id)) throw new Error(`There is no mutant \`${id}\`.`);
  const all = MUTANTS.filter(
    ({ id }) =>
      (!values.quick || quick.includes(id)) && (values.only === undefined || id.includes(values.only)),
  );
  if (values.sample === undefined) return all;
  // A small generator of its own: the sample is the seed's, on any machine.
  let state = Number(values.seed) >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return all
    .map((mutant) => [next(), mutant])
    .sort(([a], [b]) => a - b)
    .slice(0, Number(values.sample))
    .map(([, mutant]) => mutant);
}

async function main() {
  console.log(`seed ${values.seed}, ${values.runs} programs per mutant`);
  mkdirSync(folder, { recursive: true });
  try {
    for (const [walls, form] of [
      ["guards", "call"],
      ["powerless", "inline"],
      ["realm", "inline"],
    ]) {
      const { killed, how } = await trial(`plain-${walls}-${form}`, { walls, form, edits: [] });
      console.log(`unchanged, ${walls} alone, ${form} form: ${killed ? how : "no escape"}`);
      if (killed) return 1;
    }
    return await all(chosen());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function all(mutants) {
  const results = [];
  let failed = false;
  const queue = mutants.entries();
  const worker = async () => {
    for (const [i, mutant] of queue) {
      try {
        const { killed, how } = await trial(`m${i}`, mutant);
        results.push({ id: mutant.id, walls: mutant.walls, killed, how });
        console.log(
          `${killed ? "killed  " : "SURVIVED"} [${mutant.walls}] ${mutant.id}${killed ? `\n           ${how.slice(0, 200)}` : ""}`,
        );
      } catch (error) {
        failed = true;
        console.error(`${mutant.id}: ${error.message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, worker));
  const killed = results.filter((r) => r.killed).length;
  console.log(
    `\n${killed} of ${results.length} mutants killed (${((100 * killed) / results.length).toFixed(0)} %)`,
  );
  for (const r of results) if (!r.killed) console.log(`  survived [${r.walls}] ${r.id}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
  return failed ? 1 : 0;
}

if (values.help) console.log(USAGE);
else if (values.list) for (const { id } of MUTANTS) console.log(id);
else process.exitCode = await main();
