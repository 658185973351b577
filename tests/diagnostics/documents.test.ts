import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { codesDocument } from "../support/codes-document.js";
import { diagnosticsDocument, MISTAKES } from "../support/diagnostics-document.js";

/** `UPDATE_DOCS=1 npx vitest run tests/diagnostics` writes the pages anew. */
it.each([
  ["codes", codesDocument],
  ["diagnostics", diagnosticsDocument],
])(
  "docs/%s.md says what the tables and the compilers say",
  (name, make) => {
    const file = new URL(`../../docs/${name}.md`, import.meta.url);
    const text = make();
    if (process.env.UPDATE_DOCS === "1") writeFileSync(file, text);
    expect(readFileSync(file, "utf8")).toBe(text);
  },
  60_000,
);

it("ten mistakes are compared", () => {
  expect(MISTAKES).toHaveLength(10);
});
