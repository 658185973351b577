import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const script = fileURLToPath(new URL("../../scripts/mutate-guards.mjs", import.meta.url));
const run = promisify(execFile);
const SAMPLE = 6;

/** Another sample each day; `MUTANTS_SEED` repeats one. */
const seed = process.env["MUTANTS_SEED"] ?? new Date().toISOString().slice(0, 10).replaceAll("-", "");

it(`the negative control: builds with one check made permissive are found, an unchanged one is not (seed ${seed})`, async () => {
  console.log(`MUTANTS_SEED=${seed}`);
  const { stdout } = await run(process.execPath, [
    ...[script, "--quick", "--sample", `${SAMPLE}`],
    ...["--seed", seed, "--corpus", "--escapes"],
  ]);
  expect(stdout.match(/^unchanged, .*: no escape$/gm)?.length, stdout).toBeGreaterThan(0);
  expect(stdout).not.toMatch(/^unchanged, (?!.*: no escape$)/m);
  expect(stdout.match(/^killed {3}/gm), stdout).toHaveLength(SAMPLE);
  expect(stdout).toContain(`killed by hostile programs: ${SAMPLE} of ${SAMPLE} `);
}, 600_000);
