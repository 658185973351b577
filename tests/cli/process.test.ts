import { execFileSync, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { visible } from "../../src/cli/output/visible.js";
import { folderWith, root } from "./fake-io.js";

const main = join(root, "dist/cli.js");

test("the built command runs as a process", () => {
  const folder = folderWith({ "p.js": "print('hi');\n2 + 3;\n" });
  expect(execFileSync(process.execPath, [main, "run", "p.js"], { cwd: folder, encoding: "utf8" })).toBe(
    "hi\n5\n",
  );
  const piped = spawnSync(process.execPath, [main, "run", "-"], {
    input: "while (true) {}",
    encoding: "utf8",
  });
  expect(piped.status).toBe(4);
  expect(piped.stderr).not.toMatch(/\n\s+at /);
});

test("a reader that closes early is no failure", async () => {
  const child = spawn(process.execPath, [main, "run", "-"], { stdio: ["pipe", "pipe", "pipe"] });
  child.stdout.destroy();
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  child.stdin.end("for (let i = 0; i < 1000; i++) print('x'.repeat(50));\n1;\n");
  const code = await new Promise((resolve) => {
    child.on("close", resolve);
  });
  expect({ code, err }).toEqual({ code: 0, err: "" });
});

test("control characters never reach a terminal", () => {
  expect(visible("a\tb\n\u001b]0;title\u0007\u009b2J\u202e")).toBe("a\tb\n\\x1b]0;title\\x07\\x9b2J\\u202e");
});
