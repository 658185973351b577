import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const script = fileURLToPath(new URL("../../scripts/mutate-guards.mjs", import.meta.url));
const run = promisify(execFile);

it("the negative control: a build with one guard made permissive is found, an unchanged one is not", async () => {
  const only = "keys, inline form: forbidden names pass";
  const { stdout } = await run(process.execPath, [script, "--runs", "50", "--seed", "1", "--only", only]);
  expect(stdout.match(/^unchanged, .*: no escape$/gm)).toHaveLength(3);
  expect(stdout).toContain(`killed   [guards] ${only}`);
}, 180_000);
