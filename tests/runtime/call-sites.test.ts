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

/** The functions of a text's sites, with a shared guard that tells when it is asked, and every member that was read. */
function alone(source: string): {
  readonly sites: readonly ((...args: unknown[]) => unknown)[];
  readonly seen: string[];
} {
  const { functions } = sited(source);
  const seen: string[] = [];
  const names = functions.map((text) => /^function (\w+)/.exec(text)?.[1] ?? "");
  const guards = ["_getattr_", "_getitem_", "_setattr_", "_setitem_", "_invoke_"];
  const make = new Function(...guards, "_native_", `${functions.join("\n")}\nreturn [${names.join(", ")}];`);
  const shared = guards.map((guard) => () => {
    seen.push(guard);
    return guard;
  });
  return { sites: make(...shared, Function.prototype.call), seen };
}

/** Tells of each member but the brands, which it has as they are given. */
function watched(brands: object, seen: string[]): object {
  const note =
    (what: string) =>
    (_: object, key: PropertyKey): boolean | undefined => {
      if (key === "_safe_" || key === "_open_") return (brands as Record<PropertyKey, boolean>)[key];
      seen.push(`${what} ${String(key)}`);
      return true;
    };
  return new Proxy({}, { get: note("get"), set: note("set") as () => boolean });
}

describe("a site's function by itself", () => {
  const told = (f: ((...args: unknown[]) => unknown) | undefined, ...args: unknown[]): unknown => {
    try {
      return f?.(...args);
    } catch (thrown) {
      return thrown;
    }
  };
  const SITES: readonly (readonly [source: string, guard: string, key: unknown, brand: string])[] = [
    ["o.a", "_getattr_", "a", "_safe_"],
    ["o[k]", "_getitem_", 0, "_safe_"],
    ["o.a = 1", "_setattr_", "a", "_open_"],
    ["o[k] = 1", "_setitem_", 0, "_open_"],
    ["o.m()", "_invoke_", "m", "_safe_"],
  ];
  it.each(SITES)(
    "leaves what has no brand to the shared guard, untouched: %s",
    (source, guard, key, brand) => {
      const { sites, seen } = alone(source);
      expect(sites).toHaveLength(1);
      expect(told(sites[0], watched({ _safe_: brand !== "_safe_" }, seen), key, [], null)).toBe(guard);
      expect(seen).toEqual([guard]);
      // The control: with its brand it is touched, and nobody is asked.
      seen.splice(0);
      told(sites[0], watched({ [brand]: true }, seen), key, [], null);
      expect(seen).toEqual([`${brand === "_open_" ? "set" : "get"} ${String(key)}`]);
    },
  );

  it.each(["o[k]", "o[k] = 1"])("leaves keys that are no numbers to the shared guard: %s", (source) => {
    const { sites, seen } = alone(source);
    for (const key of ["0", { toString: () => "constructor" }, Symbol.iterator])
      told(sites[0], watched({ _safe_: true, _open_: true }, seen), key, 1);
    expect(seen).toEqual(new Array(3).fill(source === "o[k]" ? "_getitem_" : "_setitem_"));
  });

  it("leaves a function with a `call` of its own to the shared guard", () => {
    const own =
      "class Base { constructor(o) { return o; } } class Own extends Base { call = () => 'wrong'; }";
    const source = `${own} const o = { m: (x) => x }; new Own(o.m); o.m(o.m(2))`;
    expect(run(source)).toBe(2);
    expect(sited(source).functions.join()).toContain("f.call === _native_");
  });

  it("is made of names alone that the verifier has proved", () => {
    for (const guard of ["_getattr_", "_setattr_", "_inplacevar_"])
      expect(siteNames(`${guard}(o, k)`, [{ guard, start: 0 }]).functions).toEqual([]);
  });
});
