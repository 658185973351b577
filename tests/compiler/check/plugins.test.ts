import { type ParserPlugin, parse } from "@babel/parser";
import { describe, expect, it } from "vitest";
import { checkTree, type TreeNode } from "./trees.js";

/** Syntax that only a parser with other plugins reads, as if an upgrade had turned the plugin on. */
const SOURCES: readonly (readonly [source: string, code: string, ...plugins: ParserPlugin[]])[] = [
  ["let a: number = 1;", "SYNTAX_TYPESCRIPT", "typescript"],
  ["let a!: number;", "SYNTAX_TYPESCRIPT", "typescript"],
  ["declare let a;", "SYNTAX_TYPESCRIPT", "typescript"],
  ["declare function f();", "SYNTAX_TYPESCRIPT", "typescript"],
  ["function f(a?: number): string { }", "SYNTAX_TYPESCRIPT", "typescript"],
  ["function f<T>() { }", "SYNTAX_TYPESCRIPT", "typescript"],
  ["const f = <T>(a) => a;", "SYNTAX_TYPESCRIPT", "typescript"],
  ["f<T>(1);", "SYNTAX_TYPESCRIPT", "typescript"],
  ["new F<T>();", "SYNTAX_TYPESCRIPT", "typescript"],
  ["f<T>`x`;", "SYNTAX_TYPESCRIPT", "typescript"],
  ["class A<T> { }", "SYNTAX_TYPESCRIPT", "typescript"],
  ["class A extends B<T> { }", "SYNTAX_TYPESCRIPT", "typescript"],
  ["class A implements B { }", "SYNTAX_TYPESCRIPT", "typescript"],
  ["abstract class A { }", "SYNTAX_TYPESCRIPT", "typescript"],
  ["class A { declare x; }", "SYNTAX_TYPESCRIPT", "typescript"],
  ["class A { private x; }", "SYNTAX_TYPESCRIPT", "typescript"],
  ["class A { readonly x; }", "SYNTAX_TYPESCRIPT", "typescript"],
  ["class A { x?; }", "SYNTAX_TYPESCRIPT", "typescript"],
  ["class A { x!: number; }", "SYNTAX_TYPESCRIPT", "typescript"],
  ["class A extends B { override m() { } }", "SYNTAX_TYPESCRIPT", "typescript"],
  ["class A { private m() { } }", "SYNTAX_TYPESCRIPT", "typescript"],
  ["class A { constructor(private x) { } }", "SYNTAX_TS_PARAMETER_PROPERTY", "typescript"],
  ["a as b;", "SYNTAX_TYPESCRIPT", "typescript"],
  ["import type { a } from 'm';", "SYNTAX_IMPORT", "typescript"],
  ["import { type a } from 'm';", "SYNTAX_IMPORT", "typescript"],
  ["import typeof a from 'm';", "SYNTAX_IMPORT", "flow"],
  ["class A { +x: number; }", "SYNTAX_TYPESCRIPT", "flow"],
  ["function f(a): %checks { return a; }", "SYNTAX_FLOW", "flow"],
  ["@d class A { }", "SYNTAX_DECORATOR", "decorators"],
  ["class A { @d m() { } }", "SYNTAX_DECORATOR", "decorators"],
  ["class A { @d x = 1; }", "SYNTAX_DECORATOR", "decorators"],
  ["class A { m(@d x) { } }", "SYNTAX_DECORATOR", "decorators-legacy"],
  ["class A { accessor x = 1; }", "SYNTAX_PROPOSAL", "decoratorAutoAccessors"],
  ["import defer * as a from 'm';", "SYNTAX_IMPORT", "deferredImportEvaluation"],
  ["import source a from 'm';", "SYNTAX_IMPORT", "sourcePhaseImports"],
  ["import module a from 'm';", "SYNTAX_IMPORT", "importReflection"],
  ["import a from 'm' with { type: 'json' };", "SYNTAX_IMPORT"],
  ["{ using a = b; }", "SYNTAX_PROPOSAL", "explicitResourceManagement"],
  ["for (using a of b) ;", "SYNTAX_PROPOSAL", "explicitResourceManagement"],
  ["f = () => throw a;", "SYNTAX_PROPOSAL", "throwExpressions"],
  ["a |> f;", "SYNTAX_PROPOSAL", ["pipelineOperator", { proposal: "minimal" }]],
  ["function* g() { function.sent; }", "SYNTAX_PROPOSAL", "functionSent"],
  ["(do { 1 });", "SYNTAX_PROPOSAL", "doExpressions"],
  ["f(?);", "SYNTAX_PROPOSAL", "partialApplication"],
  ["a = module { };", "SYNTAX_PROPOSAL", "moduleBlocks"],
  ["<a />;", "SYNTAX_JSX", "jsx"],
];

describe("what a parser with more plugins would read is refused by type or field", () => {
  it.each(SOURCES.map(([source, code, ...plugins]) => ({ source, code, plugins })))(
    "$source: $code",
    ({ source, code, plugins }) => {
      const { program } = parse(source, { plugins, strictMode: true, allowImportExportEverywhere: true });
      const codes = checkTree(program as unknown as TreeNode, source);
      expect(codes).toContain(code);
    },
  );

  it("parenthesised expressions as nodes, and `import()` as one", () => {
    const options = { strictMode: true, createParenthesizedExpressions: true, createImportExpressions: true };
    for (const [source, code] of [
      ["(a);", "SYNTAX_PROPOSAL"],
      ["import('m');", "SYNTAX_IMPORT"],
    ] as const)
      expect(checkTree(parse(source, options).program as unknown as TreeNode, source)).toContain(code);
  });
});
