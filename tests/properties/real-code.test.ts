import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compileRestricted, verifyRestricted } from "../../src/index.js";
import { FORMS } from "../support/run.js";

/** Packages whose files are ordinary scripts; what a program may not say is renamed before compiling. */
const FOLDERS = [
  "mathjs/lib/cjs/function",
  "mathjs/lib/cjs/type",
  "mathjs/lib/cjs/utils",
  "papaparse",
  "@babel/types/lib",
  "@babel/generator/lib",
];
const RENAMED: readonly (readonly [RegExp, string])[] = [
  [/\b_+(?=\w)/g, "u"],
  [/\b(?:require|process|globalThis|eval|Function|Proxy|Reflect|WeakRef)\b/g, "x$&"],
  [/prototype|stackTraceLimit|captureStackTrace|prepareStackTrace/g, "x$&"],
  [/\.constructor\b/g, ".maker"],
];

function scripts(folder: string): string[] {
  const root = new URL(`../../node_modules/${folder}`, import.meta.url).pathname;
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".js"))
    .map((entry) => join(entry.parentPath, entry.name));
}

it("real code compiles to text that the verifier proves, in both forms", () => {
  let proved = 0;
  for (const file of FOLDERS.flatMap(scripts)) {
    const text = RENAMED.reduce((s, [from, to]) => s.replace(from, to), readFileSync(file, "utf8"));
    if (text.length > 80_000) continue;
    for (const guards of FORMS) {
      const { ok, code } = compileRestricted(text, { guards, mode: "function" });
      if (!ok) continue;
      expect([file, ...verifyRestricted(code ?? "", { guards }).map(String)]).toEqual([file]);
      proved++;
    }
  }
  expect(proved).toBeGreaterThan(600);
});
