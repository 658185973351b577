import { describe, expect, it } from "vitest";
import { tamedRealm } from "./realm.js";

const realm = tamedRealm();
const show = (e: string, options: object = {}): string =>
  realm.parts.inspect(realm.run(`return (${e})`), options);

const ROWS: readonly (readonly [string, string])[] = [
  ["1", "1"],
  ["-0", "-0"],
  ["'a\\nb'", "'a\\nb'"],
  [`"it's"`, `"it's"`],
  ["10n", "10n"],
  ["Symbol('x')", "Symbol(x)"],
  ["undefined", "undefined"],
  ["null", "null"],
  ["[1, 'a', [2]]", "[ 1, 'a', [ 2 ] ]"],
  ["[]", "[]"],
  ["({})", "{}"],
  ["({ a: 1, 'b-c': { d: [] } })", "{ a: 1, 'b-c': { d: [] } }"],
  ["[1, , 3]", "[ 1, <1 empty item>, 3 ]"],
  ["new Map([['a', { b: 1 }]])", "Map(1) { 'a' => { b: 1 } }"],
  ["new Set([1])", "Set(1) { 1 }"],
  ["new Date(0)", "1970-01-01T00:00:00.000Z"],
  ["new Date(NaN)", "Invalid Date"],
  ["/a+/gi", "/a+/gi"],
  ["new Error('m')", "Error: m"],
  ["[new TypeError('m')]", "[ [TypeError: m] ]"],
  ["new (class MyError extends Error {})('m')", "MyError: m"],
  ["Object.assign(new Error('m'), { code: 1 })", "Error: m { code: 1 }"],
  ["new Error('a', { cause: 1 })", "Error: a { [cause]: 1 }"],
  ["new Uint8Array([1, 2])", "Uint8Array(2) [ 1, 2 ]"],
  ["function f() {}", "[Function: f]"],
  ["() => {}", "[Function (anonymous)]"],
  ["class A {}", "[class A]"],
  ["(() => { class A extends Map {} return A })()", "[class A extends Map]"],
  ["async () => {}", "[AsyncFunction (anonymous)]"],
  ["new (class Foo { x = 1 })()", "Foo { x: 1 }"],
  ["(() => { const a = { n: 1 }; a.self = a; return a })()", "<ref *1> { n: 1, self: [Circular *1] }"],
  [
    "({ get a() { return 1 }, set b(x) {}, get c() { return 1 }, set c(x) {} })",
    "{ a: [Getter], b: [Setter], c: [Getter/Setter] }",
  ],
  ["Object.create(null)", "[Object: null prototype] {}"],
  ["({ a: { b: { c: { d: { e: 1 } } } } })", "{\n  a: { b: { c: { d: [Object] } } }\n}"],
  ["new WeakMap()", "WeakMap { <items unknown> }"],
  ["Promise.resolve(1)", "Promise {}"],
  ["new ArrayBuffer(3)", "ArrayBuffer { byteLength: 3 }"],
  ["(() => { const a = []; a.length = 4294967295; return a })()", "[ <4294967295 empty items> ]"],
];

describe("inspect", () => {
  for (const [e, expected] of ROWS) it(e, () => expect(show(e)).toBe(expected));
  it("runs none of the program's code", () => {
    const hostile = `(() => { const ran = []; const bad = { get a() { ran.push(1) }, toString() { ran.push(2) }, toJSON() { ran.push(3) }, valueOf() { ran.push(4) }, [Symbol.toPrimitive]() { ran.push(5) }, get [Symbol.toStringTag]() { ran.push(6) }, get name() { ran.push(7) } };
      class E extends Error { get name() { ran.push(8) } get message() { ran.push(9) } get cause() { ran.push(10) } } class M extends Map { get size() { ran.push(11) } forEach() { ran.push(12) } entries() { ran.push(13) } [Symbol.iterator]() { ran.push(14) } }
      const f = () => 1; f.toString = () => { ran.push(15) }; const a = [1]; a[Symbol.iterator] = () => { ran.push(16) }; class D extends Date { getTime() { ran.push(17) } toISOString() { ran.push(18) } } class R extends RegExp { get source() { ran.push(19) } get flags() { ran.push(20) } }
      return { ran, all: [bad, new E('x'), new M([[1, 2]]), f, a, new D(0), new R('x'), class { static get name() { ran.push(21) } }] } })()`;
    const made = realm.run(`return ${hostile}`) as { ran: unknown[]; all: unknown };
    realm.parts.inspect(made.all);
    realm.parts.formatArgs(["%s %d %i %f %j %o", ...(made.all as unknown[])]);
    realm.parts.makeConsole(() => {})["table"]?.(made.all);
    expect(Array.from(made.ran)).toEqual([]);
  });
  it("keeps to its budgets", () => {
    expect(show("'x'.repeat(1e6)").length).toBeLessThan(11_000);
    expect(show("Array(1e5).fill({ a: [1, 2, 3] })", { maxLength: 500 }).length).toBeLessThan(520);
    const started = performance.now();
    show("(() => { let o = {}; for (let i = 0; i < 30; i++) o = { a: o, b: o }; return o })()", {
      depth: 100,
    });
    show("(() => { let o = {}; for (let i = 0; i < 1e5; i++) o = { o }; return o })()");
    show("[...Array(500).keys()].map((i) => 'x' + i)");
    expect(performance.now() - started).toBeLessThan(1000);
  });
  it("asks for facets", () => {
    expect(show("[{ a: 1 }]", { describeFacet: (o: object) => ("a" in o ? "DataFrame(3 x 2)" : null) })).toBe(
      "[ DataFrame(3 x 2) ]",
    );
  });
});

describe("console and print", () => {
  const lines: string[] = [];
  const write = (level: string, text: string): void => void lines.push(`${level}|${text}`);
  const extra = { console: realm.parts.makeConsole(write), print: realm.parts.makePrint(write) };
  const out = (body: string): string[] => {
    lines.length = 0;
    realm.run(body, extra);
    return [...lines];
  };
  it("prints", () => {
    expect(
      out(
        `console.log("Hello", "x"); const { log } = console; log(...[1, 2, 3]); console.warn("%s is %d%%, %j", "a", 5, { b: 1 }, "more"); console.assert(1, "no"); console.assert(0, "yes"); console.log(); console.log("100%", 1)`,
      ),
    ).toEqual([
      "log|Hello x",
      "log|1 2 3",
      "warn|a is 5%, { b: 1 } more",
      "error|Assertion failed: yes",
      "log|",
      "log|100% 1",
    ]);
    expect(
      out(
        `print("Hello", "x"); print(1, 2, 3, { sep: "-", end: "!" }); print(1, { sep: undefined, end: null }); print({ a: 1 }); print({ sep: 1 }); print()`,
      ),
    ).toEqual([
      "print|Hello x\n",
      "print|1-2-3!",
      "print|1\n",
      "print|{ a: 1 }\n",
      "print|{ sep: 1 }\n",
      "print|\n",
    ]);
  });
  it("draws tables", () => {
    expect(out(`console.table([{ a: 1, b: "x" }, { a: 2 }])`)[0]).toBe(
      "log|┌─────────┬───┬─────┐\n│ (index) │ a │ b   │\n├─────────┼───┼─────┤\n│ 0       │ 1 │ 'x' │\n│ 1       │ 2 │     │\n└─────────┴───┴─────┘",
    );
    expect(out(`console.table(5)`)).toEqual(["log|5"]);
  });
  it("cannot be changed", () => {
    expect(realm.thrown("console.log = 1")).toMatch(/TypeError/);
    expect(realm.run("return console._open_ + ' ' + console.log._open_")).toBe("false false");
  });
});
