import { describe, expect } from "vitest";
import * as library from "../../src/index.js";
import { compileRestricted, RestrictedExpression } from "../../src/index.js";
import { covers } from "./support.js";

const POPS = "[m.pop()].concat([m[0]])";

describe("RestrictedExpression", () => {
  covers("test_init", () => {
    const e = new RestrictedExpression(`  \n${POPS}  `);
    expect([e.source, e.usedNames]).toEqual([POPS, ["m"]]);
  });

  covers("test_init_with_syntax_error", () => {
    expect(() => new RestrictedExpression("if:")).toThrow(
      expect.objectContaining({ name: "CompileError", code: "SYNTAX_ERROR" }),
    );
  });

  covers("test_prepRestrictedCode", () => {
    const e = new RestrictedExpression(POPS);
    const names = e.usedNames;
    expect(Object.isFrozen(names)).toBe(true);
    e.eval({ m: [1, 2] });
    e.eval({ m: [3, 4] });
    expect(e.usedNames).toBe(names);
    expect(names).toEqual(["m"]);
  });

  covers("test_call", () => {
    expect(new RestrictedExpression(POPS).call({ m: [1, 2] })).toEqual([2, 1]);
  });

  covers("test_eval", () => {
    const e = new RestrictedExpression(POPS);
    const m = [1, 2];
    expect([e.eval({ m }), e.eval({ m }), m]).toEqual([
      [2, 1],
      [2, 1],
      [1, 2],
    ]);
  });

  covers("test_Eval__RestrictionCapableEval_1", () => {
    expect(() => new RestrictedExpression("_a + 1")).toThrow(
      expect.objectContaining({ name: "CompileError", code: "NAME_UNDERSCORE" }),
    );
  });

  covers("test_Eval__RestrictionCapableEval__2", () => {
    expect(new RestrictedExpression("[1, 2, 3].map((x) => x)").usedNames).toEqual([]);
    expect(new RestrictedExpression("[1, 2, 3].map((x) => x * y)").usedNames).toEqual(["y"]);
    expect(
      compileRestricted("[x, y] = [1, 2]; ((z) => z + x)(w)", { globalize: ["x", "y"] }).usedNames,
    ).toEqual(["w", "x", "y"]);
  });

  covers("test_Eval__RestictionCapableEval__prepRestrictedCode_1", () => {
    const e = new RestrictedExpression("1 + 1");
    expect(() => {
      (e as { source: string }).source = "2 + 2";
    }).toThrow(TypeError);
    expect([e.source, e.eval()]).toEqual(["1 + 1", 2]);
  });

  covers("test_Eval__RestictionCapableEval__eval_1", () => {
    const e = new RestrictedExpression("a + b + c", { globals: { c: 8 } });
    expect(e.eval({ a: 1, b: 2, c: 4 })).toBe(11);
  });

  covers("test_Eval__RestictionCapableEval__eval__2", () => {
    expect(new RestrictedExpression("[1, 2].map((i) => i)").eval({})).toEqual([1, 2]);
    expect(new RestrictedExpression("[...xs]").eval({ xs: [1, 2] })).toEqual([1, 2]);
  });

  covers("test_Eval__RestictionCapableEval__eval__2", () => {
    // There is no unrestricted twin: nothing that the library exports offers one.
    expect(Object.keys(library).filter((name) => /unrestrict/i.test(name))).toEqual([]);
    const members = Object.getOwnPropertyNames(RestrictedExpression.prototype).sort();
    expect(members).toEqual(["call", "constructor", "eval", "map"]);
  });
});
