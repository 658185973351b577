import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const src = fileURLToPath(new URL("../../src", import.meta.url));

const files: readonly string[] = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".generated.ts"))
  .map((entry) => relative(src, join(entry.parentPath, entry.name)));

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(src, file), "utf8");
  return [...text.matchAll(/^(?:import|export)( type)?[^;]*?from "([^"]+)";/gms)].map(
    ([, type, from = ""]) => ({
      file,
      target: from.startsWith(".") ? join(dirname(file), from) : from,
      typeOnly: type !== undefined,
    }),
  );
});

const offenders = (from: RegExp, to: (target: string, one: Import) => boolean): readonly string[] =>
  imports
    .filter((one) => from.test(one.file) && to(one.target, one))
    .map((one) => `${one.file} -> ${one.target}`);

it("finds the imports there are", () => {
  expect(imports.length).toBeGreaterThan(500);
});

it("Babel is imported in one place", () => {
  expect(offenders(/^(?!ast\/)/, (t) => t.startsWith("@babel/"))).toEqual([]);
});

it("the verifier shares tables with the rewriter and no code", () => {
  const allowed = /^(?:compiler\/5-verify\/|language\/|diagnostics\/|acorn$)/;
  expect(offenders(/^compiler\/5-verify\//, (t) => !allowed.test(t))).toEqual([]);
});

it("the kernel runs in the guest's realm and brings nothing of the host's with it", () => {
  const allowed = /^(?:runtime\/kernel\/|language\/)/;
  expect(offenders(/^runtime\/kernel\//, (t) => !allowed.test(t))).toEqual([]);
});

it("the run time is free of the compiler, but for what it needs to run a program", () => {
  const allowed = /^compiler\/(?:compile|options)\.js$/;
  expect(offenders(/^runtime\//, (t) => t.startsWith("compiler/") && !allowed.test(t))).toEqual([]);
});

it("language tables import nothing", () => {
  expect(offenders(/^language\//, (t) => !t.startsWith("language/"))).toEqual([]);
});

it("the subpath modules use the core's public entry only", () => {
  for (const part of ["danfo", "plotly"]) {
    const inside = new RegExp(`^(?:${part}/|index\\.js$|node:|danfojs$|plotly\\.js-dist-min$)`);
    expect(offenders(new RegExp(`^${part}/`), (t) => !inside.test(t))).toEqual([]);
  }
});

it("only the testing module takes a wall away, and nothing imports it", () => {
  const switches =
    /^(?:compiler\/compile|runtime\/(?:exec|options|refused|result)|compiler\/options|diagnostics\/errors)\.js$/;
  const inside = /^(?:testing\/|index\.js$|policies\/|node:)/;
  expect(offenders(/^testing\//, (t) => !switches.test(t) && !inside.test(t))).toEqual([]);
  expect(offenders(/^(?!testing\/)/, (t) => t.startsWith("testing/"))).toEqual([]);
  const users = files.filter((file) =>
    /\b(?:compileAblated|ablatedProgramOf)\b/.test(readFileSync(join(src, file), "utf8")),
  );
  expect(users.sort()).toEqual(["compiler/compile.ts", "testing/walls.ts"]);
});

it("one place makes functions from text, and one makes a realm", () => {
  const users = files.filter((file) =>
    /\brunInContext\b|\bnew Function\b|\bcreateContext\b/.test(readFileSync(join(src, file), "utf8")),
  );
  expect(users).toEqual(["runtime/realm/realm.ts"]);
});

it("files are small: half of them under 80 lines, none over 400 but tables", () => {
  const sizes = files
    .filter((f) => !/\/data\//.test(f))
    .map((file) => [readFileSync(join(src, file), "utf8").split("\n").length, file] as const)
    .sort(([a], [b]) => a - b);
  expect(sizes[sizes.length >> 1]?.[0]).toBeLessThan(80);
  expect(sizes.filter(([lines]) => lines > 400)).toEqual([]);
});
