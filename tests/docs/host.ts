import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Block, root } from "./blocks.js";

const folder = join(root, "tests/.artifacts/docs");

export interface HostRun {
  readonly status: number | null;
  readonly stderr: string;
}

/** Runs a host block as a module of its own process; `restrictedjs` is this package by its own name, as built. */
export function runHostBlock(block: Block): HostRun {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${block.page.replace(/\W+/g, "-")}-${block.line}.mjs`);
  writeFileSync(file, block.text);
  const run = spawnSync(process.execPath, [file], { cwd: root, encoding: "utf8", timeout: 50_000 });
  rmSync(file);
  return { status: run.status, stderr: run.status === 0 ? "" : run.stderr };
}
