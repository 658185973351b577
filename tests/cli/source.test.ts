import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cli, folderWith } from "./fake-io.js";

const folder = folderWith({
  "latin.js": new Uint8Array([0x27, 0xe9, 0x27]),
  "null.js": "1;\0",
  "marked.js": "\ufeff1 + 1;",
});
mkdirSync(join(folder, "folder.js"));

test.each([
  ["missing.js", "`missing.js` does not exist"],
  ["folder.js", "`folder.js` is a directory"],
  ["latin.js", "`latin.js` is not UTF-8 text"],
  ["null.js", "`null.js` has a null byte"],
])("%s cannot be read", async (file, sentence) => {
  for (const command of ["run", "check", "compile"]) {
    const { code, out, err } = await cli([command, file], folder);
    expect(err).toContain(sentence);
    expect({ code, out }).toEqual({ code: 2, out: "" });
  }
});

test("a byte order mark is no part of the program", async () => {
  expect(await cli(["run", "marked.js"], folder)).toEqual({ code: 0, out: "2\n", err: "" });
});

test("`-` is standard input", async () => {
  expect(await cli(["run", "-"], folder, "6 * 7;")).toEqual({ code: 0, out: "42\n", err: "" });
  const refused = await cli(["check", "-"], folder, "eval('1');");
  expect(refused.code).toBe(1);
  expect(refused.err).toContain("<stdin>:1:1 ");
});
