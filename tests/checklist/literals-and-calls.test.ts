import { describe, expect } from "vitest";
import { compileRestricted } from "../../src/index.js";
import { FORMS, run } from "../support/run.js";
import { covers, escapes, refusals, spy, values } from "./support.js";

describe("literals", () => {
  values([
    {
      row: "test_Num",
      source: "[42, 0x2a, 0b101010, 0o52, 4_2, 4.2e1, String(42n)]",
      value: [42, 42, 42, 42, 42, 42, "42"],
    },
    {
      row: "test_Bytes",
      source:
        "['code', 'a\\n\\x41\\u{1F600}\\0', '\\ud800'.length, '\\ud800' === String.fromCharCode(0xd800)]",
      value: ["code", "a\nA\u{1F600}\0", 1, true],
    },
    { row: "test_Set", source: "new Set([1, 2, 3]).size", value: 3 },
  ]);
});

describe("debugger", () => {
  refusals([{ row: "test_call_breakpoint", source: "1;\ndebugger;", errors: ["2 SYNTAX_DEBUGGER"] }]);
});

describe("calls", () => {
  covers("test_RestrictingNodeTransformer__visit_Call__1", () => {
    const source = "const a = max([1, 2, 3]); a";
    expect(compileRestricted(source).usedNames).toEqual(["max"]);
    const globals = { max: (xs: number[]) => Math.max(...xs) };
    for (const form of FORMS) expect(run(source, { globals }, form).value).toBe(3);
  });

  covers("test_RestrictingNodeTransformer__visit_Call__2", () => {
    const setup =
      "const s = [3, 4], k = { a: 1 }; function f(...xs) { return xs } class C { constructor(...xs) { this.n = xs.length } } const o = { m: (...xs) => xs };";
    const guards = ["_call_", "_apply_", "_new_", "_invoke_"];
    for (const [call, value, seen] of [
      ["f()", [], "_call_ f []"],
      ["f(1, 2)", [1, 2], "_call_ f [1,2]"],
      ["f(...s)", [3, 4], "_apply_ f [3,4]"],
      ["f(1, 2, ...s)", [1, 2, 3, 4], "_apply_ f [1,2,3,4]"],
      ["f({ ...k })", [{ a: 1 }], '_call_ f [{"a":1}]'],
      ["new C(...s)", { n: 2 }, "_new_ f [3,4]"],
      ["o.m(0, ...s)", [0, 3, 4], "_invoke_ {} m [0,3,4] f"],
    ] as const)
      expect([call, spy(`${setup} ${call}`, guards)]).toEqual([call, { value, calls: [seen] }]);
  });

  refusals([
    { row: "test_visit_Call__private_function", source: "__init__(1)", errors: ["1 NAME_UNDERSCORE"] },
    {
      row: "test_visit_Call__private_method",
      source: "X.__proto__(1);\nX.constructor(1)",
      errors: ["1 NAME_UNDERSCORE", "2 NAME_MEMBER"],
    },
  ]);

  covers("test_visit_Call__private_method", () => {
    escapes("typeof [].constructor.constructor('return 1')", "function", "NAME_MEMBER");
    escapes(
      "const k = 'constructor'; typeof [][k.slice(0)][k.slice(0)]('return 1')",
      "function",
      "GUARD_MEMBER",
    );
  });
});
