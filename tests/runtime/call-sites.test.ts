import { describe, expect, it } from "vitest";
import { compileRestricted, programOf } from "../../src/compiler/compile.js";
import { execRestricted } from "../../src/index.js";
import { siteNames } from "../../src/runtime/call-sites.js";

const run = (source: string, options = {}): unknown =>
  execRestricted(compileRestricted(source, { guards: "call" }), options).value;

function sited(source: string): { before: string; after: string; functions: readonly string[] } {
  const program = programOf(compileRestricted(source, { guards: "call" }));
  const code = program?.result.code ?? "";
  const made = siteNames(code, program?.verified.callSites ?? []);
  return { before: code, after: made.code, functions: made.functions };
}

describe("each guard's call has a function of its own", () => {
  it("which changes the guard's name and nothing else, at its place", () => {
    const { before, after, functions } = sited(
      "const o = { a: 1, b: [2] }; o.a += o.b[0]; o.b.push(o.a); o.b.length",
    );
    expect(functions.length).toBeGreaterThan(5);
    expect(after.length).toBe(before.length);
    const names =
      /_(?:[abcdfhjmn][0-9a-z]+|getattr|getitem|setattr|setitem|call|invoke|new|inplacevar|numeric)_/g;
    const blank = (text: string): string => text.replaceAll(names, (name) => "·".repeat(name.length));
    expect(blank(after)).toBe(blank(before));
    expect(after).not.toContain("_getattr_(");
  });

  it("but for members the shared guard alone hands out", () => {
    const { after } = sited("const found = /a/.exec('a'); found.index");
    expect(after).toMatch(/_invoke_\(.*"exec"|_getattr_\(.*"exec"/);
  });

  it("leaves the shared guard where no further number is as short", () => {
    const { before, after, functions } = sited("f(1)");
    const many = Array.from({ length: 36 ** 3 + 2 }, () => before).join("");
    const sites = Array.from({ length: 36 ** 3 + 2 }, (_, i) => ({
      guard: "_call_",
      start: i * before.length + before.indexOf("_call_("),
      arity: 1,
    }));
    expect(functions).toHaveLength(1);
    expect(after).toContain("_f000_(f, [1])");
    const made = siteNames(many, sites);
    expect(made.functions).toHaveLength(36 ** 3);
    expect(made.code.match(/_call_\(/g)).toHaveLength(2);
  });
});

describe("a site's function does what the guard does", () => {
  it("asks a getter once", () => {
    expect(run("let n = 0; const o = { get m() { n++; return () => n; } }; [o.m(), o.m(o.m()), n]")).toEqual([
      1, 3, 3,
    ]);
  });

  it("calls methods with their receiver, whenever they are read", () => {
    const source =
      "const o = { n: 1, m(x) { return this.n + x; } }; const { m } = o; [o.m(1), o.m(o.m(2)), typeof m]";
    expect(run(source)).toEqual([2, 4, "function"]);
    expect(() => run("const m = ({ m() { return this.n; } }).m; m()")).toThrow(
      "Cannot read properties of undefined (reading 'n')",
    );
  });

  it("refuses what is not the guest's, and what cannot be written to", () => {
    const facet = { policies: [], globals: { f: () => 1 } };
    expect(() => run("f.x = 1", facet)).toThrow(/cannot be written to/);
    expect(() => run("Math.x = 1")).toThrow(/cannot be written to/);
    expect(() => run("const k = 'con' + 'structor'; [][k]")).toThrow(/not available/);
    expect(run("Object.isFrozen(Math)")).toBe(true);
  });

  it("counts the guest's own frames towards the depth of calls", () => {
    const source = "function f(n) { return n === 0 ? 0 : 1 + f(n - 1); } f(700)";
    expect(run(source, { limits: { callDepth: 1_000 } })).toBe(700);
    expect(() => run(source.replace("700", "3000"), { limits: { callDepth: 1_000 } })).toThrow(
      /more than 1000 deep/,
    );
  });
});
