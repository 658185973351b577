import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const src = fileURLToPath(new URL("../../src/testing/process/worker.ts", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

/** The file that the threads run, made from the sources as they are: a thread cannot load TypeScript. */
export interface BuiltWorker {
  readonly worker: URL;
  remove(): void;
}

export async function buildWorker(): Promise<BuiltWorker> {
  // Inside of the project, so that the packages it imports are found.
  const folder = join(root, "tests/.artifacts");
  mkdirSync(folder, { recursive: true });
  const outdir = mkdtempSync(join(folder, "worker-"));
  await build({
    entryPoints: { "testing-worker": src },
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
  const remove = (): void => rmSync(outdir, { recursive: true, force: true });
  return { worker: pathToFileURL(join(outdir, "testing-worker.js")), remove };
}
