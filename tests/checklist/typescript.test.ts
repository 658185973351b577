import { describe, expect } from "vitest";
import { compileRestricted, execRestricted } from "../../src/index.js";
import { FORMS } from "../support/run.js";
import { covers, refused } from "./support.js";

function typed(source: string): unknown[] {
  return FORMS.map((guards) => {
    const program = compileRestricted(source, { language: "ts", guards });
    expect(program.errors.map(String)).toEqual([]);
    expect(program.code).not.toMatch(/number|string\b|interface/);
    return execRestricted(program).value;
  });
}

describe("types", () => {
  covers("test_explicit_deny: AnnAssign", () => {
    const source =
      "const a: number = 1; let b: number; b = a as number; class P { x: number = 2; y?: number } const f = (n: number, ...r: number[]): number => n + r.length; [b, f(1, 2), new P().x, 'y' in new P()]";
    // As JavaScript has it: a field without a value is there.
    expect(typed(source)).toEqual([
      [1, 2, 2, true],
      [1, 2, 2, true],
    ]);
    for (const js of ["let a: number", "let a: number = 1", "function f(a: number) {}"])
      expect(refused(compileRestricted(js))[0]).toBe("1 SYNTAX_TYPESCRIPT");
    // What a type hides is refused as it is without it.
    for (const ts of [
      "const a: number = eval('1')",
      "([] as any).constructor",
      "let _a: number",
      "(x: typeof eval) => x.constructor",
    ])
      expect([ts, refused(compileRestricted(ts, { language: "ts" }))[0]]).toEqual([
        ts,
        expect.stringMatching(/^1 NAME_/),
      ]);
  });

  covers("test_explicit_deny: TypeAlias, TypeVar, ParamSpec, TypeVarTuple", () => {
    const source =
      "type Id = string | number; interface Row<T> { readonly id: T } function first<T, R extends unknown[]>(x: T, ...rest: R): [T, R] { return [x, rest] } const id = <T,>(x: T): T => x; const row: Row<Id> = { id: 1 }; [first<number, number[]>(1, 2), id(3), row.id]";
    const value = [[1, [2]], 3, 1];
    expect(typed(source)).toEqual([value, value]);
    for (const js of ["type A = 1", "interface A {}", "function f<T>() {}"])
      expect(refused(compileRestricted(js))[0]).toMatch(/^1 SYNTAX_/);
  });
});
