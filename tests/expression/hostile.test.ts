import { describe, expect, it } from "vitest";
import { RestrictedExpression } from "../../src/index.js";

const of = (source: string, options = {}) => new RestrictedExpression(source, options);

describe("expressions that are refused", () => {
  it.each([
    ["a statement", "if (1) 2", "SYNTAX_MODE"],
    ["two expressions", "1; 2", "SYNTAX_MODE"],
    ["text that closes a wrapper", "1);evil((2", "SYNTAX_ERROR"],
    ["text that closes a function", "1}; function evil() {", "SYNTAX_ERROR"],
    ["a comment that swallows a wrapper", "1 /*", "SYNTAX_ERROR"],
    ["eval", "eval('1')", "NAME_FORBIDDEN"],
    ["a private name", "_a", "NAME_UNDERSCORE"],
    ["a guard's name", "_getattr_(row, 'a')", "NAME_UNDERSCORE"],
    ["the constructor", "row.constructor", "NAME_MEMBER"],
    ["this", "this", "SYNTAX_THIS"],
    ["arguments", "arguments[0]", "SYNTAX_ARGUMENTS"],
    ["await", "await row", "SYNTAX_AWAIT"],
    ["yield", "yield row", "SYNTAX_ERROR"],
    ["return", "return row", "SYNTAX_ERROR"],
    ["new.target", "new.target", "SYNTAX_ERROR"],
  ])("%s", (_what, source, code) => {
    expect(() => of(source)).toThrow(expect.objectContaining({ name: "CompileError", code }));
  });
});

describe("what a hostile expression meets", () => {
  it("the constructor by a built key", () => {
    const attack = "row['constr' + 'uctor']['constr' + 'uctor']('return process')()";
    expect(() => of(attack).eval({ row: {} })).toThrow(expect.objectContaining({ code: "GUARD_MEMBER" }));
    expect(typeof new Function("row", `return ${attack}`)({})).toBe("object");
  });

  it("the mapping's objects are copies", () => {
    const row = { list: [1, 2], flat: 1 };
    const e = of("(row.list.push(3), row.flat = 9, row.list.length)");
    expect(e.eval({ row })).toBe(3);
    expect(e.eval({ row })).toBe(3);
    expect(row).toEqual({ list: [1, 2], flat: 1 });
  });

  it("a getter, a Proxy and an instance of a class stay outside", () => {
    let ran = 0;
    const getter = {
      get a() {
        ran++;
        return 1;
      },
    };
    class Live {
      a = 1;
    }
    const e = of("row.a");
    expect(() => e.eval({ row: getter })).toThrow(expect.objectContaining({ code: "HOST_ACCESSOR" }));
    expect(() => e.eval({ row: new Proxy({}, {}) })).toThrow(expect.objectContaining({ code: "HOST_PROXY" }));
    expect(() => e.eval({ row: new Live() })).toThrow(expect.objectContaining({ code: "HOST_TYPE" }));
    expect(() => e.map([getter])).toThrow(expect.objectContaining({ code: "HOST_ACCESSOR" }));
    expect(ran).toBe(0);
  });

  it("private members of a row stay behind, and so does its __proto__", () => {
    const row = JSON.parse('{"a":1,"_secret":2,"__proto__":{"b":3}}');
    expect(of("[Object.keys(row), row.b]").eval({ row })).toEqual([["a"], undefined]);
    expect(of("[Object.keys(row), row.b]").map([row])).toEqual([[["a"], undefined]]);
  });

  it("what an expression changes stays in its own copies", () => {
    const e = of("(xs => { xs.leak = (xs.leak ?? 0) + 1; return xs.leak })(base)", { globals: { base: [] } });
    expect(() => of("Array.leak = 1").eval({})).toThrow();
    // Documented: a global is copied once per expression, and no other expression sees that copy.
    expect([e.eval(), e.eval()]).toEqual([1, 2]);
    expect(of("base.leak", { globals: { base: [] } }).eval()).toBeUndefined();
    expect(of("[].leak").eval()).toBeUndefined();
  });

  it("each evaluation has fresh limits, and a limit does not end the expression", () => {
    const e = of("(() => { let n = 0; while (n < row) n++; return n })()", { limits: { steps: 5_000 } });
    expect(e.eval({ row: 4_000 })).toBe(4_000);
    expect(e.eval({ row: 4_000 })).toBe(4_000);
    expect(() => e.eval({ row: 1e9 })).toThrow(expect.objectContaining({ code: "LIMIT_STEPS" }));
    expect(() => e.map([10, 1e9])).toThrow(expect.objectContaining({ code: "LIMIT_STEPS" }));
    expect(e.eval({ row: 10 })).toBe(10);
    expect(e.map([4_000, 4_000, 4_000])).toEqual([4_000, 4_000, 4_000]);
  });

  it("time is limited too, whatever catches", () => {
    const e = of("(() => { for (;;) try { while (true); } catch { } finally { } })()", {
      limits: { timeMs: 30 },
    });
    expect(() => e.eval()).toThrow(expect.objectContaining({ code: "LIMIT_TIME" }));
  });

  it("recursion is limited", () => {
    const e = of("((f) => f(f))((f) => f(f))", { limits: { callDepth: 200 } });
    expect(() => e.eval()).toThrow(expect.objectContaining({ code: "LIMIT_CALL_DEPTH" }));
  });

  it("functions do not leave", () => {
    expect(() => of("() => row").eval({ row: 1 })).toThrow(
      expect.objectContaining({ code: "EXPORT_FUNCTION" }),
    );
    expect(() => of("row").eval({ row: () => 1 })).toThrow();
  });
});

it.each([
  ["an unknown option", { colour: 1 }],
  ["a signal", { signal: new AbortController().signal }],
  ["modules", { modules: {} }],
])("%s is refused", (_what, options) => {
  expect(() => of("1", options)).toThrow(expect.objectContaining({ name: "GuardError" }));
});
