import { describe, expect } from "vitest";
import { compileRestricted } from "../../src/index.js";
import { FORMS, failure, run } from "../support/run.js";
import { covers, escapes, failureCode, refusals, values } from "./support.js";

const all = (source: string, options = {}): unknown[] =>
  FORMS.map((form) => run(source, options, form).value);

describe("names and keys", () => {
  covers("B1", () => {
    for (const key of [
      "`con${'structor'}`",
      "'con' + 'structor'",
      "['con', 'structor'].join('')",
      "String.fromCharCode(99, 111, 110, 115, 116, 114, 117, 99, 116, 111, 114)",
      "decodeURIComponent('%63onstructor')",
      "JSON.parse('\"constructor\"')",
      "'rotcurtsnoc'.split('').reverse().join('')",
      "'a,constructor'.split(',')[1]",
      "Object.keys({ constructo: 1 })[0] + 'r'",
    ])
      escapes(`typeof [][${key}]`, "function", "GUARD_MEMBER");
  });

  refusals([
    { row: "B2", source: "a.\\u005f_proto__", errors: ["1 NAME_UNDERSCORE"] },
    {
      row: "B2",
      source: "ev\\u{61}l; \\u{65}val; Functio\\u006e",
      errors: ["1 NAME_FORBIDDEN", "1 NAME_FORBIDDEN", "1 NAME_FORBIDDEN"],
    },
    {
      row: "B2",
      source: "({ \\u005fx: 1, 'p\\x72ototype': 2, ['caller']: 3 })",
      errors: ["1 NAME_UNDERSCORE", "1 NAME_MEMBER", "1 NAME_MEMBER"],
    },
    {
      row: "B2",
      source: "class A { const\\u0072uctor() {} 'const\\u0072uctor'() {} }",
      errors: ["1 SYNTAX_ERROR"],
      native: false,
    },
  ]);

  covers("B2", () => {
    escapes("typeof [].c\\u006fnstructor", "function", "NAME_MEMBER");
  });

  covers("B3", () => {
    expect(new Function("with ({}) return typeof toString + typeof constructor")()).toBe("functionfunction");
    for (const name of [
      "toString",
      "valueOf",
      "hasOwnProperty",
      "isPrototypeOf",
      "propertyIsEnumerable",
      "toLocaleString",
    ])
      for (const form of FORMS) {
        expect(run(`typeof ${name}`, {}, form).value).toBe("undefined");
        expect(failure(name, {}, form).message).toBe(`ReferenceError: ${name} is not defined`);
      }
    for (const form of FORMS) expect(failureCode("constructor", {}, form)).toBe("NAME_FORBIDDEN");
  });

  covers("B4", () => {
    const liar = "let n = 0; const k = { [Symbol.toPrimitive]() { return ['ok', 'constructor'][n++] } };";
    expect(all(`${liar} const o = { ok: 1 }; [o[k], n]`)).toEqual([
      [1, 1],
      [1, 1],
    ]);
    for (const key of ["new String('constructor')", "['constructor']", "{ toString: () => 'constructor' }"])
      escapes(`typeof ({})[${key}]`, "function", "GUARD_MEMBER");
    expect(typeof Symbol.for).toBe("function");
    expect(all("[typeof Symbol.for, typeof Symbol.keyFor, Symbol('a') === Symbol('a')]")).toEqual(
      Array(2).fill(["undefined", "undefined", false]),
    );
  });

  covers("B5", () => {
    const text = '{"__proto__": {"polluted": true}, "constructor": {"x": 1}, "a": 1}';
    expect(Object.assign({}, JSON.parse(text)).polluted).toBe(true);
    const makers = [
      `JSON.parse('${text}')`,
      `{ ...JSON.parse('${text}') }`,
      `Object.assign({}, JSON.parse('${text}'))`,
      "Object.fromEntries([['__proto__', { polluted: true }], ['constructor', 1], ['a', 1]])",
      "data",
    ];
    for (const maker of makers)
      for (const form of FORMS) {
        const options = { globals: { data: JSON.parse(text) as object } };
        const source = `const o = ${maker.startsWith("{") ? `(${maker})` : maker}; [o.polluted, ({}).polluted, o.a, o instanceof Object]`;
        expect([maker, run(source, options, form).value]).toEqual([maker, [undefined, undefined, 1, true]]);
      }
    for (const source of ["({ __proto__: [] })", "({ '__proto__': [] })"])
      escapes(`Array.isArray(Object.getPrototypeOf(${source}))`, true, "NAME_PROTO");
    escapes(
      "const g = {}; for (const k of ['a', '__proto__']) g[k.slice(0)] = [1]; Array.isArray(Object.getPrototypeOf(g))",
      true,
      "GUARD_MEMBER",
    );
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  covers("B6", () => {
    expect(new Function("return [typeof globalThis, typeof process, typeof setTimeout]")()).toEqual([
      "object",
      "object",
      "function",
    ]);
    for (const name of [
      "setTimeout",
      "Buffer",
      "window",
      "global",
      "queueMicrotask",
      "performance",
      "Intl",
      "escape",
      "gc",
    ]) {
      expect([name, ...all(`typeof ${name}`)]).toEqual([name, "undefined", "undefined"]);
      for (const form of FORMS)
        expect(failure(`${name} = 1`, {}, form).message).toBe(`ReferenceError: ${name} is not defined`);
      for (const form of FORMS) expect(failureCode(`delete ${name}`, {}, form)).toBe("SYNTAX_ERROR");
    }
    for (const name of ["process", "globalThis", "require", "WebAssembly"])
      for (const form of FORMS) expect(failureCode(`typeof ${name}`, {}, form)).toBe("NAME_FORBIDDEN");
  });
});

describe("calls and functions", () => {
  covers("B7", () => {
    expect(new Function("return (function () { return this === globalThis })()")()).toBe(true);
    for (const call of [
      "f()",
      "(0, f)()",
      "[f][0] && (0, [f][0])()",
      "f.call()",
      "f.call(null)",
      "f.apply(undefined)",
      "f.bind()()",
      "[1].map(f)[0]",
      "host(f)",
      "f``",
    ])
      expect([
        call,
        ...all(`function f() { return this === undefined || this === null } ${call}`, {
          globals: { host: (g: () => unknown) => g() },
        }),
      ]).toEqual([call, true, true]);
    expect(
      all("host()", {
        globals: {
          host: function (this: unknown) {
            return this === undefined || this === null;
          },
        },
      }),
    ).toEqual([true, true]);
  });

  covers("B8", () => {
    for (const f of [
      "() => 1",
      "function () {}",
      "async () => 1",
      "async function () {}",
      "function* () {}",
      "async function* () {}",
      "class {}",
      "({ m() {} }).m",
      "(() => 1).bind()",
      "Math.max",
      "[].map",
      "host",
    ]) {
      const options = { globals: { host: () => 1 } };
      escapes(`typeof (${f}).constructor`, "function", "NAME_MEMBER", options);
      escapes(`typeof (${f})['constr' + 'uctor']`, "function", "GUARD_MEMBER", options);
      escapes(`const { ['constr' + 'uctor']: F } = ${f}; typeof F`, "function", "GUARD_MEMBER", options);
    }
  });

  covers("B9", () => {
    for (const source of [
      "(() => 1)[k].call(null, 'return 1')",
      "((f) => f.call(null, 'return 1'))((() => 1)[k])",
      "[(() => 1)].map((f) => f[k])",
      "Object.entries.call(null, (() => 1)[k])",
      "(() => 1).bind()[k]",
    ]) {
      for (const form of FORMS)
        expect([source, failureCode(`const k = 'constr' + 'uctor'; ${source}`, {}, form)]).toEqual([
          source,
          "GUARD_MEMBER",
        ]);
    }
    expect((() => 1).constructor.call(null, "return 7")()).toBe(7);
    // A facet's or a host's function called with a receiver of the guest's choice sees no host object of its own.
    expect(all("[].concat.call([1], 2)")).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  covers("B10", () => {
    escapes("typeof (() => 1).constructor`return 1`", "function", "NAME_MEMBER");
    escapes("const k = 'constr' + 'uctor'; typeof (() => 1)[k]`return 1`", "function", "GUARD_MEMBER");
    escapes("const k = 'constr' + 'uctor'; typeof new (() => 1)[k]('return 1')", "function", "GUARD_MEMBER");
    escapes("class A { m() { return typeof super.constructor } } new A().m()", "function", "NAME_MEMBER");
    for (const source of [
      "(function () { return arguments.callee })()",
      "function f() { return f.caller } f()",
      "function f() { return f.arguments } f()",
    ])
      for (const form of FORMS) expect(failureCode(source, {}, form)).toBe("NAME_MEMBER");
    expect(new Function("return typeof (function () { return arguments.callee })()")()).toBe("function");
    expect(
      all("let n = 0; const o = { get x() { n++; return 1 } }; o.x; `${o.x}`; const { x } = o; n"),
    ).toEqual([3, 3]);
    class Secret {}
    for (const form of FORMS)
      expect(failure("new Secret()", { globals: { Secret } }, form).message).toMatch(/TypeError/);
  });

  covers("B11", () => {
    const k = "const k = 'constr' + 'uctor';";
    for (const source of [
      "'a'.replace(/a/, (m) => m[k])",
      "[2, 1].sort((a, b) => a[k])",
      "JSON.parse('[1]', (key, v) => v[k])",
      "JSON.stringify([1], (key, v) => v[k])",
      "Array.from([1], (x) => x[k])",
      "[1].reduce((a, b, i, xs) => xs[k], 0)",
      "new Map([[1, 2]]).forEach((v, key, m) => m[k])",
      "each((x) => x[k])",
    ])
      for (const form of FORMS) {
        const options = { globals: { each: (f: (o: object) => unknown) => f({ live: true }) } };
        expect([source, failureCode(`${k} ${source}`, options, form)]).toEqual([source, "GUARD_MEMBER"]);
      }
    const live = { list: [1] };
    for (const form of FORMS)
      run(
        "each((x) => { x.list.push(2); x.list.length = 0 })",
        { globals: { each: (f: (o: object) => unknown) => f(live) } },
        form,
      );
    expect(live).toEqual({ list: [1] });
    const liar = "let n = 0; const xs = { get length() { return n++ ? 1e9 : 1 }, get 0() { return 'x' } };";
    expect(all(`${liar} [Array.from(xs), n]`)).toEqual([
      [["x"], 1],
      [["x"], 1],
    ]);
  });

  covers("B12", () => {
    const host = (): string => "HOST SOURCE TEXT";
    expect(host.toString()).toContain("HOST SOURCE");
    for (const source of ["f.toString()", "String(f)", "`${f}`", "f + ''", "(() => 1).toString.call(f)"])
      for (const value of all(source, { globals: { f: host } })) expect(String(value)).not.toMatch(/HOST/);
    for (const value of all("(function mine(a) { return a.b.c }).toString()"))
      expect(String(value)).not.toMatch(/_g\d|_getattr_|_steps_/);
    for (const form of FORMS)
      for (const source of ["Math.max.name = 'x'", "print.name = 'x'", "f.length = 5", "f.name = 'x'"])
        expect([source, failureCode(source, { globals: { f: host } }, form)]).toEqual([
          source,
          "GUARD_WRITE",
        ]);
  });
});

values([
  {
    row: "B14",
    source:
      "const o = { a: { f(x) { return [this.n, x] }, n: 1 } }, z = null; [o?.a?.f?.(2), o?.['a']?.['f']?.(3), (o?.a).f(4), (o?.a.f)(5), z?.a.f(z.x), delete o?.a.n, delete z?.a]",
    value: [[1, 2], [1, 3], [1, 4], [1, 5], undefined, true, true],
  },
  {
    row: "B15",
    source:
      "const o = { a: 1, ['b' + 1]: 2, get c() { return this.a + 1 }, set c(v) { this.a = v }, m() { return 5 }, *g() { yield 6 }, async n() {}, async *h() {} }; const { a, ...r } = o; o.c = 9; [a, Object.keys(r), o.c, o.m(), [...o.g()], { ...o, a: 0 }.a, [...'ab', ...[1]]]",
    value: [1, ["b1", "c", "m", "g", "n", "h"], 10, 5, [6], 0, ["a", "b", 1]],
  },
  {
    row: "B17",
    source:
      "const out = []; const base = { p: 1 }; class A { q = 2 } const a = new A(); for (const k in { ...base, r: 1 }) out.push(k); out.push('q' in a, a instanceof A, (1, 2), void 0); o: for (const x of [1, 2]) { for (;;) { if (x === 1) continue o; break o } } switch (1) { case 1: let s = 1; case 3: s += 1; out.push(s) } out",
    value: ["p", "r", true, true, 2, undefined, 2],
  },
]);

describe("places that a rewriter forgets", () => {
  const key = "const k = 'constr' + 'uctor';";
  const refusedIn = (row: string, sources: readonly string[]): void =>
    covers(row, () => {
      for (const source of sources) {
        expect(new Function(`${key} ${source}`)).toBeDefined();
        for (const form of FORMS)
          expect([source, failureCode(`${key} ${source}`, {}, form)]).toEqual([source, "GUARD_MEMBER"]);
      }
    });

  refusedIn("B13", [
    "(({ [k]: a }) => a)({})",
    "(([{ [k]: a }]) => a)([{}])",
    "((x = [][k]) => x)()",
    "(({ a = [][k] }) => a)({})",
    "try { throw {} } catch ({ [k]: a }) {}",
    "for (const { [k]: a } of [{}]) ;",
    "for (let { [k]: a } = {}; ; ) break",
    "for (const { [k]: a } in { x: 1 }) ;",
    "let a; ({ [k]: a } = {})",
    "let a; [{ [k]: a }] = [{}]",
    "const o = {}; [o[k]] = [1]",
    "const o = {}; ({ a: o[k] } = { a: 1 })",
    "const o = {}; [...o[k]] = [1]",
    "const o = {}; ({ ...o[k] } = { a: 1 })",
    "const { a: { b: { [k]: c } } } = { a: { b: {} } }",
    "const { [k]: a, ...rest } = {}",
    "const { x, [k]: a } = {}",
  ]);

  refusedIn("B14", [
    "[]?.[k]",
    "[]?.x?.y; []?.[k]?.('x')",
    "({ a: [] })?.a?.[k]",
    "delete ({})?.[k]",
    "(({})?.a, [])?.[k]",
    "({ a: [] }).a?.[k].b",
  ]);

  refusedIn("B15", [
    "({ [k]() {} })",
    "({ get [k]() { return 1 } })",
    "({ async *[k]() {} })",
    "({ ...[][k] })",
    "[...[][k]]",
    "({ get a() { return [][k] } }).a",
    "({ set a(v) { v[k] } }).a = []",
    "({ m(x = [][k]) {} }).m()",
  ]);

  refusedIn("B16", [
    "class A { [k]() {} }",
    "class A { static { [][k] } }",
    "class A { x = [][k] } new A()",
    "class A { static x = [][k] }",
    "class A { #x = [][k] } new A()",
    "class A extends [][k] {}",
    "class A extends (() => [][k])() {}",
    "class A { static [Symbol.hasInstance](x) { return x[k] } } [] instanceof A",
    "class A extends Array { static get [Symbol.species]() { return [][k] } } new A(1).map((x) => x)",
    "class A { get x() { return super[k] } } new A().x",
    "class A { static m() { return this[k] } } A.m()",
  ]);

  refusedIn("B17", [
    "for (const x in [][k]) ;",
    "for (let i = [][k]; ; ) break",
    "(1, [][k])",
    "void [][k]",
    "switch ([][k]) {}",
    "switch (1) { case [][k]: }",
    "l: { [][k] }",
    "[][k] in {}",
    "({}) instanceof [][k]",
    "throw [][k]",
    "if ([][k]) ;",
    "typeof [][k]",
  ]);

  covers("B17", () => {
    expect(all("['constr' + 'uctor' in {}, 'toString' in {}]")).toEqual([
      [false, true],
      [false, true],
    ]);
  });

  covers("B14", () => {
    // An optional call keeps its receiver, and a parenthesised chain keeps it too.
    for (const source of ["o.m?.()", "(o.m)?.()", "(o?.m)()", "o?.['m']()"])
      expect([source, ...all(`const o = { m() { return this === o } }; ${source}`)]).toEqual([
        source,
        true,
        true,
      ]);
    expect(compileRestricted("a?.b`x`").errors[0]?.code).toBe("SYNTAX_ERROR");
  });
});
