import { describe, expect, it } from "vitest";
import { ABSENT } from "../../../src/language/absent.js";
import { tamedRealm } from "./realm.js";

const realms = {
  safe: tamedRealm("safe"),
  limited: tamedRealm("limited"),
  utility: tamedRealm("utility"),
} as const;
const j = (kind: keyof typeof realms, e: string): unknown =>
  realms[kind].run(
    `const r = (${e}); return r === undefined ? "undefined" : JSON.stringify(r, (k, v) => typeof v === "bigint" ? v + "n" : v)`,
  );

const SAFE: readonly (readonly [string, string])[] = [
  ["len([1, 2])", "2"],
  ["len('héy')", "3"],
  ["len(new Map([[1, 2]]))", "1"],
  ["len(new Set())", "0"],
  ["len(new Uint8Array(4))", "4"],
  ["range(3)", "[0,1,2]"],
  ["range(5, 2, -1)", "[5,4,3]"],
  ["range(0, 1, 2)", "[0]"],
  ["range(1, 10, 4)", "[1,5,9]"],
  ["range(0)", "[]"],
  ["str(12) + str(null) + str('a') + str([1, 'b']) + str({ a: 1 })", `"12nulla[ 1, 'b' ]{ a: 1 }"`],
  [
    "[int('12'), int(' -7 '), int(3.9), int(-3.9), int(true), int('ff', 16), int('12345678901234567890')]",
    `[12,-7,3,-3,1,255,"12345678901234567890n"]`,
  ],
  ["[float('1e3'), float('.5'), float('-inf') < 0, float(true)]", "[1000,0.5,true,1]"],
  ["[sum([1, 2, 3]), sum([1], 10), sum(new Set([4])), sum([]), sum([1n, 2n])]", `[6,11,4,0,"3n"]`],
  [
    "[min(3, 1, 2), max([3, 1]), max('a', 'b'), min([], { default: 9 }), max(['aa', 'b'], { key: len }), min([[2, 1], [1, 9]])]",
    `[1,3,"b",9,"aa",[1,9]]`,
  ],
  ["enumerate('ab', 1)", `[[1,"a"],[2,"b"]]`],
  ["zip([1, 2, 3], 'ab')", `[[1,"a"],[2,"b"]]`],
  ["zip()", "[]"],
  ["sorted([3, 1, 2])", "[1,2,3]"],
  ["sorted([10, 9, 1])", "[1,9,10]"],
  ["sorted(['bb', 'a'], { key: len, reverse: true })", `["bb","a"]`],
  ["sorted([3, -1], abs)", "[-1,3]"],
  ["[abs(-2), abs(-2n), abs(-0)]", `[2,"2n",0]`],
  [
    "[round(2.5), round(3.5), round(-2.5), round(0.5), round(1.5), round(2.675, 2), round(0.125, 2), round(0.375, 2), round(1234, -2), round(1250, -2), round(1350, -2), round(-1250, -2), round(1.25, 1), round(5), round(2.4)]",
    "[2,4,-2,0,2,2.67,0.12,0.38,1200,1200,1400,-1200,1.2,5,2]",
  ],
  [
    "[list('ab'), tuple([1]), reversed([1, 2]), any([0, []]), any([[1]]), all([]), all([1, '']), bool([]), bool('a'), bool(new Map())]",
    `[["a","b"],[1],[2,1],false,true,true,false,false,true,false]`,
  ],
  ["Object.isFrozen(tuple([1, 2]))", "true"],
  ["(() => { const xs = [3, 1]; sorted(xs); reversed(xs); return xs })()", "[3,1]"],
  ["list(new Map([['a', 1]]))", `[["a",1]]`],
  ["list((function* () { yield 1; yield 2 })())", "[1,2]"],
];
const UTILITY: readonly (readonly [string, string])[] = [
  ["sameType({})", "true"],
  ["sameType({}, {})", "true"],
  ["sameType({}, new (class Foo {})())", "false"],
  ["sameType({}, {}, {}, {})", "true"],
  ["sameType({}, {}, [], {})", "false"],
  ["test(true)", "true"],
  ["test(false)", "false"],
  ["test(true, 'first', true, 'second')", '"first"'],
  ["test(false, 'first', true, 'second')", '"second"'],
  ["test(true, 'first', true, 'second', 'third')", '"first"'],
  ["test(false, 1, false, 2, 'third')", '"third"'],
  ["test(false, 1, false, 2, false)", "false"],
  ["test(false, 1)", "undefined"],
  ["reorder(['a', 'b', 'c', 'd', 'e'], undefined, ['a', 'c', 'e'])", `[["b","b"],["d","d"]]`],
  ["reorder(['a', 'b', 'c', 'd', 'e'], ['a', 'd'], ['a', 'b', 'c', 'e'])", `[["d","d"]]`],
  [
    "reorder([['k1', 'v1'], ['k2', 'v2'], ['k3', 'v3']], [['k2', 'v2'], ['k3', 'v3']], [['k2', 'v2']])",
    `[["k3","v3"]]`,
  ],
  ["[math.floor(2.5), math.log(8, 2), math.tau > 6, math.isnan(NaN)]", "[2,3,true,true]"],
  ["[string.digits, typeof string.Formatter, string.ascii_letters.length]", `["0123456789","undefined",52]`],
  [
    "(() => { random.seed(5); const a = random.random(); random.seed(5); return [a === random.random(), a >= 0 && a < 1, random.shuffled([1, 2, 3]).length, random.randint(2, 2), random.sample([1, 2], 1).length] })()",
    "[true,true,3,2,1]",
  ],
];
const LIMITED: readonly (readonly [string, string])[] = [
  ["range(1)", "[0]"],
  ["range(10).length", "10"],
  ["range(5, 10)", "[5,6,7,8,9]"],
  ["range(5, 10, -1)", "[]"],
  ["range(15, 10, 2)", "[]"],
  ["list([1, 2, 3])", "[1,2,3]"],
  ["tuple([1, 2, 3])", "[1,2,3]"],
  ["range(999).length", "999"],
];

const THROWS: readonly (readonly [keyof typeof realms, string, RegExp])[] = [
  ["limited", "range()", /^TypeError/],
  ["limited", "range(0, 0, 0, 0)", /^TypeError/],
  ["limited", "range(0, 10, 0)", /^RangeError/],
  ["limited", "range(0, 5000, 1)", /^RangeError.*999/],
  ["limited", "list('input')", /^TypeError/],
  ["limited", "tuple('input')", /^TypeError/],
  ["safe", "len({})", /^TypeError.*Object\.keys/],
  ["safe", "len(5)", /^TypeError/],
  ["safe", "int('12x')", /^RangeError/],
  ["safe", "int(NaN)", /^RangeError/],
  ["safe", "float('')", /^RangeError/],
  ["safe", "sum(['a'])", /^TypeError.*join/],
  ["safe", "min([])", /^RangeError.*default/],
  ["safe", "sorted([1, 'a'])", /^TypeError.*key/],
  ["safe", "sorted([1], { rev: 1 })", /^TypeError.*rev/],
  ["safe", "list({ a: 1 })", /^TypeError.*Object\.entries/],
  ["safe", "list(null)", /^TypeError/],
  ["safe", "zip([1], 5)", /^TypeError/],
  ["safe", "range(1.5)", /^TypeError/],
  ["safe", "enumerate([1], 0.5)", /^TypeError/],
  ["safe", "len.x = 1", /^TypeError/],
];

describe("helpers", () => {
  for (const [kind, rows] of [
    ["safe", SAFE],
    ["utility", UTILITY],
    ["limited", LIMITED],
  ] as const)
    for (const [e, expected] of rows) it(`${kind}: ${e}`, () => expect(j(kind, e)).toBe(expected));
  for (const [kind, e, expected] of THROWS)
    it(`${kind}: ${e} throws`, () => expect(realms[kind].thrown(e)).toMatch(expected));
  it("an endless iterator ends with the step budget", () => {
    for (const e of ["list", "sum", "sorted", "enumerate", "any", "max", "zip"]) {
      const realm = tamedRealm("safe", 50_000);
      expect(
        realm.thrown(`${e}({ [Symbol.iterator]() { return { next: () => ({ value: 0, done: false }) } } })`),
      ).toMatch(/^LIMIT_STEPS/);
    }
  });
  it("hostile iterators and keys only harm themselves", () => {
    for (const e of [
      "list({ get [Symbol.iterator]() { throw new RangeError('mine') } })",
      "sorted([1, 2], () => { throw new RangeError('mine') })",
      "list({ [Symbol.iterator]() { return { get next() { throw new RangeError('mine') } } } })",
    ])
      expect(realms.safe.thrown(e)).toBe("RangeError: mine");
  });
  it("the globals are as the table says", () => {
    const { parts, globals } = realms.safe;
    // These belong to the set `utility` only.
    const utility = new Set(["math", "random", "string"]);
    for (const name of ABSENT.keys())
      if (!utility.has(name)) expect(name in realms.utility.globals).toBe(false);
    for (const name of ABSENT.keys()) expect(name in globals).toBe(false);
    expect(Object.keys(parts.makeGlobals("none"))).toEqual(["NaN", "Infinity", "undefined"]);
    expect(globals["Math"]).not.toBe(Math);
    expect(() => parts.makeGlobals("other" as "safe")).toThrow(/kinds are/);
  });
});
