import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cli, folderWith } from "./fake-io.js";

const folder = folderWith({
  "good.js": "const a = [1, 2];\na.length;\n",
  "bad.js": "with (a) {}\n",
  "worse.js": "x.__proto__;\ndebugger;\n",
});

test("check says ok, or what is refused", async () => {
  expect(await cli(["check", "good.js"], folder)).toEqual({ code: 0, out: "good.js: ok\n", err: "" });
  const { code, out, err } = await cli(["check", "good.js", "worse.js"], folder);
  expect({ code, out }).toEqual({ code: 1, out: "good.js: ok\n" });
  expect(err).toContain("worse.js:1:");
  expect(err).toContain("worse.js:2:1 SYNTAX_DEBUGGER");
});

test("check --json is one array, a result for each file", async () => {
  const { code, out, err } = await cli(["check", "good.js", "bad.js", "--json"], folder);
  expect({ code, err }).toEqual({ code: 1, err: "" });
  expect(JSON.parse(out)).toMatchObject([
    { filename: "good.js", ok: true, errors: [], definedNames: ["a"] },
    { filename: "bad.js", ok: false, errors: [{ severity: "error", start: { line: 1 } }] },
  ]);
});

test("compile prints verified code, in either form", async () => {
  const inline = await cli(["compile", "good.js"], folder);
  expect(inline.code).toBe(0);
  expect(inline.out).toMatch(/^\(function \(\) \{/);
  const call = await cli(["compile", "good.js", "--guards", "call"], folder);
  expect(call.out).toContain('_getattr_(a, "length")');
  expect(await cli(["compile", "good.js", "--guards", "call", "--out", "good.out.js"], folder)).toMatchObject(
    { code: 0, out: "" },
  );
  expect(readFileSync(join(folder, "good.out.js"), "utf8")).toBe(call.out);
});

test("compile writes nothing for a refused program", async () => {
  const { code, out } = await cli(["compile", "bad.js", "--out", "bad.out.js"], folder);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(existsSync(join(folder, "bad.out.js"))).toBe(false);
});

test("explain knows every code, in any case", async () => {
  const known = await cli(["explain", "name_underscore"]);
  expect(known.code).toBe(0);
  expect(known.out).toContain("NAME_UNDERSCORE\n");
  expect(known.out).toContain("Instead: ");
  const json = await cli(["explain", "LIMIT_STEPS", "--json"]);
  expect(Object.keys(JSON.parse(json.out) as object).sort()).toEqual([
    "code",
    "example",
    "help",
    "instead",
    "options",
    "side",
    "title",
    "why",
  ]);
  expect(known.out).toContain("const _total = 1;");
  const unknown = await cli(["explain", "LIMIT_STEP"]);
  expect(unknown).toMatchObject({ code: 2, out: "" });
  expect(unknown.err).toContain("did you mean `LIMIT_STEPS`?");
});
