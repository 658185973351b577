import { describe, expect } from "vitest";
import { FORMS, run } from "../support/run.js";
import { covers, spy, values } from "./support.js";

const of = (row: string, source: string, value: unknown, globals?: Record<string, unknown>) => ({
  row,
  source,
  value,
  ...(globals === undefined ? {} : { options: { globals } }),
});

describe("arithmetic", () => {
  values([
    of("test_Add", "1 + 1", 2),
    of("test_Sub", "5 - 3", 2),
    of("test_Mult", "2 * 2", 4),
    of("test_Div", "10 / 2", 5),
    of("test_Mod", "10 % 3", 1),
    of("test_Pow", "[2 ** 8, String(2n ** 8n)]", [256, "256"]),
    of("test_FloorDiv", "Math.floor(7 / 2)", 3),
    of("test_UAdd", "+a", 42, { a: 42 }),
    of("test_USub", "-a", -2411, { a: 2411 }),
  ]);
});

describe("bits", () => {
  values([
    of("test_BitAnd", "5 & 3", 1),
    of("test_BitOr", "5 | 3", 7),
    of("test_BitXor", "5 ^ 3", 6),
    of("test_Invert", "~17", -18),
    of("test_LShift", "[8 << 2, -1 >>> 28]", [32, 15]),
    of("test_RShift", "8 >> 1", 4),
  ]);
});

describe("logic and comparison", () => {
  values([
    of("test_Or", "[false || true, null ?? 1]", [true, 1]),
    of("test_And", "true && true", true),
    of("test_Not", "!false", true),
    of("test_Eq", "[1 == 1, '1' == 1, 1 === 1, '1' === 1]", [true, true, true, false]),
    of("test_NotEq", "[1 != 2, 1 !== 1]", [true, false]),
    of("test_Gt", "2 > 1", true),
    of("test_Lt", "1 < 2", true),
    of("test_GtE", "2 >= 2", true),
    of("test_LtE", "1 <= 2", true),
    of("test_Is", "Object.is(true, true)", true),
    of("test_NotIs", "1 !== true", true),
    of("test_In", "[[1, 2, 3].includes(1), 'a' in { a: 1 }]", [true, true]),
    of("test_NotIn", "[![1, 2, 3].includes(4), !('b' in { a: 1 })]", [true, true]),
  ]);
});

describe("operators that only JavaScript has", () => {
  values([
    of("add: typeof, void, comma", "[typeof 1, typeof 'a', typeof undeclared, typeof null, void 0, (1, 2)]", [
      "number",
      "string",
      "undefined",
      "object",
      undefined,
      2,
    ]),
    of(
      "add: logical and exponent assignment",
      "let a = null, b = 0, c = 1, d = 2; const o = { a: null, b: 0, c: 1, d: 2 }; a ??= 5; b ||= 6; c &&= 7; d **= 3; o.a ??= 5; o.b ||= 6; o.c &&= 7; o.d **= 3; [a, b, c, d, o]",
      [5, 6, 7, 8, { a: 5, b: 6, c: 7, d: 8 }],
    ),
    of(
      "add: optional chaining",
      "const a = { b: { c: (x) => x + 1 } }, n = null; [a?.b.c(1), a?.['b']?.c?.(2), n?.b.c.d, n?.[x()], n?.(), a.x?.(), a?.b?.d]; function x() { throw 1 }",
      [2, 3, undefined, undefined, undefined, undefined, undefined],
    ),
    of(
      "add: instanceof",
      "class A {} class B extends A {} class Even { static [Symbol.hasInstance](n) { return n % 2 === 0 } } [new B() instanceof A, {} instanceof A, 2 instanceof Even, 3 instanceof Even]",
      [true, false, true, false],
    ),
  ]);

  covers("add: instanceof", () => {
    const source =
      "let asked = 0; class A { static [Symbol.hasInstance]() { asked++; return true } } const a = new A(); a.x = 1; print(a, A); a.x; asked";
    for (const form of FORMS) expect(run(source, {}, form).value).toBe(0);
    expect(spy("class A {} new A() instanceof A", ["_instanceof_"]).calls).toEqual(["_instanceof_ {} f"]);
    for (const form of FORMS)
      expect(run("try { 1 instanceof 2 } catch (e) { e.name }", {}, form).value).toBe("TypeError");
  });
});
