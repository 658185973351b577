import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { KNOWN } from "../../../src/runtime/kernel/intrinsics/known.js";
import { REMOVALS } from "../../../src/runtime/kernel/intrinsics/remove.js";

/** `UPDATE_DOCS=1 npx vitest run tests/runtime/kernel-parts` writes the page anew. */
const FILE = new URL("../../../docs/intrinsics.md", import.meta.url);
const code = (names: readonly string[]): string =>
  names.map((name) => (name === "$`" ? "`` $` ``" : `\`${name}\``)).join(" ");

const PAGE = `# Intrinsics

What guests can reach of the engine, and what becomes of it. This page is made from the tables in
\`src/runtime/kernel/intrinsics\`; a test keeps it so.

What is on neither list is deleted while a realm is made. What cannot be deleted ends the making of the realm. So
what a newer engine adds is decided before a guest has it.

## Given

A symbol is written \`@@iterator\`. A function also has \`length\`, \`name\` and \`prototype\`.

| intrinsic | why it is harmless | members |
|---|---|---|
${KNOWN.map(({ path, reason, members }) => `| \`${path}\` | ${reason} | ${code(members)} |`).join("\n")}

## Absent

| from | members | the attack |
|---|---|---|
${REMOVALS.map(({ from, names, attack }) => `| \`${from}\` | ${code(names)} | ${attack} |`).join("\n")}
`;

it("the page of intrinsics says what the tables say", () => {
  if (process.env["UPDATE_DOCS"] === "1") writeFileSync(FILE, PAGE);
  expect(readFileSync(FILE, "utf8")).toBe(PAGE);
});
