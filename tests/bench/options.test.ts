import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const run = fileURLToPath(new URL("../../bench/run.mjs", import.meta.url));
const bench = (...args: readonly string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [run, ...args], { encoding: "utf8" });

test("--help lists options, engines and workloads", () => {
  const { status, stdout } = bench("--help");
  expect(status).toBe(0);
  for (const word of ["--quick", "--rounds N", "--write-docs", "isolated-vm", "rows-later"])
    expect(stdout).toContain(word);
});

test.each([
  [["--fast"], "There is no option `--fast`"],
  [["quick"], "There is no option `quick`"],
  [["--rounds"], "`--rounds` needs a value"],
  [["--rounds", "--quick"], "`--rounds` needs a value"],
  [["--rounds", "many"], "`--rounds` needs a whole number from 1 up, not `many`"],
  [["--engine", "inline,deno"], "`--engine` does not know `deno`; it knows native,"],
  [["--clock", "sun"], "`--clock` does not know `sun`; it knows wall, cpu"],
  [["--workload", "sive"], "`--workload` does not know `sive`; it knows recursion,"],
] as const)("%j is refused, and nothing is measured", (args, message) => {
  const { status, stdout, stderr } = bench(...args);
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(message);
});
