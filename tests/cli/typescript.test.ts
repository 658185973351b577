import { expect, test } from "vitest";
import { cli, folderWith } from "./fake-io.js";

const typed = "interface P { x: number }\nconst p: P = { x: 2 };\np.x! as number;\n";
const folder = folderWith({
  "p.ts": typed,
  "p.mts": typed,
  "p.js": typed,
  "plain.ts": "1 + 1;\n",
  "enum.ts": "enum E { A }\n",
});

test("the file's ending says the language", async () => {
  for (const file of ["p.ts", "p.mts"])
    expect(await cli(["run", file], folder)).toEqual({ code: 0, out: "2\n", err: "" });
  const js = await cli(["run", "p.js"], folder);
  expect(js.code).toBe(1);
  expect(js.err).toContain("SYNTAX_TYPESCRIPT");
  expect((await cli(["run", "plain.ts"], folder)).out).toBe("2\n");
});

test("`--language` says it for any file", async () => {
  expect((await cli(["run", "p.js", "--language", "ts"], folder)).out).toBe("2\n");
  expect((await cli(["run", "-", "--language", "ts"], folder, typed)).out).toBe("2\n");
  expect((await cli(["run", "p.ts", "--language", "js"], folder)).code).toBe(1);
});

test("check and compile read the same language", async () => {
  expect((await cli(["check", "p.ts"], folder)).out).toBe("p.ts: ok\n");
  expect((await cli(["check", "p.js", "--language", "ts"], folder)).out).toBe("p.js: ok\n");
  expect((await cli(["compile", "p.ts"], folder)).out).not.toMatch(/interface|as number/);
  const refused = await cli(["check", "enum.ts"], folder);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain("enum.ts:1:1 SYNTAX_TS_ENUM");
  expect(refused.err).toContain("as const");
});

test("help names the option", async () => {
  for (const command of ["run", "check", "compile"])
    expect((await cli([command, "--help"])).out).toContain("--language js|ts");
});
