import { describe, expect, it } from "vitest";
import { compileAblated } from "../../src/compiler/compile.js";
import * as entry from "../../src/index.js";
import { execWalls, execWallsAsync, type WallsOptions } from "../../src/testing/index.js";

const BOTH: readonly WallsOptions[] = [{ walls: "both" }, { walls: "both", form: "call" }];
const MEMBERS = [
  "({}).constructor.name",
  '({})["constructor"].name',
  '(() => { const k = ["con", "structor"].join(""); return ({})[k].name; })()',
  "(() => { const { constructor: c } = {}; return c.name; })()",
  "(() => { const o = { constructor: { name: 'Object' } }; return o.constructor.name; })()",
  "(() => { class A { _x = 'Object' } return new A()._x; })()",
  "(() => { const o = { _x: 1 }; o._x = 'Object'; return o._x; })()",
];

describe("the realm alone", () => {
  it.each(MEMBERS)("members pass without the first wall: %s", (source) => {
    for (const options of BOTH) expect(() => execWalls(source, options)).toThrow(entry.RestrictedError);
    expect(execWalls(source, { walls: "realm" }).value).toBe("Object");
  });

  it("reads and writes whatever the guards of the first wall refuse", () => {
    // Host functions are closed to writes; without guards the realm's own freezing answers.
    const source = "try { f.x = 1; } catch (e) { e.message }";
    const options = { globals: { f: () => 1 } };
    expect(execWalls(source, { walls: "both", ...options }).value).toMatch(/cannot be written/);
    expect(execWalls(source, { walls: "realm", ...options }).value).toMatch(/not extensible/);
  });

  it.each([
    ["eval('1')", "NAME_FORBIDDEN"],
    ["globalThis", "NAME_FORBIDDEN"],
    ["import('x')", "SYNTAX_IMPORT"],
    ["this", "SYNTAX_THIS"],
    ["const _g0_ = 1;", "NAME_UNDERSCORE"],
    ["with ({}) {}", "SYNTAX_WITH"],
    ["debugger;", "SYNTAX_DEBUGGER"],
    ["arguments", "SYNTAX_ARGUMENTS"],
  ])("what is no member stays refused: %s", (source, code) => {
    expect(() => execWalls(source, { walls: "realm" })).toThrow(expect.objectContaining({ code }));
  });

  it("still counts steps, and coerces a key once", () => {
    expect(() => execWalls("for (;;) {}", { walls: "realm", limits: { steps: 1000 } })).toThrow(
      entry.LimitError,
    );
    const twice = "let n = 0; ({ a1: 'once' })[{ toString() { return 'a' + ++n; } }]";
    expect(execWalls(twice, { walls: "realm" }).value).toBe("once");
  });

  it("has an asynchronous form", async () => {
    const source = "await Promise.resolve(({}).constructor.name)";
    expect((await execWallsAsync(source, { walls: "realm" })).value).toBe("Object");
    await expect(execWallsAsync(source, { walls: "both" })).rejects.toThrow(entry.CompileError);
  });
});

it("refuses other walls, and a form the walls do not have", () => {
  for (const options of [
    { walls: "none" },
    { walls: "realm", form: "call" },
    {},
    { walls: "guards", form: "inline" },
  ])
    expect(() => execWalls("1", options as unknown as WallsOptions)).toThrow(entry.GuardError);
});

describe("the main entry has no way to it", () => {
  const names = ["unguarded", "walls", "ablated", "ablate", "guard"];
  it.each(names)("no option `%s`", (name) => {
    for (const value of [true, "realm", 1]) {
      expect(() => entry.compileRestricted("1", { [name]: value })).toThrow(/has no option/);
      expect(() => entry.execRestricted("1", { [name]: value })).toThrow(/has no option/);
      expect(() => entry.verifyRestricted("1", { [name]: value })).toThrow(/has no option/);
    }
  });

  it("symbols, inherited options and a polluted host prototype change nothing", () => {
    const source = "({}).constructor";
    const options = [
      { [Symbol("unguarded")]: true, [Symbol.for("unguarded")]: true },
      Object.create({ unguarded: true, walls: "realm" }) as object,
    ];
    for (const o of options) expect(entry.compileRestricted(source, o).ok).toBe(false);
    const polluted = Object.prototype as { unguarded?: boolean };
    polluted.unguarded = true;
    try {
      expect(entry.compileRestricted(source).ok).toBe(false);
      const run = '(() => { const k = ["con", "structor"].join(""); return ({})[k]; })()';
      expect(() => entry.execRestricted(run)).toThrow(entry.GuardError);
    } finally {
      delete polluted.unguarded;
    }
  });

  it("exports nothing of it", () => {
    expect(Object.keys(entry).filter((name) => /ablat|wall|unguard|runProgram|testing/i.test(name))).toEqual(
      [],
    );
  });

  it("refuses a program that was compiled so, in the same process", async () => {
    const compiled = compileAblated("({}).constructor.name", {});
    expect(compiled.ok).toBe(true);
    const refusal = expect.objectContaining({ code: "PROGRAM_UNKNOWN" });
    expect(() => entry.execRestricted(compiled)).toThrow(refusal);
    await expect(entry.execRestrictedAsync(compiled)).rejects.toEqual(refusal);
    expect(entry.verifyRestricted(compiled.code ?? "").map((d) => d.code)).toContain("VERIFY_MEMBER");
  });
});

it("the run time of a guarded program is untouched by an unguarded one before it", () => {
  execWalls("({}).constructor.name", { walls: "realm" });
  expect(() => entry.execRestricted('({})[["con", "structor"].join("")]')).toThrow(entry.GuardError);
});
