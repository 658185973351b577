import util from "node:util";
import { describe, expect } from "vitest";
import { definePolicy, execRestricted, execRestrictedAsync } from "../../src/index.js";
import { FORMS, failure, run } from "../support/run.js";
import { covers, failureCode } from "./support.js";

describe("values at the border", () => {
  covers("B22", () => {
    let asked = 0;
    const proxy = new Proxy({ a: 1 }, { get: () => ++asked, has: () => ++asked > 0 });
    const getter = {
      get a() {
        return ++asked;
      },
    };
    void getter.a;
    expect(asked).toBe(1);
    for (const form of FORMS)
      for (const [v, code] of [
        [proxy, "HOST_PROXY"],
        [getter, "HOST_ACCESSOR"],
        [[proxy], "HOST_PROXY"],
        [{ deep: { getter } }, "HOST_ACCESSOR"],
        [new Map([["k", proxy]]), "HOST_PROXY"],
      ] as const)
        expect(failureCode("v", { globals: { v } }, form)).toBe(code);
    // What a host function gives back crosses the same border.
    for (const form of FORMS) {
      expect(failure("f()", { globals: { f: () => proxy } }, form).message).toMatch(/Proxy/);
      expect(failure("f()", { globals: { f: () => getter } }, form).message).toMatch(/getter/);
    }
    expect(asked).toBe(1);
    // Outwards: a getter of the program's is not run, and what is checked is what is read.
    let calls = 0;
    const tick = (): number => ++calls;
    const result = run("({ get a() { tick(); return 1 } })", { globals: { tick } });
    expect(() => result.value).toThrow(expect.objectContaining({ code: "EXPORT_TYPE" }));
    const liar =
      "let n = 0; const o = { get kind() { tick(); return n++ ? 'evil' : 'good' } }; take({ kind: o.kind, n })";
    expect(run(liar, { globals: { tick, take: (o: unknown) => o } }).value).toEqual({ kind: "good", n: 1 });
    expect(calls).toBe(1);
  });

  covers("B23", async () => {
    const hooks = `const called = []; const hook = (name) => () => { called.push(name); return 1 };`;
    // Natively, looking at such an object runs it.
    let ran = 0;
    await { then: (done: (x: number) => void) => done(++ran) };
    JSON.stringify({ toJSON: () => ++ran });
    util.inspect({ [Symbol.for("nodejs.util.inspect.custom")]: () => `${++ran}` });
    expect(ran).toBe(3);
    for (const member of [
      "then: hook('then')",
      "toJSON: hook('toJSON')",
      "[Symbol.toPrimitive]: hook('toPrimitive')",
      "get [Symbol.toStringTag]() { called.push('tag'); return 'T' }",
      "valueOf: hook('valueOf')",
    ]) {
      const { value, bindings } = run(`${hooks} const o = { a: 1, ${member} }; called`, {});
      expect(value).toEqual([]);
      // Either it does not leave, or what leaves is data and nothing that can be called.
      let seen: unknown;
      try {
        seen = bindings["o"];
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^EXPORT_/) });
        continue;
      }
      expect(seen).toEqual({ a: 1 });
      util.inspect(seen);
      JSON.stringify(seen);
      expect(`${await (seen as Promise<object>)}`).toBe("[object Object]");
    }
    const awaited = await execRestrictedAsync("({ then: 1 })");
    expect(awaited.value).toEqual({ then: 1 });
    await expect(
      execRestrictedAsync("({ then(done) { done('taken') } })").then((r) => r.value),
    ).rejects.toMatchObject({ code: "EXPORT_FUNCTION" });
  });

  covers("B24", () => {
    const host = {
      fails: () => {
        throw Object.assign(new RangeError("at /home/me/secret/app.js"), { secret: "TOPSECRET" });
      },
      overflows: (): unknown => host.overflows(),
      throwsObject: () => {
        throw { secret: "TOPSECRET" };
      },
    };
    expect(
      (() => {
        try {
          host.fails();
        } catch (e) {
          return (e as Error).constructor.constructor("return 1")();
        }
      })(),
    ).toBe(1);
    for (const form of FORMS) {
      const source = `try { host.fails() } catch (e) { [e.name, e.message, e instanceof RangeError, e.secret, /app\\.js|node:|file:/.test(e.stack), e.cause] }`;
      expect(run(source, { globals: { host } }, form).value).toEqual([
        "RangeError",
        "at <path>",
        true,
        undefined,
        false,
        undefined,
      ]);
      for (const f of ["fails", "overflows", "throwsObject"])
        expect([
          f,
          failureCode(
            `const k = 'constructor'; try { host.${f}() } catch (e) { e[k] }`,
            { globals: { host } },
            form,
          ),
        ]).toEqual([f, expect.stringMatching(/^GUARD_MEMBER$|^LIMIT_CALL_DEPTH$/)]);
      for (const source of [
        "Error.prepareStackTrace = 1",
        "Error.captureStackTrace({})",
        "Error.stackTraceLimit = 1",
      ])
        expect(failureCode(source, {}, form)).toBe("NAME_MEMBER");
      expect(
        run(
          "const e = new AggregateError([new Error('a')], 'b', { cause: 1 }); [e.errors[0].message, e.message, e.cause]",
          {},
          form,
        ).value,
      ).toEqual(["a", "b", 1]);
      expect(
        failureCode("const k = 'constructor'; new AggregateError([new Error('a')]).errors[0][k]", {}, form),
      ).toBe("GUARD_MEMBER");
    }
  });
});

describe("limits and what tries to swallow them", () => {
  covers("B25", async () => {
    const limits = { steps: 20_000 };
    for (const source of [
      "try { for (;;) ; } catch { 'caught' }",
      "(() => { try { for (;;) ; } finally { return 1 } })()",
      "o: for (;;) { try { for (;;) ; } finally { break o } }",
      "function* g() { try { for (;;) yield 1 } finally { return 2 } } for (const x of g()) ;",
      "const it = { [Symbol.iterator]() { return { next() { for (;;) ; }, return() { return {} } } } }; try { for (const x of it) break } catch {}",
      "const i = (function* () { try { yield 1 } finally { for (;;) ; } })(); i.next(); try { i.return() } catch {}",
      "Array.from({ length: 3 }, () => { try { for (;;) ; } catch { return 1 } })",
      "[1].map(() => { try { for (;;) ; } catch {} }); 'survived'",
    ])
      for (const form of FORMS)
        expect([source, failureCode(source, { limits }, form)]).toEqual([source, "LIMIT_STEPS"]);
    for (const source of [
      "await (async () => { for (;;) ; })().catch(() => 'caught')",
      "await Promise.resolve().then(() => { for (;;) ; }).then(null, () => 1).finally(() => 2)",
      "await Promise.allSettled([(async () => { for (;;) ; })()])",
      "await new Promise((r, j) => { for (;;) ; }).catch(() => 1)",
      "try { await (async () => { for (;;) ; })() } catch { 'caught' }",
    ])
      await expect(execRestrictedAsync(source, { limits })).rejects.toMatchObject({ code: "LIMIT_STEPS" });
  });

  covers("B29", async () => {
    const start = performance.now();
    for (const source of [
      "for (;;) await 0",
      "const f = () => Promise.resolve().then(f); await f()",
      "await (async function f() { await 0; return f() })()",
      "await new Promise(() => {})",
      "(async () => { for (;;) await 0 })(); await new Promise(() => {})",
    ])
      await expect(execRestrictedAsync(source, { limits: { timeMs: 200 } })).rejects.toMatchObject({
        code: expect.stringMatching(/^LIMIT_(TIME|STEPS)$/),
      });
    expect(performance.now() - start).toBeLessThan(20_000);
    // The host's own timers go on afterwards.
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
});

describe("from one run to the next", () => {
  class Counter {
    n = 0;
  }
  const counter = definePolicy<Counter>({
    name: "Counter",
    brand: Counter,
    members: { n: { kind: "get", get: (c) => c.n } },
  });

  covers("B26", () => {
    for (const form of FORMS) {
      for (const source of [
        "Object.assign(Math, { x: 1 })",
        "Array.from = 1",
        "[].concat.x = 1",
        "Object.defineProperty(Map, 'x', { value: 1 })",
        "Object.freeze(Array)",
        "({}).toString.x = 1",
        "c.n = 5",
        "(/a/g).exec.x = 1",
        "print.x = 1",
        "Symbol.iterator.x = 1",
      ]) {
        try {
          run(source, { globals: { c: new Counter() }, policies: [counter] }, form);
        } catch {}
        expect([
          source,
          run(
            "[Math.x, typeof Array.from, [].concat.x, Map.x, ({}).toString.x, (/a/g).exec.x, print.x]",
            {},
            form,
          ).value,
        ]).toEqual([source, [undefined, "function", undefined, undefined, undefined, undefined, undefined]]);
      }
      // A regular expression literal is made anew in each run: no `lastIndex` is left over.
      const regexp = "const r = /a/g; r.test('aa'); r.lastIndex";
      expect([run(regexp, {}, form).value, run(regexp, {}, form).value]).toEqual([1, 1]);
      const seeded = "random.seed(3); random.random()";
      const first = run(seeded, { builtins: "utility" }, form).value;
      run("random.seed(99); random.random()", { builtins: "utility" }, form);
      expect(run(seeded, { builtins: "utility" }, form).value).toBe(first);
    }
  });

  covers("B27", () => {
    const poisoned = "const a = [1, 2]; a[Symbol.iterator] = function* () { yield 'poison' }; a";
    for (const form of FORMS) {
      const value = run(poisoned, {}, form).value as unknown[];
      expect([[...value], Object.getOwnPropertySymbols(value)]).toEqual([[1, 2], []]);
      const { value: array } = execRestricted("const a = [1]; a.length = 0; a.push(3); a");
      expect([...(array as unknown[])]).toEqual([3]);
      let spread: unknown[] = [];
      const take = (xs: unknown[]): void => {
        spread = [...xs];
      };
      run(
        "const a = [1, 2]; a[Symbol.iterator] = function* () { yield 'poison' }; take(a)",
        { globals: { take } },
        form,
      );
      expect(spread).toEqual([1, 2]);
      expect(failureCode("const k = 'proto' + 'type'; Array[k][Symbol.iterator] = 1", {}, form)).toBe(
        "GUARD_MEMBER",
      );
    }
    const evil = Object.assign([1, 2], {
      [Symbol.iterator]: function* () {
        yield "poison";
      },
    });
    expect([...evil]).toEqual(["poison"]);
  });
});
