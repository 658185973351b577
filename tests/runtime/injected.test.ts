import { describe, expect, it } from "vitest";
import {
  compileRestricted,
  defaultGuards,
  type ExecOptions,
  execRestricted,
  execRestrictedAsync,
  verifyRestricted,
} from "../../src/index.js";
import { GUARD_CASES, type GuardCase } from "../support/guard-cases.js";
import { failure, run } from "../support/run.js";

type Fn = (...args: never[]) => unknown;
type Guard = (...args: unknown[]) => unknown;
const guards = (table: Record<string, Guard>): ExecOptions => ({ guards: table as Record<string, Fn> });

function passing(name: string): { readonly calls: unknown[][]; readonly options: ExecOptions } {
  const calls: unknown[][] = [];
  const guard = defaultGuards[name] as Guard;
  const pass: Guard = (...args) => {
    calls.push(args);
    return guard(...args);
  };
  return { calls, options: guards({ [name]: pass }) };
}

describe("each guard is asked, and passes through", () => {
  for (const one of GUARD_CASES) {
    it(`${one.guard}: ${one.source}`, async () => {
      for (const asynchronous of one.async === true ? [true] : [false, true]) {
        const { calls, options } = passing(one.guard);
        const { value } = await runCase(one, asynchronous, options);
        expect(value).toEqual(one.value);
        expect(calls.length).toBeGreaterThan(0);
      }
    });
  }

  it("there is a case for each guard that can be injected", () => {
    expect([...new Set(GUARD_CASES.map((one) => one.guard))].sort()).toEqual(
      Object.keys(defaultGuards).sort(),
    );
  });
});

async function runCase(
  one: GuardCase,
  asynchronous: boolean,
  options: ExecOptions,
): Promise<{ value: unknown }> {
  const program = compileRestricted(one.source, { guards: "call", async: asynchronous });
  expect(program.errors.map(String)).toEqual([]);
  expect(verifyRestricted(program.code ?? "", { guards: "call" }).map(String)).toEqual([]);
  return asynchronous ? execRestrictedAsync(program, options) : execRestricted(program, options);
}

describe("guards that misbehave stay contained", () => {
  const MISBEHAVE: Readonly<Record<string, Guard>> = {
    throws: () => {
      throw Object.assign(new Error("from /home/user/secret.js"), { secret: process });
    },
    "throws no error": () => {
      throw "text";
    },
    "returns a host object": () => process,
    "returns a host function": () => Function,
    "returns a class": () => class Secret {},
    "returns a promise": () => Promise.resolve(process),
    "returns a number": () => 7,
    "returns nothing": () => undefined,
    "returns a proxy": () => new Proxy({}, {}),
    "returns a host array": () => [{ a: [1] }],
    "re-enters": () => execRestricted("[1].map((x) => x + 1)").value,
    "mutates its arguments": (...args) => {
      for (const a of args) if (Array.isArray(a)) a.length = 0;
      return args[0];
    },
    "overflows the stack": function deep(): unknown {
      return [deep()];
    },
  };
  for (const [how, misbehave] of Object.entries(MISBEHAVE)) {
    it(how, async () => {
      expect(typeof process.exit).toBe("function");
      for (const one of GUARD_CASES) {
        // Whatever the guard did, the program never holds an object of the host's realm.
        const probe = `const leaks = []; const see = (x) => { if (typeof x === "object" && x !== null) try { leaks.push(typeof x.exit); } catch {} };
          try { see((() => { ${body(one.source)} })()); } catch (e) { see(e); see(e?.secret); } leaks`;
        if (one.async === true) continue;
        let value: unknown = [];
        try {
          value = execRestricted(probe, guards({ [one.guard]: misbehave })).value;
        } catch (error) {
          expect(["GuestError", "GuardError", "LimitError"]).toContain((error as Error).constructor.name);
          expect(String((error as Error).message)).not.toMatch(/secret\.js|_\w+_ is not/);
        }
        expect(value).not.toContain("function");
      }
    });
  }

  /** The last expression statement as a `return`. */
  function body(source: string): string {
    const at = Math.max(source.lastIndexOf("; "), source.lastIndexOf("} "));
    return at < 0 ? `return ${source}` : `${source.slice(0, at + 2)} return ${source.slice(at + 2)}`;
  }

  it("keys are checked before any guard that takes one", () => {
    const naive = (o: Record<string, unknown>, k: string, args?: unknown[]): unknown =>
      args === undefined ? o[k] : (o[k] as Fn)(...(args as never[]));
    // The guard by itself makes a function from text.
    expect(typeof naive((() => {}) as never, "constructor", ["return 1"])).toBe("function");
    const key = "const k = 'const' + 'ructor'; const f = () => 1;";
    for (const [guard, source] of [
      ["_invoke_", "f[k]('return 1')"],
      ["_getitem_", "f[k]('return 1')"],
      ["_getattr_", "f[k]('return 1')"],
      ["_tag_", "f[k]`return 1`"],
      ["_getitem_", "f[k]`return 1`"],
      ["_setitem_", "f[k] = 1"],
      ["_delitem_", "delete f[k]"],
    ] as const)
      expect(failure(`${key} ${source}`, guards({ [guard]: naive as Guard }), "call").code).toBe(
        "GUARD_MEMBER",
      );
  });

  it("a key that lies about itself is asked once, before the guard", () => {
    const seen: unknown[] = [];
    const naive: Guard = (o, k) => {
      seen.push(k);
      return (o as Record<string, unknown>)[k as string];
    };
    const lying = "let n = 0; const k = { toString() { return n++ ? 'constructor' : 'ok'; } };";
    expect(
      run(`${lying} const o = { ok: 5 }; [o[k], n]`, guards({ _getitem_: naive }), "call").value,
    ).toEqual([5, 1]);
    expect(seen).toEqual(["ok"]);
  });

  it("`_caught_` cannot swallow a limit, nor see it", () => {
    const seen: unknown[] = [];
    const swallow: Guard = (error) => {
      seen.push(error);
      return undefined;
    };
    for (const form of ["inline", "call"] as const)
      expect(
        failure(
          "try { for (;;) {} } catch { } try { throw 1 } catch { }",
          { ...guards({ _caught_: swallow }), limits: { steps: 1000 } },
          form,
        ).code,
      ).toBe("LIMIT_STEPS");
    expect(seen).toEqual([]);
    expect(run("let r; try { throw 1 } catch (e) { r = e } r", guards({ _caught_: () => 9 })).value).toBe(9);
  });

  it("`_in_` is not asked about forbidden names", () => {
    const yes = guards({ _in_: () => true });
    expect(run("['a' in {}, 'const' + 'ructor' in {}, '__proto__' in {}]", yes).value).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("where a guard is asked", () => {
  const count = (name: string, source: string): unknown[][] => {
    const { calls, options } = passing(name);
    run(source, options, "call");
    return calls;
  };

  it("`_getiter_` sees what built-ins iterate over", () => {
    const source =
      "const a = [[1, 2]]; new Map(a); new Set(a); Array.from(a); Object.fromEntries(a); Promise.all(a); sum([]); const s = Set; new s(a); const [x] = a; Array.from(...[a]); zip(a, a)";
    expect(count("_getiter_", source).length).toBe(12);
    const none = guards({ _getiter_: () => [] });
    expect(run("[new Set([1]).size, Array.from('abc'), sum([1])]", none, "call").value).toEqual([0, [], 0]);
  });

  it("`_write_` makes what the writing guards write to, injected or not", () => {
    const copies = guards({
      _write_: () => ({}),
      _setattr_: (o, k, v) => (defaultGuards._setattr_ as Guard)(o, k, v),
    });
    expect(run("const o = {}; o.a = 1; o['b'] = 2; o", copies, "call").value).toEqual({});
  });

  it("operands of `+=` are evaluated once, `||=` and its kin keep short-circuiting", () => {
    const source =
      "let n = 0; const o = { a: 1, z: 0 }; const f = () => { n++; return o; }; const k = { toString() { n += 10; return 'a'; } }; f().a += 2; f()[k] += 3; f().a ||= (n += 100); f().z ??= (n += 100); f().z &&= (n += 100); [o, n]";
    const { calls, options } = passing("_inplacevar_");
    expect(run(source, options, "call").value).toEqual([{ a: 6, z: 0 }, 15]);
    expect(calls.map(([op]) => op)).toEqual(["+=", "+=", "+="]);
  });

  it("an optional call keeps its receiver, and reads the method once", () => {
    const source =
      "let n = 0; const o = { x: 3, get f() { n++; return function (y) { return this.x + y; }; } }; [o?.f?.(1), o.f?.(...[2]), (o?.f)(3), n]";
    for (const name of ["_apply_", "_getattr_", "_call_"])
      expect(run(source, passing(name).options, "call").value).toEqual([4, 5, 6, 3]);
    expect(count("_getattr_", source).map(([, name]) => name)).toEqual(["f", "x", "f", "x", "f", "x"]);
  });

  it("names that a policy opened stay open in a guard that falls back", async () => {
    const { defineLanguagePolicy, saferGetattr } = await import("../../src/index.js");
    const program = compileRestricted("const o = { _id: 7 }; o._id", {
      policy: defineLanguagePolicy({ openNames: ["_id"] }),
      guards: "call",
    });
    expect(execRestricted(program, guards({ _getattr_: (o, k) => saferGetattr(o, k) })).value).toBe(7);
  });

  it("computed keys of literals and classes are names again after `x += 1`", () => {
    expect(
      run("let x = 0; x += 1; class A { static [x] = 2; } [{ [x]: 1 }, A[x]]", {}, "call").value,
    ).toEqual([{ 1: 1 }, 2]);
  });
});
