import { describe, expect } from "vitest";
import { definePolicy, saferGetattr } from "../../src/index.js";
import { FORMS, failure, run } from "../support/run.js";
import { covers, escapes, failureCode, plain, spy, values } from "./support.js";

class Item {
  constructor(readonly n: number) {}
  secret = "TOPSECRET";
}
class Shelf {
  items = new Map([["a", new Item(1)]]);
  list = [new Item(1), new Item(2)];
}
const log: string[] = [];
const item = definePolicy<Item>({
  name: "Item",
  brand: Item,
  members: {
    n: {
      kind: "get",
      get: (i) => {
        log.push(`n of ${i.n}`);
        return i.n;
      },
    },
    closed: {
      kind: "get",
      get: () => {
        throw new TypeError("closed today");
      },
    },
    plus: { kind: "method", call: (i, [x]) => new Item(i.n + Number(x)) },
  },
});
const shelf = definePolicy<Shelf>({
  name: "Shelf",
  brand: Shelf,
  members: {
    get: { kind: "method", call: (s, [k]) => s.items.get(String(k)) },
    all: { kind: "method", call: (s) => [...s.list] },
    each: { kind: "method", call: (s, [f]) => s.list.map((i) => (f as (i: Item) => unknown)(i)) },
  },
  iterate: (s) => s.list,
});
const policies = [item, shelf];
const world = (): { globals: Record<string, unknown>; policies: typeof policies } => ({
  globals: { item: new Item(7), shelf: new Shelf() },
  policies,
});

describe("reading through a policy", () => {
  covers("TestGuardedGetattr", () => {
    expect(new Item(1).secret).toBe("TOPSECRET");
    for (const form of FORMS) {
      // Absent and not permitted look the same; what is permitted works, torn off or not; primitives need no policy.
      expect(
        run("[item.secret, item.nothing, item.n, 'abc'.length, (5).toFixed(1)]", world(), form).value,
      ).toEqual([undefined, undefined, 7, 3, "5.0"]);
      expect(run("const f = item.plus; f.call(item, 1).n", world(), form).value).toBe(8);
      expect(failure("const f = item.plus; f.call({ n: 1 }, 1)", world(), form).message).toMatch(
        /not of its type/,
      );
      // A getter of the policy that throws lets nothing out.
      expect(failure("item.closed", world(), form).message).toMatch(/closed today/);
      // An exotic key is settled before the policy is asked.
      log.length = 0;
      expect(failureCode("item[{ toString() { return '__proto__' } }]", world(), form)).toBe("GUARD_MEMBER");
      expect(failure("item[{ toString() { return {} } }]", world(), form).message).toMatch(/TypeError/);
      expect(log).toEqual([]);
      // A type that no policy knows does not get in at all.
      expect(failureCode("x", { globals: { x: new (class Unknown {})() } }, form)).toBe("HOST_TYPE");
    }
  });

  covers("TestGuardedHasattr", () => {
    const source =
      "['secret' in item, 'n' in item, 'constructor' in item, '__proto__' in item, 'items' in shelf, { toString() { return 'constructor' } } in item]";
    for (const form of FORMS)
      expect(run(source, world(), form).value).toEqual([false, true, false, false, false, false]);
    expect("secret" in new Item(1)).toBe(true);
  });

  covers("TestDictGuards, TestListGuards", () => {
    const source = `const got = shelf.get('a'), list = shelf.all();
      [got.n, got.secret, shelf.get('zz'), shelf.get('zz') ?? 'default', list.length, list.pop().n, list.shift().secret, list.splice(0).length, list.pop()]`;
    for (const form of FORMS)
      expect(run(source, world(), form).value).toEqual([
        1,
        undefined,
        undefined,
        "default",
        2,
        2,
        undefined,
        0,
        undefined,
      ]);
    const entries =
      "Object.entries({ i: item }).map(([k, v]) => [k, v.n, v.secret]).concat([...shelf].map((i) => [i.n, i.secret]))";
    for (const form of FORMS)
      expect(run(entries, world(), form).value).toEqual([
        ["i", 7, undefined],
        [1, undefined],
        [2, undefined],
      ]);
    // What the guest takes from its list is gone from its copy only.
    const own = world();
    run("shelf.all().length = 0", own);
    expect((own.globals["shelf"] as Shelf).list).toHaveLength(2);
  });

  covers("TestBuiltinFunctionGuards", () => {
    const source = `const xs = shelf.all(), bare = (i) => [i.n, i.secret];
      [xs.map(bare), xs.filter((i) => i.secret).length, xs.reduce((s, i) => s + i.n, 0), xs.some((i) => i.secret), xs.every((i) => i.n),
        xs.find((i) => i.n === 2).secret, xs.flatMap(bare), Array.from(shelf, bare), xs.toSorted((a, b) => b.n - a.n).map(bare),
        shelf.each(bare), zip(xs, [1]).map(([i]) => bare(i)), enumerate(xs).map(([n, i]) => [n, i.secret]),
        min(xs, { key: (i) => i.n }).secret, max(xs.map((i) => i.n)), sum(xs.map((i) => i.n)), all(xs.map((i) => i.n)), any(xs.map((i) => i.secret))]`;
    const none = [
      [1, undefined],
      [2, undefined],
    ];
    for (const form of FORMS)
      expect(run(source, world(), form).value).toEqual([
        none,
        0,
        3,
        false,
        true,
        undefined,
        none.flat(),
        none,
        none.toReversed(),
        none,
        [[1, undefined]],
        [
          [0, undefined],
          [1, undefined],
        ],
        undefined,
        2,
        3,
        true,
        false,
      ]);
    for (const form of FORMS)
      for (const call of [
        "xs.map((i) => i[k])",
        "xs.sort((a, b) => a[k])",
        "xs.reduce((s, i) => i[k])",
        "shelf.each((i) => i[k])",
        "Array.from(xs, (i) => i[k])",
      ])
        expect([
          call,
          failureCode(`const k = 'constructor', xs = shelf.all(); ${call}`, world(), form),
        ]).toEqual([call, "GUARD_MEMBER"]);
  });

  covers("TestGuardedDictListTypes", () => {
    const source = `class Stack extends Array { top() { return this.at(-1) } } class Dict extends Map { need(k) { if (!this.has(k)) throw new RangeError(k); return this.get(k) } }
      const s = new Stack(); s.push(1, 2); const d = new Dict([['a', 1]]);
      [s.top(), s.length, s instanceof Array, d.need('a'), d.size, new Array(3).length, new Map([[1, 2]]).get(1), Array.isArray(s)]`;
    for (const form of FORMS) expect(run(source, {}, form).value).toEqual([2, 2, true, 1, 1, 3, 2, true]);
    for (const name of ["Array", "Map", "Set", "Object", "Date", "Promise", "Error"]) {
      escapes(`typeof ${name}.prototype`, "object", "NAME_MEMBER");
      escapes(`const k = 'prototype'; typeof ${name}[k.slice(0)]`, "object", "GUARD_MEMBER");
    }
  });

  covers("TestRestrictedPythonApply", () => {
    const reads = `let n = 0; const xs = { *[Symbol.iterator]() { n++; yield 1; yield 2 } }; const f = (...a) => a;
      const liar = { get length() { n++; return n > 1 ? 1e9 : 1 }, 0: 'x' };`;
    const source = `${reads} const a = f(...xs); const after = n; n = 0; const b = f.apply(null, liar); [a, after, b, n]`;
    for (const form of FORMS) expect(run(source, {}, form).value).toEqual([[1, 2], 1, ["x"], 1]);
    expect(spy(`${reads} f(...xs)`, ["_apply_"]).calls).toEqual(["_apply_ f [1,2]"]);
  });
});

describe("classes that want more than they have", () => {
  covers("TestActualPython: sneaky classes", () => {
    for (const source of [
      "class A { static _safe_ = true }",
      "class A { _open_ = true }",
      "class A { get _safe_() { return true } }",
      "class A {} A._safe_ = true",
      "const a = new (class {})(); a._safe_ = true",
      "({ _safe_: true })",
    ])
      for (const form of FORMS)
        expect([source, failureCode(source, {}, form)]).toEqual([source, "NAME_UNDERSCORE"]);
    for (const source of [
      "class A { static [k] = true }",
      "class A { [k] = true } new A()",
      "class A {} A[k] = true",
      "const a = new (class {})(); a[k] = true",
      "({ [k]: true })",
      "delete (class {})[k]",
    ])
      for (const form of FORMS)
        for (const key of ["'_sa' + 'fe_'", "'_op' + 'en_'", "'__pro' + 'to__'"])
          expect([source, failureCode(`const k = ${key}; ${source}`, {}, form)]).toEqual([
            source,
            "GUARD_MEMBER",
          ]);
    // A derived class may do what its base may do, and no more.
    expect(
      run("class A { m() { return 'a' } } class B extends A { m() { return super.m() + 'b' } } new B().m()")
        .value,
    ).toBe("ab");
    // A name of the library's that comes in with data is data: nobody can read or write it.
    for (const form of FORMS) {
      const data = "const o = JSON.parse('{\"_open_\":true,\"b\":1}'); const k = '_op' + 'en_';";
      expect(failureCode(`${data} o[k]`, {}, form)).toBe("GUARD_MEMBER");
      expect(failureCode(`${data} Object.assign(Math, o)`, {}, form)).toBe("GUEST_ERROR");
      expect(failureCode(`${data} item.n = 1`, world(), form)).toBe("GUARD_WRITE");
    }
  });

  covers("TestActualPython: next", () => {
    const source = `const i = shelf.all().values(); const out = []; let r = i.next();
      while (!r.done) { out.push(r.value.n, r.value.secret); r = i.next() }
      const [a, b = 'default'] = shelf; out.push(a.n, b.n, i.next().value === undefined); out`;
    for (const form of FORMS)
      expect(run(source, world(), form).value).toEqual([1, undefined, 2, undefined, 1, 2, true]);
    // The guards see `next` like any other method.
    const calls: unknown[] = [];
    const _getattr_ = (o: object, name: string): unknown => {
      calls.push(name);
      return saferGetattr(o, name);
    };
    run("const i = [1].values(); i.next().value", { guards: { _getattr_ } }, "call");
    expect(calls).toEqual(["values", "next", "value"]);
  });
});

describe("operations", () => {
  values([
    {
      row: "test_inplacevar",
      source: `let n = 1, s = 'a', b = 2n, l = [1]; const before = l;
        n += 1; n -= 3; n *= 4; n /= 2; n %= 3; n **= 2; n <<= 3; n >>= 1; n >>>= 1; n |= 9; n ^= 1; n &= 12; s += 'b'; b += 3n; b *= 2n; l += 2;
        const o = { n: 1, s: 'a' }; o.n += 1; o.s += 1; const k = 'n'; o[k] *= 5;
        let wrong; try { b += 1 } catch (e) { wrong = e.name }
        [n, s, String(b), l, before, o, wrong]`,
      value: [8, "ab", "10", "12", [1], { n: 10, s: "a1" }, "TypeError"],
    },
  ]);

  covers("safe_formatter", () => {
    // A formatter that walks paths: each step is a read like any other.
    const format =
      "const format = (text, root) => text.replace(/\\{(.*?)\\}/g, (all, path) => String(path.split('.').reduce((o, k) => o[k], root)));";
    for (const form of FORMS) {
      expect(run(`${format} format('{a.b} and {n}', { a: { b: 5 }, n: 1 })`, {}, form).value).toBe("5 and 1");
      expect(run(`${format} format('{n} {secret}', item)`, world(), form).value).toBe("7 undefined");
    }
    escapes(`${format} format('{a.constructor.name}', { a: {} })`, "Object", "GUARD_MEMBER");
    escapes(`${format} format('{constructor.constructor.name}', {})`, "Function", "GUARD_MEMBER");
    const { calls } = spy(`${format} format('{a.b}', { a: { b: 5 } })`, ["_getitem_"]);
    expect(calls.slice(-2)).toEqual(['_getitem_ {"a":{"b":5}} a', '_getitem_ {"b":5} b']);
  });
});

describe("ordinary programs", () => {
  const PROGRAMS: readonly (readonly [string, unknown])[] = [
    [
      "const f1 = () => { const next = [1, 2, 3].values(); let total = 0; for (const x of next) total += x; return total }; f1()",
      6,
    ],
    [
      "const f2 = () => { const d = { a: 1, b: 2 }; let s = 0; for (const k in d) s += d[k]; return s }; f2()",
      3,
    ],
    [
      "const f3 = () => { const out = []; for (const [i, x] of [...'abc'].entries()) out.push(i + x); return out }; f3()",
      ["0a", "1b", "2c"],
    ],
    [
      "const f4 = () => { const d = {}; d.a = 1; d['b'] = 2; delete d.a; return Object.keys(d) }; f4()",
      ["b"],
    ],
    [
      "const f5 = () => { class X { constructor() { this.x = 5 } get() { return this.x } } return new X().get() }; f5()",
      5,
    ],
    [
      "const f6 = () => { function C() { this.display = '42' } const c = new C(); return parseInt(c.display) }; f6()",
      42,
    ],
    [
      "const f7 = () => { const d = new Map([[1, 2], [3, 4]]); return [[...d.keys()], [...d.values()], [...d]] }; f7()",
      [
        [1, 3],
        [2, 4],
        [
          [1, 2],
          [3, 4],
        ],
      ],
    ],
    [
      "const f8 = () => [[1, 2, 3].map((x) => x * x), [3, 1, 2].sort(), ['b', 'a'].reverse()]; f8()",
      [
        [1, 4, 9],
        [1, 2, 3],
        ["a", "b"],
      ],
    ],
    [
      "const f9 = () => { const counter = (n = 0) => ({ up: () => ++n, get n() { return n } }); const c = counter(); c.up(); c.up(); return c.n }; f9()",
      2,
    ],
    [
      "const f10 = () => { const [a, [b, ...c], { d = 4 }] = [1, [2, 3, 3], {}]; return [a, b, c, d] }; f10()",
      [1, 2, [3, 3], 4],
    ],
    [
      "const f11 = () => { let n = 0; const o = { get v() { n++; return 3 } }; o.v; o.v; return n }; f11()",
      2,
    ],
    ["const f12 = () => { try { null.x } catch (e) { return e instanceof TypeError } }; f12()", true],
    ["const f13 = () => { const s = new Set([1, 2]); s.add(3); s.delete(1); return [...s] }; f13()", [2, 3]],
    [
      "const f14 = () => { function* fib() { let [a, b] = [0, 1]; for (;;) { yield a; [a, b] = [b, a + b] } } const out = []; for (const x of fib()) { if (x > 20) break; out.push(x) } return out }; f14()",
      [0, 1, 1, 2, 3, 5, 8, 13],
    ],
  ];

  values(PROGRAMS.map(([source, value]) => ({ row: "actual_python f1 to f14", source, value })));

  covers("actual_python f1 to f14", () => {
    const together = PROGRAMS.map(
      ([source]) => `{ ${source.replace(/; (f\d+\(\))$/, "; out.push($1)")} }`,
    ).join("\n");
    for (const form of FORMS)
      expect(plain(run(`const out = []; ${together}; out`, {}, form).value)).toEqual(
        PROGRAMS.map(([, value]) => value),
      );
  });
});
