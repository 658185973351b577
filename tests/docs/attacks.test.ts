import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./blocks.js";

const read = (page: string): string => readFileSync(join(root, page), "utf8");
/** Comes with the corpus of attacks; named as a folder only. */
const FOLDERS_NAMED_ONLY: ReadonlySet<string> = new Set(["tests/escapes"]);

const invariants = read("docs/invariants.md");
const defined: ReadonlySet<string> = new Set(
  [...invariants.matchAll(/^- \*\*([IRM]\d+)\b/gm)].map((match) => match[1] ?? ""),
);

/** `kernel/` is short for the kernel's folder in the page of the invariants. */
function filesIn(page: string): readonly string[] {
  const found = [...read(page).matchAll(/`((?:src|tests|docs|kernel)\/[\w./-]+)`/g)].map(
    (match) => match[1] ?? "",
  );
  return found.map((path) => path.replace(/^kernel\//, "src/runtime/kernel/"));
}

describe.each(["docs/attacks.md", "docs/threat-model.md", "docs/invariants.md"])("%s", (page) => {
  it("names only files that exist", () => {
    const files = filesIn(page);
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !FOLDERS_NAMED_ONLY.has(file) && !existsSync(join(root, file)))).toEqual(
      [],
    );
  });

  it("names only invariants that are defined", () => {
    const named = [...read(page).matchAll(/\b[IRM]\d+\b/g)].map(([id]) => id);
    expect(named.filter((id) => !defined.has(id))).toEqual([]);
  });
});

const rows = read("docs/attacks.md")
  .split("\n")
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe("classes of attack", () => {
  it("are numbered, each once", () => {
    expect(rows.length).toBeGreaterThanOrEqual(35);
    expect(rows.map(([number]) => Number(number))).toEqual(rows.map((_, i) => i + 1));
  });

  it.each(rows)("%s %s: %s", (...cells) => {
    const [, , known = "", ended = "", where = "", tests = ""] = cells;
    expect(cells.length).toBe(6);
    expect(known).toMatch(/^(?:–|(?:(?:CVE-\d{4}-\d+|GHSA(?:-\w{4}){3})(?:, |$))+)$/);
    // What nothing ends must say so in the threat model.
    if (ended === "nothing") expect(where).toContain("docs/threat-model.md");
    else {
      expect(ended).toMatch(/^(?:[IRM]\d+ ?)+$/);
      expect(tests).toMatch(/`tests\//);
    }
  });

  it("every rule of the realm and the membrane ends some class", () => {
    const used = new Set(rows.flatMap((cells) => (cells[3] ?? "").split(" ")));
    expect([...defined].filter((id) => /^[RM]/.test(id) && !used.has(id))).toEqual([]);
  });
});
