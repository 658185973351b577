import type { Case } from "../../support/differential.js";

/** A function of every kind, `PARAMS` and `BODY` to be filled in; the result is called with `ARGS`. */
const KINDS: Readonly<Record<string, string>> = {
  declaration: "function f(PARAMS) { BODY } return [f.name, f.length, f(ARGS)];",
  expression: "const f = function (PARAMS) { BODY }; return [f.name, f.length, f(ARGS)];",
  named: "const f = function g(PARAMS) { BODY }; return [f.name, f.length, f(ARGS)];",
  arrow: "const f = (PARAMS) => { BODY }; return [f.name, f.length, f(ARGS)];",
  method: "const o = { m(PARAMS) { BODY } }; return [o.m.name, o.m.length, o.m(ARGS)];",
  computedMethod: "const o = { ['m' + 1](PARAMS) { BODY } }; return [o.m1.name, o.m1.length, o.m1(ARGS)];",
  classMethod: "class C { m(PARAMS) { BODY } } const c = new C(); return [c.m.name, c.m.length, c.m(ARGS)];",
  staticMethod: "class C { static m(PARAMS) { BODY } } return [C.m.name, C.m.length, C.m(ARGS)];",
  privateMethod:
    "class C { #m(PARAMS) { BODY } m() { return [this.#m.name, this.#m.length, this.#m(ARGS)]; } } return new C().m();",
  constructor:
    "class C { constructor(PARAMS) { this.r = (() => { BODY })(); } } return [C.length, new C(ARGS).r];",
  generator:
    "function* f(PARAMS) { BODY } const it = f(ARGS); log('called'); return [f.name, f.length, it.next()];",
  generatorMethod:
    "const o = { *m(PARAMS) { BODY } }; const it = o.m(ARGS); log('called'); return [o.m.name, o.m.length, it.next()];",
  called: "return (function (PARAMS) { BODY }).call('this', ARGS);",
  bound: "return (function (PARAMS) { BODY }).bind('this')(ARGS);",
  applied: "return (function (PARAMS) { BODY }).apply('this', [ARGS]);",
  constructed: "function F(PARAMS) { this.r = (() => { BODY })(); } return new F(ARGS).r;",
  callback: "return [0].map(() => ((PARAMS) => { BODY })(ARGS));",
  async:
    "async function f(PARAMS) { BODY } const p = f(ARGS); log('called'); return [f.name, f.length, await p];",
  asyncArrow:
    "const f = async (PARAMS) => { BODY }; const p = f(ARGS); log('called'); return [f.name, f.length, await p];",
  asyncMethod:
    "const o = { async m(PARAMS) { BODY } }; const p = o.m(ARGS); log('called'); return [o.m.name, o.m.length, await p];",
  asyncStatic:
    "class C { static async m(PARAMS) { BODY } } const p = C.m(ARGS); log('called'); return [C.m.name, C.m.length, await p];",
  asyncGenerator:
    "async function* f(PARAMS) { BODY } const it = f(ARGS); log('called'); return [f.name, f.length, await it.next()];",
};

/** Parameters, arguments, body. */
const FILLS: readonly (readonly [params: string, args: string, body: string])[] = [
  ["", "", "return 1;"],
  ["a, b", "1", "return [a, b];"],
  ["a, b,", "1, 2, 3", "return [a, b];"],
  ["a = log('d'), b", "undefined, 2", "return [a, b];"],
  ["a, b = a, c = b", "1", "return [a, b, c];"],
  ["a = b, b", "undefined, 1", "return [a, b];"],
  ["a = a", "", "return a;"],
  ["...r", "1, 2", "return r;"],
  ["a, ...r", "1, 2, 3", "return [a, r];"],
  ["a = 1, ...[b, c]", "undefined, 2", "return [a, b, c];"],
  ["{ a, b = log('d') }", "{ a: 1 }", "return [a, b];"],
  ["{ a } = { a: 5 }, b", "undefined, 1", "return [a, b];"],
  ["[a, [b] = [3]], c = b", "[1]", "return [a, b, c];"],
  ["{ a: { b } }", "{ a: null }", "return b;"],
  ["[a]", "iter(log, [1])", "return a;"],
  ["[a, ...[b]]", "iter(log, [1, 2])", "return [a, b];"],
  ["a, f = () => a", "1", "a = 2; return [a, f()];"],
  ["a, f = () => a", "1", "var a = 2; return [a, f()];"],
  ["{ a }, f = () => a", "{ a: 1 }", "var a = 2; return [a, f()];"],
  ["{ a }, f = () => a", "{ a: 1 }", "var a; return [a, f()];"],
  ["{ a }", "{ a: 1 }", "function a() {} return typeof a;"],
  ["f = () => typeof inner, { a } = {}", "", "let inner = 1; return [f(), inner];"],
  ["f = () => a, [a] = [7]", "", "return [f(), a];"],
  ["f = (() => a)(), [a] = [7]", "", "return a;"],
  ["a = (() => { throw 'param'; })()", "", "return a;"],
  ["{ a = (() => { throw 'param'; })() }", "{}", "return a;"],
  ["a", "1", "{ let a = 2; { var v = a; } } return [a, v];"],
  ["", "1, 2", "return typeof this;"],
  ["a = this", "", "return a === this;"],
  ["f = () => this", "", "return f() === this;"],
  ["a = function () {}, b = () => {}, c = class {}", "", "return [a.name, b.name, c.name];"],
  ["{ a = function () {}, b = class {} }, [c = () => {}] = []", "{}", "return [a.name, b.name, c.name];"],
  ["a = log(1), { b = log(2) } = {}, c = log(3), [d = log(4)] = []", "", "return [a, b, c, d];"],
  ["{ length }", "'abc'", "return length;"],
  ["{ a, ...r }, ...s", "{ a: 1, b: 2 }, 3, 4", "return [a, r, s];"],
  ["{ [log('k')]: a }", "{ k: 1 }", "return a;"],
  ["x", "1", "try { return x; } finally { x = 2; log(x); }"],
  ["x", "5", "const g = () => x--; for (;;) { if (g() < 3) return x; }"],
];

/** Only functions with an `arguments` of their own. */
const ARGUMENTS: readonly (readonly [params: string, args: string, body: string])[] = [
  ["", "1, 2", "return [arguments.length, [...arguments]];"],
  ["a", "1", "a = 2; return [arguments[0], a];"],
  ["{ a }", "{ a: 1 }, 2", "return [arguments.length, arguments[1], a];"],
  ["a = 1", "", "return [arguments.length, a];"],
  ["f = () => arguments.length", "undefined, 2", "return f();"],
  ["{ a }, n = arguments.length", "{ a: 1 }", "return [n, a];"],
  ["a, ...r", "1, 2", "arguments[0] = 9; return [a, r, arguments.length];"],
];

function filled(template: string, [params, args, body]: (typeof FILLS)[number]): string {
  return template
    .replace("PARAMS", () => params)
    .replace("BODY", () => body)
    .replace("ARGS", () => args);
}

function made(isAsync: boolean): Case[] {
  return Object.entries(KINDS)
    .filter(([kind]) => kind.startsWith("async") === isAsync)
    .flatMap(([kind, template]) => {
      const arrow = /arrow|callback|construct/i.test(kind);
      return [...FILLS, ...(arrow ? [] : ARGUMENTS)].map((fill) => ({
        name: `${kind}(${fill[0]}) of (${fill[1]}): ${fill[2]}`,
        body: filled(template, fill).replaceAll(", ARGS", ""),
      }));
    });
}

/** Where `this`, `super`, `new.target` and `arguments` come from, for each place in a class or object. */
const SCOPES: readonly string[] = [
  "class C extends B { m() { return E; } } return new C(1).m(2);",
  "class C extends B { get m() { return E; } } return new C(1).m;",
  "class C extends B { set m(v) { log(E); } } new C(1).m = 2; return 1;",
  "class C extends B { static m() { return E; } } return C.m(2);",
  "class C extends B { #m() { return E; } m() { return this.#m(3); } } return new C(1).m();",
  "class C extends B { *m() { yield E; } } return new C(1).m(2).next();",
  "class C extends B { constructor(x) { super(x); this.r = E; } } return new C(1).r;",
  "class C extends B { constructor(x) { const f = () => E; super(x); this.r = f(); } } return new C(1).r;",
  "class C extends B { constructor(x, y = (() => { super(x); return E; })()) { this.r = y; } } return new C(1).r;",
  "class C extends B { m(x = E) { return x; } } return new C(1).m();",
  "class C extends B { m({ x = E } = {}) { return x; } } return new C(1).m();",
  "class C extends B { m() { return (() => (() => E)())(); } } return new C(1).m(2);",
  "class C extends B { m() { return [0].map(() => E)[0]; } } return new C(1).m(2);",
  "const o = { m() { return E; } }; return o.m(2);",
  "const o = { get m() { return E; } }; return o.m;",
  "const o = { ['m']() { return (() => E)(); } }; return o.m(2);",
];
const FIELD_SCOPES: readonly string[] = [
  "class C extends B { f = E; } return new C(1).f;",
  "class C extends B { f = () => E; } return new C(1).f();",
  "class C extends B { static f = E; } return C.f;",
  "class C extends B { static { log(E); } } return 1;",
  "class C extends B { #f = E; g() { return this.#f; } } return new C(1).g();",
  "class C extends B { ['f'] = E; } return new C(1).f;",
];
const WORDS: readonly string[] = [
  "typeof this",
  "this.b",
  "super.b",
  "typeof super.m2",
  "super.m2?.(5)",
  "super['b']",
  "super[log('b')]",
  "super.nope",
  "new.target === undefined",
  "typeof new.target",
  "super.b = 7",
  "(super.b ??= 8)",
  "[super.b, this.b]",
  "super.m2`t`",
  "(() => super.b)()",
  "{ ...super.m3 }",
  "[...(super.list ?? [])]",
  "delete this.b",
];

function scopes(): Case[] {
  const base =
    "class B { static b = 'static b'; static m2(x) { return ['static m2', x]; } constructor(x) { this.x = x; } get b() { return 'b'; } set b(v) { log('set b', v); } m2(x) { return ['m2', typeof x]; } get list() { return [1]; } get m3() { return { a: 1 }; } } ";
  const own = [
    ...SCOPES.map((scope) => [scope, [...WORDS, "arguments.length"]] as const),
    ...FIELD_SCOPES.map((scope) => [scope, WORDS] as const),
  ];
  return own.flatMap(([scope, words]) =>
    words.map((word) => {
      const body = base + scope.replace(/\bE\b/, () => (word.startsWith("{") ? `(${word})` : word));
      return { name: `${word} in ${scope}`, body };
    }),
  );
}

export function functions(): readonly Case[] {
  return [...made(false), ...scopes()];
}

export function asyncFunctions(): readonly Case[] {
  return made(true);
}
