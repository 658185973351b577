import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./blocks.js";

test("the quickstart draws the penguins, refuses the hostile programs and proves the host unchanged", () => {
  const run = spawnSync(process.execPath, [join(root, "scripts/quickstart-job.mjs")], {
    cwd: root,
    encoding: "utf8",
  });
  expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: "" });
  expect(run.stdout).toContain("3 traces: Adelie (151 points), Chinstrap (68 points), Gentoo (123 points)");
  expect(run.stdout).toContain("342 of 344 penguins were weighed");
  expect(run.stdout.match(/→ [A-Z_]+/g)?.map((code) => code.slice(2))).toEqual([
    "NAME_MEMBER",
    "NAME_MEMBER",
    "GUARD_MEMBER",
    "SYNTAX_IMPORT",
    "LIMIT_STEPS",
    "GUARD_WRITE",
  ]);
  expect(run.stdout).toMatch(/5 of 5 refused/);
  expect(run.stdout).toMatch(/df {17}unchanged\nObject\.prototype {3}clean/);
});
