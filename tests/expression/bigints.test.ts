import { describe, expect, it } from "vitest";
import { type ExpressionOptions, RestrictedExpression } from "../../src/index.js";

const KINDS: readonly ExpressionOptions[] = [
  {},
  { guards: { _getattr_: (o, k) => o[k] } },
  { realm: "shared" },
];
const rows = [{ a: 2n }, { a: 10n }, { a: -3n }];

describe.each(KINDS)("%o", (kind) => {
  it("bigints that come with a row or a mapping are computed with", () => {
    const square = new RestrictedExpression("row.a * row.a", { ...kind, bigints: true });
    expect(square.map(rows)).toEqual([4n, 100n, 9n]);
    expect(square.eval({ row: { a: 5n } })).toBe(25n);
    expect(square.map([{ a: 2 }, { a: 3n }])).toEqual([4, 9n]);
    const product = new RestrictedExpression("a * b + c", { ...kind, bigints: true });
    expect(product.eval({ a: 2n, b: 3n, c: 4n })).toBe(10n);
    expect(
      new RestrictedExpression("a * x", { ...kind, bigints: true, globals: { x: () => 1, a: 2n } }).usedNames,
    ).toEqual(["a", "x"]);
  });

  it("no bigint grows past its limit, and the next row is fresh", () => {
    const power = new RestrictedExpression("row.a ** row.a ** row.a", { ...kind, bigints: true });
    expect(() => power.map([{ a: 2n }, { a: 9n }])).toThrow(
      expect.objectContaining({ code: "LIMIT_BIGINT" }),
    );
    expect(power.map([{ a: 2n }])).toEqual([16n]);
    expect(() => power.eval({ row: { a: 1n << 20_000n } })).toThrow(
      expect.objectContaining({ code: "HOST_BIGINT" }),
    );
  });

  it("without the option they are refused, and the error says what to do", () => {
    const square = new RestrictedExpression("row.a * row.a", kind);
    const refused = expect.objectContaining({
      code: "HOST_BIGINT",
      help: expect.stringContaining("`bigints: true`"),
    });
    expect(() => square.map(rows)).toThrow(refused);
    expect(() => square.eval({ row: { a: 5n } })).toThrow(refused);
    expect(square.map([{ a: 3 }])).toEqual([9]);
  });

  it("the option is looked at", () => {
    for (const bigints of [1, "yes"])
      expect(() => new RestrictedExpression("1", { ...kind, bigints: bigints as never })).toThrow(
        expect.objectContaining({ code: "OPTION_VALUE" }),
      );
  });
});
