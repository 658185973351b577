import { describe, expect, it } from "vitest";
import { type CompileOptions, compileRestricted } from "../../src/index.js";

const ts = (source: string, options: CompileOptions = {}) =>
  compileRestricted(source, { language: "ts", ...options });

/** [source, code, the text that the range begins with, what the help says to write]. */
const REFUSED: readonly (readonly [string, string, string, RegExp])[] = [
  ["let x = 1;\nenum Color { Red, Green }", "SYNTAX_TS_ENUM", "enum Color", /as const/],
  ["const enum E { A = 1 }", "SYNTAX_TS_ENUM", "const enum", /as const/],
  ["declare enum E { A }", "SYNTAX_TS_ENUM", "declare enum", /as const/],
  ["declare const enum E { A = 1 }\nE.A", "SYNTAX_TS_ENUM", "declare const enum", /as const/],
  ["namespace N { export const x = 1 }", "SYNTAX_TS_NAMESPACE", "namespace N", /const Shapes/],
  ["namespace N.M { export type T = 1 }", "SYNTAX_TS_NAMESPACE", "namespace N", /declare namespace/],
  ["module M {}", "SYNTAX_TS_NAMESPACE", "module M", /const Shapes/],
  ["class A { constructor(public x: number) {} }", "SYNTAX_TS_PARAMETER_PROPERTY", "public x", /this\.x = x/],
  [
    "class A { constructor(a, readonly x = 1) {} }",
    "SYNTAX_TS_PARAMETER_PROPERTY",
    "readonly x",
    /this\.x = x/,
  ],
  ["import fs = require('fs')", "SYNTAX_TS_IMPORT", "import fs", /import \{ name \}/],
  ["import type fs = require('fs')", "SYNTAX_TS_IMPORT", "import type", /import \{ name \}/],
  ["import A = B.C", "SYNTAX_TS_IMPORT", "import A", /const name/],
  ["export = 1", "SYNTAX_TS_EXPORT", "export =", /End the program/],
  ["export as namespace X", "SYNTAX_TS_EXPORT", "export as", /End the program/],
  ["export const a: number = 1", "SYNTAX_EXPORT", "export const", /without `export`/],
  ["export type T = 1", "SYNTAX_EXPORT", "export type", /without `export`/],
  ["export interface I {}", "SYNTAX_EXPORT", "export interface", /without `export`/],
  ["export type { T }", "SYNTAX_EXPORT", "export type", /without `export`/],
  ["export default interface I {}", "SYNTAX_EXPORT", "export default", /without `export`/],
  ["@d class A {}", "SYNTAX_DECORATOR", "@d", /after its declaration/],
  ["class A { @d x: number }", "SYNTAX_DECORATOR", "@d", /after its declaration/],
  ["class A { m(@d() x: number) {} }", "SYNTAX_DECORATOR", "@d()", /after its declaration/],
  ["class A { accessor x = 1 }", "SYNTAX_PROPOSAL", "x = 1", /standard syntax/],
  ["function f(a, this: any) {}", "SYNTAX_ERROR", "this", /Correct/],
  ["let this: any = 1", "SYNTAX_ERROR", "this", /Correct/],
  ["const { a: this } = {}", "SYNTAX_ERROR", "this", /Correct/],
  ["try {} catch (this) {}", "SYNTAX_ERROR", "this", /Correct/],
  ["for (const this of []) ;", "SYNTAX_ERROR", "this", /Correct/],
  ["(this: any) => 1", "SYNTAX_ERROR", "this", /Correct/],
  ["let x: any;\ndelete (x as any)", "SYNTAX_ERROR", "delete", /Correct/],
  ["let x: any; delete x!", "SYNTAX_ERROR", "delete", /Correct/],
  ["let f: any; (f() as any) = 1", "SYNTAX_ERROR", "f()", /Only names, members and patterns can be assigned/],
  ["let a: any; a?.b! = 1", "SYNTAX_ERROR", "a?.b", /Test first/],
  ["import { X } from 'a'; const X = 1", "SYNTAX_ERROR", "X = 1", /Correct/],
  ["class A { abstract m(): void }", "SYNTAX_ERROR", "abstract m", /Correct/],
  ["let x: number = 1; let x: string", "SYNTAX_ERROR", "x: string", /Assign to the first one/],
  ["type T = ;", "SYNTAX_ERROR", ";", /Look at what stands before it/],
  ["let a = <b/>", "SYNTAX_ERROR", "", /Write/],
];

describe("refused TypeScript", () => {
  it.each(REFUSED)("%s", (source, code, begins, help) => {
    const { ok, errors } = ts(source, { imports: ["a"] });
    expect(ok).toBe(false);
    const [first] = errors;
    expect(first?.code).toBe(code);
    expect(source.slice(first?.start.offset)).toMatch(
      new RegExp(`^${begins.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`),
    );
    expect(first?.help).toMatch(help);
    expect(first?.frame).toContain("^");
  });

  it("tells all of it at once, each once, with what is refused in JavaScript too", () => {
    const source =
      "enum E { A, B }\nclass C { constructor(private x: number) { eval('1') } }\nnamespace N { enum F {} }\nlet _y: number;";
    expect(ts(source).errors.map((d) => `${d.start.line} ${d.code}`)).toEqual([
      "1 SYNTAX_TS_ENUM",
      "2 SYNTAX_TS_PARAMETER_PROPERTY",
      "2 NAME_FORBIDDEN",
      "3 SYNTAX_TS_NAMESPACE",
      "4 NAME_UNDERSCORE",
    ]);
  });
});

describe("TypeScript in a JavaScript program", () => {
  it.each([
    ["let a: number = 1", 6],
    ["const f = (x: string) => x", 13],
    ["interface I { a: number }", 1],
    ["type T = string", 5],
    ["let x = y as any", 10],
    ["class A { private x = 1 }", 19],
    ["f<number>(1)!", 14],
    ["import type { X } from 'x'", 13],
    ["declare const x: number", 16],
  ])("%s is told to be compiled as TypeScript", (source, column) => {
    const [first, ...more] = compileRestricted(source).errors;
    expect(more).toEqual([]);
    expect([first?.code, first?.start.line, first?.start.column]).toEqual(["SYNTAX_TYPESCRIPT", 1, column]);
    expect(first?.help).toContain("`language: 'ts'`");
  });

  it("a mistake in both languages is a syntax error", () => {
    expect(compileRestricted("let a: = 1").errors.map((d) => d.code)).toEqual(["SYNTAX_ERROR"]);
    expect(compileRestricted("let a = (1").errors.map((d) => d.code)).toEqual(["SYNTAX_ERROR"]);
  });

  it("another language is the host's mistake", () => {
    expect(() => compileRestricted("1", { language: "tsx" as never })).toThrow(
      expect.objectContaining({ code: "OPTION_VALUE" }),
    );
  });
});

describe("modules and names", () => {
  it("what is imported for its type needs no module and is no name", () => {
    const source = `
      import type Frame from "danfo";
      import type { Series } from "danfo";
      import type * as all from "danfo";
      import { type Row, type Cell as Box } from "danfo";
      let f: Frame, s: Series, a: all.X, r: Row, b: Box;
    `;
    const { errors, usedNames, definedNames } = ts(source);
    expect(errors.map(String)).toEqual([]);
    expect(usedNames).toEqual([]);
    expect(definedNames).toEqual(["f", "s", "a", "r", "b"]);
  });

  it("an import of a value beside a type needs its module, and so does one that is only used as a type", () => {
    const codes = (source: string, imports: string[]) => ts(source, { imports }).errors.map((d) => d.code);
    expect(codes("import { type T, v } from 'm'; let x: T = v", [])).toEqual(["SYNTAX_IMPORT"]);
    expect(codes("import { type T, v } from 'm'; let x: T = v", ["m"])).toEqual([]);
    expect(codes("import { T } from 'm'; let x: T", [])).toEqual(["SYNTAX_IMPORT"]);
    expect(codes("import {} from 'm'", [])).toEqual(["SYNTAX_IMPORT"]);
    expect(codes("import 'm'", [])).toEqual(["SYNTAX_IMPORT"]);
  });

  it("names in types are neither used nor defined", () => {
    const source = `
      type A<T> = B[] & typeof c & import("fs").D; interface E extends F {} declare const g: H; declare function i(): J;
      declare class K<L> {} declare namespace M { const n: number }
      class O<P> implements Q<P> { declare r: S; [key: string]: T }
      function u<V extends W>(this: X, y: Y): y is Z { return y as any satisfies aa }
      u<bb>(cc!);
    `;
    const { errors, usedNames, definedNames } = ts(source);
    expect(errors.map(String)).toEqual([]);
    expect(usedNames).toEqual(["cc"]);
    expect(definedNames).toEqual(["O", "u"]);
  });

  it("a name that the host keeps may be declared as a type, and not otherwise", () => {
    const options = { readonlyNames: ["df"] };
    expect(ts("declare const df: any; df.x", options).ok).toBe(true);
    expect(ts("type df = 1; df", options).ok).toBe(true);
    expect(ts("(df as any) = 1", options).errors.map((d) => d.code)).toEqual(["NAME_READONLY"]);
    expect(ts("[df!] = [1]; ", options).errors.map((d) => d.code)).toEqual(["NAME_READONLY"]);
    expect(ts("(<any>df)++", options).errors.map((d) => d.code)).toEqual(["NAME_READONLY"]);
  });
});
