import { describe, expect } from "vitest";
import type { ExecOptions } from "../../src/index.js";
import { FORMS, failure, run } from "../support/run.js";
import { covers, failureCode, values } from "./support.js";

const options: ExecOptions = { builtins: "limited" };
const list = (source: string, row: string, value: unknown) =>
  ({ row, source, value, native: false, options }) as const;

describe("range, list and tuple with limits", () => {
  values([
    list("[...range(1)]", "test_limited_range_length_1", [0]),
    list("[...range(10)]", "test_limited_range_length_10", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
    list("[...range(5, 10)]", "test_limited_range_5_10", [5, 6, 7, 8, 9]),
    list("[...range(5, 10, -1)]", "test_limited_range_5_10_sm1", []),
    list("[...range(15, 10, 2)]", "test_limited_range_15_10_s2", []),
    list(
      "const a = [1, 2, 3]; const b = list(a); const c = Array.from(a); [b, b === a, c, c === a]",
      "test_limited_list_valid_list_input",
      [[1, 2, 3], false, [1, 2, 3], false],
    ),
    list("const t = tuple([1, 2, 3]); [t, Object.isFrozen(t)]", "test_limited_tuple_valid_list_input", [
      [1, 2, 3],
      true,
    ]),
  ]);

  for (const { row, source, message } of [
    {
      row: "test_limited_range_no_input",
      source: "range()",
      message: /TypeError: `range` takes one to three numbers/,
    },
    {
      row: "test_limited_range_more_steps",
      source: "range(0, 0, 0, 0)",
      message: /TypeError: `range` takes one to three numbers/,
    },
    {
      row: "test_limited_range_zero_step",
      source: "range(0, 10, 0)",
      message: /RangeError: .* step other than zero/,
    },
    {
      row: "test_limited_range_range_overflow",
      source: "range(0, 5000, 1)",
      message: /RangeError: .* at most 999 elements/,
    },
    {
      row: "test_limited_list_invalid_string_input",
      source: "list('input')",
      message: /TypeError: `list` does not take text/,
    },
    {
      row: "test_limited_tuple_invalid_string_input",
      source: "tuple('input')",
      message: /TypeError: `tuple` does not take text/,
    },
  ] as const) {
    covers(row, () => {
      for (const form of FORMS) expect(failure(source, options, form).message).toMatch(message);
    });
  }

  covers("test_limited_list_invalid_string_input", () => {
    expect(run("Array.from('input')", options).value).toEqual(["i", "n", "p", "u", "t"]);
    const charged = (n: number): number => run(`Array.from('x'.repeat(${n})).length`).usage.allocated;
    expect(charged(2000) - charged(1000)).toBeGreaterThanOrEqual(8000);
  });
});

describe("natives that make something big", () => {
  for (const { row, source, code } of [
    { row: "add: Array(1e9)", source: "Array(1e9)", code: "LIMIT_ARRAY" },
    { row: "add: repeat", source: "'a'.repeat(1e9)", code: "LIMIT_STRING" },
    { row: "add: padEnd", source: "''.padEnd(1e9)", code: "LIMIT_STRING" },
    { row: "add: padEnd", source: "''.padStart(1e9)", code: "LIMIT_STRING" },
    { row: "add: new Array(n).fill", source: "new Array(1e9).fill(0)", code: "LIMIT_ARRAY" },
    { row: "add: new Array(n).fill", source: "const a = []; a[4e9] = 0; a.fill(0)", code: "LIMIT_ARRAY" },
  ] as const) {
    covers(row, () => {
      for (const form of FORMS) {
        expect(failureCode(source, {}, form)).toBe(code);
        expect(failureCode(`try { ${source} } catch { 'caught' }`, {}, form)).toBe(code);
      }
    });
  }

  covers("add: BigInt **", () => {
    for (const form of FORMS) {
      expect(run("2n ** 16383n > 0n && 3n ** 4n", {}, form).value).toBe(81n);
      for (const source of [
        "2n ** 16384n",
        "2n ** 100000000n",
        "7n ** 10n ** 40n",
        "const f = (a, b) => a ** b; f(2n, 1n << 30n)",
      ]) {
        const started = performance.now();
        expect([source, failureCode(source, {}, form)]).toEqual([source, "LIMIT_BIGINT"]);
        expect(failureCode(`try { ${source} } catch { 'caught' }`, {}, form)).toBe("LIMIT_BIGINT");
        expect(performance.now() - started).toBeLessThan(2_000);
      }
    }
  });

  covers("add: arr.length = 4e9", () => {
    for (const form of FORMS) {
      expect(run("const a = []; a.length = 4e9; a.length", {}, form).value).toBe(4e9);
      for (const use of [
        "fill(0)",
        "forEach((x) => x)",
        "map(Boolean)",
        "slice()",
        "join()",
        "sort()",
        "concat(a)",
      ])
        expect([use, failureCode(`const a = []; a.length = 4e9; a.${use}`, {}, form)]).toEqual([
          use,
          expect.stringMatching(/^LIMIT_(ARRAY|ALLOCATION)$/),
        ]);
      expect(failureCode("const a = []; a.length = 4e9; [...a]", {}, form)).toBe("LIMIT_ALLOCATION");
    }
  });
});
