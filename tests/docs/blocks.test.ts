import { describe, expect, test } from "vitest";
import { type Block, codeBlocks, documentationPages } from "./blocks.js";
import { runGuestBlock } from "./guest.js";
import { runHostBlock } from "./host.js";

/** Blocks that are read, not run: commands, output, data, and the TypeScript shapes of an interface. */
const READ_ONLY = new Set(["sh", "text", "json", "ts"]);

describe.each(documentationPages())("%s", (page) => {
  for (const block of codeBlocks(page))
    test(`line ${block.line}: \`${block.info}\``, () => checkBlock(block));
  test("has only blocks of known kinds", () => {
    expect(
      codeBlocks(page)
        .map((block) => block.info)
        .filter((info) => !isKnown(info)),
    ).toEqual([]);
  });
});

function isKnown(info: string): boolean {
  return (
    READ_ONLY.has(info) ||
    info === "js guest" ||
    info === "js host" ||
    /^js guest refused [A-Z_]+$/.test(info)
  );
}

function checkBlock(block: Block): void {
  if (!isKnown(block.info)) throw new Error(`the block kind \`${block.info}\` is not known`);
  if (block.info === "js guest") expect(runGuestBlock(block)).toBeUndefined();
  else if (block.info === "js host") expect(runHostBlock(block)).toEqual({ status: 0, stderr: "" });
  else if (block.info.startsWith("js guest refused"))
    expect(runGuestBlock(block)?.split(" ")).toContain(block.info.split(" ")[3]);
}
