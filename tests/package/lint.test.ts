import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { expect, test } from "vitest";
import { packTarball, root } from "./pack.js";

test("publint has nothing to say, strictly", async () => {
  const { messages, pkg } = await publint({ pkgDir: root, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test("the types resolve for ESM consumers", () => {
  const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
  const run = spawnSync(
    process.execPath,
    [attw, packTarball(), "--profile", "esm-only", "--format", "ascii"],
    { encoding: "utf8" },
  );
  expect({ status: run.status, text: run.status === 0 ? "" : run.stdout + run.stderr }).toEqual({
    status: 0,
    text: "",
  });
});
