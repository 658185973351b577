import { expect, test } from "vitest";
import { LIMIT_NAMES } from "../../src/cli/arguments/limits.js";
import { DEFAULT_LIMITS } from "../../src/index.js";
import { cli, folderWith } from "./fake-io.js";

test.each([
  [[], "no command is given"],
  [["rum"], "no command `rum`; did you mean `run`?"],
  [["--versoin"], "no option `--versoin`; did you mean `--version`?"],
  [["run", "--outt", "x.html", "p.js"], "`run` has no option `--outt`; did you mean `--out`?"],
  [["check", "--zzzzzz", "p.js"], "`check` has no option `--zzzzzz`"],
  [["run"], "`run` needs FILE"],
  [["run", "a.js", "b.js"], "takes FILE only, not also `b.js`"],
  [["check"], "`check` needs FILE…"],
  [["run", "p.js", "--json", "--json"], "`--json` is given twice"],
  [["run", "p.js", "--out"], "--out"],
  [["run", "p.js", "--json=yes"], "--json"],
  [["run", "p.js", "--out", "figure.png"], "must end in .html or .json"],
  [["run", "p.js", "--out", "nowhere/figure.html"], "`nowhere` is not a directory"],
  [["run", "p.js", "--guards", "none"], "`--guards` is `inline` or `call`"],
  [["run", "p.js", "--language", "tsx"], "`--language` is `js` or `ts`, not `tsx`"],
  [["check", "p.js", "--language", "typescript"], "`--language` is `js` or `ts`"],
  [["run", "p.js", "--limits", "step=5"], "no limit `step`; did you mean `steps`?"],
  [["run", "p.js", "--limits", "steps=-1"], "positive whole number"],
  [["run", "p.js", "--limits", "steps=1.5"], "positive whole number"],
  [["run", "p.js", "--limits", "steps=1=2"], "positive whole number"],
  [["run", "p.js", "--limits", "steps=1,steps=2"], "given twice"],
  [["run", "p.js", "--data", "df"], "not of the form NAME=FILE"],
  [["run", "p.js", "--data", "_df=a.csv"], "cannot be the name of a variable"],
  [["run", "p.js", "--data", "px=a.csv"], "already in use"],
  [["run", "p.js", "--data", "df=a.xlsx"], "not a data file that can be read"],
  [["run", "p.js", "--data", "d=a.csv", "--data", "d=b.csv"], "already in use"],
])("%j is a usage error", async (args, sentence) => {
  const { code, out, err } = await cli(args, folderWith({ "p.js": "1;" }));
  expect(err).toContain(sentence);
  expect(err).not.toMatch(/\n\s+at /);
  expect({ code, out }).toEqual({ code: 2, out: "" });
});

test("help and version are answers, not errors", async () => {
  const help = await cli(["--help"]);
  expect(help).toMatchObject({ code: 0, err: "" });
  for (const name of ["run", "check", "compile", "explain", "describe"]) {
    expect(help.out).toContain(`  ${name} `);
    const one = await cli([name, "--help"]);
    expect(one.out).toContain(`Usage: restrictedjs ${name} `);
    expect(one.out).toContain("Exit codes: 0 ok");
  }
  const version = await cli(["--version"]);
  expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("--limits knows every limit there is", () => {
  expect([...LIMIT_NAMES].sort()).toEqual(Object.keys(DEFAULT_LIMITS).sort());
});
