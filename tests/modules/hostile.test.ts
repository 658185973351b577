import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { type CompileOptions, compileRestricted, execRestricted } from "../../src/index.js";
import { FORMS } from "../support/run.js";

const modules = { stats: { mean: (xs: number[]) => xs.reduce((a, b) => a + b, 0) / xs.length, pi: 3 } };

function codes(source: string, options: CompileOptions = { imports: ["stats"] }): string[] {
  return compileRestricted(source, options).errors.map((d) => d.code);
}

describe("imports that are refused", () => {
  it.each([
    ["not listed", "import fs from 'fs'"],
    ["a scheme", "import fs from 'node:fs'"],
    ["a relative path", "import x from './stats'"],
    ["a path upwards", "import x from '../stats'"],
    ["a path behind a listed name", "import x from 'stats/../fs'"],
    ["an absolute path", "import x from '/etc/passwd'"],
    ["a URL", "import x from 'https://evil.example/x.js'"],
    ["data", "import x from 'data:text/javascript,1'"],
    ["a name that only begins like a listed one", "import x from 'statsevil'"],
    ["a leading underscore", "import x from '_stats'"],
    ["inside a block", "{ import x from 'stats' }"],
    ["inside a function", "function f() { import x from 'stats' }"],
    ["dynamic", "const m = import('stats')"],
    ["dynamic, built", "const m = import('st' + 'ats')"],
  ])("%s", (_what, source) => {
    expect(codes(source)).toContain("SYNTAX_IMPORT");
  });

  it.each([
    ["attributes", "import x from 'stats' with { type: 'json' }"],
    ["a phase", "import defer * as x from 'stats'"],
    ["a source phase", "import source x from 'stats'"],
    ["an export from a module", "export { mean } from 'stats'"],
    ["everything exported", "export * from 'stats'"],
    ["meta", "import.meta.url"],
  ])("%s", (_what, source) => {
    expect(codes(source)).not.toEqual([]);
  });

  it.each([
    ["a guard's name", "import { mean as _getattr_ } from 'stats'", "NAME_UNDERSCORE"],
    ["an underscore name", "import _m from 'stats'", "NAME_UNDERSCORE"],
    ["a private export", "import { _m as n } from 'stats'", "NAME_UNDERSCORE"],
    ["the constructor", "import { constructor as c } from 'stats'", "NAME_MEMBER"],
    ["the constructor in words", "import { 'constructor' as c } from 'stats'", "NAME_MEMBER"],
    ["__proto__", "import { __proto__ as p } from 'stats'", "NAME_UNDERSCORE"],
    ["eval as a local name", "import { mean as eval } from 'stats'", "SYNTAX_ERROR"],
    ["globalThis as a local name", "import * as globalThis from 'stats'", "NAME_FORBIDDEN"],
    ["a name twice", "import { mean } from 'stats'; let mean = 1", "SYNTAX_ERROR"],
    ["a name twice, as a function", "import { mean } from 'stats'; function mean() {}", "SYNTAX_ERROR"],
  ])("%s", (_what, source, code) => {
    expect(codes(source)).toContain(code);
  });

  it("a read-only name is not imported over", () => {
    expect(codes("import df from 'stats'", { imports: ["stats"], readonlyNames: ["df"] })).toEqual([
      "NAME_READONLY",
    ]);
  });

  it("a parameter and an import of one name", () => {
    expect(
      codes("import { mean } from 'stats'; return mean", {
        imports: ["stats"],
        mode: "function",
        params: ["mean"],
      }),
    ).toEqual(["SYNTAX_ERROR"]);
  });
});

describe("what the host may list", () => {
  it.each(["./x", "../x", "/x", "node:fs", "https://x", "data:x", "", "_x", "a//b", "a/../b", "a b"])(
    "%j is no module name",
    (name) => {
      expect(() => compileRestricted("1", { imports: [name] })).toThrow(
        expect.objectContaining({ code: "OPTION_VALUE" }),
      );
      expect(() => execRestricted("1", { modules: { [name]: {} } })).toThrow(
        expect.objectContaining({ code: "OPTION_VALUE" }),
      );
    },
  );

  it("a package's whole namespace is refused: it holds more than anybody listed", () => {
    // The test runner's `import` gives copies of namespaces; `require` gives the engine's own.
    const whole = createRequire(import.meta.url)("./package.mjs") as Record<string, unknown>;
    expect(() => execRestricted("1", { modules: { path: whole } })).toThrow(/list what programs may use/);
  });
});

describe.each(FORMS)("%s: what a guest does with a module", (guards) => {
  const run = (source: string, options = {}) =>
    execRestricted(compileRestricted(source, { guards, imports: ["stats"] }), { modules, ...options });

  it("cannot reach a member that is not the module's own", () => {
    expect(() => run("import { toString } from 'stats'; toString")).toThrow(
      expect.objectContaining({ code: "IMPORT_MISSING" }),
    );
    expect(() => run("import { hasOwnProperty as h } from 'stats'; h")).toThrow(/no export/);
  });

  it("a getter of the module is not run", () => {
    let ran = 0;
    const stats = {
      get mean() {
        ran++;
        return 1;
      },
    };
    expect(() => run("import { mean } from 'stats'; mean", { modules: { stats } })).toThrow();
    expect(ran).toBe(0);
  });

  it("cannot change the module, its namespace or the binding", () => {
    const stats = { list: [1, 2], pi: 3 };
    const out = run(
      `import * as s from 'stats'; import { list, pi } from 'stats';
       const tried = [() => { s.pi = 4 }, () => { s.more = 1 }, () => { delete s.pi }, () => { pi = 4 }].map((f) => {
         try { f(); return 'done' } catch (e) { return e.name }
       });
       list.push(3); [tried, s.pi, pi]`,
      { modules: { stats } },
    ).value;
    expect(out).toEqual([["TypeError", "TypeError", "TypeError", "TypeError"], 3, 3]);
    expect(stats).toEqual({ list: [1, 2], pi: 3 });
  });

  it("cannot climb from an imported function to the host", () => {
    expect(() => run("import { mean } from 'stats'; mean['constr' + 'uctor']('return process')()")).toThrow(
      expect.objectContaining({ code: "GUARD_MEMBER" }),
    );
    expect((modules.stats.mean.constructor as FunctionConstructor)("return typeof process")()).toBe("object");
  });

  it("a module that this run lacks ends it before its first step", () => {
    const printed: string[] = [];
    const audit: string[] = [];
    expect(() =>
      run("print('began'); import { mean } from 'stats'", {
        modules: {},
        onPrint: (line: { text: string }) => printed.push(line.text),
        onAudit: (event: { code: string }) => audit.push(event.code),
      }),
    ).toThrow(expect.objectContaining({ code: "IMPORT_MISSING" }));
    expect(printed).toEqual([]);
    expect(audit).toEqual(["IMPORT_MISSING"]);
  });
});
