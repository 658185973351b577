import vm from "node:vm";
import { TYPES, VISITOR_KEYS } from "@babel/types";
import { describe, expect } from "vitest";
import { compileRestricted, DIAGNOSTIC_CODES } from "../../src/index.js";
import { NODE_TYPES } from "../../src/language/node-types.js";
import { FORMS, run } from "../support/run.js";
import { covers, escapes, failureCode, refusals, refused, spy, values } from "./support.js";

describe("every node type is decided", () => {
  covers("test_explicit_deny: completeness", () => {
    const concrete = Object.keys(VISITOR_KEYS).filter((type) => TYPES.includes(type));
    expect(concrete.length).toBeGreaterThan(240);
    for (const type of concrete) {
      const verdict = NODE_TYPES.get(type);
      expect([type, verdict?.kind]).toEqual([type, expect.stringMatching(/^(allow|guard|refuse)$/)]);
      if (verdict?.kind === "refuse") expect(DIAGNOSTIC_CODES).toContain(verdict.code);
    }
    expect([...NODE_TYPES.keys()].filter((type) => !concrete.includes(type))).toEqual([]);
  });

  covers("test_explicit_deny: pattern matching", () => {
    for (const source of [
      "match (x) { when 1: 2; }",
      "match (x) { when { a: 1, ...rest }: rest; }",
      "match (x) { when [1, ...rest]: rest; }",
      "const a = do { 1 };",
      "const a = x |> f(%);",
      "const a = #{ b: 1 };",
      "const a = #[1];",
      "a::b;",
      "f(1, ?);",
      "const a = module { };",
    ])
      expect([source, refused(compileRestricted(source))[0]]).toEqual([
        source,
        expect.stringMatching(/^1 SYNTAX_(?:PROPOSAL|ERROR)$/),
      ]);
  });

  refusals([
    {
      row: "test_lazy_import",
      source: "import defer * as a from 'a'",
      errors: ["1 SYNTAX_PROPOSAL"],
      native: false,
      options: { imports: ["a"] },
    },
    {
      row: "test_lazy_import",
      source: "import source a from 'a'",
      errors: ["1 SYNTAX_PROPOSAL"],
      native: false,
      options: { imports: ["a"] },
    },
    {
      row: "test_lazy_import",
      source: "import.defer('a')",
      errors: ["1 SYNTAX_PROPOSAL"],
      native: false,
      options: { imports: ["a"] },
    },
    {
      row: "test_explicit_deny: TypeIgnore, FunctionType",
      source: "var f: (x: number) => void",
      errors: ["1 SYNTAX_TYPESCRIPT"],
      native: false,
    },
  ]);

  covers("test_explicit_deny: TypeIgnore, FunctionType", () => {
    for (const source of [
      "// @flow\n1 + 1",
      "/* @ts-ignore */ 1 + 1",
      "1 /* eslint-disable */ + 1 // @ts-expect-error",
    ])
      for (const form of FORMS) expect(run(source, {}, form).value).toBe(2);
  });
});

describe("why the refused kinds are refused", () => {
  const host = { secret: "TOPSECRET" };
  const loose = (source: string): unknown => vm.runInNewContext(source, { o: { secret: "x", _p: 1 }, host });

  covers("test_explicit_deny: reasons", async () => {
    // `with` turns a name into a member access that no guard could see in the text.
    expect(loose("with (host) { secret }")).toBe("TOPSECRET");
    expect(loose("with ([]) { constructor.name }")).toBe("Array");
    // `import()` in a realm of its own rejects with an error of the host's realm, and that leads to the host.
    const leak = "import('node:fs').catch((e) => e.constructor.constructor('return typeof process')())";
    expect(await loose(leak)).toBe("object");
    // `extends null` makes instances that no brand is inherited by.
    expect(loose("class A extends null {} Object.getPrototypeOf(A.prototype)")).toBeNull();
    // Sloppy functions see the global object; HTML-like comments hide text from one of two parsers.
    expect(loose("(function () { return this === globalThis })()")).toBe(true);
    expect(loose("let n = 1\n<!-- n = 2\nn")).toBe(1);
    for (const [source, code] of [
      ["with (host) { secret }", "SYNTAX_WITH"],
      ["import('node:fs')", "SYNTAX_IMPORT"],
      ["class A extends null {}", "CLASS_NULL"],
      ["let n = 1\n<!-- n = 2\nn", "SYNTAX_HTML_COMMENT"],
      ["debugger", "SYNTAX_DEBUGGER"],
    ] as const)
      for (const form of FORMS) expect(failureCode(source, {}, form)).toBe(code);
    for (const form of FORMS) expect(run("(function () { return this })()", {}, form).value).toBeUndefined();
  });
});

describe("spread in every literal", () => {
  values([
    {
      row: "test_comprehension_unpacking",
      source:
        "const xs = [1, 2], o = { a: 1 }; const f = (...a) => a.length; class C { constructor(...a) { this.n = a.length } } [[...xs, ...xs], { ...o, b: 2 }, f(...xs, 3), new C(...xs).n, new Set([...xs]).size, [...'ab'], { ...'ab' }, { ...null }]",
      value: [[1, 2, 1, 2], { a: 1, b: 2 }, 3, 2, 2, ["a", "b"], { 0: "a", 1: "b" }, {}],
    },
  ]);

  covers("test_comprehension_unpacking", () => {
    const calls = (source: string): readonly string[] =>
      spy(`const xs = [1], o = { a: 1 }; function f() {} class C {} ${source}; 0`, ["_getiter_", "_keys_"])
        .calls;
    for (const source of ["[...xs]", "f(...xs)", "new C(...xs)", "Math.max(...xs)", "[[...xs]]"])
      expect([source, calls(source)]).toEqual([source, ["_getiter_ [1]"]]);
    for (const source of ["({ ...o })", "({ b: 1, ...o })"])
      expect([source, calls(source)]).toEqual([source, ['_keys_ {"a":1}']]);
    for (const source of ["[...1]", "f(...null)", "new C(...undefined)"])
      for (const form of FORMS)
        expect(run(`function f() {} class C {} try { ${source} } catch (e) { e.name }`, {}, form).value).toBe(
          "TypeError",
        );
  });
});

describe("from a generator to its maker", () => {
  covers("test_generator_escape", () => {
    for (const f of ["function* () {}", "async function () {}", "async function* () {}", "async () => {}"]) {
      escapes(`typeof (${f}).constructor('return 1')`, "function", "NAME_MEMBER");
      escapes(`const k = 'constructor'; typeof (${f})[k.slice(0)]('return 1')`, "function", "GUARD_MEMBER");
      escapes(`const { constructor: C } = ${f}; typeof C('return 1')`, "function", "NAME_MEMBER");
      escapes(
        `const k = 'constructor'; const { [k.slice(0)]: C } = ${f}; typeof C('return 1')`,
        "function",
        "GUARD_MEMBER",
      );
    }
    expect(typeof vm.runInNewContext("Object.getPrototypeOf(function* () {}).constructor")).toBe("function");
    for (const form of FORMS)
      expect(
        run(
          "[typeof Object.getPrototypeOf, typeof Object.setPrototypeOf, typeof Object.getOwnPropertyDescriptors]",
          {},
          form,
        ).value,
      ).toEqual(["undefined", "undefined", "undefined"]);
  });
});
