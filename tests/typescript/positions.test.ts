import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { describe, expect, it } from "vitest";
import {
  type CompileResult,
  compileRestricted,
  execRestricted,
  type RestrictedError,
} from "../../src/index.js";
import { FORMS } from "../support/run.js";
import { transpiled } from "./oracle.js";

/** Programs that fail when they run; the place of the failure is marked with a comment in front of it. */
const FAILING: readonly string[] = [
  "interface I { a: any }\ntype T = I;\nlet o: I = { a: null } as any;\n(o as T).a./*!*/b.c",
  "const f = <T,>(x: T): T => (x as any)!./*!*/y.z;\nenumerate;\nf<any>(null)".replace(
    "enumerate;",
    "declare const e: any;",
  ),
  "class A<T> {\n  declare d: T;\n  private x?: any;\n  constructor(public_: T) {}\n  m(this: A<T>): void { this.x./*!*/y }\n}\nnew A<number>(1).m()".replace(
    "public_",
    "given",
  ),
  "let v: unknown = 3;\n(v as any)./*!*/f()".replace("(v as any)./*!*/f()", "/*!*/(v as any).f()"),
  "function g(x?: number): asserts x is number {\n  throw /*!*/new Error('no' as string)\n}\ng!()",
  "let a: any = 5, b: any;\nconst c = a satisfies any,\n  d = (<any>b)./*!*/q as string",
];

const marked = (source: string): { line: number; column: number } => {
  const before = source.slice(0, source.indexOf("/*!*/") + 5).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
};

const failure = (program: CompileResult): RestrictedError => {
  expect(program.errors.map(String)).toEqual([]);
  try {
    execRestricted(program);
  } catch (error) {
    return error as RestrictedError;
  }
  throw new Error("ran to its end");
};

describe("run-time errors stand where they are in the TypeScript text", () => {
  for (const source of FAILING)
    for (const guards of FORMS)
      it(`${guards}: ${source}`, () => {
        const error = failure(compileRestricted(source, { language: "ts", guards }));
        expect(error.position?.line).toBe(marked(source).line);
        // TypeScript's own output fails at the place that its source map leads back to the same place from.
        const { code, map } = transpiled(source);
        const plain = failure(compileRestricted(code, { guards }));
        expect(error.message).toBe(plain.message);
        const at = { line: plain.position?.line ?? 0, column: (plain.position?.column ?? 0) - 1 };
        const original = originalPositionFor(new TraceMap(map), at);
        expect(error.position?.line).toBe(original.line);
      });
});

describe("diagnostics stand where they are in the TypeScript text", () => {
  it.each([
    ["type A = { a: 1 };\nlet x: A = (y as any)!./*!*/constructor", "NAME_MEMBER"],
    ["let a: any;\n(a satisfies any)['/*!*/x']".replace("'/*!*/x'", "/*!*/'prototype'"), "NAME_MEMBER"],
    ["function f<T>(a: T, /*!*/_b?: T) {}", "NAME_UNDERSCORE"],
    ["class A<T> { /*!*/_x: T }", "NAME_UNDERSCORE"],
    ["<any>/*!*/eval", "NAME_FORBIDDEN"],
    ["interface I {}\n/*!*/debugger", "SYNTAX_DEBUGGER"],
    ["const x = `\n${/*!*/globalThis as any}`", "NAME_FORBIDDEN"],
  ])("%s", (source, code) => {
    const [first] = compileRestricted(source, { language: "ts" }).errors;
    expect(first?.code).toBe(code);
    expect(first?.start).toMatchObject({ ...marked(source), offset: source.indexOf("/*!*/") + 5 });
    expect(first?.frame).toContain(source.split("\n")[marked(source).line - 1]);
  });
});
