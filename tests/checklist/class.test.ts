import { describe, expect } from "vitest";
import { FORMS, failure, run } from "../support/run.js";
import { covers, escapes, failureCode, refusals, spy, values } from "./support.js";

describe("classes", () => {
  values([
    {
      row: "test_RestrictingNodeTransformer__visit_ClassDef__1",
      source: "class Good {} typeof Good",
      value: "function",
    },
    {
      row: "test_RestrictingNodeTransformer__visit_ClassDef__5",
      source:
        "class Base { b = 1 } class Derived extends Base { d = 2 } const x = new Derived(); [x.b, x.d, x instanceof Base]",
      value: [1, 2, true],
    },
    {
      row: "test_RestrictingNodeTransformer__visit_ClassDef__6",
      source: "class Test { constructor(input) { this.input = input } } const t = new Test(42); t.input",
      value: 42,
    },
    {
      row: "test_RestrictingNodeTransformer__visit_ClassDef__7",
      source:
        "class Test { constructor(v) { this.v = v } equals(o) { return this.v === o.v } } [new Test(1).equals(new Test(1)), new Test(1).equals(new Test(2))]",
      value: [true, false],
    },
    {
      row: "test_RestrictingNodeTransformer__visit_ClassDef__8",
      source:
        "class Test { constructor(v) { this.v = v } has(x) { return this.v.includes(x) } } const t = new Test([1]); [t.has(1), t.has(2), 'v' in t, 'has' in t, 'w' in t]",
      value: [true, false, true, true, false],
    },
  ]);

  refusals([
    {
      row: "test_RestrictingNodeTransformer__visit_ClassDef__2",
      source: "class _bad {}",
      errors: ["1 NAME_UNDERSCORE"],
    },
    {
      row: "test_RestrictingNodeTransformer__visit_ClassDef__4",
      source: "1;\n@d class A {}",
      errors: ["2 SYNTAX_DECORATOR"],
      native: false,
    },
    {
      row: "test_RestrictingNodeTransformer__visit_ClassDef__4",
      source: "class A {\n  @d m() {}\n}",
      errors: ["2 SYNTAX_DECORATOR"],
      native: false,
    },
  ]);

  covers("test_RestrictingNodeTransformer__visit_ClassDef__3", () => {
    expect(spy("class A {} class B extends A {} const C = class {}; 1", ["_class_"]).calls).toHaveLength(3);
    const mark = (C: { marked?: boolean }): unknown => {
      C.marked = true;
      return C;
    };
    expect(run("class A {} A.marked", { guards: { _class_: mark } }, "call").value).toBe(true);
    // The default is there without any set-up.
    for (const form of FORMS) expect(run("class A {} A.marked", {}, form).value).toBeUndefined();
  });

  covers("test_RestrictingNodeTransformer__visit_ClassDef__5", () => {
    class Host {
      secret = "TOPSECRET";
    }
    expect(new (class extends Host {})().secret).toBe("TOPSECRET");
    for (const form of FORMS) {
      const error = failure("class A extends Host {} new A().secret", { globals: { Host } }, form);
      expect(error.message).toMatch(/cannot be invoked without 'new'/);
      const globals = { Maker: () => ({ secret: "TOPSECRET" }) };
      const source = "class A extends Maker { m() { return 1 } } const a = new A(); [a.secret, typeof a.m]";
      expect(run(source, { globals }, form).value).toEqual(["TOPSECRET", "undefined"]);
    }
  });

  covers("test_RestrictingNodeTransformer__visit_ClassDef__7", () => {
    const source = `const asked = [];
      class A { valueOf() { asked.push('valueOf'); return 1 } toString() { asked.push('toString'); return 'a' }
        [Symbol.toPrimitive]() { asked.push('toPrimitive'); return 1 } }
      const a = new A(); a.x = 1; a.x++; delete a.x; 'x' in a; a instanceof A; const { y } = a; ({ ...a }); [a].includes(a);
      asked`;
    for (const form of FORMS) expect(run(source, {}, form).value).toEqual([]);
  });
});

describe("what only JavaScript's classes have", () => {
  values([
    {
      row: "add: private fields",
      source:
        "class A { #x = 1; static #n = 0; inc() { A.#n++; return ++this.#x } static has(o) { return #x in o } } const a = new A(); [a.inc(), a.inc(), A.has(a), A.has({}), Object.keys(a)]",
      value: [2, 3, true, false, []],
    },
    {
      row: "add: super",
      source:
        "class A { m() { return [this.n] } static s() { return 's' } } class B extends A { n = 1; m() { return super.m().concat(2) } static s() { return super.s() + 't' } } [new B().m(), B.s()]",
      value: [[1, 2], "st"],
    },
    {
      row: "add: accessors",
      source:
        "class A { #v = 1; get v() { return this.#v } set v(x) { this.#v = x * 2 } static get s() { return 's' } } const a = new A(); a.v = 4; a.v += 1; [a.v, A.s]",
      value: [18, "s"],
    },
    {
      row: "add: static block",
      source: "class A { static n = 1; static { this.m = this.n + 1 } } A.m",
      value: 2,
    },
    {
      row: "add: new.target",
      source:
        "function F() { return new.target === F } class A { constructor() { this.t = new.target === A } } [F(), new A().t]",
      value: [false, true],
    },
  ]);

  covers("add: private fields", () => {
    const host = { "#x": 1, x: 2 };
    for (const form of FORMS)
      expect(
        failure("class A { #x = 1; static get(o) { return o.#x } } A.get(h)", { globals: { h: host } }, form)
          .message,
      ).toMatch(/TypeError/);
  });

  covers("add: super", () => {
    escapes("class A { m() { return typeof super.constructor } } new A().m()", "function", "NAME_MEMBER");
    escapes(
      "class A { m(k) { return typeof super[k] } } new A().m('constructor')",
      "function",
      "GUARD_MEMBER",
    );
  });

  covers("add: static block", () => {
    for (const form of FORMS) {
      expect(failureCode("class A { static { for (;;) ; } }", { limits: { steps: 1000 } }, form)).toBe(
        "LIMIT_STEPS",
      );
      expect(failureCode("const k = 'constructor'; class A { static { this[k.slice(0)] } }", {}, form)).toBe(
        "GUARD_MEMBER",
      );
      expect(failureCode("class A { static { return 1 } }", {}, form)).toBe("SYNTAX_ERROR");
    }
  });

  covers("add: computed class keys", () => {
    for (const member of [
      "[k]() {}",
      "static [k]() {}",
      "get [k]() { return 1 }",
      "set [k](v) {}",
      "[k] = 1",
      "static [k] = 1",
      "async [k]() {}",
      "*[k]() {}",
    ])
      for (const [key, control] of [
        ["'constr' + 'uctor'", true],
        ["'__pro' + 'to__'", true],
      ] as const) {
        const source = `const k = ${key}; class A { ${member} } typeof A === 'function'`;
        escapes(source, control, "GUARD_MEMBER");
      }
  });

  covers("add: reserved class names", () => {
    for (const name of ["_getattr_", "_g0_", "_A", "Function", "globalThis", "require"])
      for (const source of [`class ${name} {}`, `(class ${name} {})`]) {
        expect(new Function(source)).toBeDefined();
        for (const form of FORMS) expect(failureCode(source, {}, form)).toMatch(/^NAME_/);
      }
    for (const name of ["eval", "arguments", "await", "yield", "let", "static"])
      for (const form of FORMS)
        expect([name, failureCode(`class ${name} {}`, {}, form)]).toEqual([name, "SYNTAX_ERROR"]);
  });
});
