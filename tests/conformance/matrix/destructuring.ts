import type { Case } from "../../support/differential.js";

/** A pattern, and what to return to see what it bound. */
type Pattern = readonly [pattern: string, seen: string];

const ARRAY_PATTERNS: readonly Pattern[] = [
  ["[]", "1"],
  ["[,]", "1"],
  ["[, ,]", "1"],
  ["[a]", "a"],
  ["[a,]", "a"],
  ["[a, b]", "[a, b]"],
  ["[a, , b]", "[a, b]"],
  ["[, a]", "a"],
  ["[a = log('d')]", "a"],
  ["[a = log('d'), b = log('e')]", "[a, b]"],
  ["[a = 1, b = a]", "[a, b]"],
  ["[a = b, b]", "[a, b]"],
  ["[a = a]", "a"],
  ["[a = (() => { throw 'default error' })(), b]", "[a, b]"],
  ["[...a]", "a"],
  ["[a, ...b]", "[a, b]"],
  ["[, ...a]", "a"],
  ["[...[]]", "1"],
  ["[...[a, b]]", "[a, b]"],
  ["[...[, a]]", "a"],
  ["[...[a = log('d'), ...b]]", "[a, b]"],
  ["[...[...[a]]]", "a"],
  ["[...{length: a}]", "a"],
  ["[...{0: a, length: b}]", "[a, b]"],
  ["[...{...a}]", "a"],
  ["[[a], b]", "[a, b]"],
  ["[[a] = [9], b]", "[a, b]"],
  ["[[a, b] = log([8, 9])]", "[a, b]"],
  ["[[[a]]]", "a"],
  ["[, [a, [b]]]", "[a, b]"],
  ["[[...a], ...[b]]", "[a, b]"],
  ["[[...[a]], b]", "[a, b]"],
  ["[{x: a}, b]", "[a, b]"],
  ["[{x: a} = {x: 3}]", "a"],
  ["[{a = log('d')} = {}]", "a"],
  ["[{...a}]", "a"],
  ["[{length: a}]", "a"],
  ["[{a}, [b]]", "[a, b]"],
  ["[[] = []]", "1"],
  ["[{} = {}]", "1"],
];

const OBJECT_PATTERNS: readonly Pattern[] = [
  ["{}", "1"],
  ["{a}", "a"],
  ["{a, b}", "[a, b]"],
  ["{a,}", "a"],
  ["{a = log('d')}", "a"],
  ["{a = log('d'), b = log('e')}", "[a, b]"],
  ["{a = b, b}", "[a, b]"],
  ["{a = a}", "a"],
  ["{b = 1, a = b}", "[a, b]"],
  ["{x: a}", "a"],
  ["{x: a = log('d')}", "a"],
  ["{x: a, x: b}", "[a, b]"],
  ["{a, ...b}", "[a, b]"],
  ["{...a}", "a"],
  ["{x: a, y, ...b}", "[a, b, y]"],
  ["{[log('x')]: a}", "a"],
  ["{[log('x')]: a = log('d')}", "a"],
  ["{[key(log, 'x')]: a = log('d'), ...b}", "[a, b]"],
  ["{[(() => { throw 'key error' })()]: a}", "a"],
  ["{[Symbol.iterator]: a}", "typeof a"],
  ["{[0]: a, ...b}", "[a, b]"],
  ["{x: {y: a}}", "a"],
  ["{x: {y: a} = {y: 3}}", "a"],
  ["{x: {y: {z: a} = {z: 4}} = {}}", "a"],
  ["{x: {}}", "1"],
  ["{x: [a, b]}", "[a, b]"],
  ["{x: [a] = [4], y: b}", "[a, b]"],
  ["{x: [...a]}", "a"],
  ["{x: [...[a]], y: b = log('q')}", "[a, b]"],
  ["{x: [a = log('r'), ...[b = log('s')]], y = log('q')}", "[a, b, y]"],
  ["{x: [[a]]}", "a"],
  ["{length: a}", "a"],
  ["{0: a, 1: b}", "[a, b]"],
  ["{'x': a, \"y\": b}", "[a, b]"],
  ["{1e3: a = 1, 0x10: b = 2}", "[a, b]"],
  ["{groups: a = 1}", "a"],
  ["{x: {groups: {y: a} = {y: 1}} = {}}", "a"],
  ["{if: a = 1, async: b = 2}", "[a, b]"],
];

const FUNCTIONS: readonly string[] = [
  "function () {}",
  "() => {}",
  "class {}",
  "class { static name = 5 }",
  "class { static name() {} }",
  "class { static own = this.name }",
  "class { static { log(this.name) } }",
  "class extends Object {}",
  "class { m() { return 1 } }",
  "class { [log('k')]() {} }",
  "function* () {}",
  "async () => {}",
  "async function () {}",
  "async function* () {}",
  "function named() {}",
  "class named {}",
  "(0, function () {})",
  "(function () {})",
  "(class {})",
  "(() => {})",
  "x => x",
];

/** An anonymous function that is a default takes the name of what it is bound to. */
const NAMED: readonly Pattern[] = FUNCTIONS.flatMap((f): Pattern[] => [
  [`[a = ${f}]`, "[a, show(a.name)]"],
  [`{a = ${f}}`, "[a, show(a.name)]"],
  [`{x: a = ${f}}`, "[a, show(a.name)]"],
]);

const ARRAY_SOURCES: readonly string[] = [
  "[1, 2, 3]",
  "[]",
  "[undefined, 2]",
  "[[1, 2], [3, [4]], 5]",
  "[{x: 1, a: 2}, [7], 9]",
  "[null, 1]",
  "[, 5]",
  "'h\\u00e9\\u{1d4b3}'",
  "new Set([1, 2])",
  "new Map([[1, 2], [3, 4]])",
  "(function* () { try { log('start'); yield 1; log('one'); yield [2]; log('two') } finally { log('closed') } })()",
  "iter(log, [])",
  "iter(log, [1])",
  "iter(log, [undefined, null, 3])",
  "iter(log, [[1, 2], {x: 3}, 4, 5])",
  "iter(log, [1, 2, 3], {first: true})",
  "iter(log, [1, 2, 3], {next: 0})",
  "iter(log, [1, 2, 3], {next: 1})",
  "iter(log, [1, 2, 3], {bad: 0})",
  "iter(log, [1, 2, 3], {done: 0})",
  "iter(log, [1, 2, 3], {value: 0})",
  "iter(log, [1, 2, 3], {value: 1})",
  "iter(log, [[1], 2, 3], {close: 'none'})",
  "iter(log, [1, 2, 3], {close: 'null'})",
  "iter(log, [1, 2, 3], {close: 'number'})",
  "iter(log, [1, 2, 3], {close: 'throws'})",
  "iter(log, [null, null, 3], {close: 'throws'})",
  "iter(log, [1, 2, 3], {close: 'bad'})",
  "{[Symbol.iterator]() { return 1 }}",
  "{[Symbol.iterator]() { return {} }}",
  "{[Symbol.iterator]: 1}",
  "{get [Symbol.iterator]() { throw 'get error' }}",
  "undefined",
  "null",
  "5",
  "true",
  "{}",
  "log",
];

const OBJECT_SOURCES: readonly string[] = [
  "{a: 1, b: 2, x: 3, y: 4}",
  "{}",
  "{a: undefined, x: null}",
  "{x: {y: 1, z: 2}, 0: 'zero', 1: 'one'}",
  "{x: [1, 2], y: 5, a: null}",
  "{x: [[7]], groups: {y: 2}}",
  "{x: iter(log, [1, 2]), y: undefined}",
  "{x: iter(log, [], {close: 'throws'}), a: 1}",
  "[1, 2, 3]",
  "'abc'",
  "5",
  "true",
  "Symbol('s')",
  "7n",
  "undefined",
  "null",
  "log",
  "() => 1",
  "spy(log, {a: 1, b: undefined, x: {y: 1}})",
  "spy(log, {x: [1], y: 2})",
  "{get x() { throw 'get error' }, get a() { throw 'get error' }}",
  "Object.create({a: 'inherited', x: 'up'})",
  "{[Symbol.iterator]: 1, a: 2, x: 1}",
  "new (class { a = 1; get x() { return log('getter') } })",
];

/** Where a pattern binds names: `P` the pattern, `S` the source, `R` what is returned. */
const BINDINGS: Readonly<Record<string, string>> = {
  const: "const P = S; return R;",
  let: "let P = S; return R;",
  var: "var P = S; return R;",
  several: "const before = log('before'), P = S, after = log('after'); return R;",
  function: "function f(P) { log('body'); return R; } return [f(S), f.length];",
  functionDefault: "function f(P = S) { log('body'); return R; } return [f(), f.length];",
  functionSecond:
    "function f(first, P, last) { return [first, R, last, arguments.length]; } return f(1, S, 3);",
  functionRest: "function f(P, ...rest) { return [R, rest]; } return f(S, 4, 5);",
  restPattern: "function f(...[P]) { return R; } return f(S, 4);",
  expression: "return (function (P) { return R; })(S);",
  arrow: "return ((P) => R)(S);",
  arrowDefault: "return ((P = S) => R)();",
  arrowRest: "return ((one, P, ...more) => [R, one, more])(1, S, 2, 3);",
  method: "return { m(P) { return R; } }.m(S);",
  setter: "let out; ({ set m(P) { out = R; } }).m = S; return out;",
  generator: "function* g(P) { log('body'); yield R; } const it = g(S); log('called'); return it.next();",
  generatorDefault:
    "function* g(P = S, z = log('z')) { yield R; } const it = g(); log('called'); return it.next();",
  generatorRest:
    "function* g(first, P, ...rest) { yield [R, rest]; } const it = g(0, S, 1, 2); log('called'); return [...it];",
  generatorMethod: "const it = { *m(P) { log('body'); yield R; } }.m(S); log('called'); return it.next();",
  classMethod: "return new (class { m(P) { return R; } })().m(S);",
  classGenerator:
    "const it = new (class { *m(P) { log('body'); yield R; } })().m(S); log('called'); return it.next();",
  staticMethod: "return (class { static m(P) { return R; } }).m(S);",
  staticGenerator:
    "const it = (class { static *m(P = S) { log('body'); yield R; } }).m(); log('called'); return it.next();",
  privateMethod: "return new (class { #m(P) { return R; } m(x) { return this.#m(x); } })().m(S);",
  privateGenerator:
    "return new (class { *#m(P) { yield R; } m(x) { const it = this.#m(x); log('called'); return it.next(); } })().m(S);",
  constructor: "return new (class { constructor(P) { this.r = R; } })(S).r;",
  staticBlock: "let out; class C { static { const P = S; out = R; } } return out;",
  field: "return new (class { f = ((P) => R)(S); })().f;",
  catch: "try { throw S; } catch (P) { return R; }",
  for: "for (let P = S, once = true; once; once = false) return R;",
  forConst: "for (const P = S; ; ) return R;",
  forVar: "for (var P = S; ; ) { break; } return R;",
  forOf: "const all = []; for (const P of [S]) all.push(R); return all;",
  forOfLet: "for (let P of [S]) { log(R); } return 'end';",
  forOfVar: "for (var P of [S]) { log('body'); } return R;",
  forOfClosing: "for (const P of iter(log, [S, 2])) { log('body'); break; } return 'end';",
  switch: "switch (1) { case 1: let P = S; return R; }",
  closures: "const fs = []; for (let P of [S, S]) fs.push(() => R); return fs.map((f) => f());",
};

const ASYNC_BINDINGS: Readonly<Record<string, string>> = {
  const: "const P = await S; return R;",
  asyncFunction:
    "async function f(P) { log('body'); return R; } const p = f(S); log('called'); return await p;",
  asyncArrow: "const f = async (P) => R; const p = f(S); log('called'); return p;",
  asyncArrowDefault:
    "const f = async (P = S, ...rest) => [R, rest]; const p = f(undefined, 1); log('called'); return p;",
  asyncMethod: "return { async m(P) { return R; } }.m(S);",
  asyncClassMethod: "return new (class { async m(P, q = 1) { return [R, q]; } })().m(S);",
  asyncPrivateMethod: "return new (class { async #m(P) { return R; } m(x) { return this.#m(x); } })().m(S);",
  asyncStaticMethod: "return (class { static async m(P = S) { return R; } }).m();",
  asyncGenerator:
    "async function* g(P) { log('body'); yield R; } const it = g(S); log('called'); return it.next();",
  asyncGeneratorMethod: "const it = { async *m(P = S) { yield R; } }.m(); log('called'); return it.next();",
  asyncGeneratorClass:
    "const it = new (class { async *m(first, P, ...rest) { yield [R, rest]; } })().m(0, S, 1); log('called'); return it.next();",
  asyncGeneratorPrivate:
    "const it = new (class { async *#m(P) { yield R; } m(x) { return this.#m(x); } })().m(S); log('called'); return it.next();",
  forAwait: "for await (const P of [S]) return R;",
  forAwaitVar: "for await (var P of [S]) log('body'); return R;",
  forAwaitAsync:
    "for await (let P of (async function* () { try { yield S; } finally { log('closed'); } })()) { log(R); break; } return 'end';",
  catch: "try { await Promise.reject(S); } catch (P) { return R; }",
};

/** Where a pattern assigns: the names are declared before. */
const ASSIGNMENTS: Readonly<Record<string, string>> = {
  statement: "let a, b, y; const s = S; P_ = s; return [R, s === s];",
  value: "let a, b, y; const s = S; const v = (P_ = s); return [R, v === s];",
  chained: "let a, b, y, z; const s = S; z = P_ = s; return [R, z === s];",
  argument: "let a, b, y; const s = S; return [log(P_ = s) === s, R];",
  arrowBody: "let a, b, y; const f = () => (P_ = S); f(); return R;",
  forOf: "let a, b, y; for (P of [S]) log('body'); return R;",
  forOfClosing: "let a, b, y; for (P of iter(log, [S, S])) { log('body'); break; } return R;",
  forInit: "let a, b, y; for (P = S; ; ) return R;",
  forUpdate: "let a, b, y; for (let once = true; once; P_ = S) once = false; return R;",
  parameterDefault: "let a, b, y; function f(z = (P_ = S)) { return R; } return f();",
  condition: "let a, b, y; if ((P_ = S)) return R; return 'falsy';",
  generator:
    "let a, b, y; function* g() { P_ = yield; return R; } const it = g(); it.next(); return it.next(S);",
  field: "let a, b, y; new (class { f = (P_ = S) })(); return R;",
};

const ASYNC_ASSIGNMENTS: Readonly<Record<string, string>> = {
  await: "let a, b, y; P_ = await S; return R;",
  forAwait: "let a, b, y; for await (P of [S]) log('body'); return R;",
};

interface Spec {
  readonly positions: Readonly<Record<string, string>>;
  readonly patterns: readonly Pattern[];
  readonly sources: readonly string[];
}

/** Every pattern at every position; the sources go round, so that each meets each pattern and each position. */
function cross({ positions, patterns, sources }: Spec, each: number): Case[] {
  let turn = 0;
  return Object.entries(positions).flatMap(([position, template]) =>
    patterns.flatMap((pattern) =>
      Array.from({ length: Math.min(each, sources.length) }, () =>
        made(position, template, pattern, sources[turn++ % sources.length] as string),
      ),
    ),
  );
}

function made(position: string, template: string, [pattern, seen]: Pattern, source: string): Case {
  const body = template
    .replaceAll(/P_ = (s|S|yield|await S)/g, (_, value: string) => `(${pattern} = ${value})`)
    .replaceAll(/\bP\b/g, () => pattern)
    .replaceAll(/\bS\b/g, () => `(${source})`)
    .replaceAll(/\bR\b/g, () => seen);
  return { name: `${position}: ${pattern} = ${source}`, body };
}

export function destructuring(each: number): readonly Case[] {
  return [
    ...cross({ positions: BINDINGS, patterns: ARRAY_PATTERNS, sources: ARRAY_SOURCES }, each),
    ...cross({ positions: BINDINGS, patterns: OBJECT_PATTERNS, sources: OBJECT_SOURCES }, each),
    ...cross({ positions: BINDINGS, patterns: NAMED, sources: ["[]"] }, 1),
    ...cross({ positions: ASSIGNMENTS, patterns: ARRAY_PATTERNS, sources: ARRAY_SOURCES }, each),
    ...cross({ positions: ASSIGNMENTS, patterns: OBJECT_PATTERNS, sources: OBJECT_SOURCES }, each),
    ...cross({ positions: ASSIGNMENTS, patterns: NAMED, sources: ["[]"] }, 1),
  ];
}

export function asyncDestructuring(each: number): readonly Case[] {
  return [
    ...cross({ positions: ASYNC_BINDINGS, patterns: ARRAY_PATTERNS, sources: ARRAY_SOURCES }, each),
    ...cross({ positions: ASYNC_BINDINGS, patterns: OBJECT_PATTERNS, sources: OBJECT_SOURCES }, each),
    ...cross({ positions: ASYNC_BINDINGS, patterns: NAMED, sources: ["[]"] }, 1),
    ...cross({ positions: ASYNC_ASSIGNMENTS, patterns: ARRAY_PATTERNS, sources: ARRAY_SOURCES }, each),
    ...cross({ positions: ASYNC_ASSIGNMENTS, patterns: OBJECT_PATTERNS, sources: OBJECT_SOURCES }, each),
  ];
}
