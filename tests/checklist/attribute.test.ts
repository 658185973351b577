import { describe, expect } from "vitest";
import { compileRestricted, defineLanguagePolicy, execRestricted } from "../../src/index.js";
import { FORMS, run } from "../support/run.js";
import { covers, escapes, refusals, refused, spy, values } from "./support.js";

describe("member names", () => {
  refusals([
    {
      row: "test_RestrictingNodeTransformer__visit_Attribute__1",
      source: "const ob = {};\n1;\nob._x = 15;",
      errors: ["3 NAME_UNDERSCORE"],
    },
    {
      row: "test_RestrictingNodeTransformer__visit_Attribute__6",
      source: "try {} catch (e) {\n  e.__proto__;\n  e.constructor;\n}",
      errors: ["2 NAME_UNDERSCORE", "3 NAME_MEMBER"],
    },
  ]);

  covers("test_RestrictingNodeTransformer__visit_Attribute__2", () => {
    const policy = defineLanguagePolicy({ reservedNames: [{ endsWith: "__roles__" }] });
    for (const guards of FORMS) {
      for (const source of [
        "const ob = {};\n1;\nob.abc__roles__ = 5",
        "\n\nconst { abc__roles__: x } = {}",
        "\n\n({ abc__roles__: 1 })",
      ])
        expect(refused(compileRestricted(source, { policy, guards }))).toEqual(["3 POLICY_MEMBER"]);
      const late = compileRestricted("const k = 'abc__roles' + '__'; ({})[k]", { policy, guards });
      expect(() => execRestricted(late)).toThrow(expect.objectContaining({ code: "POLICY_MEMBER" }));
      expect(
        execRestricted(compileRestricted("const o = { abc__roles__: 1 }; o.abc__roles__", { guards })).value,
      ).toBe(1);
    }
  });

  values([
    {
      row: "test_RestrictingNodeTransformer__visit_Attribute__4",
      source: "const ob = {}; ob._ = 15; ob._",
      value: 15,
    },
    {
      row: "test_RestrictingNodeTransformer__visit_Attribute__7",
      source: "const a = { b: 1 }; function func_default(x = a.b) { return x } func_default()",
      value: 1,
    },
    {
      row: "test_RestrictingNodeTransformer__visit_Attribute__8",
      source: "const a = { b: 2 }; const lambda_default = (x = a.b) => x; lambda_default()",
      value: 2,
    },
  ]);

  covers("test_RestrictingNodeTransformer__visit_Attribute__6", () => {
    const nasty = "try { null.x } catch (e) { const k = 'const' + 'ructor'; typeof e[k][k] }";
    escapes(nasty, "function", "GUARD_MEMBER");
    for (const form of FORMS)
      expect(run("try { null.x } catch (e) { e.stack.split('\\n').slice(1) }", {}, form).value).toEqual([
        "    at <restricted>:1:12",
      ]);
  });
});

describe("one guard per access", () => {
  covers("test_RestrictingNodeTransformer__visit_Attribute__3", () => {
    const source = "const a = { b: 'it' }; a.b";
    expect(spy(source, ["_getattr_"])).toEqual({ value: "it", calls: ['_getattr_ {"b":"it"} b'] });
  });

  covers("test_RestrictingNodeTransformer__visit_Attribute__5", () => {
    const source = "const a = {}; a.b = 'it'; a";
    expect(spy(source, ["_setattr_"])).toEqual({ value: { b: "it" }, calls: ["_setattr_ {} b it"] });
  });

  covers("test_RestrictingNodeTransformer__visit_Attribute__5_5", () => {
    const source = "const a = { b: 'it' }; delete a.b; 'b' in a";
    expect(spy(source, ["_delattr_"])).toEqual({ value: false, calls: ['_delattr_ {"b":"it"} b'] });
  });

  covers("test_RestrictingNodeTransformer__visit_Attribute__7", () => {
    const source = "const a = { b: 1 }; function f(x = a.b) { return x } f(); f(5); f()";
    expect(spy(source, ["_getattr_"]).calls).toHaveLength(2);
  });

  covers("test_RestrictingNodeTransformer__visit_Attribute__8", () => {
    const source = "const a = { b: 2 }; const f = (x = a.b) => x; f(); f(5)";
    expect(spy(source, ["_getattr_"])).toEqual({ value: 5, calls: ['_getattr_ {"b":2} b'] });
  });
});
