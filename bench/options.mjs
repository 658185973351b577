import { ENGINES } from "./engines/index.mjs";
import { WORKLOADS } from "./workloads/index.mjs";

export const HELP = `npm run bench -- [options]

Measures engines and workloads, interleaved, as ratios to native strict code of the same process.

  --quick            3 rounds and a short cap per cell: to look at, not to publish
  --rounds N         rounds per cell (default 9); the median counts, quartiles are the spread
  --engine A,B       only these engines (native always runs)
  --workload X,Y     only these workloads
  --cap MS           a run longer than this is measured at the small size (default 1000)
  --clock wall|cpu   cpu: processor time of the process, for a machine that others use too (default wall)
  --no-install       do not install the peers; those that are missing are listed as such
  --out FILE         write the result there; a full run writes bench/results/VERSION-nodeMAJOR.json
  --add              keep the rows that the result file has already, replace those measured now
  --from FILE        measure nothing, show this result
  --write-docs       put the tables into docs/performance.md
  --help             this text

engines    ${wrapped(ENGINES)}
workloads  ${wrapped(WORKLOADS)}
`;

function wrapped(names) {
  const lines = [""];
  for (const name of names) {
    const line = lines[lines.length - 1];
    if (line.length + name.length > 80) lines.push(name);
    else lines[lines.length - 1] = line === "" ? name : `${line} ${name}`;
  }
  return lines.join("\n           ");
}

const FLAGS = {
  "--quick": "quick",
  "--no-install": "noInstall",
  "--write-docs": "writeDocs",
  "--add": "add",
  "--help": "help",
};
const VALUES = {
  "--rounds": ["rounds", (text) => wholeNumber("--rounds", text)],
  "--cap": ["capMs", (text) => wholeNumber("--cap", text)],
  "--engine": ["engines", (text) => listed("--engine", text, ENGINES)],
  "--workload": ["workloads", (text) => listed("--workload", text, WORKLOADS)],
  "--clock": ["clock", (text) => listed("--clock", text, ["wall", "cpu"])[0]],
  "--out": ["out", (text) => text],
  "--from": ["from", (text) => text],
};

export class UsageError extends Error {}

/** @throws UsageError for what it does not know */
export function parseOptions(args) {
  const given = {};
  const rest = [...args];
  while (rest.length > 0) {
    const arg = rest.shift();
    if (Object.hasOwn(FLAGS, arg)) given[FLAGS[arg]] = true;
    else if (Object.hasOwn(VALUES, arg)) {
      const [name, read] = VALUES[arg];
      const text = rest.shift();
      if (text === undefined || text === "" || text.startsWith("--"))
        throw new UsageError(`\`${arg}\` needs a value.`);
      given[name] = read(text);
    } else throw new UsageError(`There is no option \`${arg}\`; \`--help\` lists them.`);
  }
  return withDefaults(given);
}

function withDefaults({ quick = false, rounds, capMs, engines, workloads, ...rest }) {
  const chosen = engines ?? ENGINES;
  return {
    ...rest,
    quick,
    clock: rest.clock ?? "wall",
    full: !quick && engines === undefined && workloads === undefined && rest.from === undefined,
    rounds: rounds ?? (quick ? 3 : 9),
    capMs: capMs ?? (quick ? 300 : 1000),
    hangMs: quick ? 20_000 : 60_000,
    engines: chosen.includes("native") ? chosen : ["native", ...chosen],
    workloads: workloads ?? WORKLOADS,
  };
}

function listed(option, text, known) {
  const names = text.split(",");
  for (const name of names)
    if (!known.includes(name))
      throw new UsageError(`\`${option}\` does not know \`${name}\`; it knows ${known.join(", ")}.`);
  return known.filter((name) => names.includes(name));
}

function wholeNumber(option, text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(`\`${option}\` needs a whole number from 1 up, not \`${text}\`.`);
  return number;
}
