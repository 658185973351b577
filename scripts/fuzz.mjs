// npm run fuzz: random programs, run natively and restricted and compared. npm run fuzz:verify: damaged texts and what the
// verifier says of them. The options are in docs/contributing.md.
import { rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const ENTRIES = { verify: "tests/compiler/verify/fuzz/cli.ts", programs: "tests/properties/grammar/fuzz.ts" };
const kind = process.argv[2] === "verify" ? "verify" : "programs";
if (kind === "verify") process.argv.splice(2, 1);

const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = `${root}node_modules/.cache/restrictedjs-fuzz-${process.pid}.mjs`;
await build({
  absWorkingDir: root,
  entryPoints: [ENTRIES[kind]],
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
