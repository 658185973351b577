// Mutation testing of the security core: each mutant must be found by the hostile programs or by the tests. --help tells the options.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { LATE, Tree } from "./mutant-tree.mjs";
import { FIRST_TESTS, MUTANTS, SETUPS, TESTS } from "./mutants.mjs";

const USAGE = `node scripts/mutate-guards.mjs [options]

  --sample N   only N mutants, chosen by the seed
  --quick      only mutants that are known to be found within seconds
  --only TEXT  only mutants whose name has TEXT in it; again for more
  --runs N     grown programs per mutant and set-up, default 300
  --escapes    hostile programs alone, not the project's other tests
  --tests      the tests alone, no hostile programs
  --corpus     of the hostile programs, only the corpus
  --suites     of the tests, only those that run in one process
  --near       of the tests, only those nearest to the edited file
  --seed N     default 1
  --jobs N     processes at a time, default 2
  --json FILE  where the verdicts go, too; a mutant that was killed there is not judged again
  --unchecked  without a look at the unchanged build
  --list       the names of the mutants

Exit code 1: the unchanged build has an escape, or a mutant cannot be made. Survivors are told, and are no failure here.`;
const { values } = parseArgs({
  options: {
    sample: { type: "string" },
    quick: { type: "boolean" },
    only: { type: "string", multiple: true },
    runs: { type: "string", default: "300" },
    escapes: { type: "boolean" },
    tests: { type: "boolean" },
    corpus: { type: "boolean" },
    suites: { type: "boolean" },
    near: { type: "boolean" },
    unchecked: { type: "boolean" },
    seed: { type: "string", default: "1" },
    jobs: { type: "string", default: "2" },
    json: { type: "string" },
    list: { type: "boolean" },
    help: { type: "boolean" },
  },
});
const MINUTES = 4;
const NEAR_MINUTES = values.near ? 2 : MINUTES;
/** Names the files of tests that run in the process of the hostile programs. */
const IN_PROCESS = readFileSync(new URL("../tests/escapes/run/suites.ts", import.meta.url), "utf8");
const STAGES = ["corpus", "cases", "grammar", "tests", "double"];

const PASSES = values.tests ? [] : values.corpus ? [["corpus"]] : [["corpus"], ["cases", "grammar"]];

/** Programs and cases that killed a mutant are tried first on the next. */
const first = [];
/** Cases of data that get out of the unchanged build with a set-up whose other wall was taken away. */
const skip = {};

const jobOf = (name) => {
  const { walls, form, aside } = SETUPS[name];
  return { walls, form, aside, runs: Number(values.runs), seed: Number(values.seed), first };
};

/** By hostile programs behind each of the set-ups: the quickest first. */
async function attacked(tree, setups, edits) {
  for (const stages of PASSES)
    for (const name of setups) {
      const job = { ...jobOf(name), skip: skip[name] ?? [], stages, isBaseline: false };
      const { kills = [], late, death } = await tree.attack(name, SETUPS[name].edits, edits, job, MINUTES);
      if (death !== undefined) throw new Error(`the trial died with the set-up ${name}: ${death}`);
      if (late || kills.length === 0) continue;
      const [kill] = kills;
      if (!first.includes(kill.name)) first.unshift(kill.name);
      return { stage: kill.stage, by: kill.name, setup: name, how: kill.escapes.join("; ") };
    }
  return null;
}

/** By the project's tests: first those that run in one process, then all that look at the security core. */
async function tested(tree, edits, tests = []) {
  const [[file]] = edits;
  const near = FIRST_TESTS.find(([prefix]) => new RegExp(`^${prefix}`).test(file))?.[1] ?? [];
  const nearest = [...new Set([...tests, ...near])];
  const job = {
    ...jobOf("realm"),
    skip: [],
    stages: ["suites"],
    near: nearest,
    isNearOnly: values.near === true,
    isBaseline: false,
  };
  let wasLate = false;
  for (let again = 2; again > 0; again--) {
    const { kills = [], death, late } = await tree.attack("tests", [], edits, job, NEAR_MINUTES);
    if (late || death !== undefined) {
      const how = late ? "the tests do not end" : `the tests die: ${death}`;
      if (await passes(tree, job)) return { stage: "tests", by: nearest.join(", "), setup: "both", how };
      wasLate = true;
      continue;
    }
    wasLate = false;
    const [kill] = kills;
    // Not sure: once more in a process of its own.
    if (kill === undefined) break;
    if (!kill.isUnsure) return { stage: "tests", by: kill.name, setup: "both", how: kill.escapes.join("; ") };
  }
  await tree.make(edits);
  // Those that cannot run in that process, such as tests of the kernel's parts, which are built from files. The mutant's own
  // may ask parts, too, and there find those of the unchanged sources.
  const parts = nearest.filter((name) => tests.includes(name) || !IN_PROCESS.includes(`"${name}`));
  for (const files of values.suites || values.near ? [parts] : [nearest, TESTS]) {
    const failed = files.length === 0 ? null : await tree.test(files, MINUTES);
    if (failed === null) continue;
    // Once more without the mutant: a busy machine fails tests, too.
    await tree.make([]);
    const file = failed === LATE ? "" : failed.slice(0, failed.indexOf(":"));
    const without = await tree.test(file.endsWith(".test.ts") ? [file] : files, MINUTES);
    if (without === null) {
      const [by, how] =
        failed === LATE ? [files.join(", "), "the tests do not end"] : [failed, "a test fails"];
      return { stage: "tests", by, setup: "both", how };
    }
    if (failed === LATE) wasLate = true;
    await tree.make(edits);
  }
  return wasLate ? { stage: "late", by: nearest.join(", "), setup: "both", how: "no verdict in time" } : null;
}

/** The same tests of the unchanged build: else what did not end says nothing of the mutant. */
async function passes(tree, job) {
  const { kills, late, death } = await tree.attack("tests", [], [], job, NEAR_MINUTES);
  return !late && death === undefined && kills?.length === 0;
}

/**
 * Redundant: with the check that stands behind it left out as well, a program gets out that does not get out where the
 * other alone is left out.
 */
async function doubled(tree, { setups, edits, behind }) {
  for (const id of behind ?? []) {
    const other = MUTANTS.find((mutant) => mutant.id === id);
    if (other === undefined) throw new Error(`There is no mutant \`${id}\`.`);
    const found = (await doubleAttack(tree, setups, edits, other)) ?? (await doubleTest(tree, edits, other));
    if (found !== null) return { ...found, stage: "double", how: `with \`${id}\` out too: ${found.how}` };
  }
  return null;
}

async function doubleAttack(tree, setups, edits, other) {
  const stages = PASSES.flat().filter((stage) => stage !== "grammar");
  for (const name of stages.length > 0 ? setups : []) {
    const without = (more, rest) =>
      tree.attack(name, SETUPS[name].edits, more, { ...jobOf(name), stages, ...rest }, MINUTES);
    const alone = await without(other.edits, { skip: skip[name] ?? [], isBaseline: true });
    const known = [...(skip[name] ?? []), ...(alone.kills ?? []).map((kill) => kill.name)];
    const { kills = [] } = await without([...edits, ...other.edits], { skip: known, isBaseline: false });
    const [kill] = kills;
    if (alone.kills !== undefined && kill !== undefined)
      return { by: kill.name, setup: name, how: kill.escapes.join("; ") };
  }
  return null;
}

async function doubleTest(tree, edits, other) {
  if (values.escapes) return null;
  const both = await tested(tree, [...edits, ...other.edits]);
  if (both === null || both.stage === "late") return null;
  const alone = await tested(tree, other.edits);
  return alone?.by === both.by || alone?.stage === "late" ? null : both;
}

async function trial(tree, mutant) {
  const began = Date.now();
  const attack = await attacked(tree, mutant.setups, mutant.edits);
  const test = attack ?? (values.escapes ? null : await tested(tree, mutant.edits, mutant.tests));
  const found = test !== null && test.stage !== "late" ? test : ((await doubled(tree, mutant)) ?? test);
  return { id: mutant.id, ...(found ?? { stage: null }), seconds: Math.round((Date.now() - began) / 1000) };
}

function chosen() {
  const quick = JSON.parse(readFileSync(new URL("quick-mutants.json", import.meta.url), "utf8"));
  for (const id of quick)
    if (!MUTANTS.some((mutant) => mutant.id === id)) throw new Error(`There is no mutant \`${id}\`.`);
  const { only } = values;
  const all = MUTANTS.filter(
    ({ id }) =>
      (!values.quick || quick.includes(id)) && (only === undefined || only.some((text) => id.includes(text))),
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

/** Each of the jobs has a tree of its own. */
async function inTrees(list, each) {
  const queue = list.entries();
  const worker = async () => {
    const tree = new Tree();
    try {
      for (const [, one] of queue) await each(tree, one);
    } finally {
      tree.remove();
    }
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, worker));
}

/** Nothing gets out of the unchanged build, and its tests pass: else no verdict means anything. */
async function baseline(setups) {
  let isSound = true;
  const walls = values.tests ? [] : setups;
  await inTrees([...walls, ...(values.escapes ? [] : ["tests"])], async (tree, name) => {
    if (name === "tests") {
      const job = {
        ...jobOf("realm"),
        skip: [],
        stages: ["suites"],
        near: [],
        isNearOnly: false,
        isBaseline: true,
      };
      const { kills = [], death } = await tree.attack("tests", [], [], job, 2 * MINUTES);
      await tree.make([]);
      const failed = values.suites ? null : await tree.test(TESTS, 3 * MINUTES);
      const bad = [
        ...kills.map((kill) => `${kill.name}: ${kill.escapes}`),
        ...[death, failed].filter(Boolean),
      ];
      console.log(`unchanged, the tests: ${bad.join("\n") || "pass"}`);
      if (bad.length > 0) isSound = false;
      return;
    }
    const job = { ...jobOf(name), skip: [], stages: PASSES.flat(), isBaseline: true };
    const {
      kills: found = [],
      late,
      death,
    } = await tree.attack(name, SETUPS[name].edits, [], job, 2 * MINUTES);
    // What the missing wall stops alone proves nothing here.
    const cases = SETUPS[name].isWhole ? [] : found.filter(({ stage }) => stage === "cases");
    skip[name] = cases.map((kill) => kill.name);
    const bad = found.filter((kill) => !cases.includes(kill));
    const told = late
      ? "did not end"
      : (death ?? bad.map((kill) => `${kill.name}: ${kill.escapes}`).join("\n"));
    const aside = cases.length > 0 ? ` (${cases.length} cases are set aside)` : "";
    console.log(`unchanged, ${name}: ${told || "no escape"}${aside}`);
    if (told) isSound = false;
  });
  return isSound;
}

async function main() {
  const mutants = chosen();
  console.log(`seed ${values.seed}, ${values.runs} grown programs, ${mutants.length} mutants`);
  const used = Object.keys(SETUPS).filter((name) => mutants.some(({ setups }) => setups.includes(name)));
  if (!values.unchecked && !(await baseline(used))) return 1;
  const results = earlierKills(mutants);
  let failed = false;
  const left = mutants.filter(({ id }) => !results.some((result) => result.id === id));
  await inTrees(left, async (tree, mutant) => {
    try {
      const result = await trial(tree, mutant);
      results.push(result);
      const { stage, by, how, setup, seconds } = result;
      const at = `${results.length}/${mutants.length}`;
      console.log(
        stage === null || stage === "late"
          ? `${stage === null ? "SURVIVED" : "LATE    "} ${mutant.id} (${at}, ${seconds} s)`
          : `killed   ${mutant.id} (${at}, ${seconds} s)\n           ${stage}, ${setup}: ${how.slice(0, 120)}: ${by.slice(0, 200)}`,
      );
      keep(results);
    } catch (error) {
      failed = true;
      console.error(`broken   ${mutant.id}: ${error.message}`);
    }
  });
  report(results);
  return failed ? 1 : 0;
}

function verdicts() {
  if (values.json === undefined || !existsSync(values.json)) return [];
  return JSON.parse(readFileSync(values.json, "utf8"));
}

/** Verdicts of mutants that are not looked at this time stay in the file. */
function keep(results) {
  if (values.json === undefined) return;
  const others = verdicts().filter(({ id }) => !results.some((result) => result.id === id));
  writeFileSync(values.json, `${JSON.stringify([...others, ...results], null, 2)}\n`);
}

/** From the file of verdicts of an earlier run. */
function earlierKills(mutants) {
  return verdicts().filter(
    ({ id, stage }) => stage !== null && stage !== "late" && mutants.some((mutant) => mutant.id === id),
  );
}

function report(results) {
  const share = (n) => `${n} of ${results.length} (${((100 * n) / results.length).toFixed(0)} %)`;
  const by = (...stages) => results.filter(({ stage }) => stages.includes(stage)).length;
  console.log("");
  for (const stage of STAGES) console.log(`${stage.padEnd(8)} ${by(stage)}`);
  console.log(`killed by hostile programs: ${share(by("corpus", "cases", "grammar"))}`);
  console.log(`killed by them or by the tests: ${share(by("corpus", "cases", "grammar", "tests"))}`);
  console.log(`besides, shown to stand in front of another check: ${by("double")}`);
  console.log(`without a verdict, because their tests did not end: ${by("late")}`);
  for (const { id, stage } of results) {
    if (stage === null) console.log(`  survived ${id}`);
    if (stage === "late") console.log(`  late     ${id}`);
  }
}

if (values.help) console.log(USAGE);
else if (values.list) for (const { id } of MUTANTS) console.log(id);
else process.exitCode = await main();
