import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCli } from "../../src/cli/cli.js";

export const root: string = fileURLToPath(new URL("../..", import.meta.url));

export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, in `cwd`, with `stdin` as standard input. */
export async function cli(args: readonly string[], cwd: string = root, stdin = ""): Promise<CliRun> {
  let out = "";
  let err = "";
  const code = await runCli(args, {
    cwd,
    stdin: async () => new TextEncoder().encode(stdin),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

/** A new folder with these files. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "restrictedjs-cli-"));
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    if (dirname(file) !== folder) throw new Error("flat folders only");
    writeFileSync(file, content);
  }
  return folder;
}
