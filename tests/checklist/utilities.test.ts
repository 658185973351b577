import { describe, expect } from "vitest";
import { type ExecOptions, execRestricted, saferGetattr } from "../../src/index.js";
import { FORMS, failure, run } from "../support/run.js";
import { covers, failureCode, values } from "./support.js";

const options: ExecOptions = { builtins: "utility" };
const is = (row: string | readonly string[], source: string, value: unknown) =>
  ({ row, source, value, native: false, options }) as const;

describe("the utility built-ins", () => {
  covers("test_string_in_utility_builtins", () => {
    const { value } = run(
      "[string.digits, Object.keys(string).every((k) => typeof string[k] === 'string')]",
      options,
    );
    expect(value).toEqual(["0123456789", true]);
    try {
      execRestricted("string.absent.member", options);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ name: "GuestError", guestName: "TypeError" });
      const held = Object.entries(error as object).filter(([, v]) => typeof v === "object" && v !== null);
      expect(held.map(([k]) => k).filter((k) => !["position", "value"].includes(k))).toEqual([]);
      // What the error holds of the guest's is a copy: a plain error of the host's realm with text in it.
      const { value: copy } = error as { value: unknown };
      for (const v of Object.values(copy as object)) expect(typeof v).toBe("string");
    }
  });

  covers("test_math_in_utility_builtins", () => {
    expect(run("[math.pi, math.sqrt(2), Math.PI, Math.max(1, 2)]", options).value).toEqual([
      Math.PI,
      Math.SQRT2,
      Math.PI,
      2,
    ]);
    // The object of the guest is not the host's: what the guest could do to it would not reach the host.
    expect(failureCode("Math.PI = 3", options)).toBe("GUARD_WRITE");
    expect(failureCode("math.pi = 3", options)).toBe("GUARD_WRITE");
    const seen: unknown[] = [];
    const _getattr_ = (o: object, name: string): unknown => {
      seen.push(o);
      return saferGetattr(o, name);
    };
    run("Math.PI", { ...options, guards: { _getattr_ } }, "call");
    expect([seen.length, seen[0] === Math]).toEqual([1, false]);
  });

  covers("test_random_in_utility_builtins", () => {
    const draw =
      "random.seed(7); const a = [random.random(), random.randint(1, 6)]; random.seed(7); [a, [random.random(), random.randint(1, 6)]]";
    const [first, second] = run(draw, options).value as [number[], number[]];
    expect(first).toEqual(second);
    expect(first[0]).toBeLessThan(1);
    // Two runs share no state: what one draws does not move the other.
    const one = "random.seed(1); random.random()";
    const before = run(one, options).value;
    run("random.random(); random.random()", options);
    expect(run(one, options).value).toBe(before);
    expect(run("random.random === Math.random", options).value).toBe(false);
  });

  covers("test_set_in_utility_builtins", () => {
    for (const form of FORMS) {
      expect(run("new Set([1]).has(1)", options, form).value).toBe(true);
      expect(failureCode("Set.prototype", options, form)).toBe("NAME_MEMBER");
      expect(failureCode("Set['proto' + 'type']", options, form)).toBe("GUARD_MEMBER");
    }
  });

  covers("test_DateTime_in_utility_builtins_if_importable", () => {
    expect(run("new Date(0).toISOString()", options).value).toBe("1970-01-01T00:00:00.000Z");
    const clock = { now: () => 42 };
    expect(run("Date.now()", { ...options, globals: { Date: clock } }).value).toBe(42);
  });

  covers(
    [
      "test_same_type_in_utility_builtins",
      "test_test_in_utility_builtins",
      "test_reorder_in_utility_builtins",
    ],
    () => {
      expect(run("[sameType, test, reorder].map((f) => typeof f + ' ' + f.name)", options).value).toEqual([
        "function sameType",
        "function test",
        "function reorder",
      ]);
      expect(failure("sameType(1)").message).toMatch(/sameType is not defined/);
    },
  );
});

describe("sameType, test, reorder", () => {
  values([
    is("test_sametype_only_one_arg", "sameType({})", true),
    is("test_sametype_only_two_args_same", "sameType({}, {})", true),
    is("test_sametype_only_two_args_different", "class Foo {} sameType({}, new Foo())", false),
    is("test_sametype_only_multiple_args_same", "sameType({}, {}, {}, {})", true),
    is(
      "test_sametype_only_multipe_args_one_different",
      "class Foo {} sameType({}, {}, new Foo(), {})",
      false,
    ),
    is("test_test_single_value_true", "test(true)", true),
    is("test_test_single_value_False", "test(false)", false),
    is("test_test_even_values_first_true", "test(true, 'first', true, 'second')", "first"),
    is("test_test_even_values_not_first_true", "test(false, 'first', true, 'second')", "second"),
    is("test_test_odd_values_first_true", "test(true, 'first', true, 'second', false)", "first"),
    is("test_test_odd_values_not_first_true", "test(false, 'first', true, 'second', false)", "second"),
    is("test_test_odd_values_last_true", "test(false, 'first', false, 'second', 'third')", "third"),
    is("test_test_odd_values_last_false", "test(false, 'first', false, 'second', false)", false),
    is("test_reorder_with__None", "reorder(['a', 'b', 'c', 'd', 'e'], undefined, ['a', 'c', 'e'])", [
      ["b", "b"],
      ["d", "d"],
    ]),
    is("test_reorder_with__not_None", "reorder(['a', 'b', 'c', 'd', 'e'], ['a', 'd'], ['a', 'c', 'e'])", [
      ["d", "d"],
    ]),
    is(
      "test_Utilities__test_1",
      "[test(true, 1, false, 2, false, 3), test(false, 1, true, 2, false, 3), test(0, 1, '', 2, 'x', 3)]",
      [1, 2, 3],
    ),
    is("test_Utilities__test_2", "[test(false, 1, false, 2, 'last'), test(1), Boolean(test(false))]", [
      "last",
      1,
      false,
    ]),
    is("test_Utilities__test_3", "[test(false, 1, false, 2, false, 3), test(0, 1)]", [undefined, undefined]),
    is(
      "test_Utilities__reorder_1",
      "reorder([['k1', 'v1'], ['k2', 'v2'], ['k3', 'v3']], [['k2', 'v2'], ['k3', 'v3']], [['k2', 'v2']])",
      [["k3", "v3"]],
    ),
    is(
      "test_Utilities_string_Formatter",
      "[string.Formatter, string.capwords, string.ascii_lowercase.length, string.punctuation.length]",
      [undefined, undefined, 26, 32],
    ),
  ]);

  covers("test_Utilities_string_Formatter", () => {
    // What a path-walking formatter would give.
    const walk = (text: string, ...args: unknown[]): unknown =>
      text.replace(/\{(.*?)\}/g, (_m, path: string) =>
        String(path.split(".").reduce<unknown>((o, k) => (o as Record<string, unknown>)[k], args)),
      );
    expect(walk("{0.constructor.name}", {})).toBe("Object");
    for (const form of FORMS)
      expect(failure("string.Formatter().format('{0.constructor.name}', {})", options, form).message).toMatch(
        /Formatter is not a function/,
      );
  });
});
