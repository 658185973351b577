import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { GUARDS_BEGIN, GUARDS_END, guardsDocument } from "../support/guards-document.js";
import { root } from "./blocks.js";

const file = join(root, "docs/guards.md");

/** `UPDATE_DOCS=1 npx vitest run tests/docs/guards.test.ts` writes the table anew. */
it("docs/guards.md shows what the guards do", async () => {
  const made = await guardsDocument();
  const page = readFileSync(file, "utf8");
  const [before, rest = ""] = page.split(GUARDS_BEGIN);
  const after = rest.split(GUARDS_END)[1];
  expect(after).toBeTypeOf("string");
  const whole = `${before}${made}${after}`;
  if (process.env.UPDATE_DOCS === "1") writeFileSync(file, whole);
  expect(readFileSync(file, "utf8")).toBe(whole);
});
