import { describe, expect } from "vitest";
import { compileRestricted, defineLanguagePolicy } from "../../src/index.js";
import { FORMS, run } from "../support/run.js";
import { covers, escapes, refusals, refused, values } from "./support.js";

const bad = (row: string, source: string, errors: readonly string[] = ["1 NAME_UNDERSCORE"]) => ({
  row,
  source,
  errors,
});

describe("names", () => {
  refusals([
    bad("test_RestrictingNodeTransformer__visit_Name__1", "__ = 12"),
    bad("test_RestrictingNodeTransformer__visit_Name__2", "_getattr = null"),
    bad("test_RestrictingNodeTransformer__visit_Name__3", "function _getattr() {}"),
    bad(
      "test_RestrictingNodeTransformer__visit_Name__3",
      "function a() {\n  if (a) {\n    function _getattr_() {}\n  }\n}",
      ["3 NAME_UNDERSCORE"],
    ),
    bad("test_RestrictingNodeTransformer__visit_Name__4", "class _getattr {}"),
    bad("test_RestrictingNodeTransformer__visit_Name__4_4", "try {} catch (_x) {}"),
    bad("test_RestrictingNodeTransformer__visit_Name__4_4", "for (const _x of []) ;"),
    bad("test_RestrictingNodeTransformer__visit_Name__4_4", "_x: for (;;) break _x;", [
      "1 NAME_UNDERSCORE",
      "1 NAME_UNDERSCORE",
    ]),
    bad("test_RestrictingNodeTransformer__visit_Name__4_5", "let b = 1, _x = 2"),
    bad("test_RestrictingNodeTransformer__visit_Name__4_6", "[1].map((_x) => 1)"),
    bad("test_RestrictingNodeTransformer__visit_Name__4_7", "new Set([1].map(([_x]) => 1))"),
    bad(
      "test_RestrictingNodeTransformer__visit_Name__4_6",
      "Object.fromEntries([[1, 2]].map(([k, _v]) => [k, 1]))",
    ),
  ]);

  refusals(
    [
      "myvar__roles__ = 12",
      "let myvar__roles__",
      "function myvar__roles__() {}",
      "(myvar__roles__) => 1",
    ].map((source) => ({
      row: "test_RestrictingNodeTransformer__visit_Name__5",
      source,
      errors: ["1 POLICY_NAME"],
      options: { policy: defineLanguagePolicy({ reservedNames: [{ endsWith: "__roles__" }] }) },
    })),
  );

  values([
    { row: "test_RestrictingNodeTransformer__visit_Name__2_5", source: "let _ = 2411; _", value: 2411 },
  ]);

  covers(
    ["test_RestrictingNodeTransformer__visit_Name__6", "test_RestrictingNodeTransformer__visit_Name__7"],
    () => {
      const options = { readonlyNames: ["console", "print"] };
      for (const source of [
        "let console = 1",
        "print = 12",
        "var print",
        "function print() {}",
        "function console() {}",
        "const { print } = {}",
        "console += 1",
        "print++",
      ])
        expect([source, refused(compileRestricted(source, options))]).toEqual([source, ["1 NAME_READONLY"]]);
      // Without that, a name of the program's own: the host's and other programs' stay as they are.
      for (const form of FORMS) {
        expect(run("{ let print = (x) => x; print(1) } print(2)", {}, form).printed).toHaveLength(1);
        expect(run("function print() { return 5 } print()", {}, form).value).toBe(5);
        expect(run("print(1)", {}, form).printed).toHaveLength(1);
      }
    },
  );
});

describe("spellings", () => {
  refusals([
    bad("add: escaped identifiers", "\\u005fgetattr = 1"),
    bad("add: escaped identifiers", "ev\\u0061l('1')", ["1 NAME_FORBIDDEN"]),
    bad(
      "add: escaped identifiers",
      "ev\\u{61}l('1'); a.const\\u0072uctor; a['const\\x72uctor']; a.\\u{5f}x",
      ["1 NAME_FORBIDDEN", "1 NAME_MEMBER", "1 NAME_MEMBER", "1 NAME_UNDERSCORE"],
    ),
    bad("add: shorthand eval", "({ eval })", ["1 NAME_FORBIDDEN"]),
    bad("add: shorthand eval", "const o = { a: 1, Function, globalThis }", [
      "1 NAME_FORBIDDEN",
      "1 NAME_FORBIDDEN",
    ]),
    {
      ...bad("add: export as", "const x = 1;\nexport { x as _y }", [
        "2 SYNTAX_EXPORT",
        "2 SYNTAX_EXPORT",
        "2 NAME_UNDERSCORE",
      ]),
      native: false,
    },
    {
      ...bad("add: import alias", "import { x as _y } from 'a'"),
      native: false,
      options: { imports: ["a"] },
    },
    {
      ...bad("add: import alias", "import { x as eval } from 'a'", ["1 SYNTAX_ERROR"]),
      native: false,
      options: { imports: ["a"] },
    },
  ]);

  covers("add: enum and namespace names", () => {
    for (const source of ["enum A { B }", "namespace A {}", "enum _a {}"])
      expect([source, refused(compileRestricted(source))[0]]).toEqual([source, "1 SYNTAX_TYPESCRIPT"]);
  });

  covers("add: escaped identifiers", () => {
    escapes("typeof [].const\\u0072uctor", "function", "NAME_MEMBER");
    escapes("ev\\u0061l('1')", 1, "NAME_FORBIDDEN");
  });
});
