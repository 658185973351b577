import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parse } from "../../../src/compiler/1-parse/parse.js";
import { check } from "../../../src/compiler/2-check/check.js";
import { compileSettings } from "../../../src/compiler/options.js";
import { analyze } from "../../../src/compiler/scope/analyze.js";
import { sourceText } from "../../../src/diagnostics/make-diagnostic.js";

export interface TreeNode {
  type: string;
  [field: string]: unknown;
}

const SETTINGS = compileSettings({ async: true, imports: ["m"] });

/** The program's tree as the compiler parses it, or nothing when it does not parse. */
export function treeOf(source: string): TreeNode | undefined {
  const parsed = parse(sourceText(source, "t.js"), SETTINGS);
  return "program" in parsed ? (parsed.program as unknown as TreeNode) : undefined;
}

/** The check stage's codes for a tree that may have been changed by hand. */
export function checkTree(program: TreeNode, source = ""): readonly string[] {
  const parsed = { program, params: [], comments: [] } as unknown as Parameters<typeof check>[1];
  const found = check(sourceText(source, "t.js"), parsed, analyze(parsed.program), SETTINGS);
  return found.filter((d) => d.severity === "error").map((d) => d.code);
}

const SKIPPED = new Set(["loc", "extra", "errors", "comments", "tokens"]);

export function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === "object" && value !== null && typeof (value as TreeNode).type === "string";
}

export function nodesOf(tree: TreeNode): readonly TreeNode[] {
  const found: TreeNode[] = [tree];
  for (const node of found)
    for (const [field, value] of Object.entries(node))
      if (!SKIPPED.has(field))
        for (const item of Array.isArray(value) ? value : [value]) if (isTreeNode(item)) found.push(item);
  return found;
}

const fixtures = dirname(createRequire(import.meta.url).resolve("test262-parser-tests/package.json"));

/** Public parser fixtures: programs of every shape, valid and not. */
export function fixtureSources(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(fixtures, folder)).map((file) => readFileSync(join(fixtures, folder, file), "utf8")),
  );
}

/** Together these have every node type that the language allows. */
export const EVERY_NODE: readonly string[] = [
  "import a, { b as c } from 'm'; import * as d from 'm'; a; c; d;",
  "'use strict'; var a; let b = 1, c = 'x', d = 1n, e = null, f = true, g = /x/giu, h = `a${b}c`; const i = [, ...c];",
  "class A extends B { static #p = 1; q = 2; [k] = 3; #m() { return #p in this; } static { f(); } get x() { return super.x; } constructor() { super(); } static async *n() { } }",
  "function* f({ a, b: [c = 1, , ...d], ...e }, ...g) { const r = yield* a; return new.target; } async () => { await b; for await (const x of y) ; };",
  "l: for (var i = 0; i < 3; i++) { if (a) continue l; else break l; } for (const k in o) ; for (x of y) ; while (a) ; do { } while (a); switch (a) { case 1: default: }",
  "try { throw new E(1); } catch (e) { } finally { } try { } catch { } ;",
  "o = { a, b: 1, [c]: 2, get d() { return this; }, set d(v) { }, async *e() { }, ...r }; [a, b.c] = d; ({ a = 1 } = o);",
  "a?.b?.[c]?.(d); e(f); t`x${y}`; -a + b; a && b; a ? b : c; (a, b); delete o.x; a **= 2; (class { }); (function n() { });",
];
