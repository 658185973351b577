import { describe, expect, it } from "vitest";
import { defineLanguagePolicy, RestrictedExpression, TABLE } from "../../src/index.js";

const of = (source: string, options = {}) => new RestrictedExpression(source, options);

describe("RestrictedExpression", () => {
  it.each([
    ['row.a * 2 + row["b"]', { row: { a: 1, b: 3 } }, 5],
    ["a > 2 && name.startsWith('x')", { a: 3, name: "xy" }, true],
    ["[1, 2].map((i) => i + n)", { n: 1 }, [2, 3]],
    ["Math.max(...xs)", { xs: [1, 5, 2] }, 5],
    ["({ a, b: { c: a } })", { a: 1 }, { a: 1, b: { c: 1 } }],
    ["[m.pop()].concat([m[0]])", { m: [1, 2] }, [2, 1]],
    ["row?.a?.b ?? 'none'", { row: null }, "none"],
    ["when.getFullYear()", { when: new Date(Date.UTC(2020, 5)) }, 2020],
    ["ids.has(2)", { ids: new Set([1, 2]) }, true],
    ["double(x)", { double: (x: number) => 2 * x, x: 4 }, 8],
    ["x", { x: undefined }, undefined],
    ["x === null", { x: null }, true],
    ["big + 1n", { big: 2n }, 3n],
  ])("%s", (source, mapping, expected) => {
    expect(of(source).eval(mapping)).toEqual(expected);
    expect(of(source).call(mapping)).toEqual(expected);
    const throughGuards = of(source, { guards: { _tick_: () => undefined } });
    expect(throughGuards.eval(mapping)).toEqual(expected);
  });

  it("names are free names: what it binds itself is not used", () => {
    expect(of("[1, 2, 3].map((x) => x)").usedNames).toEqual([]);
    expect(of("  a + b + Math.sqrt(c) ").usedNames).toEqual(["Math", "a", "b", "c"]);
    expect(of("  a + b ").source).toBe("a + b");
  });

  it("a mapping does not replace what the host provides", () => {
    expect(of("a + b + c", { globals: { c: 8 } }).eval({ a: 1, b: 2, c: 4 })).toBe(11);
    expect(of("Math.sqrt(4)").eval({ Math: { sqrt: () => 0 } })).toBe(2);
  });

  it("a name that the mapping lacks is a ReferenceError at its place", () => {
    expect(() => of("a +\n  b").eval({ a: 1 })).toThrow(
      expect.objectContaining({
        guestName: "ReferenceError",
        guestMessage: "b is not defined",
        position: { line: 2, column: 3 },
        help: expect.stringContaining("`b`"),
      }),
    );
    expect(() => of("toString").eval({})).toThrow(/toString is not defined/);
  });

  it("errors stand in the expression's own lines", () => {
    expect(() => of("row\n  .a\n  .b", { filename: "rule" }).eval({ row: {} })).toThrow(
      expect.objectContaining({
        guestMessage: "Cannot read properties of undefined (reading 'b')",
        position: expect.objectContaining({ line: 3 }),
      }),
    );
  });

  it("maps rows, tables and other iterables", () => {
    const rows = [{ a: 1 }, { a: 2 }];
    expect(of("row.a * k").map(rows, "row", { k: 10 })).toEqual([10, 20]);
    expect(of("r.a").map(rows, "r")).toEqual([1, 2]);
    expect(of("row + 1").map(new Set([1, 2]))).toEqual([2, 3]);
    expect(of("1").map(rows)).toEqual([1, 1]);
    expect(of("row.list.length").map([{ list: [1] }, { list: [] }])).toEqual([1, 0]);
    const table = {
      [TABLE]: () => ({
        names: ["a", "b"],
        length: 2,
        column: (name: string) => (name === "a" ? [1, 2] : ["x", "y"]),
      }),
    };
    expect(of("row.b + row.a").map(table)).toEqual(["x1", "y2"]);
    expect(of("n").map(table, "row", { n: 1 })).toEqual([1, 1]);
    const dates = { [TABLE]: () => ({ names: ["d"], length: 1, column: () => [new Date(0)] }) };
    expect(of("row.d.getTime()").map(dates)).toEqual([0]);
    expect(of("row.a ?? row.b").map([{ a: 1 }, { b: 2 }, { a: null, b: 3 }])).toEqual([1, 2, 3]);
    expect(of("row.a").map([])).toEqual([]);
  });

  it("takes a language policy", () => {
    const policy = defineLanguagePolicy({ openNames: ["_id"] });
    expect(of("row._id", { policy }).eval({ row: { _id: 7 } })).toBe(7);
    expect(of("row._id", { policy }).map([{ _id: 7 }])).toEqual([7]);
  });

  it("cannot be changed after it was made", () => {
    const e = of("1") as { source: string };
    expect(() => {
      e.source = "2";
    }).toThrow(TypeError);
  });
});
