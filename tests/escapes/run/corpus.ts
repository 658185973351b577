import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { HostileProgram } from "../../../src/testing/hostile/index.js";

/** A program that once got out of the project, or of a mutant of it. */
export interface KnownProgram extends HostileProgram {
  /** Why it gets nothing where nothing stops it: what it is after is a mistake that only a wall can make. */
  readonly controlReason?: string;
}

/** Each run begins with them. */
export function readCorpus(folder: string): readonly KnownProgram[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as KnownProgram);
}

/** @returns the file it was written to */
export function addToCorpus(folder: string, program: HostileProgram, escapes: readonly string[]): string {
  const hash = createHash("sha256").update(program.source).digest("hex").slice(0, 12);
  const file = join(folder, `${program.goal}-${hash}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...program, escapes }, null, 2)}\n`);
  return file;
}
