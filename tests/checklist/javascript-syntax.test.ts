import vm from "node:vm";
import { describe, expect } from "vitest";
import { compileRestricted, execRestrictedAsync, verifyRestricted } from "../../src/index.js";
import { FORMS, run } from "../support/run.js";
import { covers, failureCode, refusals, refused, values } from "./support.js";

const no = (row: string, source: string, errors: readonly string[]) =>
  ({ row, source, errors, native: false }) as const;

describe("syntax that reaches outside", () => {
  refusals([
    no("B18", "import('fs')", ["1 SYNTAX_IMPORT"]),
    no("B18", "const f = async () => {\n  await import('fs')\n}", ["2 SYNTAX_IMPORT"]),
    no("B18", "import.meta.url", ["1 SYNTAX_META"]),
    no("B18", "import a from 'a' with { type: 'json' }", ["1 SYNTAX_IMPORT", "1 SYNTAX_IMPORT"]),
    no("B18", "export { a } from 'a'", ["1 SYNTAX_EXPORT", "1 SYNTAX_EXPORT"]),
    no("B18", "export * as ns from 'a'", ["1 SYNTAX_EXPORT", "1 SYNTAX_EXPORT"]),
    no("B18", "export default 1", ["1 SYNTAX_EXPORT"]),
    no("B18", "import source a from 'a'", ["1 SYNTAX_PROPOSAL"]),
    no("B18", "import defer * as a from 'a'", ["1 SYNTAX_PROPOSAL"]),
    no("B18", "await 1", ["1 SYNTAX_AWAIT"]),
    no("B18", "{ using a = null }", ["1 SYNTAX_PROPOSAL"]),
    no("B18", "async function f() { await using a = null }", ["1 SYNTAX_PROPOSAL"]),
  ]);

  covers("B18", async () => {
    // In a realm of its own, `import()` rejects with an error of the host's realm: syntax alone can refuse it.
    const leak = "import('fs').catch((e) => e.constructor.constructor('return typeof process')())";
    expect(await vm.runInNewContext(leak)).toBe("object");
    expect((await execRestrictedAsync("await 1")).value).toBe(1);
  });
});

describe("fields of nodes that are allowed", () => {
  refusals([
    no("B19", "for await (const a of []) ;", ["1 SYNTAX_AWAIT"]),
    {
      row: "B19",
      source: "({ ['__proto__']: 1, __proto__: 1 })",
      errors: ["1 NAME_UNDERSCORE", "1 NAME_PROTO"],
    },
    {
      row: "B19",
      source: "class A { get constructor_() { return 1 } static prototype_ = 1; static [`prototype`] = 1 }",
      errors: ["1 NAME_MEMBER"],
    },
    no("B19", "class A { get constructor() {} }", ["1 SYNTAX_ERROR"]),
    no("B19", "class A { accessor x = 1 }", ["1 SYNTAX_PROPOSAL"]),
    no("B19", "class A { declare x }", ["1 SYNTAX_TYPESCRIPT"]),
    no("B19", "import { type A } from 'a'", ["1 SYNTAX_TYPESCRIPT"]),
  ]);

  covers("B19", async () => {
    // optional, computed, async, generator, kind, delegate, static: each field changes what a node does.
    const source = `const k = 'm';
      class A { static m() { return 's' } m() { return 'i' } get [k + 2]() { return 'c' } async n() { return 'a' } *g() { yield* [1]; yield [2] } }
      const a = new A(), z = null; [A.m(), a.m(), a.m2, [...a.g()], z?.m(), z?.[k], a?.[k](), a.n() instanceof Promise]`;
    for (const form of FORMS)
      expect(run(source, {}, form).value).toEqual(["s", "i", "c", [1, [2]], undefined, undefined, "i", true]);
    const program = compileRestricted(
      "const out = []; for await (const x of [Promise.resolve(1)]) out.push(x); for (const x of [Promise.resolve(1)]) out.push(x instanceof Promise); out",
      { async: true },
    );
    expect((await execRestrictedAsync(program)).value).toEqual([1, true]);
  });
});

describe("what is printed", () => {
  values([
    {
      row: "B20",
      source:
        "const a = '\\u2028\\'\"\\n\\0\\x3c!--', t = `\\`\\${1}\\\\`, r = /[/\\]]\\u{1F600}?(?<n>a)\\//u; [a.length, t, r.source, r.flags, /a/g.test('a'), '\\u{1F600}']",
      value: [9, "`${1}\\", "[/\\]]\\u{1F600}?(?<n>a)\\/", "u", true, "\u{1F600}"],
    },
    { row: "B20", source: "/* a */ 1 // b\n/* *\\/ eval('1') */ + 1", value: 2 },
  ]);

  covers("B20", () => {
    for (const source of [
      "('</script><!--'); 1",
      "/* _g0_(x).constructor */ 1",
      "const s = '*/ eval(1) /*'; s",
      "const r = /`${eval}`/; r.source",
      "const o = { 'a-b': 1, 'e\\u0076al': 2 }; Object.keys(o)",
    ])
      for (const guards of FORMS) {
        const { code, errors } = compileRestricted(source, { guards });
        expect([source, errors.map(String)]).toEqual([source, []]);
        expect(verifyRestricted(code ?? "", { guards }).map(String)).toEqual([]);
        expect(code).not.toContain("_g0_(x)");
      }
    // The text that is run is checked by itself: a printer that lies is found out.
    const { code } = compileRestricted("const a = [1]; a.length");
    const damaged = (code ?? "").replace(".length", ".constructor");
    expect(damaged).not.toBe(code);
    expect(verifyRestricted(damaged).length).toBeGreaterThan(0);
  });

  refusals([
    { row: "B20", source: "'use asm'", errors: ["1 SYNTAX_DIRECTIVE"] },
    { row: "B20", source: "function f() {\n  'use client';\n}", errors: ["2 SYNTAX_DIRECTIVE"] },
  ]);
});

describe("what browsers keep for old pages", () => {
  covers("B21", () => {
    // Sloppy code hoists a function out of its block; a program is strict.
    expect(new Function("{ function f() { return 1 } } return typeof f")()).toBe("function");
    for (const form of FORMS)
      expect(run("{ function f() { return 1 } } typeof f", {}, form).value).toBe("undefined");
    expect(vm.runInNewContext("let a = 1\n--> a = 2\na")).toBe(1);
    for (const source of ["let a = 1\n--> a = 2\na", "let a = 1 <!-- 2\na"])
      for (const form of FORMS) expect(failureCode(source, {}, form)).toBe("SYNTAX_HTML_COMMENT");
    for (const source of [
      "function f(a = 1) { 'use strict' }",
      "({ m({ a }) { 'use strict' } })",
      "(...a) => { 'use strict' }",
    ])
      expect([source, refused(compileRestricted(source))]).toEqual([source, ["1 SYNTAX_ERROR"]]);
    for (const source of [
      "010",
      "'\\07'",
      "with (a) ;",
      "delete a",
      "if (1) function f() {}",
      "arguments = 1",
      "eval = 1",
      "let let = 1",
      "function f(a, a) {}",
    ])
      for (const form of FORMS)
        expect([source, failureCode(source, {}, form)]).toEqual([
          source,
          expect.stringMatching(/^SYNTAX_(ERROR|WITH)$|^NAME_FORBIDDEN$/),
        ]);
    for (const form of FORMS) {
      expect(run("function f() { 'use strict'; return this } f()", {}, form).value).toBeUndefined();
      expect(run("function f(a) { arguments[0] = 2; return a } f(1)", {}, form).value).toBe(1);
    }
  });
});
