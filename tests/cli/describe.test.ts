import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { typeErrors } from "../describe/type-check.js";
import { cli, folderWith } from "./fake-io.js";

const folder = folderWith({ "birds.csv": "Species,Body Mass (g)\nAdelie,3750\n" });

test("describe lists globals, members and columns at 100 columns", async () => {
  const { code, out, err } = await cli(["describe", "--data", "df=birds.csv"], folder);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("df                 facet     Rows and named columns");
  expect(out).toContain('    Species, "Body Mass (g)"\n');
  expect(out).toContain("px                 namespace Plotly Express");
  expect(out).toContain("len                function  How many characters");
  expect(out).not.toMatch(/^(?:eval|Proxy|process) /m);
  for (const line of out.split("\n")) expect(line.length, line).toBeLessThanOrEqual(100);
});

test("--dts writes declarations that check a program, --json data", async () => {
  expect(
    (await cli(["describe", "--data", "df=birds.csv", "--dts", "--out", "guest.d.ts"], folder)).code,
  ).toBe(0);
  const declarations = readFileSync(join(folder, "guest.d.ts"), "utf8");
  expect(typeErrors(declarations, "print(df.Species.unique(), df['Body Mass (g)'].mean());")).toEqual([]);
  expect(typeErrors(declarations, "df.Spezies;").join()).toContain("Did you mean 'Species'");
  const { out } = await cli(["describe", "--json"], folder);
  expect(Object.keys(JSON.parse(out) as object)).toEqual(["globals", "types", "modules"]);
});

test("usage errors", async () => {
  expect((await cli(["describe", "--dts", "--json"], folder)).code).toBe(2);
  expect((await cli(["describe", "file.js"], folder)).err).toContain("`describe` takes options only");
  expect((await cli(["describe", "--data", "df=none.csv"], folder)).code).toBe(2);
});
