import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { manifest, root } from "./pack.js";

interface Packed {
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

test("the tarball has the build, the docs and the texts, and nothing else", () => {
  const printed = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [packed] = JSON.parse(printed) as readonly Packed[];
  const paths = packed?.files.map((file) => file.path) ?? [];
  const belongs =
    /^(?:dist\/[\w.-]+\.(?:js|d\.ts)|docs\/[\w-]+\.md|LICENSE|NOTICE|README\.md|SECURITY\.md|CHANGELOG\.md|package\.json)$/;
  expect(paths.filter((path) => !belongs.test(path))).toEqual([]);
  for (const path of [
    "dist/index.js",
    "dist/index.d.ts",
    "dist/cli.js",
    "dist/danfo.js",
    "dist/plotly.js",
    "dist/testing.js",
    "dist/testing-worker.js",
    "LICENSE",
    "README.md",
    "SECURITY.md",
    "CHANGELOG.md",
  ]) {
    expect(paths).toContain(path);
  }
});

test("nothing runs at install time", () => {
  const lifecycle = [
    "preinstall",
    "install",
    "postinstall",
    "preprepare",
    "prepare",
    "postprepare",
    "prepublish",
    "prepack",
    "postpack",
  ];
  expect(Object.keys(manifest().scripts).filter((name) => lifecycle.includes(name))).toEqual([]);
});
