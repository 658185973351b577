import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root: string = fileURLToPath(new URL("../..", import.meta.url));

/** One fenced block of a page: `info` is what stands after the opening fence. */
export interface Block {
  readonly page: string;
  readonly line: number;
  readonly info: string;
  readonly text: string;
}

export function documentationPages(): readonly string[] {
  const docs = readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .sort();
  return ["README.md", ...docs.map((name) => `docs/${name}`)];
}

/** @throws Error for a fence that is never closed */
export function codeBlocks(page: string): readonly Block[] {
  const lines = readFileSync(join(root, page), "utf8").split("\n");
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    const fence = /^( *)(`{3,}|~{3,})(.*)$/.exec(lines[i] ?? "");
    if (fence === null) continue;
    const [, indent = "", marks = "", info = ""] = fence;
    const start = i + 1;
    do {
      i += 1;
      if (i >= lines.length) throw new Error(`${page}:${start} the fence is never closed`);
    } while ((lines[i] ?? "").trim() !== marks);
    const text = lines
      .slice(start, i)
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    blocks.push({ page, line: start, info: info.trim(), text: `${text.join("\n")}\n` });
  }
  return blocks;
}
