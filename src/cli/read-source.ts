import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { CliError } from "./cli-error.js";
import type { CliIo } from "./io.js";

export interface GivenSource {
  readonly text: string;
  /** What diagnostics call it. */
  readonly filename: string;
}

/** @throws CliError when the file is missing, a directory, not UTF-8, or has null bytes */
export async function readSource(file: string, io: CliIo): Promise<GivenSource> {
  const filename = file === "-" ? "<stdin>" : file;
  const bytes = file === "-" ? await io.stdin() : await readBytes(file, io);
  const text = decodeText(bytes, filename);
  if (text.includes("\0")) throw new CliError(`\`${filename}\` has a null byte and is not a program text`);
  return { text, filename };
}

export async function readBytes(file: string, io: CliIo): Promise<Uint8Array> {
  try {
    return await readFile(resolve(io.cwd, file));
  } catch (error) {
    throw new CliError(`\`${file}\` ${readProblem(error)}`);
  }
}

/** UTF-8, a byte order mark taken away. */
export function decodeText(bytes: Uint8Array, filename: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CliError(`\`${filename}\` is not UTF-8 text`, "Save it as UTF-8.");
  }
}

const READ_PROBLEMS: Readonly<Record<string, string>> = Object.freeze({
  ENOENT: "does not exist",
  ENOTDIR: "does not exist",
  EISDIR: "is a directory, not a file",
  EACCES: "cannot be read: permission denied",
});

function readProblem(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
  return READ_PROBLEMS[code] ?? `cannot be read: ${code}`;
}
