import { describe, expect, it } from "vitest";
import {
  compileRestricted,
  defineLanguagePolicy,
  definePolicy,
  execRestricted,
  execRestrictedAsync,
  privileged,
} from "../../src/index.js";
import { FORMS, failure, run } from "../support/run.js";

class Counter {
  secret = "TOPSECRET";
  constructor(public count = 0) {}
}

const counterPolicy = definePolicy<Counter>({
  name: "Counter",
  brand: Counter,
  members: {
    count: { kind: "get", get: (c) => c.count },
    add: { kind: "method", call: (c, [n]) => new Counter(c.count + Number(n)) },
    each: {
      kind: "method",
      call: (c, [f]) => Array.from({ length: c.count }, (_, i) => (f as (i: number) => unknown)(i)),
    },
    fail: {
      kind: "method",
      call: () => {
        throw new RangeError("no such thing in /home/me/app.js");
      },
    },
    spin: {
      kind: "method",
      call: (_c, _a, context) => {
        for (;;) context.charge(1000);
      },
    },
  },
  items: { names: () => ["extra", "constructor", "_hidden", "add"], get: (_c, name) => `item ${name}` },
  iterate: (c) => [c.count, c.count + 1],
  export: (c) => ({ exported: c.count }),
  describe: (c) => `Counter(${c.count})`,
  writeHelp: "make a new one with add()",
});

describe("what comes in", () => {
  it("plain data is copied, with cycles, and the host's stays as it was", () => {
    const host = {
      list: [1, { deep: true }],
      map: new Map([["k", [1]]]),
      set: new Set([1]),
      date: new Date(5),
      bytes: new Uint8Array([1, 2]),
      nothing: null,
      self: null as unknown,
    };
    host.self = host;
    for (const form of FORMS) {
      const { value } = run(
        "host.list.push(3); host.list[1].deep = false; host.map.get('k').push(2); host.date.setTime(9); host.bytes[0] = 7; host.x = 1; [host.self === host, host.list.length, [...host.set], host.bytes[0], host.date.getTime()]",
        { globals: { host } },
        form,
      );
      expect(value).toEqual([true, 3, [1], 7, 9]);
    }
    expect(host.list).toEqual([1, { deep: true }]);
    expect(host.map.get("k")).toEqual([1]);
    expect([host.date.getTime(), host.bytes[0], "x" in host]).toEqual([5, 1, false]);
  });

  it("members with a leading underscore stay behind, unless the language policy opens them", () => {
    const host = { name: "public", _secret: "TOPSECRET", nested: { _id: 7 } };
    // Unguarded, the values of the object show the secret.
    expect(Object.values(host)).toContain("TOPSECRET");
    const source =
      "[Object.values(host), { ...host }, JSON.stringify(host), (({ name, ...rest }) => rest)(host)]";
    for (const form of FORMS)
      expect(JSON.stringify(run(source, { globals: { host } }, form).value)).not.toContain("TOPSECRET");
    const program = compileRestricted("host.nested._id", {
      policy: defineLanguagePolicy({ openNames: ["_id"] }),
    });
    expect(execRestricted(program, { globals: { host } }).value).toBe(7);
  });

  it("nothing of the host's realm is reachable from what came in", () => {
    const globals = {
      f: (x: unknown) => x,
      o: { a: [1] },
      e: new Error("x"),
      p: Promise.resolve(1),
      d: new Date(),
      c: new Counter(1),
    };
    // Unrestricted, the same walk finds the host's own Object.prototype.
    const walk =
      "(value) => { const out = []; for (let o = value; o !== null; o = Object.getPrototypeOf(o)) out.push(o); return out }";
    const prototypes = new Function(`return ${walk}`)() as (v: unknown) => unknown[];
    expect(prototypes(globals.o).includes(Object.prototype)).toBe(true);
    const seen: unknown[] = [];
    const look = privileged((...values: unknown[]) => void seen.push(...values));
    execRestricted(
      "look(f instanceof Object, o instanceof Object, o.a instanceof Array, e instanceof Error, p instanceof Promise, d instanceof Date, c instanceof Object, f(o) instanceof Object, f(o) === o)",
      { globals: { ...globals, look }, policies: [counterPolicy] },
    );
    expect(seen).toEqual([true, true, true, true, true, true, true, true, false]);
  });

  it.each([
    ["an instance without a policy", { x: new (class Secret {})() }, "HOST_TYPE", /Secret/],
    [
      "a getter",
      {
        x: {
          get a() {
            return 1;
          },
        },
      },
      "HOST_ACCESSOR",
      /getter/,
    ],
    ["a Proxy", { x: new Proxy({}, {}) }, "HOST_PROXY", /Proxy/],
    ["a symbol", { x: Symbol("s") }, "HOST_TYPE", /symbol/],
    ["a WeakMap", { x: new WeakMap() }, "HOST_TYPE", /WeakMap/],
  ])("%s is refused at the border", (_what, globals, code, message) => {
    const error = failure("x", { globals });
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  it.each(["_getattr_", "_g0_", "_x", "eval", "Function", "constructor"])(
    "a global named %s is refused",
    (name) => {
      expect(failure("1", { globals: { [name]: 1 } }).code).toBe("OPTION_GLOBAL");
    },
  );
});

describe("facets", () => {
  const options = { globals: { c: new Counter(2) }, policies: [counterPolicy] };

  for (const form of FORMS) {
    it(`${form}: show the permitted members and nothing else`, () => {
      const { value } = run(
        "[c.count, c.add(3).count, c.each((i) => i * 10), c.extra, c['extra'], [...c], c.secret, c.hasOwnProperty('secret'), Object.keys(c), `${c}`]",
        options,
        form,
      );
      expect(value).toEqual([
        2,
        5,
        [0, 10],
        "item extra",
        "item extra",
        [2, 3],
        undefined,
        false,
        ["extra"],
        "[object Counter]",
      ]);
    });

    it(`${form}: cannot be written to`, () => {
      for (const source of [
        "c.count = 9",
        "c['extra'] = 1",
        "c.brandNew = 1",
        "delete c.extra",
        "c.count++",
        "Object.assign(c, { count: 9 })",
        "[c.count] = [9]",
        "for (c.count of [9]) ;",
        "c.add.x = 1",
      ]) {
        const error = failure(source, options, form);
        expect(`${source}: ${error.name}`).toMatch(/: Guard|: Guest/);
        if (!source.startsWith("Object") && !source.includes("add"))
          expect([error.code, error.help]).toEqual(["GUARD_WRITE", "make a new one with add()"]);
      }
      expect(options.globals.c.count).toBe(2);
    });
  }

  it("a method torn off works on no other object", () => {
    expect(failure("const f = c.add; f.call({}, 1)", options).message).toMatch(/not of its type/);
    expect(failure("const f = c.add; f(1)", options).message).toMatch(/not of its type/);
  });

  it("errors of host code come as the guest's own, without the host's paths", () => {
    const { value } = run(
      "try { c.fail() } catch (e) { [e.name, e.message, e instanceof RangeError, e.stack.includes('membrane')] }",
      options,
    );
    expect(value).toEqual(["RangeError", "no such thing in <path>", true, false]);
  });

  it("a callback's throw reaches the guest as it is, through host frames", () => {
    expect(
      run("const mine = { a: 1 }; try { c.each(() => { throw mine }) } catch (e) { e === mine }", options)
        .value,
    ).toBe(true);
  });

  it("work that a member charges ends the run", () => {
    expect(failure("try { c.spin() } catch { 1 }", { ...options, limits: { steps: 100_000 } }).code).toBe(
      "LIMIT_STEPS",
    );
  });

  it("leave as what their policy exports, and are printed as it describes them", () => {
    const result = run("print(c); const mine = c.add(1); ({ a: [c], mine })", options);
    expect(result.value).toEqual({ a: [{ exported: 2 }], mine: { exported: 3 } });
    expect(result.printed).toEqual([{ level: "log", text: "Counter(2)", line: 1 }]);
    expect(result.bindings.mine).toEqual({ exported: 3 });
  });
});

describe("what goes out", () => {
  it("is data: getters do not run, toJSON is not called, a key named __proto__ stays a key", () => {
    expect(
      run(
        "({ a: 1, toJSON: undefined, d: new Date(3), m: new Map([[1, { b: 2 }]]), s: new Set(['x']), n: -0, e: new TypeError('t'), r: /a/gi, t: new Float32Array([1.5]) })",
      ).value,
    ).toEqual({
      a: 1,
      toJSON: undefined,
      d: new Date(3),
      m: new Map([[1, { b: 2 }]]),
      s: new Set(["x"]),
      n: -0,
      e: expect.objectContaining({ name: "TypeError", message: "t" }),
      r: /a/gi,
      t: new Float32Array([1.5]),
    });
    expect(() => run("({ get a() { for (;;) ; } })").value).toThrow(
      expect.objectContaining({ code: "EXPORT_TYPE" }),
    );
    expect(() => run("[() => 1]").value).toThrow(expect.objectContaining({ code: "EXPORT_FUNCTION" }));
    expect(() => run("const f = () => 1; f").value).toThrow(
      expect.objectContaining({ code: "EXPORT_FUNCTION" }),
    );
  });

  it("bindings are the top-level declarations, copied when they are read", () => {
    const { bindings } = run(
      "let a = 1; const b = [2]; var c = { d: 3 }; function f() {} class K {} { let inner = 5 }",
    );
    expect(Object.keys(bindings)).toEqual(["a", "b", "c", "f", "K"]);
    expect([bindings.a, bindings.b, bindings.c]).toEqual([1, [2], { d: 3 }]);
    expect(() => bindings.f).toThrow(expect.objectContaining({ code: "EXPORT_FUNCTION" }));
    expect(bindings.b).toBe(bindings.b);
  });

  it("the whole result is frozen", () => {
    const result = run("[1]");
    expect([
      Object.isFrozen(result),
      Object.isFrozen(result.printed),
      Object.isFrozen(result.usage),
      Object.isFrozen(result.bindings),
    ]).toEqual([true, true, true, true]);
  });
});

describe("promises", () => {
  it("of the host are awaited as the guest's own", async () => {
    const fetchRows = async (n: number): Promise<number[]> => Array.from({ length: n }, (_, i) => i);
    const result = await execRestrictedAsync(
      "const rows = await fetchRows(3); async function twice() { return rows.map((r) => r * 2) } await twice()",
      { globals: { fetchRows } },
    );
    expect(result.value).toEqual([0, 2, 4]);
    expect(result.bindings.rows).toEqual([0, 1, 2]);
  });

  it("a rejection is the guest's to catch, or the host's error", async () => {
    const nope = async (): Promise<never> => {
      throw new TypeError("nope");
    };
    expect(
      (
        await execRestrictedAsync(
          "let r; try { await nope() } catch (e) { r = [e.name, e.message, e instanceof TypeError] } r",
          { globals: { nope } },
        )
      ).value,
    ).toEqual(["TypeError", "nope", true]);
    await expect(execRestrictedAsync("await nope()", { globals: { nope } })).rejects.toMatchObject({
      name: "GuestError",
      guestName: "TypeError",
    });
  });

  it("a callback that the host calls later shares the run's limits, and its throw comes back", async () => {
    const later = async (f: (n: number) => unknown): Promise<unknown> => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return f(20);
    };
    expect(
      (
        await execRestrictedAsync(
          "const a = await later((n) => n + 1); const b = await later((n) => n + 2); [a, b]",
          { globals: { later } },
        )
      ).value,
    ).toEqual([21, 22]);
    const thrown = await execRestrictedAsync(
      "const mine = {}; let r; try { await later(() => { throw mine }) } catch (e) { r = e === mine } r",
      { globals: { later } },
    );
    expect(thrown.value).toBe(true);
    await expect(
      execRestrictedAsync("await later(() => { for (;;) ; })", {
        globals: { later },
        limits: { steps: 1000 },
      }),
    ).rejects.toMatchObject({ code: "LIMIT_STEPS" });
  });

  it("a value with a `then` of its own is data, not a promise", async () => {
    let called = false;
    const result = await execRestrictedAsync("({ then: 1, a: 2 })", {
      globals: {
        mark: () => {
          called = true;
        },
      },
    });
    expect(result.value).toEqual({ then: 1, a: 2 });
    expect(called).toBe(false);
  });
});

it("a host function can be constructed by a guest, for namespaces such as `go`", () => {
  for (const form of FORMS) {
    const ns = { Thing: (x: number) => new Counter(x) };
    expect(run("new ns.Thing(4).count", { globals: { ns }, policies: [counterPolicy] }, form).value).toBe(4);
  }
});
