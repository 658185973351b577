import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const tracked = (): readonly string[] =>
  execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: root,
    encoding: "utf8",
  })
    .split("\0")
    .filter((file) => file !== "" && existsSync(join(root, file)));

// Written so that this file does not find itself.
const foreign: readonly (readonly [string, RegExp])[] = [
  ["a path of the machine it was written on", /\/(?:work|root)\/[a-z]/],
  ["a folder beside the repository", new RegExp(`${"shar"}${"ed"}/`)],
  [
    "the host of a package registry or mirror",
    /https?:\/\/[\w.-]*(?:registry|mirror|artifactory|nexus)[\w.-]*/i,
  ],
];

test.skipIf(!existsSync(join(root, ".git")))("the project speaks of itself alone", () => {
  const found: string[] = [];
  for (const file of tracked()) {
    const text = readFileSync(join(root, file), "utf8");
    if (text.includes("\0")) continue;
    text.split("\n").forEach((line, i) => {
      for (const [what, pattern] of foreign)
        if (pattern.test(line)) found.push(`${file}:${i + 1} has ${what}`);
    });
  }
  expect(found).toEqual([]);
});
