import { expect, test } from "vitest";
import { visible } from "../../src/cli/output/visible.js";
import { cli, folderWith } from "./fake-io.js";

const folder = folderWith({
  "good.js": "const n = df.shape[0];\nprint(n);\n",
  "bad.js": "df.head(2);\n[].constructor;\n",
  LIMIT_STEPS: "1;",
  "wait.js": "await df;",
});

test("explain FILE prints the source with its guards", async () => {
  const { code, out, err } = await cli(["explain", "good.js"], folder);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("   1  +        2       2 | const n = df.shape[0];\n");
  expect(out).toContain("|   _getattr_ df.shape · _getitem_ df.shape[0]\n");
  expect(out).toContain("df     1:11     the host must provide it\n");
});

test("a refused program is explained too, with exit code 1", async () => {
  const { code, out } = await cli(["explain", "bad.js"], folder);
  expect(code).toBe(1);
  expect(out).toContain("_invoke_ df.head(…)");
  expect(out).toContain("bad.js:2:4 NAME_MEMBER");
  expect((await cli(["explain", "wait.js"], folder)).code).toBe(1);
  expect((await cli(["explain", "wait.js", "--async"], folder)).code).toBe(0);
});

test("`-`, `--json`, and codes that are files", async () => {
  const { out } = await cli(["explain", "-", "--json"], folder, "df.head(3);");
  const data = JSON.parse(out) as { filename: string; lines: { guards: { guard: string }[] }[] };
  expect(data.filename).toBe("<stdin>");
  expect(data.lines[0]?.guards[0]?.guard).toBe("_invoke_");
  expect((await cli(["explain", "LIMIT_STEPS"], folder)).out).toContain("Why: ");
  expect((await cli(["explain", "./LIMIT_STEPS"], folder)).out).toContain("./LIMIT_STEPS: 1 line, accepted.");
  const neither = await cli(["explain", "nowhere.js"], folder);
  expect(neither).toMatchObject({ code: 2, out: "" });
  expect(neither.err).toContain("`nowhere.js` does not exist");
  expect((await cli(["explain", "LIMIT_STEPS", "--async"], folder)).code).toBe(2);
});

test("control characters of a program do not reach a terminal", async () => {
  const hostile = "print('\u001b]0;owned\u0007\u202e');\ndf['\u001b[2J'];";
  const { out } = await cli(["explain", "-"], folder, hostile);
  expect(out).toContain("\u001b]0;owned");
  expect(visible(out)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});
