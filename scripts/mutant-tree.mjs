// A copy of the project in which one mutant at a time is made: the trials read its files as they would the project's.
import { fork, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const COPIED = ["src", "tests", "docs", "scripts", "package.json", "tsconfig.json", "vitest.config.ts"];
/** What `test` gives when the tests did not end. */
export const LATE = Symbol("late");
const KERNEL = "src/runtime/realm/kernel-text.generated.ts";

export class Tree {
  constructor() {
    this.root = `${mkdtempSync(join(tmpdir(), "restrictedjs-mutants-"))}/`;
    for (const name of COPIED)
      cpSync(root + name, this.root + name, {
        recursive: true,
        filter: (path) => !path.includes(".artifacts"),
      });
    /** One for each set-up. */
    this.processes = new Map();
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
    this.kernel = await kernelModule();
    writeFileSync(this.root + KERNEL, this.kernel);
  }

  /** Bundles the trial by hostile programs. */
  async bundle(outfile) {
    const variable = {
      name: "variable",
      setup({ onLoad }) {
        onLoad({ filter: /kernel-text\.generated\.ts$/ }, ({ path }) => ({
          contents: `${readFileSync(path, "utf8").replace("export const", "export let")}
            export const replaceKernel = (text) => { KERNEL_TEXT = text; };`,
          loader: "ts",
        }));
      },
    };
    await build({
      absWorkingDir: this.root,
      entryPoints: ["tests/escapes/run/mutant.ts"],
      bundle: true,
      outfile,
      platform: "node",
      format: "esm",
      packages: "external",
      logLevel: "error",
      alias: { vitest: "./tests/escapes/run/suite.ts" },
      plugins: [variable],
    });
  }

  /**
   * Hostile programs: what got out; `late` when they did not end, `death` when the process died. One process judges the
   * mutants of the kernel of one set-up, as long as it is whole.
   */
  async attack(setup, before, edits, job, minutes) {
    const isKernel = edits.every(([file]) => file.startsWith("src/runtime/kernel"));
    const known = isKernel ? this.processes.get(setup) : undefined;
    let child = known;
    if (child === undefined) {
      const outfile = `${this.root}out/${setup.replaceAll(" ", "-")}${isKernel ? "" : "-own"}.mjs`;
      await this.make(isKernel ? before : [...before, ...edits]);
      if (!isKernel || !existsSync(outfile)) await this.bundle(outfile);
      // What a limit no longer stops must not take the machine's memory.
      child = fork(outfile, [], {
        cwd: this.root,
        silent: true,
        execArgv: ["--max-old-space-size=1500"],
      });
    }
    let kernel = null;
    if (isKernel) {
      await this.make([...before, ...edits]);
      kernel = JSON.parse(this.kernel.slice(this.kernel.indexOf("= ") + 2, this.kernel.lastIndexOf(";")));
    }
    const answer = await asked(child, { ...job, root: this.root, kernel }, minutes);
    // What got out in the host's own realm may have left something there; a guest realm is made anew.
    if (isKernel && (answer.kills?.length === 0 || (answer.kills && setup !== "guards")))
      this.processes.set(setup, child);
    else {
      this.processes.delete(setup);
      child.kill("SIGKILL");
    }
    return answer;
  }

  /** The project's own tests: the first that fails, null, or `LATE`. */
  async test(files, minutes) {
    const out = `${this.root}out/tests.json`;
    rmSync(out, { force: true });
    // What measures time fails on a busy machine, whatever the mutant.
    const args = [
      "run",
      ...files,
      "--bail=1",
      "--testNamePattern=^(?!.*is quick)",
      "--reporter=json",
      `--outputFile=${out}`,
    ];
    const { isPass, isLate, stdout } = await this.run(["node_modules/vitest/vitest.mjs", ...args], minutes);
    if (isPass) return null;
    // On a busy machine that says nothing of the mutant: whoever asks tries without it, too.
    if (isLate) return LATE;
    try {
      return failure(JSON.parse(readFileSync(out, "utf8")), this.root);
    } catch {
      return `the tests did not run: ${firstLine(stdout)}`;
    }
  }

  /** In a process group of its own: a worker in the endless loop that a mutant made would outlive its parent. */
  run(args, minutes) {
    return new Promise((done) => {
      const child = spawn(process.execPath, args, {
        cwd: this.root,
        detached: true,
        stdio: ["ignore", "pipe", "ignore"],
      });
      let [stdout, isLate] = ["", false];
      child.stdout.on("data", (data) => {
        stdout = (stdout + data).slice(0, 100_000);
      });
      const timer = setTimeout(() => {
        isLate = true;
        process.kill(-child.pid, "SIGKILL");
      }, minutes * 60_000);
      child.on("exit", (code) => {
        clearTimeout(timer);
        done({ isPass: code === 0, isLate, stdout });
      });
    });
  }

  remove() {
    for (const child of this.processes.values()) child.kill("SIGKILL");
    rmSync(this.root, { recursive: true, force: true });
  }
}

function asked(child, job, minutes) {
  return new Promise((done) => {
    let told = "";
    const settle = (answer) => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.stderr.removeAllListeners("data");
      done(answer);
    };
    const timer = setTimeout(() => settle({ late: true }), minutes * 60_000);
    child.stdout.resume();
    child.stderr.on("data", (data) => {
      told = (told + data).slice(0, 10_000);
    });
    child.on("message", settle);
    child.on("exit", (code) => settle({ death: `exit ${code}: ${firstLine(told)}` }));
    child.send(job);
  });
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
