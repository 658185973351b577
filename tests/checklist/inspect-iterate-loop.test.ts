import { describe, expect } from "vitest";
import { FORMS, failure, run } from "../support/run.js";
import { covers, escapes, failureCode, refusals, spy, values } from "./support.js";

describe("introspection", () => {
  refusals([
    {
      row: "test_get_inspect_frame_on_generator",
      source: "const g = (function* () {})();\ng.constructor;\n(() => 1).caller;",
      errors: ["2 NAME_MEMBER", "3 NAME_MEMBER"],
    },
    {
      row: "test_get_inspect_frame_back_on_generator",
      source: "const g = (function* () {})();\ng.constructor.constructor;",
      errors: ["2 NAME_MEMBER", "2 NAME_MEMBER"],
    },
    {
      row: "test_call_inspect_frame_on_generator",
      source:
        "let found;\nfunction* f() {\n  found = g.constructor\n    .constructor;\n  yield found.prototype;\n}\nconst g = f();\ng.next();\nfound['__proto__'].caller;",
      errors: ["3 NAME_MEMBER", "4 NAME_MEMBER", "5 NAME_MEMBER", "9 NAME_UNDERSCORE", "9 NAME_MEMBER"],
    },
  ]);

  covers("test_get_inspect_frame_back_on_generator", () => {
    escapes("const c = 'constructor', g = (function* () {})(); typeof g[c][c]", "function", "GUARD_MEMBER");
  });
});

describe("iteration", () => {
  const GUARDS = ["_getiter_", "_iter_unpack_sequence_", "_unpack_sequence_"];

  values([
    {
      row: "test_RestrictingNodeTransformer__guard_iter__1",
      source: `const it = [1, 2, 3], out = [];
        let sum = 0; for (const x of it) sum += x;
        for (const x of it) for (const y of it) sum += y;
        function* gen(xs) { for (const x of xs) yield x * 2 }
        const [first] = it;
        out.push(sum, [...gen(it)], [...it], first, Array.from(it)); out`,
      value: [24, [2, 4, 6], [1, 2, 3], 1, [1, 2, 3]],
    },
    {
      row: "test_RestrictingNodeTransformer__guard_iter__2",
      source: `const it = [[1, 2], [3, 4], [5, 6]]; let sum = 0; const sums = [];
        for (const [a, b] of it) { sum += a + b; sums.push(a + b) } [sum, sums]`,
      value: [21, [3, 7, 11]],
    },
    {
      row: "test_RestrictingNodeTransformer__visit_While__1",
      source: "let a = 5; while (a < 7) a += 3; a",
      value: 8,
    },
    {
      row: "test_RestrictingNodeTransformer__visit_Break__1",
      source:
        "let a = 5; while (true) { a += 3; if (a >= 7) break } let n = 0; o: for (;;) { for (;;) { n++; break o } } [a, n]",
      value: [8, 1],
    },
    {
      row: "test_RestrictingNodeTransformer__visit_Continue__1",
      source:
        "let a = 3; while (a < 10) { if (a < 5) { a += 1; continue } a += 10 } let n = 0; o: for (let i = 0; i < 3; i++) { for (;;) { n++; continue o } } [a, n]",
      value: [15, 3],
    },
  ]);

  covers("test_RestrictingNodeTransformer__guard_iter__1", () => {
    const it = "_getiter_ [1,2]";
    const setup = "const it = [1, 2];";
    expect(spy(`${setup} for (const x of it) ; 0`, GUARDS).calls).toEqual([it]);
    expect(spy(`${setup} for (const x of it) for (const y of it) ; 0`, GUARDS).calls).toEqual([it, it, it]);
    expect(spy(`${setup} [...it]; Math.max(...it)`, GUARDS).calls).toEqual([it, it]);
    expect(spy(`${setup} const [a] = it; 0`, GUARDS).calls).toEqual(["_unpack_sequence_ [1,2]"]);
    // A generator asks when it is pulled, not when it is made.
    const lazy = `${setup} function* g() { for (const x of it) yield x } const i = g();`;
    expect(spy(`${lazy} 0`, GUARDS).calls).toEqual([]);
    expect(spy(`${lazy} i.next(); i.next(); 0`, GUARDS).calls).toEqual([it]);
  });

  covers("test_RestrictingNodeTransformer__guard_iter__2", () => {
    const { calls } = spy("const it = [[1, 2], [3, 4]]; for (const [a, b] of it) ; 0", GUARDS);
    expect(calls.slice(1)).toEqual(["_unpack_sequence_ [1,2]", "_unpack_sequence_ [3,4]"]);
    expect(calls[0]).toMatch(/^_(getiter|iter_unpack_sequence)_ \[\[1,2\],\[3,4\]\]$/);
  });
});

describe("programs without end", () => {
  const wrapped = (source: string): readonly string[] => [
    source,
    `try { ${source} } catch { 'caught' }`,
    `(function () { try { ${source} } finally { return 1 } })()`,
    `for (;;) { try { ${source} } finally { continue } }`,
  ];
  const ends = (source: string, code: string): void => {
    for (const text of wrapped(source))
      for (const form of FORMS)
        expect([text, failureCode(text, { limits: { steps: 50_000 } }, form)]).toEqual([text, code]);
  };

  covers("add: endless while and for", () => {
    for (const source of [
      "while (true) ;",
      "for (;;) {}",
      "do {} while (1)",
      "for (const x of (function* () { for (;;) yield 1 })()) ;",
    ])
      ends(source, "LIMIT_STEPS");
  });

  covers("add: endless recursion", () => {
    for (const form of FORMS)
      for (const source of [
        "(function f() { f() })()",
        "const f = () => f(); f()",
        "class A { x = new A() } new A()",
      ]) {
        expect(failure(source, {}, form).code).toBe("LIMIT_CALL_DEPTH");
        expect(failure(`try { ${source} } catch { 'caught' }`, {}, form).code).toBe("LIMIT_CALL_DEPTH");
      }
    expect(new Function("try { (function f() { f() })() } catch { return 'caught' }")()).toBe("caught");
  });

  covers("add: pathological comparator", () => {
    ends("[3, 2, 1].sort(() => { for (;;) ; })", "LIMIT_STEPS");
    for (const form of FORMS) {
      const source = "Array.from({ length: 1000 }, (x, i) => i).sort(() => 1).length";
      expect(run(source, {}, form).value).toBe(1000);
      expect(failure(source, { limits: { steps: 1500 } }, form).code).toBe("LIMIT_STEPS");
    }
  });
});
