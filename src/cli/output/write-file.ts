import { randomBytes } from "node:crypto";
import { rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { CliError } from "../cli-error.js";
import type { CliIo } from "../io.js";

/** Says early what would only fail after the program has run. */
export async function checkTarget(file: string, sources: readonly string[], io: CliIo): Promise<void> {
  const target = resolve(io.cwd, file);
  if (sources.some((source) => source !== "-" && resolve(io.cwd, source) === target)) {
    throw new CliError(`\`--out ${file}\` would overwrite a file that is read`);
  }
  const folder = await stat(dirname(target)).catch(() => undefined);
  if (folder?.isDirectory() !== true)
    throw new CliError(`\`${dirname(file)}\` is not a directory to write \`${file}\` into`);
  const existing = await stat(target).catch(() => undefined);
  if (existing?.isDirectory() === true) throw new CliError(`\`--out ${file}\` is a directory`);
}

/** Writes beside the target and renames: the target is whole or untouched. */
export async function writeWhole(file: string, text: string, io: CliIo): Promise<void> {
  const target = resolve(io.cwd, file);
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await writeFile(temporary, text, { flag: "wx" });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new CliError(
      `\`${file}\` cannot be written: ${(error as NodeJS.ErrnoException).code ?? "unknown error"}`,
    );
  }
}
