// npm run test:escape: hostile programs behind the walls. --help tells the options.
import { rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = `${root}node_modules/.cache/restrictedjs-escape-${process.pid}.mjs`;
await build({
  absWorkingDir: root,
  entryPoints: ["tests/escapes/run/main.ts"],
  bundle: true,
  outfile,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "error",
});
try {
  const { main } = await import(pathToFileURL(outfile).href);
  process.exitCode = await main(process.argv.slice(2), root);
} finally {
  rmSync(outfile, { force: true });
}
