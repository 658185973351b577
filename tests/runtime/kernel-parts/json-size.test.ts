import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extentOf } from "../../../src/runtime/kernel/intrinsics/json-size.js";

/** A list of names goes the way that keeps every object in mind; nothing is left out when all are in it. */
const remembered = (value: unknown, gap: number): number | null => extentOf(value, [...namesIn(value)], gap);

function namesIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== "object" || value === null) return found;
  for (const [name, part] of Object.entries(value)) {
    found.add(name);
    namesIn(part, found);
  }
  return found;
}

/** Lists in lists: each holds the one before it twice. */
function doubled(times: number, last: unknown): unknown {
  let value = last;
  for (let i = 0; i < times; i++) value = i % 2 === 0 ? [value, value] : { a: value, b: value };
  return value;
}

describe("how long a text would be", () => {
  it("is the same whether or not objects are kept in mind", () => {
    const values = fc.anything({ maxDepth: 4, withNullPrototype: false, withBigInt: false });
    fc.assert(
      fc.property(values, fc.constantFrom(0, 10), (value, gap) => {
        expect(extentOf(value, undefined, gap)).toBe(remembered(value, gap));
        const shared = [value, { value, other: [value, "text"] }];
        expect(extentOf(shared, undefined, gap)).toBe(remembered(shared, gap));
      }),
      { seed: 7, numRuns: 300 },
    );
    // Not all are without an answer.
    expect(extentOf([1, { a: "bc" }], undefined, 0)).toBe(15);
  });

  it("is found at once, however often a thing is held", () => {
    expect(extentOf(doubled(40, "x"), undefined, 0)).toBeGreaterThan(2 ** 40);
    expect(extentOf(doubled(12, "x"), undefined, 10)).toBe(remembered(doubled(12, "x"), 10));
    const long = "x".repeat(1000);
    expect(extentOf(new Array(5000).fill(long), undefined, 0)).toBeGreaterThan(5_000_000);
  });

  it("ends for what holds itself", () => {
    const ring: unknown[] = [1];
    ring.push(ring, { ring }, [ring, ring]);
    expect(typeof extentOf(ring, undefined, 0)).toBe("number");
    expect(() => JSON.stringify(ring)).toThrow(TypeError);
  });

  it("is told for what is nested deeply", () => {
    let deep: unknown = "end";
    for (let i = 0; i < 2000; i++) deep = i % 2 === 0 ? [deep] : { deep };
    expect(extentOf(deep, undefined, 0)).toBe(remembered(deep, 0));
  });

  it.each([
    [
      "an accessor",
      {
        a: 1,
        get b(): never {
          throw new Error("asked");
        },
      },
    ],
    ["a `toJSON` of its own", { toJSON: () => "x".repeat(1000) }],
    ["a `toJSON` of a list", Object.assign([1], { toJSON: () => "x" })],
    [
      "a class with `toJSON`",
      new (class {
        toJSON(): string {
          return "x";
        }
      })(),
    ],
  ])("is the program's to say with %s, which is not called", (_, value) => {
    for (const held of [value, [value], { value }, [[1, { value }]]])
      expect(extentOf(held, undefined, 0)).toBe(null);
  });
});
