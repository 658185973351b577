import { describe, expect } from "vitest";
import { compileRestricted, defineLanguagePolicy } from "../../src/index.js";
import { FORMS, run } from "../support/run.js";
import { covers, refusals, spy, values } from "./support.js";

describe("tagged templates", () => {
  covers("test_transform (tstring)", () => {
    const source = "tag`${max([1, 2, 3])}`";
    expect([...compileRestricted(source).usedNames].sort()).toEqual(["max", "tag"]);
    const seen: unknown[] = [];
    const globals = {
      max: (xs: number[]) => Math.max(...xs),
      tag: (strings: readonly string[], ...holes: unknown[]) => {
        seen.push([[...strings], holes]);
        return "tagged";
      },
    };
    for (const form of FORMS) expect(run(source, { globals }, form).value).toBe("tagged");
    expect(seen).toEqual([
      [["", ""], [3]],
      [["", ""], [3]],
    ]);
    const tags: unknown[] = [];
    const _tag_ = (f: (...args: unknown[]) => unknown, name?: string): unknown => {
      tags.push(name);
      return f;
    };
    run(source, { globals, guards: { _tag_ } }, "call");
    expect(tags).toEqual([undefined]);
  });

  refusals([
    {
      row: "test_visit_invalid_variable_name (tstring)",
      source: "tag`${__proto__}`",
      errors: ["1 NAME_UNDERSCORE"],
    },
    {
      row: "test_asyncio_yield_from",
      source: "class A {\n  @coroutine\n  *m() {}\n}",
      errors: ["2 SYNTAX_DECORATOR"],
      native: false,
    },
    { row: "test_with_stmt_unpack_sequence", source: "with (o) {}", errors: ["1 SYNTAX_WITH"] },
    {
      row: "test_with_stmt_unpack_sequence",
      source: "{ using a = null }",
      errors: ["1 SYNTAX_PROPOSAL"],
      native: false,
    },
  ]);

  values([
    {
      row: "test_t_string_self_documenting_expressions",
      source:
        "const upper = (s, ...v) => s.raw.map((t, i) => t + (i < v.length ? `${v[i]}`.toUpperCase() : '')).join(''); const user = 'eric'; upper`user=${user}!`",
      value: "user=ERIC!",
    },
  ]);
});

describe("unpacking without `with`", () => {
  const nested = "const ctx = () => [1, [2, 3]]; (([a, [c, b]]) => [a, c, b])(ctx())";
  const two =
    "const ctx = () => [1, [2, 3]]; (([a, [c, b]], [d, [e, f]]) => [a, b, c, d, e, f])(ctx(), ctx())";

  values([
    { row: "test_with_stmt_unpack_sequence", source: nested, value: [1, 2, 3] },
    { row: "test_with_stmt_multi_ctx_unpack_sequence", source: two, value: [1, 3, 2, 1, 2, 3] },
    {
      row: "test_with_stmt_attribute_access",
      source: "const x = { z: [5] }; [x.y] = x.z; x",
      value: { z: [5], y: 5 },
    },
    {
      row: "test_with_stmt_subscript",
      source: "const x = {}, k = 'k'; [x['key']] = [1]; ({ a: x[k] } = { a: 2 }); x",
      value: { key: 1, k: 2 },
    },
  ]);

  covers("test_with_stmt_unpack_sequence", () => {
    expect(spy(nested, ["_unpack_sequence_"]).calls).toEqual([
      "_unpack_sequence_ [1,[2,3]]",
      "_unpack_sequence_ [2,3]",
    ]);
  });

  covers("test_with_stmt_multi_ctx_unpack_sequence", () => {
    const once = ["_unpack_sequence_ [1,[2,3]]", "_unpack_sequence_ [2,3]"];
    expect(spy(two, ["_unpack_sequence_"]).calls).toEqual([...once, ...once]);
  });

  covers("test_with_stmt_attribute_access", () => {
    const { calls } = spy("const x = { z: [5] }; [x.y] = x.z; 0", ["_getattr_", "_setattr_"]);
    expect(calls).toEqual(['_getattr_ {"z":[5]} z', '_setattr_ {"z":[5]} y 5']);
  });

  covers("test_with_stmt_subscript", () => {
    const { calls } = spy("const x = {}, k = 'k'; [x['key']] = [1]; ({ a: x[k] } = { a: 2 }); 0", [
      "_setattr_",
      "_setitem_",
    ]);
    expect(calls).toEqual(["_setattr_ {} key 1", '_setitem_ {"key":1} k 2']);
  });
});

describe("generators", () => {
  refusals([
    {
      row: "test_async_yield_from",
      source: "1;\nasync function* foo(input) {\n  yield* input;\n}",
      errors: ["2 POLICY_NODE"],
      options: { policy: defineLanguagePolicy({ refuseNodes: { AsyncFunction: true } }) },
    },
  ]);

  values([
    { row: "test_yield", source: "function* g() { yield 42 } [...g()]", value: [42] },
    { row: "test_yield_from", source: "function* g(input) { yield* input } [...g([7, 8])]", value: [7, 8] },
  ]);

  covers("test_yield_from", () => {
    const { value, calls } = spy(
      "function* g(input) { yield* input } const i = g([7]); [i.next().value, i.next().done]",
      ["_getiter_"],
    );
    expect([value, calls]).toEqual([[7, true], ["_getiter_ [7]"]]);
  });
});
