import { describe, expect, it } from "vitest";
import { rawRealm, tamedRealm } from "./realm.js";

const BOMBS: readonly string[] = [
  `"ab".repeat(1e8)`,
  `"".padStart(1e8)`,
  `"".padEnd(1e8, "xy")`,
  `"x".repeat(1e7).concat("x".repeat(1e7))`,
  `"a".repeat(1e6).replaceAll("a", "b".repeat(100))`,
  `Array(1e7)`,
  `new Array(1e7)`,
  `Array.from({ length: 1e7 })`,
  `[].fill.call({ length: 2 ** 53 - 1 }, 0)`,
  `[].indexOf.call({ length: 2 ** 53 - 1 }, 0)`,
  `Array(1e6).fill("x".repeat(100)).join("")`,
  `Array(1e6).join("-".repeat(100))`,
  `let a = Array(1e6).fill(0); a.concat(a, a, a)`,
  `let a = Array(1e6).fill(0); [a, a, a, a].flat()`,
  `let a = Array(1e6).fill(0); [1, 2, 3, 4].flatMap(() => a)`,
  `new Uint8Array(1e9)`,
  `new Float64Array({ length: 1e8 })`,
  `new ArrayBuffer(1e9)`,
  `new ArrayBuffer(1, { maxByteLength: 1e10 })`,
  `new ArrayBuffer({ valueOf: () => 1e9 })`,
  `Uint8Array.from({ length: 1e9 })`,
  `let n = 0; new ArrayBuffer({ valueOf: () => (n++ ? 1 : 1e9) })`,
  `let n = 0; for (;;) new Float64Array({ get length() { return n++ % 2 ? 1 : 1e6 } })`,
  `class A extends Array {} new A(1e7)`,
  `for (;;) new ArrayBuffer(1e6)`,
  `range(1e8)`,
  `let n = 0; Array.from({ get length() { return n++ ? 1e7 : 1e7 } })`,
];

describe("allocation bombs", () => {
  for (const bomb of BOMBS) {
    it(`${bomb} is refused`, () => {
      const { thrown } = tamedRealm();
      const started = performance.now();
      expect(thrown(bomb)).toMatch(/^LIMIT_/);
      // Seconds on a loaded machine; what is not refused takes minutes.
      expect(performance.now() - started).toBeLessThan(20_000);
    });
  }
  it("a length that changes between check and use is refused", () => {
    expect(
      tamedRealm().thrown(`let n = 0; [].indexOf.call({ get length() { return n++ ? 2 ** 53 : 1 } }, 0)`),
    ).toMatch(/^TypeError: Array methods take arrays/);
    expect(
      tamedRealm().run(`let n = 0; return new ArrayBuffer({ valueOf: () => (n++ ? 1e9 : 1) }).byteLength`),
    ).toBe(1);
    expect(
      tamedRealm().run(
        `return [new Uint8Array().length, new ArrayBuffer(4).byteLength, new Uint8Array("3").length, (function () { return [].indexOf.call(arguments, 2) })(1, 2)].join()`,
      ),
    ).toBe("0,4,3,1");
  });
  it("the control allocates", () => {
    const raw = rawRealm();
    for (const bomb of BOMBS.filter(
      (b) => /^("|Array\(1e7|new Array\(|let a|new Uint8)/.test(b) && !b.includes("maxByteLength"),
    ))
      expect([bomb, raw.thrown(bomb)]).toEqual([bomb, ""]);
  });
});

describe("replaced natives behave like the native ones", () => {
  const CASES: readonly string[] = [
    `Array(3).length + "," + new Array(1, 2).join() + Array.of(7)[0] + Array.from("héy").join()`,
    `Array.from([1, 2], (x, i) => x * i).join()`,
    `Array.from(new Set([1, 1])).length`,
    `Array.from({ length: 2, 0: "a" }).join()`,
    `class L extends Array { last() { return this[this.length - 1] } } const l = L.from([1, 2, 3]); [l instanceof L, l instanceof Array, l.last(), l.map((x) => x) instanceof L, Array.isArray(l)].join()`,
    `Array(-1)`,
    `"x".repeat(-1)`,
    `"x".repeat(Infinity)`,
    `"ab".repeat(2.7)`,
    `"x".padStart(3, "ab") + "x".padEnd(3)`,
    `[1, [2, [3, [4]]]].flat(2).length + [[1], [2]].flatMap((x) => x).join()`,
    `[1, , 3].flat().length`,
    `[3, 1, 2].sort().join("-") + [1, 2].indexOf(2) + [NaN].includes(NaN) + [1, 2].reverse().join()`,
    `[1].concat(2, [3]).join()`,
    `[undefined, null, 1].join()`,
    `[1, 2].join(undefined)`,
    `"a-b".replace("-", "$&$&") + "aa".replaceAll("a", (m) => m + 1)`,
    `"".concat(1, null)`,
    `new Uint8Array([1, 2, 300]).join() + new Uint8Array(2).length + new Float64Array(new Set([1, 2])).length + Uint8Array.of(1).length + Uint8Array.BYTES_PER_ELEMENT`,
    `Uint8Array(1)`,
    `new Uint8Array(new ArrayBuffer(8), 4).length`,
    `class U extends Uint8Array {}; new U(3) instanceof Uint8Array`,
    `[Array.name, Array.length, Promise.name, Uint8Array.length, "".repeat.name, [].concat.length].join()`,
    `new (class extends Promise {})(() => {}) instanceof Promise`,
    `Promise()`,
    `[1, 2, 3].fill(0, 1).join() + [1, 2, 3].splice(0, 1).join() + [1, 2].with(0, 5).join()`,
    `(async () => {})() instanceof Promise`,
    `[...[1, 2].entries()].length + [..."ab"].length`,
    `Object.keys(Object.groupBy([1, 2, 3], (x) => x % 2 ? "odd" : "even")).join()`,
    `JSON.stringify({ a: [1, { b: 2 }] })`,
    `[,1].includes(undefined)`,
    `"abc".replace(/b/g, "[$&]")`,
    "String.raw`a\\n${1}b`",
    `new Array("3").length + Array.from([]).length`,
  ];
  const realm = tamedRealm();
  const raw = rawRealm();
  const outcome = (r: Pick<typeof realm, "run">, code: string): string => {
    const at = code.lastIndexOf("; ") + 1;
    try {
      return String(r.run(`${code.slice(0, at)} return ${code.slice(at)}`));
    } catch (error) {
      return `${(error as Error).name}: ${(error as Error).message}`;
    }
  };
  for (const code of CASES)
    it(code, () => {
      const expected = outcome(raw, code);
      if (expected.includes("groupBy is not a function")) return;
      expect(outcome(realm, code)).toBe(expected);
    });
});
