import { TYPES, VISITOR_KEYS } from "@babel/types";
import { describe, expect } from "vitest";
import { compileRestricted, execRestricted } from "../../src/index.js";
import { NODE_TYPES } from "../../src/language/node-types.js";
import { FORMS, failure, run } from "../support/run.js";
import { covers, values } from "./support.js";

describe("what the rewriter adds", () => {
  // Each construct makes the rewriter produce an undefined of its own: completion values, defaults, optional chains.
  values([
    {
      row: "test_RestrictingNodeTransformer__gen_none_node__1",
      source:
        "((undefined) => { const o = null; const { a } = {}; const [b] = []; return [o?.x.y, a, b, (() => {})(), void 0].map((x) => typeof x) })('lie')",
      value: ["undefined", "undefined", "undefined", "undefined", "undefined"],
    },
  ]);
});

describe("unknown syntax", () => {
  covers("test_RestrictingNodeTransformer__generic_visit__1", () => {
    const concrete = Object.keys(VISITOR_KEYS).filter((type) => TYPES.includes(type));
    expect(concrete.filter((type) => !NODE_TYPES.has(type))).toEqual([]);
    expect(NODE_TYPES.get("InventedNode")).toBeUndefined();
  });
});

describe("global and outer names", () => {
  covers("test_Global", () => {
    const source = "function x() { a = a + 1 } x()";
    for (const guards of FORMS) {
      const program = compileRestricted(source, { globalize: ["a"], guards });
      const globals = { a: 10 };
      const { bindings } = execRestricted(program, { globals });
      expect([bindings["a"], globals.a]).toEqual([11, 10]);
      const error = failure("function x() { notThere = 1 } x()", {}, guards);
      expect(error.message).toBe("ReferenceError: notThere is not defined");
    }
    // Natively, sloppy code makes a new global; here not even the realm's own has it.
    expect(new Function("notThere = 1; return typeof notThere")()).toBe("number");
    Reflect.deleteProperty(globalThis, "notThere");
    expect("notThere" in globalThis).toBe(false);
    expect(run("typeof notThere").value).toBe("undefined");
  });

  values([
    {
      row: "test_Nonlocal",
      source: "function outer() { let a = 1; const inner = () => { a = a + 1 }; inner(); return a } outer()",
      value: 2,
    },
  ]);
});
