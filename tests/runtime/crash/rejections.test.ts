import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { root } from "../../docs/blocks.js";
import { KINDS } from "./kinds.js";
import { REJECTIONS } from "./programs.js";

const dist = pathToFileURL(join(root, "dist/index.js")).href;

/** Runs a script in a process without any handler: an unhandled rejection ends it with status 1. */
const status = (script: string): number | null =>
  spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }).status;

it("a promise that is rejected and forgotten does not end the host", () => {
  const script = `
    import { compileRestricted, execRestricted } from ${JSON.stringify(dist)};
    for (const source of ${JSON.stringify(REJECTIONS)})
      for (const [guards, options] of ${JSON.stringify(KINDS)}) {
        const { value } = execRestricted(compileRestricted(source, { guards }), options);
        if (value !== 1) process.exit(3);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    process.exit(7);`;
  expect(status(script)).toBe(7);
});

it.each(REJECTIONS)("and ends a plain process: %s", (source) => {
  const script = `import vm from "node:vm"; vm.runInThisContext(${JSON.stringify(source)}); setTimeout(() => process.exit(7), 20);`;
  expect(status(script)).toBe(1);
});
