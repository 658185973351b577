import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { benchModule } from "./modules.js";

const { parseOptions } = await benchModule<{ parseOptions: (args: readonly string[]) => unknown }>(
  "options.mjs",
);
const run = fileURLToPath(new URL("../../bench/run.mjs", import.meta.url));
const bench = (...args: readonly string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [run, ...args], { encoding: "utf8" });

test("--help lists options, engines and workloads", () => {
  const { status, stdout } = bench("--help");
  expect(status).toBe(0);
  for (const word of ["--quick", "--rounds N", "--write-docs", "isolated-vm", "rows-later"])
    expect(stdout).toContain(word);
});

test("what it does not know is refused, and nothing is measured", () => {
  const { status, stdout, stderr } = bench("--fast");
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("There is no option `--fast`");
});

test.each([
  [["quick"], "There is no option `quick`"],
  [["--rounds"], "`--rounds` needs a value"],
  [["--rounds", "--quick"], "`--rounds` needs a value"],
  [["--rounds", "many"], "`--rounds` needs a whole number from 1 up, not `many`"],
  [["--engine", "inline,deno"], "`--engine` does not know `deno`; it knows native,"],
  [["--clock", "sun"], "`--clock` does not know `sun`; it knows wall, cpu"],
  [["--workload", "sive"], "`--workload` does not know `sive`; it knows recursion,"],
] as const)("%j is refused", (args, message) => {
  expect(() => parseOptions(args)).toThrow(message);
});

test("native is always there, and the order is that of the tables", () => {
  expect(parseOptions(["--engine", "vm2,inline", "--workload", "nbody"])).toMatchObject({
    engines: ["native", "inline", "vm2"],
    workloads: ["nbody"],
    full: false,
    rounds: 9,
  });
  expect(parseOptions([])).toMatchObject({ full: true, clock: "wall" });
});
