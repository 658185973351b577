import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { languageDocument } from "../support/language-document.js";

const file = new URL("../../docs/language.md", import.meta.url);

/** `UPDATE_DOCS=1 npx vitest run tests/language` writes the page anew. */
it("docs/language.md says what the tables say", () => {
  if (process.env.UPDATE_DOCS === "1") writeFileSync(file, languageDocument());
  expect(readFileSync(file, "utf8")).toBe(languageDocument());
});
