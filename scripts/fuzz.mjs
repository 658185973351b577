// npm run fuzz: random programs, run natively and restricted and compared. The options are in docs/contributing.md.
import { rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = `${root}node_modules/.cache/restrictedjs-fuzz-${process.pid}.mjs`;
await build({
  absWorkingDir: root,
  entryPoints: ["tests/properties/grammar/fuzz.ts"],
  bundle: true,
  outfile,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "error",
});
try {
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(outfile, { force: true });
}
