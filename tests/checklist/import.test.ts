import { describe, expect } from "vitest";
import { compileRestricted, execRestricted } from "../../src/index.js";
import { FORMS } from "../support/run.js";
import { covers, refusals, refused } from "./support.js";

const listed = { imports: ["a"] } as const;
const modules = { a: { default: 1, m: 2 } };
const text = (row: string, source: string, errors: readonly string[], open = true) =>
  ({ row, source, errors, native: false, ...(open ? { options: listed } : {}) }) as const;

function imported(source: string): unknown[] {
  return FORMS.map(
    (guards) => execRestricted(compileRestricted(source, { ...listed, guards }), { modules }).value,
  );
}

describe("import declarations", () => {
  refusals([
    text("test_RestrictingNodeTransformer__visit_Import__1", "import a from 'a'", ["1 SYNTAX_IMPORT"], false),
    text("test_RestrictingNodeTransformer__visit_Import__2", "import '_a'", ["1 SYNTAX_IMPORT"]),
    text("test_RestrictingNodeTransformer__visit_Import__3", "import * as m from '_a'", ["1 SYNTAX_IMPORT"]),
    text("test_RestrictingNodeTransformer__visit_Import__4", "import _m from 'a'", ["1 NAME_UNDERSCORE"]),
    text("test_RestrictingNodeTransformer__visit_Import_6", "import { m } from '_a'", ["1 SYNTAX_IMPORT"]),
    text("test_RestrictingNodeTransformer__visit_Import__7", "import { m as _n } from 'a'", [
      "1 NAME_UNDERSCORE",
    ]),
    text("test_RestrictingNodeTransformer__visit_Import__8", "import { _m as n } from 'a'", [
      "1 NAME_UNDERSCORE",
    ]),
    text("test_RestrictingNodeTransformer__visit_Import_star__1", "import * from 'a'", ["1 SYNTAX_ERROR"]),
    text("test_RestrictingNodeTransformer__visit_Import_star__2", "export * from 'a'", ["1 SYNTAX_EXPORT"]),
    text("test_RestrictingNodeTransformer__visit_Import_star__2", "1;\nimport('a')", ["2 SYNTAX_IMPORT"]),
    text("test_RestrictingNodeTransformer__visit_Import_star__2", "import.meta", ["1 SYNTAX_META"]),
    text("test_RestrictingNodeTransformer__visit_Import_star__2", "import defer * as m from 'a'", [
      "1 SYNTAX_PROPOSAL",
    ]),
    text("test_RestrictingNodeTransformer__visit_Import_star__2", "import m from 'a' with { type: 'json' }", [
      "1 SYNTAX_IMPORT",
      "1 SYNTAX_IMPORT",
    ]),
  ]);

  covers("test_RestrictingNodeTransformer__visit_Import__1", () => {
    expect(imported("import a from 'a'; a")).toEqual([1, 1]);
  });

  covers("test_RestrictingNodeTransformer__visit_Import__5", () => {
    expect(imported("import { m } from 'a'; m")).toEqual([2, 2]);
    expect(imported("import * as ns from 'a'; ns.m + ns.default")).toEqual([3, 3]);
  });

  covers("test_RestrictingNodeTransformer__visit_Import__9", () => {
    for (const module of [
      "./x",
      "../x",
      "/x",
      "https://h/x.js",
      "data:text/javascript,1",
      "node:vm",
      "file:///x",
      "#x",
      ".",
      "",
    ]) {
      const source = `import x from ${JSON.stringify(module)}`;
      expect([module, refused(compileRestricted(source, listed))]).toEqual([module, ["1 SYNTAX_IMPORT"]]);
      // Nor can a host list such a module by mistake.
      expect(() => compileRestricted(source, { imports: [module] })).toThrow(
        expect.objectContaining({ code: "OPTION_VALUE" }),
      );
    }
  });
});
