import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { TRUSTED_BEGIN, TRUSTED_END, trustedBaseDocument } from "../support/trusted-base-document.js";
import { root } from "./blocks.js";

const file = join(root, "docs/threat-model.md");

/** `UPDATE_DOCS=1 npx vitest run tests/docs/threat-model.test.ts` counts the lines anew. */
it("docs/threat-model.md counts the lines that are trusted", () => {
  const page = readFileSync(file, "utf8");
  const [before, rest = ""] = page.split(TRUSTED_BEGIN);
  const after = rest.split(TRUSTED_END)[1];
  expect(after).toBeTypeOf("string");
  const whole = `${before}${trustedBaseDocument()}${after}`;
  if (process.env.UPDATE_DOCS === "1") writeFileSync(file, whole);
  expect(readFileSync(file, "utf8")).toBe(whole);
});
