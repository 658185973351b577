import util from "node:util";
import { describe, expect, it } from "vitest";
import { execRestricted, execRestrictedAsync, privileged } from "../../src/index.js";
import { FORMS, failure, native, run } from "../support/run.js";

/** Everything a host does with a value without meaning to call anything of its. */
function format(value: unknown): void {
  util.inspect(value, { depth: 5, showHidden: true, getters: true });
  util.format("%s %d %j %o", value, value, value, value);
  try {
    JSON.stringify(value);
    `${value as string}`;
    Number(value);
  } catch {
    // A value without a text is the host's own error; nothing of the guest's ran for it.
  }
  try {
    for (const _ of value as Iterable<unknown>) break;
  } catch {
    // Not iterable.
  }
  void Promise.resolve(value).catch(() => {});
}

const HOOKS: readonly string[] = [
  "({ [Symbol.toPrimitive]: () => hit() })",
  "({ get [Symbol.toStringTag]() { hit(); return 'x' } })",
  "({ [Symbol.iterator]: function* () { hit(); } })",
  "({ toJSON: () => hit() })",
  "({ toString: () => hit() })",
  "({ valueOf: () => hit() })",
  "({ then(done) { hit(); done(1) } })",
  "({ get a() { return hit() } })",
  "Object.assign(new Error('m'), { get name() { return 1 }, toString: () => hit() })",
  "(() => { class E extends Error { get name() { hit(); return 'N' } get message() { hit(); return 'M' } } return new E() })()",
  "(() => { class E extends Error { get stack() { hit(); return 'N' } get cause() { hit() } } return new E('x') })()",
  "(() => { class D extends Date { getTime() { hit(); return 1 } toISOString() { hit() } toJSON() { hit() } valueOf() { return hit() } } return new D(5) })()",
  "(() => { class R extends RegExp { get source() { hit(); return 'x' } get flags() { hit(); return '' } exec() { hit() } toString() { hit() } } return new R('a', 'g') })()",
  "(() => { class M extends Map { forEach() { hit() } get size() { hit(); return 1 } entries() { hit() } } return new M([[1, 2]]) })()",
  "(() => { class S extends Set { forEach() { hit() } values() { hit() } keys() { hit() } *[Symbol.iterator]() { hit() } } return new S([1]) })()",
  "(() => { class A extends Array { map() { hit() } join() { hit() } toString() { hit() } } return A.of(1, 2) })()",
  "(() => { class T extends Uint8Array { get length() { hit(); return 1e9 } join() { hit() } } return new T([1, 2]) })()",
  "(() => { class P { get a() { hit() } toString() { hit() } toJSON() { hit() } then() { hit() } } return new P() })()",
];

describe("no code of the guest's runs when the host looks at a result", () => {
  it.each(HOOKS)("%s", async (source) => {
    let hits = 0;
    const globals = { hit: () => ++hits };
    // Without the membrane, the same looks run it.
    format(native(source, globals));
    await undefined;
    expect(hits).toBeGreaterThan(0);
    for (const form of FORMS) {
      hits = 0;
      const result = run(`const it = ${source}; it`, { globals }, form);
      const atEnd = hits;
      for (const read of [() => result.value, () => result.bindings.it, () => result.value]) {
        let value: unknown;
        try {
          value = read();
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^EXPORT_/) });
          continue;
        }
        format(value);
      }
      await undefined;
      expect(hits).toBe(atEnd);
    }
  });
});

describe("no code of the guest's runs when a host function formats its argument", () => {
  it.each(HOOKS)("%s", async (source) => {
    let hits = 0;
    const got: unknown[] = [];
    const globals = {
      hit: () => ++hits,
      take: (value: unknown) => {
        const before = hits;
        got.push(value);
        format(value);
        expect(hits).toBe(before);
      },
    };
    for (const form of FORMS)
      run(`let e = ''; try { take(${source}) } catch (x) { e = x.name } e`, { globals }, form);
    const before = hits;
    for (const value of got) format(value);
    await undefined;
    expect(hits).toBe(before);
  });
});

it("a thenable is not adopted, neither as a value nor by a host function that returns what it got", async () => {
  let hits = 0;
  const globals = { hit: () => ++hits, echo: async (x: unknown) => x };
  const source = "({ then(done) { hit(); done('taken') } })";
  // Natively `await` calls it.
  expect(await (native(source, globals) as Promise<unknown>)).toBe("taken");
  hits = 0;
  const sync = execRestricted(source, { globals });
  expect(() => sync.value).toThrow(expect.objectContaining({ code: "EXPORT_FUNCTION" }));
  const later = await execRestrictedAsync(source, { globals });
  expect(() => later.value).toThrow(expect.objectContaining({ code: "EXPORT_FUNCTION" }));
  expect(await (await execRestrictedAsync("({ then: 1 })")).value).toEqual({ then: 1 });
  const echoed = await execRestrictedAsync(
    `let r; try { r = await echo(${source}) } catch (e) { r = e.message } r`,
    { globals },
  );
  expect(echoed.value).toMatch(/method `then`/);
  expect(hits).toBe(0);
});

describe("what a host function gets", () => {
  it("is a copy: what the guest does to its object afterwards is not seen, and the other way", () => {
    const got: { list: number[]; deep: { a: number } }[] = [];
    const take = (x: { list: number[]; deep: { a: number } }): void => {
      got.push(x);
      x.deep.a = 99;
    };
    const { value } = run("const o = { list: [1], deep: { a: 1 } }; take(o); o.list.push(2); o.deep.a++; o", {
      globals: { take },
    });
    expect(got).toEqual([{ list: [1], deep: { a: 99 } }]);
    expect(value).toEqual({ list: [1, 2], deep: { a: 2 } });
  });

  it("keeps callbacks, which run with limits of their own after the run", () => {
    const kept: (() => unknown)[] = [];
    run("keep(() => { for (;;) ; }); keep({ ok: () => 7 })", {
      globals: {
        keep: (f: unknown) =>
          void kept.push(typeof f === "function" ? (f as () => unknown) : (f as { ok: never }).ok),
      },
      limits: { steps: 1_000 },
    });
    expect(kept[0]).toThrow(expect.objectContaining({ code: "LIMIT_STEPS" }));
    expect(kept[1]?.()).toBe(7);
    expect(kept[0]).toThrow(expect.objectContaining({ code: "LIMIT_STEPS" }));
  });

  it("a key that lies is asked once, a property is read once", () => {
    let asked = 0;
    const globals = { ask: () => ++asked, o: { good: 1, bad: 2 } };
    const { value } = run(
      "const k = { toString() { return ask() === 1 ? 'good' : 'constructor' } }; let r; try { r = o[k] } catch (e) { r = e.name } r",
      { globals },
    );
    expect([value, asked]).toEqual([1, 1]);
  });

  it("a callback that privileged code was given is another one for ordinary code", () => {
    const fs: unknown[] = [];
    const globals = {
      trusted: privileged((f: unknown) => void fs.push(f)),
      ordinary: (f: unknown) => void fs.push(f),
    };
    run("const f = () => 1; trusted(f); ordinary(f); ordinary(f)", { globals });
    expect(fs[0]).not.toBe(fs[1]);
    expect(fs[1]).toBe(fs[2]);
    expect(run("const f = () => 1; echo(f) === f", { globals: { echo: (f: unknown) => f } }).value).toBe(
      true,
    );
  });
});

describe("size and shape", () => {
  it("depth, cycles and length are bounded", () => {
    const deep = "let o = {}; for (let i = 0; i < 100000; i++) o = { o }; ";
    expect(() => run(`${deep} o`).value).toThrow(expect.objectContaining({ code: "LIMIT_RESULT" }));
    expect(failure(`${deep} f(o)`, { globals: { f: () => 1 } }).code).toBe("LIMIT_RESULT");
    const cycle = run("const a = []; a.push(a); const m = new Map(); m.set(m, m); [a, m]").value as [
      unknown[],
      Map<unknown, unknown>,
    ];
    expect([cycle[0][0] === cycle[0], cycle[1].get(cycle[1]) === cycle[1]]).toEqual([true, true]);
    const limits = { resultNodes: 1_000 };
    for (const source of [
      "const a = []; a.length = 2000; a",
      "new Uint8Array(2000)",
      "new ArrayBuffer(2000)",
      "const t = new Uint8Array(200); [t, new Uint8Array(t.buffer), new Uint8Array(t.buffer), new Uint8Array(t.buffer), new Uint8Array(t.buffer), new Uint8Array(t.buffer)]",
      "new Set(Array.from({ length: 2000 }, (_, i) => i))",
      "new Map(Array.from({ length: 600 }, (_, i) => [i, i]))",
      "Object.fromEntries(Array.from({ length: 2000 }, (_, i) => ['k' + i, i]))",
    ])
      expect(() => run(source, { limits }).value, source).toThrow(
        expect.objectContaining({ code: "LIMIT_RESULT" }),
      );
  });

  it("one value in many places is copied once", () => {
    const value = run(
      "const t = new Float64Array(1000), d = new Date(1), r = /a/, e = new Error('x'); [t, t, d, d, r, r, e, e]",
    ).value as unknown[];
    for (let i = 0; i < value.length; i += 2) expect(value[i]).toBe(value[i + 1]);
    // A thousand places of one megabyte are one megabyte.
    const many = run("const t = new Uint8Array(2 ** 20); Array(1000).fill(t)").value as unknown[];
    expect(new Set(many).size).toBe(1);
  });

  it("copying for a host function costs steps", () => {
    const source = "const a = Array(10000).fill(1); for (let i = 0; i < 1000; i++) f(a);";
    expect(failure(source, { globals: { f: () => 1 }, limits: { steps: 100_000 } }).code).toBe("LIMIT_STEPS");
    const back = "for (let i = 0; i < 1000; i++) f();";
    const f = (): number[] => Array<number>(10_000).fill(1);
    expect(failure(back, { globals: { f }, limits: { steps: 100_000 } }).code).toBe("LIMIT_STEPS");
  });

  it("names in refusals are short", () => {
    const name = "x".repeat(50_000);
    for (const source of [
      "const k = 'x'.repeat(50000); class C { static name = k; } [new (class extends WeakMap { static name = k })()]",
      "const k = 'x'.repeat(50000); ({ get [k]() { return 1 } })",
    ])
      try {
        run(source).value;
        expect.unreachable();
      } catch (error) {
        expect((error as Error).message).not.toContain(name);
        expect((error as Error).message.length).toBeLessThan(300);
      }
  });

  it.each([
    ["new WeakMap()", "EXPORT_TYPE"],
    ["new DataView(new ArrayBuffer(8))", "EXPORT_TYPE"],
    ["new Number(1)", "EXPORT_TYPE"],
    ["(function* () {})()", "EXPORT_TYPE"],
    ["[1].values()", "data"],
    ["new Map().keys()", "EXPORT_TYPE"],
    ["(function () { return arguments })()", "EXPORT_TYPE"],
    ["Promise.resolve(1)", "EXPORT_TYPE"],
    ["Symbol.iterator", "EXPORT_TYPE"],
    ["Symbol('a')", "EXPORT_TYPE"],
    ["({ [Symbol.iterator]: 1, [Symbol('x')]: 2, a: 1 })", "data"],
    ["Object.create(null)", "data"],
    ["new (class A { #p = 1; a = 1 })()", "data"],
    ["[() => 1]", "EXPORT_FUNCTION"],
    ["class A {}; A", "EXPORT_FUNCTION"],
    ["Math.max", "EXPORT_FUNCTION"],
  ])("%s: %s", (source, expected) => {
    let found = "data";
    try {
      const value = run(source).value as object;
      expect(Object.getOwnPropertySymbols(value)).toEqual([]);
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    } catch (error) {
      found = (error as { code?: string }).code ?? String(error);
    }
    expect(found).toBe(expected);
  });

  it("a key named __proto__ stays a key and gives no prototype", () => {
    const value = run("Object.fromEntries([['__proto__', { polluted: 1 }], ['a', 1]])").value as object;
    expect(Object.keys(value)).toEqual(["__proto__", "a"]);
    expect((value as { polluted?: number }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});
