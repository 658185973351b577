import { describe, expect } from "vitest";
import { compileRestricted } from "../../src/index.js";
import { FORMS, run } from "../support/run.js";
import { covers, escapes, refusals, spy } from "./support.js";

describe("conditional expressions", () => {
  covers("test_RestrictingNodeTransformer__test_ternary_if", () => {
    const source = (z: boolean): string =>
      `const x = {}, y = { z: ${z}, a: 'a', b: 'b' }; x.y = y.z ? y.a : y.b; 0`;
    const taken = (z: boolean): string[] =>
      spy(source(z), ["_getattr_", "_setattr_"]).calls.map((c) => c.replace(/ \{.*\}/, ""));
    expect(taken(true)).toEqual(["_getattr_ z", "_getattr_ a", "_setattr_ y a"]);
    expect(taken(false)).toEqual(["_getattr_ z", "_getattr_ b", "_setattr_ y b"]);
  });
});

describe("an object made from a sequence", () => {
  covers("test_dict_comprehension_with_attrs", () => {
    const source = `const seq = { z: [{ k: 1, v: 'a' }, { k: 0, v: 'x' }, { k: 1, v: 'b' }] };
      Object.fromEntries(seq.z.filter((y) => y.k).map((y) => [y.k, y.v]))`;
    const { value, calls } = spy(source, ["_getattr_"]);
    expect(value).toEqual({ 1: "b" });
    const data = calls
      .map((c) => c.split(" ").at(-1))
      .filter((name) => ["z", "k", "v"].includes(String(name)));
    expect(data).toEqual(["z", "k", "k", "k", "k", "v", "k", "v"]);
    for (const form of FORMS) expect(run(source, {}, form).value).toEqual({ 1: "b" });
  });
});

describe("text to code", () => {
  refusals([
    {
      row: "test_RestrictingNodeTransformer__visit_Exec__2",
      source: "1;\nnew Function('q=1');",
      errors: ["2 NAME_FORBIDDEN"],
    },
    {
      row: "test_RestrictingNodeTransformer__visit_Exec__2",
      source: "1;\nFunction('q=1')();",
      errors: ["2 NAME_FORBIDDEN"],
    },
    {
      row: "test_RestrictingNodeTransformer__visit_Eval__1",
      source: "1;\neval('q=1')",
      errors: ["2 NAME_FORBIDDEN"],
    },
    {
      row: "test_RestrictingNodeTransformer__visit_Eval__1",
      source: "1;\n(0, eval)('q=1')",
      errors: ["2 NAME_FORBIDDEN"],
    },
    {
      row: "test_RestrictingNodeTransformer__visit_Eval__1",
      source: "const e = eval",
      errors: ["1 NAME_FORBIDDEN"],
    },
    {
      row: "test_RestrictingNodeTransformer__visit_Eval__1",
      source: "[eval]; ({ eval }); ({ eval: eval });",
      errors: ["1 NAME_FORBIDDEN", "1 NAME_FORBIDDEN", "1 NAME_FORBIDDEN"],
    },
  ]);

  covers(
    ["test_RestrictingNodeTransformer__visit_Exec__2", "test_RestrictingNodeTransformer__visit_Eval__1"],
    () => {
      escapes("new Function('return 1')()", 1, "NAME_FORBIDDEN");
      escapes("(0, eval)('1')", 1, "NAME_FORBIDDEN");
      escapes("(() => {}).constructor('return 1')()", 1, "NAME_MEMBER");
    },
  );
});

describe("templates", () => {
  covers("test_transform (fstring)", () => {
    const source = "`${max([1, 2, 3])}`";
    expect(compileRestricted(source).usedNames).toEqual(["max"]);
    for (const form of FORMS)
      expect(run(source, { globals: { max: (xs: number[]) => Math.max(...xs) } }, form).value).toBe("3");
  });

  refusals([
    {
      row: "test_visit_invalid_variable_name (fstring)",
      source: "`${__proto__}`",
      errors: ["1 NAME_UNDERSCORE"],
    },
  ]);

  covers("test_f_string_self_documenting_expressions", () => {
    const source =
      "const user = 'eric_idle'; `user=${user} since=${since.toISOString().slice(0, 10)} delta=${(2 + 3) * 2}`";
    for (const form of FORMS)
      expect(run(source, { globals: { since: new Date("1975-07-31T00:00:00Z") } }, form).value).toBe(
        "user=eric_idle since=1975-07-31 delta=10",
      );
  });
});
