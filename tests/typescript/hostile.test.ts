import { describe, expect, it } from "vitest";
import {
  compileRestricted,
  execRestricted,
  RestrictedExpression,
  verifyRestricted,
} from "../../src/index.js";
import { FORMS, native } from "../support/run.js";
import { transpiled } from "./oracle.js";

const codes = (source: string): readonly string[] =>
  compileRestricted(source, { language: "ts" }).errors.map((d) => d.code);

/** Ways to reach the host through the wrappers that are taken off; each works without restriction. */
const REACHES: readonly (readonly [source: string, code: string])[] = [
  ["([] as any).constructor.constructor('return 7')()", "NAME_MEMBER"],
  ["((<any>[])['constructor'] as any)!['constructor']!('return 7')!()", "NAME_MEMBER"],
  ["const { constructor: C } = (() => {}) as any; C('return 7')()", "NAME_MEMBER"],
  ["(eval as any)!('7')", "NAME_FORBIDDEN"],
  ["(0, eval satisfies any)<number>('7')", "NAME_FORBIDDEN"],
  ["new (Function as any)<string>('return 7')()", "NAME_FORBIDDEN"],
  ["Function<string>`return 7`()", "NAME_FORBIDDEN"],
  ["(globalThis as any).eval('7')", "NAME_FORBIDDEN"],
  ["let f = Function<any>; f('return 7')()", "NAME_FORBIDDEN"],
  ["class A extends (Function as any)<number> {} ; (new A('return 7') as any)()", "NAME_FORBIDDEN"],
  ["function f(x: any = (Function as any)('return 7')()) { return x } f()", "NAME_FORBIDDEN"],
  ["const o: any = { [('x' as any)]: (Function as any)('return 7') }; o.x()", "NAME_FORBIDDEN"],
  ["const x = { __proto__: null as any, y: 7 } as any; x.y", "NAME_PROTO"],
  ["let r: any; ({ prototype: (r as any) } = class {} as any); r && 7", "NAME_MEMBER"],
  [
    "let r: any; for ((r as any).constructor of [7]) ; 7".replace("let r: any", "let r: any = {}"),
    "NAME_MEMBER",
  ],
];

describe("a type hides nothing that runs", () => {
  it.each(REACHES)("%s", (source, code) => {
    // The payload works where nothing stops it.
    expect(native(transpiled(source).code)).toBe(7);
    expect(codes(source)).toContain(code);
  });

  it("computed keys behind wrappers are checked when the program runs", () => {
    for (const guards of FORMS) {
      const source = "const k: any = 'con' + 'structor'; ((([] as any)!)[k as any] as any)!";
      const program = compileRestricted(source, { language: "ts", guards });
      expect(() => execRestricted(program)).toThrow(expect.objectContaining({ code: "GUARD_MEMBER" }));
    }
  });
});

/** What only a type says is gone, whatever it says. */
const HARMLESS: readonly string[] = [
  "type _g0_ = any; interface _steps_ {} type constructor_ = { constructor: any; __proto__: 1; prototype(): void }; 7",
  "let x: typeof eval | typeof globalThis.process | _g0_ | import('node:fs').Stats = 7; x",
  "function f<_steps_, eval_>(x: { _out_(): void }, y?: typeof Function): x is _getattr_ { return 7 as any } f(null)",
  "declare const _g0_: any, eval: any, process: any; declare function _out_(): void; declare class Function {}; 7",
  "declare namespace globalThis { const _x: any } declare module 'node:fs' {} declare global { var process: any } 7",
  "class A { declare constructor_: any; declare ['constructor']: any; declare _x: any; [_steps_: string]: any } 7",
  "class B { constructor(_x?: any); constructor() {} _m(): void; }  7".replace("_m(): void; ", ""),
  "abstract class A { abstract _m(): void; abstract _p: any; abstract get _g(): any } 7",
  "import type { eval as _e } from 'node:fs'; import { type process as _p } from 'child_process'; 7",
  "let y = 7 as unknown as { [eval]: _x } satisfies typeof process; y",
  "f<typeof eval, { _x: Function }>(7); function f(x: any) { return x }",
  "/* eval */ 7 as any // _g0_",
  "type T = `${eval}`; type U = { [_steps_ in keyof eval as `_${_steps_}`]: _out_ }; 7",
];

describe("a type that is dropped is harmless", () => {
  it.each(HARMLESS)("%s", (source) => {
    for (const guards of FORMS) {
      const program = compileRestricted(source, { language: "ts", guards });
      expect(program.errors.map(String)).toEqual([]);
      expect(program.code).not.toMatch(/eval|process|Function|globalThis|import|node:|child_process/);
      expect(program.usedNames).toEqual([]);
      expect(verifyRestricted(program.code ?? "", { guards })).toEqual([]);
      expect(execRestricted(program).value).toBe(7);
    }
  });

  it("TypeScript's comments and directives mean nothing", () => {
    const source =
      "// @ts-nocheck\n/// <reference path='/etc/passwd' />\n/** @jsx h */\nlet a: number = 'x' as any; a";
    expect(execRestricted(compileRestricted(source, { language: "ts" })).value).toBe("x");
  });
});

describe("declarations that only TypeScript merges", () => {
  it.each([
    "enum E { A } enum E { B = (Function as any)('return 7')() }",
    "class A {} namespace A { export const x = 1 }",
    "function f() {} namespace f { export let y = eval }",
    "enum A { X = 1 } namespace A { export const Y = 2 }",
    "let x = class { constructor(private a = (enumm as any)) {} }; declare const enumm: any",
    "function f(@((x: any) => eval) y: any) {}",
    "class A { m(@eval x: any) {} }",
  ])("%s", (source) => {
    const result = compileRestricted(source, { language: "ts" });
    expect(result.code).toBeNull();
    expect(result.errors.length).toBeGreaterThan(0);
  });

  it("a class and an interface, a constant and a type may share a name", () => {
    const source = "class A { a = 7 } interface A { b: string } const B = new A(); type B = A; B.a";
    expect(execRestricted(compileRestricted(source, { language: "ts" })).value).toBe(7);
  });
});

describe("the parser's second tries are bounded", () => {
  const nests: readonly (readonly [string, (depth: number) => string])[] = [
    ["assertions", (n) => `${"<a>(".repeat(n)}1${")".repeat(n)}`],
    ["assertions in objects", (n) => `let o = ${"<a>{ b: ".repeat(n)}1${" }".repeat(n)}`],
    ["arrows in conditionals", (n) => `x ? (y) : ${"(z = x ? (y) : ".repeat(n)}1${") => 2".repeat(n)}`],
    [
      "inferred constraints",
      (n) => `type X = a extends ${"(infer U extends ".repeat(n)}b${" ? c : d)".repeat(n)} ? d : e`,
    ],
  ];
  it.each(nests)("%s", (_name, nest) => {
    expect(compileRestricted(nest(4), { language: "ts" }).errors.map(String)).toEqual([]);
    for (const depth of [40, 100]) {
      const start = performance.now();
      const [first] = compileRestricted(nest(depth), { language: "ts" }).errors;
      expect(first?.code).toBe("SOURCE_NESTING");
      // The same text as JavaScript is looked at as TypeScript too, for what to say about it.
      compileRestricted(nest(depth));
      expect(performance.now() - start).toBeLessThan(10_000);
    }
  });
});

describe("other ways in", () => {
  it("parameters of mode `function` are TypeScript, each by itself", () => {
    const params = ["a?: number", "{ b = 2 }: { b?: number } = {}", "...rest: number[]"];
    const source = "return (a as number) + b + rest.length";
    const program = compileRestricted(source, { language: "ts", mode: "function", params });
    expect(program.errors.map(String)).toEqual([]);
    const add = execRestricted(program).value as (...args: unknown[]) => unknown;
    expect(add(1, { b: 3 }, 0, 0)).toBe(6);
    for (const param of [
      "this: any",
      "a, b",
      "a) => 0, (b",
      "private x",
      "@d x",
      "a: T) { } (b",
      "x: typeof eval = eval",
    ]) {
      const result = compileRestricted("return 1", { language: "ts", mode: "function", params: [param] });
      expect([param, result.ok]).toEqual([param, false]);
    }
  });

  it("expressions", () => {
    const options = { language: "ts" } as const;
    expect(
      new RestrictedExpression("(row as any).a! * k<number>(2)", options).eval({
        row: { a: 3 },
        k: (x: number) => x,
      }),
    ).toBe(6);
    expect(new RestrictedExpression("x satisfies T as U", options).usedNames).toEqual(["x"]);
    expect(() => new RestrictedExpression("[].constructor as any", options)).toThrow(/constructor/);
    expect(() => new RestrictedExpression("type X = 1", options)).toThrow();
  });
});
