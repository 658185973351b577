import vm from "node:vm";
import { describe, expect } from "vitest";
import { compileRestricted } from "../../src/index.js";
import { FORMS } from "../support/run.js";
import { covers, refusals, refused, values } from "./support.js";

const bad = (row: string, source: string, errors: readonly string[] = ["1 NAME_UNDERSCORE"]) => ({
  row,
  source,
  errors,
});

describe("parameters of functions", () => {
  refusals([
    bad("test_RestrictingNodeTransformer__visit_FunctionDef__1", "function foo(_bad) {}"),
    bad("test_RestrictingNodeTransformer__visit_FunctionDef__2", "function foo(_bad = 1) {}"),
    bad("test_RestrictingNodeTransformer__visit_FunctionDef__3", "function foo(..._bad) {}"),
    bad("test_RestrictingNodeTransformer__visit_FunctionDef__4", "function foo({ ..._bad }) {}"),
    bad("test_positional_only_arg_with_underscore_is_rejected", "function foo([_bad]) {}"),
    bad("test_positional_only_arg_with_default_underscore_is_rejected", "function foo({ a: _bad = 1 }) {}"),
    bad("test_RestrictingNodeTransformer__visit_FunctionDef__7", "function foo(good, { _bad }) {}"),
    bad("test_positional_only_lambda_arg_with_underscore_is_rejected", "const f = ([_bad]) => null"),
    bad(
      "test_RestrictingNodeTransformer__module_func_def_name_call",
      "\nfunction __init__(t) {\n}\n\n__init__(1)",
      ["2 NAME_UNDERSCORE", "5 NAME_UNDERSCORE"],
    ),
  ]);
});

describe("parameters of arrows", () => {
  refusals([
    bad("test_RestrictingNodeTransformer__visit_Lambda__1", "(_bad) => null"),
    bad("test_RestrictingNodeTransformer__visit_Lambda__2", "(_bad = 1) => null"),
    bad("test_RestrictingNodeTransformer__visit_Lambda__3", "(..._bad) => null"),
    bad("test_RestrictingNodeTransformer__visit_Lambda__4", "({ ..._bad }) => null"),
    bad("test_RestrictingNodeTransformer__visit_Lambda__7", "(good, { _bad }) => null"),
    bad(
      "test_RestrictingNodeTransformer__visit_Lambda__8",
      "(\n  _a = (\n    _b,\n    c = (_d) => null\n  ) => null\n) => null",
      ["2 NAME_UNDERSCORE", "3 NAME_UNDERSCORE", "4 NAME_UNDERSCORE"],
    ),
  ]);

  values([
    {
      row: "test_RestrictingNodeTransformer__visit_Lambda__10",
      source: "const f = (x) => x ** 2; f(2)",
      value: 4,
    },
  ]);
});

/** Every place that binds a name, with `X` where the name goes. */
const POSITIONS: readonly string[] = [
  "var X",
  "let X",
  "const X = 1",
  "let a = 1, X = 2",
  "var [X] = []",
  "let [a, [X]] = [1, []]",
  "const [...X] = []",
  "const [X = 1] = []",
  "let { X } = {}",
  "let { a: X } = {}",
  "let { a: X = 1 } = {}",
  "let { a: { b: X } } = { a: {} }",
  "let { ...X } = {}",
  "let { [1]: X } = {}",
  "function X() {}",
  "(function X() {})",
  "function* X() {}",
  "async function X() {}",
  "async function* X() {}",
  "{ function X() {} }",
  "function f(X) {}",
  "function f(a, X = 1) {}",
  "function f(...X) {}",
  "function f({ X }) {}",
  "function f([X]) {}",
  "(X) => 1",
  "X => 1",
  "async (X) => 1",
  "async X => 1",
  "({ m(X) {} })",
  "({ set m(X) {} })",
  "class X {}",
  "(class X {})",
  "class A { m(X) {} }",
  "class A { constructor(X) {} }",
  "class A { set m(X) {} }",
  "class A { static { let X } }",
  "try {} catch (X) {}",
  "try {} catch ({ X }) {}",
  "try {} catch ([X]) {}",
  "for (let X = 0;;) break",
  "for (var X in {}) ;",
  "for (const X of []) ;",
  "for (const { X } of []) ;",
  "for (const [X] of []) ;",
  "X: 1",
  "X = 1",
  "[X] = []",
  "({ X } = {})",
  "({ a: X } = {})",
  "({ ...X } = {})",
  "for (X of []) ;",
  "for ([X] of []) ;",
  "X++",
  "X += 1",
  "X ??= 1",
];

describe("binding positions", () => {
  covers("add: every binding position", () => {
    for (const name of ["_getattr_", "_g0_", "_t1_", "_steps_", "_", "__proto__", "\\u005fx"])
      for (const position of POSITIONS) {
        const source = position.replace("X", name);
        expect(new vm.Script(source)).toBeDefined();
        for (const guards of FORMS) {
          const result = compileRestricted(source, { guards });
          if (name === "_") expect([source, result.errors.map(String)]).toEqual([source, []]);
          else expect([source, refused(result)]).toEqual([source, ["1 NAME_UNDERSCORE"]]);
        }
      }
  });
});
