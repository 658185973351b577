import { describe, expect } from "vitest";
import { compileRestricted, defineLanguagePolicy, execRestrictedAsync } from "../../src/index.js";
import { FORMS, run } from "../support/run.js";
import { covers, refusals, refused, spy, values } from "./support.js";

describe("assert", () => {
  values([
    {
      row: "test_RestrictingNodeTransformer__visit_Assert__1",
      source: "console.assert(true); if (!true) throw new Error('no'); 1",
      value: 1,
      native: false,
    },
  ]);
});

describe("assign", () => {
  const chained =
    "const g = [1, [2, 3]]; let a, x, z, c, d; const orig = ([a, [x, z]] = ([c, d] = g)); [a, x, z, c, d, orig === g]";
  const rest =
    "let a, d, b, c, e; [a, ...d] = [1, 2, 3]; const s = [4, [5, 6, 7]]; [b, [c, ...e]] = s; [a, d, b, c, e]";

  values([
    {
      row: "test_RestrictingNodeTransformer__visit_Assign__1",
      source: chained,
      value: [1, 2, 3, 1, [2, 3], true],
    },
    {
      row: "test_RestrictingNodeTransformer__visit_Assign__2",
      source: rest,
      value: [1, [2, 3], 4, 5, [6, 7]],
    },
  ]);

  covers("test_RestrictingNodeTransformer__visit_Assign__1", () => {
    const { calls } = spy(chained, ["_unpack_sequence_"]);
    expect([...calls].sort()).toEqual([
      "_unpack_sequence_ [1,[2,3]]",
      "_unpack_sequence_ [1,[2,3]]",
      "_unpack_sequence_ [2,3]",
    ]);
  });

  covers("test_RestrictingNodeTransformer__visit_Assign__2", () => {
    const { calls } = spy(rest, ["_unpack_sequence_"]);
    expect(calls).toContain("_unpack_sequence_ [4,[5,6,7]]");
    expect(calls).toContain("_unpack_sequence_ [5,6,7]");
  });
});

describe("async", () => {
  const noAsync = defineLanguagePolicy({ refuseNodes: { AsyncFunction: true } });
  const noAwait = defineLanguagePolicy({ refuseNodes: { AwaitExpression: true, ForAwaitStatement: true } });

  refusals([
    {
      row: "test_async_def",
      source:
        "1;\nasync function foo() {}\n(async () => 1);\n({ async m() {} });\nclass A {\n  async m() {}\n}",
      errors: ["2 POLICY_NODE", "3 POLICY_NODE", "4 POLICY_NODE", "6 POLICY_NODE"],
      options: { policy: noAsync },
    },
    {
      row: "test_await",
      source: "async function foo() {\n  const x = await bar();\n  return () => 1;\n}",
      errors: ["2 POLICY_NODE"],
      options: { policy: noAwait },
    },
    {
      row: "test_async_for",
      source: "async function foo() {\n  for await (const x of []) ;\n}",
      errors: ["2 POLICY_NODE"],
      options: { policy: noAwait },
    },
  ]);

  covers("test_async_def", () => {
    // Without that policy they are ordinary programs.
    for (const form of FORMS)
      expect(run("const p = (async () => 1)(); p instanceof Promise", {}, form).value).toBe(true);
  });

  refusals([
    {
      row: "test_async_for",
      source: "for await (const a of []) ;",
      errors: ["1 SYNTAX_AWAIT"],
      native: false,
    },
    {
      row: "test_async_with",
      source: "async function f() {\n  await using a = null;\n}",
      errors: ["2 SYNTAX_PROPOSAL"],
      native: false,
    },
    { row: "test_await", source: "1;\nawait 2;", errors: ["2 SYNTAX_AWAIT"], native: false },
  ]);

  covers("test_async_for", async () => {
    const source = "const out = []; for await (const x of [1, Promise.resolve(2)]) out.push(x); out";
    for (const guards of FORMS) {
      const program = compileRestricted(source, { async: true, guards });
      expect((await execRestrictedAsync(program)).value).toEqual([1, 2]);
      expect(refused(compileRestricted(source, { guards }))).toEqual(["1 SYNTAX_AWAIT"]);
    }
  });
});
