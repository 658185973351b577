import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { ROWS, SECTIONS } from "./rows.js";

const folder = fileURLToPath(new URL(".", import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".test.ts") && name !== "checklist.test.ts");

interface Covered {
  readonly row: string;
  readonly file: string;
  readonly asserts: boolean;
}

/** Rows that a test file names: first arguments of `covers`, and `row` of the tables. */
function covered(file: string): readonly Covered[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(`${folder}${file}`, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: Covered[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
      found.push(...named(node, source, file));
    if (ts.isPropertyAssignment(node) && node.name.getText(source) === "row")
      for (const row of texts(node.initializer)) found.push({ row, file, asserts: true });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `covers(rows, body)`, and the files' own short forms of a table's entry, which are given the row first or second. */
function named(node: ts.CallExpression, source: ts.SourceFile, file: string): readonly Covered[] {
  const name = node.expression.getText(source);
  const known = new Set(ROWS.map((row) => row[1]));
  if (name === "covers") {
    const [rows, body] = node.arguments;
    const asserts = /\b(?:expect|escapes|ends|imported)\(/.test(body?.getText(source) ?? "");
    return texts(rows).map((row) => ({ row, file, asserts }));
  }
  if (["values", "refusals", "describe", "expect", "run", "spy"].includes(name)) return [];
  const rows = node.arguments
    .slice(0, 2)
    .flatMap(texts)
    .filter((row) => known.has(row));
  return rows.map((row) => ({ row, file, asserts: true }));
}

function texts(node: ts.Node | undefined): readonly string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  return ts.isArrayLiteralExpression(node) ? node.elements.flatMap(texts) : [];
}

/** Rows whose test waits for a feature; a test that names one of them must be taken off this list. */
const OPEN: Readonly<Record<string, string>> = {};

/** A test outside of this folder, whose title begins with the row's name. */
const ELSEWHERE = [["TestActualPython: every guard is used", "../runtime/every-guard.test.ts"]] as const;

const COVERED = [
  ...files.flatMap(covered),
  ...ELSEWHERE.map(([row, file]) => ({
    row,
    file,
    asserts: readFileSync(`${folder}${file}`, "utf8").includes(`it("${row}: `),
  })),
];

test("each row has a name of its own, and a reason where there is no test", () => {
  const names = ROWS.map((row) => row[1]);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  for (const [verdict, name, , note] of ROWS)
    if (verdict === "N") expect([name, note]).toEqual([name, expect.stringMatching(/\S/)]);
  expect(SECTIONS.filter((section) => section.rows.length === 0)).toEqual([]);
});

test("each row of verdict P or A has a test that names it and asserts something", () => {
  const named = new Set(COVERED.filter((c) => c.asserts).map((c) => c.row));
  const missing = ROWS.filter(
    ([verdict, name]) => verdict !== "N" && !named.has(name) && !Object.hasOwn(OPEN, name),
  ).map((row) => row[1]);
  expect(missing).toEqual([]);
});

test("no test names a row that is not there, or one without a test", () => {
  const open = new Set(ROWS.filter((row) => row[0] !== "N").map((row) => row[1]));
  expect(COVERED.filter((c) => !open.has(c.row)).map((c) => `${c.file}: ${c.row}`)).toEqual([]);
  expect(COVERED.filter((c) => !c.asserts).map((c) => `${c.file}: ${c.row}`)).toEqual([]);
});

test("no row is open that has a test", () => {
  const named = new Set(COVERED.map((c) => c.row));
  expect(Object.keys(OPEN).filter((name) => named.has(name) || !ROWS.some((row) => row[1] === name))).toEqual(
    [],
  );
});

test("the checklist is as long as it was", () => {
  const count = (verdict: string): number => ROWS.filter((row) => row[0] === verdict).length;
  expect(SECTIONS.flatMap((s) => s.rows).length).toBe(ROWS.length);
  expect([count("P") + count("A") >= 410, count("N")]).toEqual([true, 8]);
});
