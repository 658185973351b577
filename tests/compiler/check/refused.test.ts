import { describe, expect, it } from "vitest";
import { compileRestricted } from "../../../src/index.js";

/** [source, code, line, column] of the first diagnostic. */
const REFUSED: readonly (readonly [string, string, number, number])[] = [
  ["import fs from 'node:fs'", "SYNTAX_IMPORT", 1, 1],
  ["const m = import('node:fs')", "SYNTAX_IMPORT", 1, 11],
  ["import.meta.url", "SYNTAX_META", 1, 1],
  ["export const a = 1", "SYNTAX_EXPORT", 1, 1],
  ["export * from 'a'", "SYNTAX_EXPORT", 1, 1],
  ["with (o) { a }", "SYNTAX_WITH", 1, 1],
  ["eval('1')", "NAME_FORBIDDEN", 1, 1],
  ["(0, eval)('1')", "NAME_FORBIDDEN", 1, 5],
  ["const e = ev\\u0061l", "NAME_FORBIDDEN", 1, 11],
  ["new Function('1')", "NAME_FORBIDDEN", 1, 5],
  ["Function`1`", "NAME_FORBIDDEN", 1, 1],
  ["({ eval })", "NAME_FORBIDDEN", 1, 4],
  ["function f() { return arguments.callee }", "NAME_MEMBER", 1, 33],
  ["debugger", "SYNTAX_DEBUGGER", 1, 1],
  ["this", "SYNTAX_THIS", 1, 1],
  ["(() => this)()", "SYNTAX_THIS", 1, 8],
  ["arguments", "SYNTAX_ARGUMENTS", 1, 1],
  ["(() => arguments)()", "SYNTAX_ARGUMENTS", 1, 8],
  ["return 1", "SYNTAX_RETURN", 1, 1],
  ["await x", "SYNTAX_AWAIT", 1, 1],
  ["for await (const a of b) ;", "SYNTAX_AWAIT", 1, 1],
  ["_x = 1", "NAME_UNDERSCORE", 1, 1],
  ["let _x", "NAME_UNDERSCORE", 1, 5],
  ["function f(_x) {}", "NAME_UNDERSCORE", 1, 12],
  ["function f({ a: [_x] }) {}", "NAME_UNDERSCORE", 1, 18],
  ["try {} catch (_e) {}", "NAME_UNDERSCORE", 1, 15],
  ["try {} catch ({ _e }) {}", "NAME_UNDERSCORE", 1, 17],
  ["class _A {}", "NAME_UNDERSCORE", 1, 7],
  ["_l: for (;;) break _l", "NAME_UNDERSCORE", 1, 1],
  ["a._x", "NAME_UNDERSCORE", 1, 3],
  ["a['_x']", "NAME_UNDERSCORE", 1, 3],
  ["a[`__proto__`]", "NAME_UNDERSCORE", 1, 3],
  ["a.\\u005fx", "NAME_UNDERSCORE", 1, 3],
  ["({ _x: 1 })", "NAME_UNDERSCORE", 1, 4],
  ["({ __proto__: a })", "NAME_PROTO", 1, 4],
  ["({ '__proto__': a })", "NAME_PROTO", 1, 4],
  ["a.constructor", "NAME_MEMBER", 1, 3],
  ["a?.constructor", "NAME_MEMBER", 1, 4],
  ["a['constructor']", "NAME_MEMBER", 1, 3],
  ["a[`constructor`]", "NAME_MEMBER", 1, 3],
  ["a.const\\u0072uctor", "NAME_MEMBER", 1, 3],
  ["const { constructor } = a", "NAME_MEMBER", 1, 9],
  ["const { constructor: c } = a", "NAME_MEMBER", 1, 9],
  ["const { 'constructor': c } = a", "NAME_MEMBER", 1, 9],
  ["({ constructor: c } = a)", "NAME_MEMBER", 1, 4],
  ["(({ prototype: p }) => p)(a)", "NAME_MEMBER", 1, 5],
  ["for (const { caller } of a) ;", "NAME_MEMBER", 1, 14],
  ["class A { prototype() {} }", "NAME_MEMBER", 1, 11],
  ["class A { constructor() {} get [`constructor`]() {} }", "NAME_MEMBER", 1, 33],
  ["a.prepareStackTrace = 1", "NAME_MEMBER", 1, 3],
  ["class A extends null {}", "CLASS_NULL", 1, 17],
  ["@d class A {}", "SYNTAX_DECORATOR", 1, 1],
  ["010", "SYNTAX_ERROR", 1, 1],
  ["delete x", "SYNTAX_ERROR", 1, 1],
  ["x = 1 <!-- y", "SYNTAX_HTML_COMMENT", 1, 7],
  ["\n--> z", "SYNTAX_HTML_COMMENT", 2, 1],
  ["#!/bin/x\n1", "SYNTAX_HASHBANG", 1, 1],
  ["'use asm'; 1", "SYNTAX_DIRECTIVE", 1, 1],
  ["Proxy", "NAME_FORBIDDEN", 1, 1],
  ["globalThis.x", "NAME_FORBIDDEN", 1, 1],
  ["require('fs')", "NAME_FORBIDDEN", 1, 1],
  ["let a: number = 1", "SYNTAX_TYPESCRIPT", 1, 6],
  ["<a/>", "SYNTAX_JSX", 1, 1],
];

describe("refused sources", () => {
  for (const [source, code, line, column] of REFUSED) {
    it(`${code} ${JSON.stringify(source)}`, () => {
      const result = compileRestricted(source);
      expect(result.ok).toBe(false);
      expect(result.code).toBeNull();
      const [first] = result.errors;
      expect(first?.code).toBe(code);
      expect([first?.start.line, first?.start.column]).toEqual([line, column]);
      expect(first?.help).toMatch(/\S/);
      expect(first?.frame).toContain("^");
      expect(String(first)).toContain(`<restricted>:${line}:${column} ${code} `);
    });
  }

  it("reports every finding of one source at once, in order", () => {
    const { errors } = compileRestricted("eval(1)\na._b\nwith_\ndebugger\nthis.x.constructor", {
      filename: "many.js",
    });
    expect(errors.map((d) => `${d.start.line} ${d.code}`)).toEqual([
      "1 NAME_FORBIDDEN",
      "2 NAME_UNDERSCORE",
      "4 SYNTAX_DEBUGGER",
      "5 SYNTAX_THIS",
      "5 NAME_MEMBER",
    ]);
    expect(errors.every((d) => d.filename === "many.js")).toBe(true);
  });
});

describe("accepted names that look alike", () => {
  for (const source of [
    "let self = 1; self",
    "const { top, parent } = { top: 1, parent: 2 }; top",
    "let _ = 1; _",
    "const o = { stack: [], call: 1 }; o.stack",
    "class A { constructor() { this.x = 1 } }",
    "const f = function () { return arguments.length }; f(1)",
  ]) {
    it(source, () => expect(compileRestricted(source).errors.map(String)).toEqual([]));
  }
});

describe("bad input", () => {
  it.each([
    ["a\0b", "SOURCE_TEXT"],
    ["'\ud800'", "SOURCE_TEXT"],
    ["x".repeat(1_000_001), "SOURCE_LENGTH"],
    ["(".repeat(50_000), "SOURCE_NESTING"],
    [`${"[".repeat(3000)}${"]".repeat(3000)}`, "SOURCE_NESTING"],
  ])("%#", (source, code) => {
    expect(compileRestricted(source).errors[0]?.code).toBe(code);
  });

  it("a source that is no string, and an unknown option, are the host's mistakes", () => {
    expect(() => compileRestricted(1 as never)).toThrow(expect.objectContaining({ code: "SOURCE_TYPE" }));
    expect(() => compileRestricted("1", { mod: "exec" } as never)).toThrow(
      expect.objectContaining({ code: "OPTION_UNKNOWN" }),
    );
    expect(() => compileRestricted("1", { mode: "other" } as never)).toThrow(
      expect.objectContaining({ code: "OPTION_VALUE" }),
    );
    expect(() => compileRestricted("1", { policy: {} } as never)).toThrow(
      expect.objectContaining({ code: "OPTION_VALUE" }),
    );
  });
});
