import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { installTarball, manifest, packTarball, root } from "./pack.js";

let project = "";
beforeAll(() => {
  project = installTarball(packTarball());
});

const evaluate = (code: string): string =>
  execFileSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: project,
    encoding: "utf8",
  }).trim();

test.each([
  [
    "restrictedjs",
    [
      "compileRestricted",
      "execRestricted",
      "execRestrictedAsync",
      "evalRestricted",
      "definePolicy",
      "CompileError",
    ],
  ],
  ["restrictedjs/danfo", ["danfoPolicies"]],
  ["restrictedjs/plotly", ["px", "go", "plotlyPolicies", "figureToHtml"]],
  ["restrictedjs/testing", ["execWalls", "loadCases", "runCases", "runControls"]],
])("%s imports without its peers", (specifier, names) => {
  const exported = evaluate(`console.log(Object.keys(await import("${specifier}")).join())`).split(",");
  expect(exported).toEqual(expect.arrayContaining(names));
});

test("every subpath of the manifest is covered here", () => {
  expect(Object.keys(manifest().exports)).toEqual([
    ".",
    "./danfo",
    "./plotly",
    "./testing",
    "./testing/hostile",
    "./package.json",
  ]);
});

test("a program runs from the installed package", () => {
  expect(
    evaluate('import { execRestricted } from "restrictedjs"; console.log(execRestricted("6 * 7;").value)'),
  ).toBe("42");
});

test("Babel is loaded by the first program that is compiled, not by the import", () => {
  const loaded = `Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes("@babel"))`;
  const code = `import { createRequire } from "node:module"; import { compileRestricted } from "restrictedjs";
    console.log(${loaded}); compileRestricted("1;"); console.log(${loaded});`;
  expect(evaluate(code)).toBe("false\ntrue");
});

test("the command runs from the installed package", () => {
  const command = join(project, "node_modules/restrictedjs/dist/cli.js");
  const version = spawnSync(command, ["--version"], { encoding: "utf8" });
  expect(version).toMatchObject({ status: 0, stdout: `${manifest().version}\n` });
  const figure = 'px.scatter({ x: [1], y: [2] }, { x: "x", y: "y" });';
  const run = spawnSync(command, ["run", "-"], { input: figure, encoding: "utf8" });
  expect(run).toMatchObject({ status: 0, stdout: "figure: 1 trace (scatter), 1 points\n" });
});

test("--data without danfojs says what to install", () => {
  const command = join(project, "node_modules/restrictedjs/dist/cli.js");
  const data = `df=${join(root, "node_modules/vega-datasets/data/penguins.json")}`;
  const run = spawnSync(command, ["run", "-", "--data", data], {
    cwd: project,
    input: "df.shape;",
    encoding: "utf8",
  });
  expect(run.status).toBe(2);
  expect(run.stderr).toContain("npm install danfojs");
});
