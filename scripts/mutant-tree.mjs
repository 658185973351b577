// A copy of the project in which one mutant at a time is made: the trials read its files as they would the project's.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const COPIED = ["src", "tests", "docs", "scripts", "package.json", "tsconfig.json", "vitest.config.ts"];
const KERNEL = "src/runtime/realm/kernel-text.generated.ts";

export class Tree {
  constructor() {
    this.root = `${mkdtempSync(join(tmpdir(), "restrictedjs-mutants-"))}/`;
    for (const name of COPIED)
      cpSync(root + name, this.root + name, {
        recursive: true,
        filter: (path) => !path.includes(".artifacts"),
      });
    symlinkSync(`${root}node_modules`, `${this.root}node_modules`);
    mkdirSync(`${this.root}out`);
  }

  /** Makes the sources be those of the project with these edits. Throws for an edit that does not fit in one place. */
  async make(edits) {
    for (const file of this.edited ?? []) cpSync(root + file, this.root + file);
    this.edited = new Set();
    for (const [file, find, replace] of edits) {
      const text = readFileSync(this.root + file, "utf8");
      const at = placeOf([file, find], text);
      writeFileSync(this.root + file, text.slice(0, at) + replace + text.slice(at + find.length));
      this.edited.add(file);
    }
    const { kernelModule } = await import(pathToFileURL(`${this.root}scripts/kernel-text.mjs`).href);
    writeFileSync(this.root + KERNEL, await kernelModule());
  }

  /** Bundles the trial by hostile programs, and the thread that runs the cases of data. */
  async bundle(setup) {
    await build({
      absWorkingDir: this.root,
      entryPoints: { mutant: "tests/escapes/run/mutant.ts", worker: "src/testing/process/worker.ts" },
      bundle: true,
      splitting: true,
      outdir: this.out(setup),
      outExtension: { ".js": ".mjs" },
      platform: "node",
      format: "esm",
      packages: "external",
      logLevel: "error",
    });
  }

  /** Hostile programs: what got out, one entry each; `late` when the process did not end, `death` when it died. */
  async attack(setup, job, minutes) {
    const out = this.out(setup);
    const file = `${out}/job.json`;
    writeFileSync(file, JSON.stringify({ ...job, root: this.root, worker: `${out}/worker.mjs` }));
    const { error, stdout, stderr } = await this.run([`${out}/mutant.mjs`, file], minutes);
    if (error?.killed) return { found: [], late: true };
    if (error) return { found: [], death: firstLine(stderr || error.message) };
    return { found: JSON.parse(stdout.trimEnd().split("\n").at(-1)) };
  }

  /** The project's own tests: the first that fails, or null. */
  async test(files, minutes) {
    const out = `${this.root}out/tests.json`;
    rmSync(out, { force: true });
    const args = ["run", ...files, "--bail=1", "--reporter=json", `--outputFile=${out}`];
    const { error, stdout } = await this.run(["node_modules/vitest/vitest.mjs", ...args], minutes);
    if (error === null) return null;
    if (error.killed) return "the tests did not end";
    try {
      return failure(JSON.parse(readFileSync(out, "utf8")), this.root);
    } catch {
      return `the tests did not run: ${firstLine(stdout)}`;
    }
  }

  out(setup) {
    return `${this.root}out/${setup.replaceAll(" ", "-")}`;
  }

  run(args, minutes) {
    const options = { cwd: this.root, timeout: minutes * 60_000, maxBuffer: 2 ** 26, killSignal: "SIGKILL" };
    return new Promise((done) => {
      execFile(process.execPath, args, options, (error, stdout, stderr) => done({ error, stdout, stderr }));
    });
  }

  remove() {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Where an edit fits. Throws when that is nowhere, or in two places. */
export function placeOf([file, find], text) {
  const at = text.indexOf(find);
  if (at < 0) throw new Error(`The edit of ${file} no longer fits: ${find}`);
  if (text.includes(find, at + 1)) throw new Error(`The edit of ${file} fits in two places: ${find}`);
  return at;
}

function failure({ testResults }, folder) {
  const failed = testResults.find(({ status }) => status === "failed");
  const test = failed?.assertionResults.find(({ status }) => status === "failed");
  const where = failed?.name.replace(folder, "") ?? "";
  return `${where}: ${(test?.fullName ?? firstLine(failed?.message ?? "")).trim().replace(/\s+/g, " ")}`;
}

const firstLine = (text) => text.split("\n").find((line) => /Error/.test(line)) ?? text.split("\n")[0];
