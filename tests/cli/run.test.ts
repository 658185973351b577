import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cli, folderWith } from "./fake-io.js";

const programs = {
  "ok.js": 'print("hello");\nconsole.log("again");\n({ a: [1, 2] });\n',
  "refused.js": "let a = 1;\neval('a');\nimport('node:fs');\n",
  "guard.js": 'const k = ["const", "ructor"].join("");\n[][k];\n',
  "throws.js": 'const f = () => {\n  throw new TypeError("no good");\n};\nf();\n',
  "endless.js": 'print("started");\nwhile (true) {}\n',
  "figure.js": 'px.scatter({ x: [1, 2], y: [3, 4] }, { x: "x", y: "y", title: "Two" });\n',
  "async.js": "const x = await Promise.resolve(5);\nx + 1;\n",
};
const folder = folderWith(programs);

test("printed lines, then the value", async () => {
  expect(await cli(["run", "ok.js"], folder)).toEqual({
    code: 0,
    out: "hello\nagain\n{ a: [ 1, 2 ] }\n",
    err: "",
  });
});

test("--json is one object", async () => {
  const { code, out } = await cli(["run", "ok.js", "--json"], folder);
  const result: unknown = JSON.parse(out);
  expect(code).toBe(0);
  expect(result).toMatchObject({ value: { a: [1, 2] }, printed: [{ text: "hello" }, { text: "again" }] });
  expect(Object.keys(result as object)).toEqual(["value", "printed", "usage"]);
});

test("a refusal shows every diagnostic with its frame and help", async () => {
  const { code, out, err } = await cli(["run", "refused.js"], folder);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain("refused.js:2:1 ");
  expect(err).toContain("refused.js:3:1 SYNTAX_IMPORT");
  expect(err).toContain("> 2 | eval('a');");
  expect(err.match(/^help: /gm)).toHaveLength(2);
});

test("a guard's refusal names the place", async () => {
  const { code, err } = await cli(["run", "guard.js"], folder);
  expect(code).toBe(1);
  expect(err).toContain("guard.js:2:");
  expect(err).toContain("GUARD_MEMBER");
});

test("what the program threw is shown in its own lines", async () => {
  const { code, err } = await cli(["run", "throws.js"], folder);
  expect(code).toBe(3);
  expect(err).toContain("TypeError: no good");
  expect(err).toContain("throws.js:2:");
  expect(err).not.toContain("node_modules");
});

test("limits stop the program", async () => {
  const { code, out, err } = await cli(["run", "endless.js", "--limits", "steps=10_000"], folder);
  expect({ code, out }).toEqual({ code: 4, out: "started\n" });
  expect(err).toContain("LIMIT_STEPS");
  const json = await cli(["run", "endless.js", "--limits", "steps=10_000", "--json"], folder);
  expect(JSON.parse(json.out)).toMatchObject({
    error: { code: "LIMIT_STEPS" },
    printed: [{ text: "started" }],
  });
});

test("call form and async give the same value", async () => {
  expect((await cli(["run", "ok.js", "--guards", "call"], folder)).out).toBe(
    "hello\nagain\n{ a: [ 1, 2 ] }\n",
  );
  expect(await cli(["run", "async.js", "--async"], folder)).toEqual({ code: 0, out: "6\n", err: "" });
  expect((await cli(["run", "async.js"], folder)).code).toBe(1);
});

test("a figure is described, and written whole", async () => {
  const { code, out } = await cli(["run", "figure.js", "--out", "fig.html"], folder);
  expect({ code, out }).toEqual({ code: 0, out: 'figure: 1 trace (scatter), 2 points, "Two"\n' });
  expect(readFileSync(join(folder, "fig.html"), "utf8")).toMatch(/^<!doctype html>/i);
  await cli(["run", "figure.js", "--out", "fig.json"], folder);
  expect(JSON.parse(readFileSync(join(folder, "fig.json"), "utf8"))).toMatchObject({ data: [{ x: [1, 2] }] });
});

test("a run that fails leaves the --out file as it was", async () => {
  writeFileSync(join(folder, "kept.html"), "kept");
  for (const [program, code] of [
    ["refused.js", 1],
    ["throws.js", 3],
    ["endless.js", 4],
    ["ok.js", 3],
  ] as const) {
    const run = await cli(["run", program, "--out", "kept.html", "--limits", "steps=10000"], folder);
    expect([program, run.code]).toEqual([program, code]);
    expect(readFileSync(join(folder, "kept.html"), "utf8")).toBe("kept");
  }
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("--out never overwrites what is read", async () => {
  const own = folderWith({ "d.json": '[{"a":1}]', "p.js": "1;" });
  const { code, err } = await cli(["run", "p.js", "--data", "df=d.json", "--out", "d.json"], own);
  expect(code).toBe(2);
  expect(err).toContain("would overwrite a file that is read");
  expect(existsSync(join(own, "d.json"))).toBe(true);
});
