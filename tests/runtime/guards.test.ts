import { describe, expect, it } from "vitest";
import {
  type AuditEvent,
  compileRestricted,
  defineLanguagePolicy,
  evalRestricted,
  execRestricted,
  fullWriteGuard,
  saferGetattr,
  saferGetitem,
} from "../../src/index.js";
import { FORMS, failure, run } from "../support/run.js";

type Proceed = (...args: unknown[]) => unknown;

describe("host-injected guards", () => {
  it("`_getattr_` sees every member read: dots, optional chains, patterns, compound assignment", () => {
    const names: unknown[] = [];
    const spy = (object: unknown, name: unknown): unknown => {
      names.push(name);
      return saferGetattr(object, name);
    };
    const { value } = execRestricted(
      "const o = { a: 1, b: { c: 2 } }; const { a, b: { c }, ...r } = o; o.a += 5; o?.b?.c; 'abc'.length; [o.a, a, c]",
      { guards: { _getattr_: spy as Proceed } },
    );
    expect(value).toEqual([6, 1, 2]);
    expect(names).toEqual(["a", "b", "c", "a", "b", "c", "length", "a"]);
  });

  it("`_getitem_` sees every computed read, with the key coerced once", () => {
    const keys: unknown[] = [];
    const spy = (object: unknown, key: unknown): unknown => {
      keys.push(key);
      return saferGetitem(object, key);
    };
    const { value } = execRestricted("const o = { x: [10, 20] }; const k = 'x'; o[k][1] + o[k][0]", {
      guards: { _getitem_: spy as Proceed },
    });
    expect(value).toBe(30);
    expect(keys).toEqual(["x", 1, "x", 0]);
  });

  it("`_write_` sees every object that is written to, and may refuse", () => {
    let writes = 0;
    const spy = (object: unknown): unknown => {
      writes++;
      return fullWriteGuard(object);
    };
    const { value } = execRestricted("const o = {}; o.a = 1; o['b'] = 2; delete o.a; [o.c] = [3]; o.c++; o", {
      guards: { _write_: spy as Proceed },
    });
    expect(value).toEqual({ b: 2, c: 4 });
    expect(writes).toBe(5);
    const refuse = (): never => {
      throw new TypeError("read only today");
    };
    expect(failure("const o = {}; o.a = 1", { guards: { _write_: refuse } }, "call").message).toMatch(
      /read only today/,
    );
  });

  it("a guard that does not look at its key is no hole", () => {
    const naive = (o: Record<string, unknown>, k: string): unknown => o[k];
    // The guard by itself hands out what it is asked for.
    expect(typeof naive({}, "constructor")).toBe("function");
    for (const source of [
      "const k = 'const' + 'ructor'; ({})[k]",
      "const k = 'const' + 'ructor'; ({})[k]('x')",
      "const { ['const' + 'ructor']: c } = {}; c",
    ]) {
      expect(
        failure(source, { guards: { _getitem_: naive as never, _getattr_: naive as never } }, "call").code,
      ).toBe("GUARD_MEMBER");
    }
    for (const name of ["_numeric_", "_key_", "_callwith_"])
      expect(() => execRestricted("1", { guards: { [name]: naive as never } })).toThrow(
        expect.objectContaining({ code: "OPTION_UNKNOWN" }),
      );
  });

  it("a guard's result crosses the membrane", () => {
    class Secret {}
    expect(
      failure("const o = {}; o.a", { guards: { _getattr_: () => new Secret() } }, "call").message,
    ).toMatch(/Secret/);
    expect(
      run(
        "const o = {}; [o.a.b, o.a instanceof Object]",
        {
          guards: {
            _getattr_: (o: object, n: string) => (n === "a" ? { b: 5 } : saferGetattr(o, n)),
          } as never,
        },
        "call",
      ).value,
    ).toEqual([5, true]);
  });

  it("pass the program's symbols through, and no symbol that host code knows by its text", () => {
    const _getattr_ = (o: unknown, n: unknown): unknown =>
      n === "custom" ? Symbol.for("nodejs.util.inspect.custom") : saferGetattr(o, n);
    const source =
      "const own = Symbol('s'); const o = { own, [Symbol.iterator]: function* () { yield 1 } }; [o.own === own, [...o][0]]";
    expect(run(source, { guards: { _getattr_ } }, "call").value).toEqual([true, 1]);
    expect(failure("const o = {}; o.custom", { guards: { _getattr_ } }, "call").message).toMatch(/symbol/);
  });

  it("need the call form, and are known by name", () => {
    expect(() => execRestricted(compileRestricted("1"), { guards: { _getattr_: () => 1 } })).toThrow(
      expect.objectContaining({ code: "OPTION_VALUE" }),
    );
    expect(() => execRestricted("1", { guards: { _getatr_: () => 1 } })).toThrow(
      expect.objectContaining({ code: "OPTION_UNKNOWN" }),
    );
  });
});

describe("keys that are only known at run time", () => {
  const FORBIDDEN = [
    "'const' + 'ructor'",
    "['constructor'].join()",
    "String.fromCharCode(99) + 'onstructor'",
    "`proto${'type'}`",
    "'__pro' + 'to__'",
    "'_' + 'x'",
    "'call' + 'ee'",
    "{ toString() { return 'constructor' } }",
    "['constructor']",
    "new String('constructor')",
    "{ [Symbol.toPrimitive]() { return '__proto__' } }",
  ];
  for (const key of FORBIDDEN) {
    for (const form of FORMS) {
      it(`${form}: o[${key}]`, () => {
        // Unguarded, the same key leads to the object's constructor, its prototype or a private member.
        for (const source of [
          "o[k]",
          "o[k]()",
          "o[k] = 1",
          "delete o[k]",
          "o[k]++",
          "const { [k]: a } = o",
          "({ [k]: 1 })",
          "class A { [k]() {} }",
          "class A { static [k] = 1 }",
          "[o[k]] = [1]",
          "o?.[k]",
          "o[k]`x`",
          "new o[k]()",
          "for (o[k] of [1]) ;",
          "class A { m() { return super[k] } } new A().m()",
        ]) {
          const error = failure(`const o = {}; const k = ${key};\n${source}`, {}, form);
          expect([source, error.code]).toEqual([source, "GUARD_MEMBER"]);
          expect(error.position?.line).toBe(2);
        }
        expect(run(`const k = ${key}; k in {}`, {}, form).value).toBe(false);
      });
    }
  }

  it("an object that changes its mind is asked once", () => {
    for (const form of FORMS) {
      const { value } = run(
        "let n = 0; const k = { toString() { return n++ ? 'constructor' : 'ok' } }; const o = { ok: 5 }; [o[k], n]",
        {},
        form,
      );
      expect(value).toEqual([5, 1]);
    }
  });

  it("a language policy opens named underscore names, never the library's or the prototype's", () => {
    const policy = defineLanguagePolicy({ openNames: ["_id"] });
    const program = compileRestricted("const row = { _id: 7 }; const k = '_' + 'id'; [row._id, row[k]]", {
      policy,
    });
    expect(program.errors).toEqual([]);
    expect(execRestricted(program).value).toEqual([7, 7]);
    expect(compileRestricted("a._other", { policy }).errors[0]?.code).toBe("NAME_UNDERSCORE");
    for (const name of ["__proto__", "_getattr_", "_g0_", "id"])
      expect(() => defineLanguagePolicy({ openNames: [name] })).toThrow(
        expect.objectContaining({ code: "POLICY_INVALID" }),
      );
  });
});

describe("audit", () => {
  it("tells of each refusal at once: at compile time, at run time, and of limits", () => {
    const events: AuditEvent[] = [];
    const onAudit = (event: AuditEvent): void => void events.push(event);
    expect(() => execRestricted("eval(1); a.constructor", { onAudit })).toThrow();
    expect(() =>
      execRestricted("const k = 'const' + 'ructor';\ntry { ({})[k] } catch {}\nMath.x = 1", { onAudit }),
    ).toThrow();
    expect(() => execRestricted("for (;;) {}", { onAudit, limits: { steps: 10 } })).toThrow();
    expect(events.map((e) => [e.type, e.code, e.position?.line])).toEqual([
      ["compile", "NAME_FORBIDDEN", 1],
      ["compile", "NAME_MEMBER", 1],
      ["guard", "GUARD_MEMBER", 2],
      ["guard", "GUARD_WRITE", 3],
      ["limit", "LIMIT_STEPS", 1],
    ]);
  });
});

describe("modes", () => {
  it("eval takes one expression", () => {
    expect(evalRestricted("a * 2 + b.c", { globals: { a: 4, b: { c: 1 } } })).toBe(9);
    for (const source of ["let x", "1; 2", "1);f((2", ""])
      expect(compileRestricted(source, { mode: "eval" }).ok).toBe(false);
  });

  it("function gives the host a callable with fresh limits each time", () => {
    const program = compileRestricted("let s = 0; for (let i = 0; i < n; i++) s += weight * i; return s", {
      mode: "function",
      params: ["n", "{ weight } = { weight: 1 }"],
      name: "<odd> name",
    });
    expect(program.errors).toEqual([]);
    const f = execRestricted(program, { limits: { steps: 100 } }).value as (...args: unknown[]) => unknown;
    expect(f.name).toBe("<odd> name");
    expect([f(10), f(90, { weight: 2 }), f(10)]).toEqual([45, 8010, 45]);
    expect(() => f(1000)).toThrow(expect.objectContaining({ code: "LIMIT_STEPS" }));
    expect(f(3)).toBe(3);
  });

  it.each(["a){}, evil(function (", "a, b", "a = 1) => 0, (b", "", "...a, b", "a /*", "a\n//"])(
    "a parameter text cannot reach out of its place: %s",
    (text) => {
      const program = compileRestricted("return 1", { mode: "function", params: [text] });
      expect(program.ok && execRestricted(program).value).not.toBe(true);
      if (program.ok) expect((execRestricted(program).value as () => number)()).toBe(1);
    },
  );

  it("only programs that compileRestricted made are run", () => {
    const real = compileRestricted("1");
    expect(() => execRestricted({ ...real } as never)).toThrow(
      expect.objectContaining({ code: "PROGRAM_UNKNOWN" }),
    );
    expect(() => execRestricted({ ...real, code: "(function () { return process })" } as never)).toThrow(
      expect.objectContaining({ code: "PROGRAM_UNKNOWN" }),
    );
    expect(Object.isFrozen(real)).toBe(true);
  });
});
