import { describe, expect, it } from "vitest";
import {
  type CompileCache,
  type CompileOptions,
  type CompileResult,
  compileRestricted,
  createCompileCache,
  defineLanguagePolicy,
  execRestricted,
} from "../../../src/index.js";
import { keptLimits } from "./support.js";

const SOURCE = "const n = 20; n + 22";
const compile = (cache: CompileCache, options: CompileOptions = {}, source = SOURCE): CompileResult =>
  compileRestricted(source, { ...options, cache });

describe("a compile cache", () => {
  it("gives the same result for the same source and options, and it runs", () => {
    const cache = createCompileCache();
    const first = compile(cache);
    expect(compile(cache)).toBe(first);
    expect(cache.usage()).toMatchObject({ entries: 1, hits: 1, misses: 1 });
    expect(execRestricted(compile(cache)).value).toBe(42);
    expect(compile(cache, {}, "const n = 20; n + 23")).not.toBe(first);
  });

  it("is off when none is given", () => {
    expect(compileRestricted(SOURCE)).not.toBe(compileRestricted(SOURCE));
  });

  it("says what compiling without it says", () => {
    const cache = createCompileCache();
    const plain = compileRestricted(SOURCE);
    for (const result of [compile(cache), compile(cache)]) {
      expect(result).toEqual(plain);
      expect(result.map).toEqual(plain.map);
    }
  });

  const CHANGES: readonly CompileOptions[] = [
    { filename: "other.js" },
    { mode: "function" },
    { mode: "function", params: ["a"] },
    { mode: "function", params: ["a", "b"] },
    { mode: "function", params: ["a, b"] },
    { mode: "function", name: "f" },
    { language: "ts" },
    { async: true },
    { guards: "call" },
    { imports: ["m"] },
    { imports: ["m", "n"] },
    { globalize: ["m"] },
    { globalize: ["m", "n"] },
    { readonlyNames: ["m"] },
    { readonlyNames: ["m", "n"] },
    { printed: true },
    { bigints: true },
    { limits: { nesting: 399 } },
    { limits: { nodes: 399_999 } },
    { limits: { sourceLength: 99_999 } },
    { limits: { sourceLength: Number.POSITIVE_INFINITY } },
    { policy: defineLanguagePolicy({ refuseNames: { other: true } }) },
    { policy: defineLanguagePolicy({ refuseNames: { other: true } }) },
  ];

  it("never gives a result to other options, nor to a policy that only looks the same", () => {
    const cache = createCompileCache();
    const source = "const n = 20; globalThis2; n + 22";
    const results = [{}, ...CHANGES].map((options) =>
      compile(cache, options, options.mode === "function" ? "return 1" : source),
    );
    const made = results.filter((result) => result.ok);
    expect(made.length).toBeGreaterThan(CHANGES.length - 2);
    expect(new Set(made).size).toBe(made.length);
    expect(cache.usage()).toMatchObject({ hits: 0, entries: made.length });
  });

  it("does not let a strict policy have what a lax one compiled", () => {
    const cache = createCompileCache();
    const strict = defineLanguagePolicy({ refuseNodes: { loops: true } });
    const lax = defineLanguagePolicy({ refuseNodes: { classes: true } });
    const source = "let n = 0; for (let i = 0; i < 3; i++) n += i; n";
    expect(compile(cache, { policy: lax }, source).ok).toBe(true);
    expect(compile(cache, {}, source).ok).toBe(true);
    const refused = compile(cache, { policy: strict }, source);
    expect(refused.errors.map((e) => e.code)).toEqual(["POLICY_NODE"]);
    expect(compile(cache, { policy: lax }, source).ok).toBe(true);
  });

  it("keeps nothing that was refused", () => {
    const cache = createCompileCache();
    expect(compile(cache, {}, "eval('1')").ok).toBe(false);
    expect(cache.usage().entries).toBe(0);
    expect(compile(cache, {}, "eval('1')").errors).toHaveLength(1);
  });

  it("cannot be told apart by a text that looks like options and a source", () => {
    const cache = createCompileCache();
    const a = compile(cache, { filename: 'a"\n1', mode: "eval" }, "2");
    const b = compile(cache, { filename: "a", mode: "eval" }, '"\\n1\\n2"');
    expect(a).not.toBe(b);
    expect([a.filename, b.filename]).toEqual(['a"\n1', "a"]);
  });
});

describe("a full cache", () => {
  it("drops what was not asked for the longest", () => {
    const cache = createCompileCache({ entries: 2 });
    const [one, two] = [compile(cache, {}, "1"), compile(cache, {}, "2")];
    expect(compile(cache, {}, "1")).toBe(one);
    compile(cache, {}, "3");
    expect(cache.usage().entries).toBe(2);
    expect(compile(cache, {}, "1")).toBe(one);
    expect(compile(cache, {}, "2")).not.toBe(two);
  });

  it("counts the bytes of the texts", () => {
    const big = (n: number): string => `["${String(n).padEnd(5_000, "x")}"]`;
    const cache = createCompileCache({ bytes: 100_000 });
    for (let i = 0; i < 20; i++) compile(cache, {}, big(i));
    const { entries, bytes } = cache.usage();
    expect(entries).toBeGreaterThan(0);
    expect(entries).toBeLessThan(5);
    expect(bytes).toBeLessThanOrEqual(100_000);
    expect(bytes).toBeGreaterThan(entries * 4 * 5_000);
    compile(cache, {}, `["${"y".repeat(60_000)}"]`);
    expect(cache.usage().entries).toBe(entries);
  });

  it("of no size holds nothing, and a cleared one holds nothing more", () => {
    const none = createCompileCache({ entries: 0 });
    expect(compile(none)).not.toBe(compile(none));
    const cache = createCompileCache();
    const first = compile(cache);
    cache.clear();
    expect(cache.usage()).toMatchObject({ entries: 0, bytes: 0 });
    expect(compile(cache)).not.toBe(first);
  });
});

describe("what callers share", () => {
  it("can be changed by none of them", () => {
    const cache = createCompileCache();
    const result = compile(cache, {}, "fetch; const n = 1; n");
    const frozen = (value: unknown): boolean =>
      typeof value !== "object" ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(result.warnings.length).toBeGreaterThan(0);
    expect(frozen(result)).toBe(true);
    expect(frozen(result.map)).toBe(true);
    expect(Object.isFrozen(cache)).toBe(true);
    expect(Object.isFrozen(cache.usage())).toBe(true);
  });

  it("leaves no trace of one run to the next", () => {
    const cache = createCompileCache();
    const source = "let n = 0; n += 1; list.push(n); list.length";
    for (let i = 0; i < 3; i++)
      expect(execRestricted(compile(cache, {}, source), { globals: { list: [] } }).value).toBe(1);
  });
});

describe("options that lie", () => {
  it("are read once, so that the result is filed under what it was compiled with", () => {
    const cache = createCompileCache();
    let reads = 0;
    const lying = {
      get guards(): "call" | "inline" {
        return reads++ === 0 ? "call" : "inline";
      },
      cache,
    };
    const result = compileRestricted(SOURCE, lying);
    expect([reads, result.guards]).toEqual([1, "call"]);
    expect(compile(cache, { guards: "call" })).toBe(result);
    expect(compile(cache, { guards: "inline" }).guards).toBe("inline");
  });

  it("may have lists that say something else each time", () => {
    const cache = createCompileCache();
    let times = 0;
    const params = ["a"];
    Object.defineProperty(params, Symbol.iterator, {
      value: function* () {
        yield times++ === 0 ? "a" : "b";
      },
    });
    const result = compile(cache, { mode: "function", params }, "return a");
    expect(result.usedNames).toEqual([]);
    expect(compile(cache, { mode: "function", params: ["b"] }, "return a").usedNames).toEqual(["a"]);
  });

  it("with a limit that is no number are not remembered", () => {
    const cache = createCompileCache();
    const limits = keptLimits();
    expect(compile(cache, { limits })).not.toBe(compile(cache, { limits }));
    expect(cache.usage().entries).toBe(0);
  });

  it.each([
    [{}],
    [null],
    [1],
    ["cache"],
    [Object.freeze({ usage: () => ({}), clear: () => {} })],
    [new Map()],
  ])("may not name another thing as the cache: %j", (cache) => {
    expect(() => compileRestricted(SOURCE, { cache } as never)).toThrow("createCompileCache()");
  });

  it.each([[null], [5], [{ entries: -1 }], [{ bytes: 1.5 }], [{ entries: "5" }], [{ size: 5 }]])(
    "may not give a cache the size %j",
    (size) => {
      expect(() => createCompileCache(size as never)).toThrow();
    },
  );
});
