import { describe, expect, it } from "vitest";
import {
  compileRestricted,
  execRestricted,
  execRestrictedAsync,
  RestrictedExpression,
} from "../../src/index.js";
import { FORMS, failure, native, run } from "../support/run.js";

/** Programs that would go on for ever, or take away the limit's error; natively each swallows what is thrown into it. */
const SWALLOWERS: readonly string[] = [
  "for (;;) {}",
  "while (true) ;",
  "do ; while (true)",
  "let i = 0; for (;;) try { i++ } catch {}",
  "try { for (;;) ; } catch (e) { 'caught' }",
  "try { for (;;) ; } catch { 'caught' }",
  "try { for (;;) ; } catch ({ message }) { message }",
  "function f() { try { for (;;) ; } finally { return 1 } } f()",
  "function f() { for (;;) { try { for (;;) ; } finally { continue } } } f()",
  "function f() { o: for (;;) { try { for (;;) ; } finally { break o } } return 2 } f(); f(); f()",
  "function* g() { try { for (;;) yield 1 } finally { for (;;) ; } } for (const x of g()) ;",
  "const it = { [Symbol.iterator]() { return { next() { return { done: false } } } } }; for (const x of it) ;",
  "[...{ *[Symbol.iterator]() { for (;;) yield 1 } }]",
  "const [a] = { *[Symbol.iterator]() { for (;;) ; } }",
  "const o = { get x() { for (;;) ; } }; try { o.x } catch { 1 }",
  "`${{ toString() { for (;;) ; } }}`",
  "[1, 2].map(() => { for (;;) ; })",
  "[3, 2, 1].sort(() => { for (;;) ; })",
  "class A { x = (() => { for (;;) ; })() } new A()",
  "class A { static { for (;;) ; } }",
  "let n = 40; class A { l = n-- > 0 ? [new A(), new A()] : 0 } ; for (;;) { n = 20; new A() }",
  "function f(n, a = n && (f(n - 1), f(n - 1))) {} f(60)",
  "function* g(n, a = n && (g(n - 1), g(n - 1))) {} g(60)",
  "const f = (n) => n && (f(n - 1), f(n - 1)); f(60)",
  "tag`${(() => { for (;;) ; })()}`; function tag() {}",
  "switch (1) { case (() => { for (;;) ; })(): }",
];

describe("the step limit", () => {
  for (const source of SWALLOWERS) {
    for (const form of FORMS) {
      it(`${form}: ends ${source}`, () => {
        const error = failure(source, { limits: { steps: 20_000 } }, form);
        expect(error.name).toBe("LimitError");
        expect(error.code).toBe("LIMIT_STEPS");
      });
    }
  }

  it("tells where, and runs no more guest code after it", () => {
    const seen: unknown[] = [];
    const host = { seen: (x: unknown) => void seen.push(x) };
    const error = failure("try {\n  for (;;) {}\n} finally {\n  seen('finally')\n}\nseen('after')", {
      globals: host,
      limits: { steps: 1000 },
    });
    expect(error.position?.line).toBe(2);
    expect(seen).toEqual([]);
  });

  it("counts each run for itself, and reports what was used", () => {
    const source = "let s = 0; for (let i = 0; i < 100; i++) s += i; s";
    expect(run(source, { limits: { steps: 200 } }).usage.steps).toBe(101);
    expect(run(source, { limits: { steps: 200 } }).value).toBe(4950);
    expect(failure(source, { limits: { steps: 100 } }).code).toBe("LIMIT_STEPS");
  });

  it.each([
    ["let s = 0; for (let i = 0; i < 1000; i++) s += i; s", 1001],
    ["let s = 0; for (let i = 0; i <= 1000; i++) s += i; s", 1002],
    ["let s = 0; for (let i = 0.5; i < 100; i++) s += i; s", 101],
    ["let s = 0; const n = '100'; for (let i = 0; i < n; i++) s += i; s", 101],
    ["let s = 0; const n = 99.5; for (let i = 0; i < n; i++) s += i; s", 101],
    ["let s = 0; const n = NaN; for (let i = 0; i < n; i++) s += i; (() => s)()", 2],
    ["let s = 0; let n = 100; for (let i = 0; i < n; i++) { s += i; if (i === 50) n = 60; } s", 61],
    ["let s = 0; let n = 100; for (let i = 0; i < n; i++) { s += i; if (i === 50) n = 200; } s", 201],
    ["let c = 0; const n = { valueOf() { c++; return 30; } }; for (let i = 0; i < n; i++) ; c", 62],
    ["const f = (n) => { for (let i = 0; i < n; i++) if (i === 7) return i; }; f(100)", 10],
    [
      "const f = (n) => { for (let i = 0; i < n; i++) if (i === 7) throw i; }; try { f(100); } catch (e) { e }",
      10,
    ],
    ["const a = [{ x: 1 }]; try { for (let i = 0; i < 50; i++) a[i].x; } catch { 1 }", 3],
    [
      "const o = { get x() { for (let i = 0; i < 9; i++) ; return 1; } }; for (let i = 0; i < 20; i++) o.x; 1",
      221,
    ],
    [
      "const f = (n) => { for (let i = 0; i < n; i++) { if (i > 2) continue; } }; for (let r = 0; r < 9; r++) f(r); 1",
      55,
    ],
    ["let n = 10; const o = { get x() { n = 20; return 1; } }; for (let i = 0; i < n; i++) o.x; 1", 41],
    ["for (let i = 2147483640; i <= 2147483647; i++) ; 1", 9],
    ["for (let r = 0; r < 40; r++) { const n = 4000; for (let i = 0; i < n; i++) ; } 1", 160_041],
  ])("each turn of a counted loop costs one step, paid ahead or not: %s", (source, steps) => {
    for (const form of FORMS) {
      const { value, usage } = run(source, { limits: { steps } }, form);
      expect(usage.steps).toBe(steps);
      expect(value).toBe(execRestricted(source).value);
      expect(failure(source, { limits: { steps: steps - 1 } }, form).code).toBe("LIMIT_STEPS");
    }
  });

  it("a loop whose end is far away does not run to it, and what it was charged for is no gift", () => {
    const limits = { steps: 1000 };
    for (const end of ["1e15", "2147483647", "1e300", "Infinity"]) {
      const source = `const n = ${end}; let s = 0; for (let i = 0; i < n; i++) s = i; s`;
      expect(failure(source, { limits }).code).toBe("LIMIT_STEPS");
      const left = `const n = ${end}; const f = () => { for (let i = 0; i < n; i++) if (i > 3) return i; }; for (;;) f()`;
      expect(failure(left, { limits }).code).toBe("LIMIT_STEPS");
    }
    // A limit that is reached inside of the loop stays reached.
    const caught =
      "const o = { get x() { for (;;) ; } }; const f = () => { try { for (let i = 0; i < 500; i++) o.x; } finally { for (;;) tell(); } }; f()";
    const heard: number[] = [];
    expect(failure(caught, { limits, globals: { tell: () => void heard.push(1) } }).code).toBe("LIMIT_STEPS");
    expect(heard).toEqual([]);
  });

  it.each([
    "Promise.allSettled([(async () => { for (;;) ; })()]); 1",
    "(async () => { for (;;) ; })().catch(() => 1); 1",
    "new Promise(() => { for (;;) ; }); 1",
    "const p = (async () => { try { for (;;) ; } finally { return 1 } })(); 1",
  ])("a promise does not take the limit away: %s", async (source) => {
    const limits = { steps: 5_000 };
    const heard: unknown[] = [];
    const globals = { tell: (x: unknown) => void heard.push(x) };
    for (const form of FORMS) expect(failure(source, { limits }, form).code).toBe("LIMIT_STEPS");
    const awaited = `await ${source.replace("const p = ", "")}; tell('after')`;
    await expect(execRestrictedAsync(awaited, { limits, globals })).rejects.toMatchObject({
      code: "LIMIT_STEPS",
    });
    const program = compileRestricted(source.replace(/; 1$/, "; return 1"), { mode: "function" });
    const f = execRestricted(program, { limits }).value as () => unknown;
    expect(f).toThrow(expect.objectContaining({ code: "LIMIT_STEPS" }));
    const e = new RestrictedExpression("[(async () => { while (row) ; })()].length", { limits });
    expect(e.map([0, 0])).toEqual([1, 1]);
    expect(() => e.map([0, 1, 0])).toThrow(expect.objectContaining({ code: "LIMIT_STEPS" }));
    expect(() => e.eval({ row: 1 })).toThrow(expect.objectContaining({ code: "LIMIT_STEPS" }));
    expect(heard).toEqual([]);
  });

  it("ends pending asynchronous work with the run", async () => {
    const seen: string[] = [];
    execRestricted("(async () => { for (;;) { await 0; tell('tick') } })(); 1", {
      globals: { tell: (s: string) => void seen.push(s) },
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual([]);
  });
});

describe("other limits", () => {
  it("time", () => {
    const start = performance.now();
    expect(failure("for (;;) {}", { limits: { timeMs: 50, steps: 2 ** 50 } }).code).toBe("LIMIT_TIME");
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it.each([
    "function f() { f() } f()",
    "try { (function f() { f() })() } catch { 'caught' }",
    "const a = []; a.push(a); function g(x) { return [g(x)] } g(a)",
    "class A { get x() { return this.x } } new A().x",
    "class A { x = new A() } new A()",
    "const o = { toString() { return `${this}` } }; `${o}`",
  ])("the engine's stack: %s", (source) => {
    for (const form of FORMS) expect(failure(source, {}, form).code).toBe("LIMIT_CALL_DEPTH");
  });

  it("call depth between once and twice the limit", () => {
    const source = (n: number): string => `function f(n) { return n ? f(n - 1) + 1 : 0 } f(${n})`;
    expect(run(source(90), { limits: { callDepth: 100 } }).value).toBe(90);
    expect(failure(source(220), { limits: { callDepth: 100 } }).code).toBe("LIMIT_CALL_DEPTH");
    expect(run(source(2000)).value).toBe(2000);
  });

  it.each([
    ["let a = [1]; for (;;) a = [...a, ...a]", "LIMIT_ALLOCATION"],
    ["'x'.repeat(2 ** 28)", "LIMIT_STRING"],
    ["((...a) => a.length).apply(null, { length: 1e8 })", "LIMIT_ARRAY"],
    ["new Array(2 ** 31)", "LIMIT_ARRAY"],
    ["const s = 'ab'.repeat(1 << 20), kept = []; for (;;) kept.push(s.split(''))", "LIMIT_ALLOCATION"],
    ["const s = 'a,'.repeat(1 << 20), kept = []; for (;;) kept.push(s.split(','))", "LIMIT_ALLOCATION"],
    ["for (;;) print('x'.repeat(1000))", "LIMIT_PRINT"],
  ])("allocation: %s", (source, code) => {
    expect(failure(source).code).toBe(code);
    expect(failure(`try { ${source} } catch { 'caught' }`).code).toBe(code);
  });

  it("the size of a result", () => {
    const result = execRestricted("Array.from({ length: 1000 }, () => [])", { limits: { resultNodes: 500 } });
    expect(() => result.value).toThrow(expect.objectContaining({ code: "LIMIT_RESULT" }));
  });

  it("unknown and senseless limits are refused", () => {
    expect(() => execRestricted("1", { limits: { step: 1 } as never })).toThrow(
      expect.objectContaining({ code: "OPTION_UNKNOWN" }),
    );
    expect(() => execRestricted("1", { limits: { steps: Number.NaN } })).toThrow(
      expect.objectContaining({ code: "OPTION_VALUE" }),
    );
  });

  it("an asynchronous run ends on time, on abort, and in promise chains", async () => {
    const code = async (source: string, options: object): Promise<string> =>
      execRestrictedAsync(source, options).then(
        () => "ran",
        (e: { code: string }) => e.code,
      );
    expect(await code("await new Promise(() => {})", { limits: { timeMs: 30 } })).toBe("LIMIT_TIME");
    expect(await code("for (;;) await 0", { limits: { steps: 5000 } })).toBe("LIMIT_STEPS");
    expect(
      await code("await Promise.resolve().then(() => { for (;;) ; }).catch(() => 'caught')", {
        limits: { steps: 5000 },
      }),
    ).toBe("LIMIT_STEPS");
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 20);
    expect(await code("await new Promise(() => {})", { signal: abort.signal })).toBe("LIMIT_ABORTED");
  });
});

describe("natives that loop by themselves", () => {
  const HUGE = "[].values.call({ length: 2 ** 53 - 1 })";
  const limits = { timeMs: 2_000 };

  it.each([
    `[...${HUGE}]`,
    `Math.max(...${HUGE})`,
    `Array.from(${HUGE})`,
    `new Set(${HUGE})`,
    "new Map([].entries.call({ length: 2 ** 53 - 1 }))",
    "Object.fromEntries([].entries.call({ length: 2 ** 53 - 1 }))",
    `new Uint8Array(${HUGE})`,
    `Promise.all(${HUGE}); 1`,
    `Promise.race(${HUGE}); 1`,
    "const a = []; const it = a.values(); a.length = 4e9; new Set(it)",
    ...[
      "forEach(f)",
      "map(f)",
      "filter(f)",
      "some(f)",
      "every(f)",
      "find(Boolean)",
      "findLastIndex(Boolean)",
    ].map((call) => `const f = (x) => x; const a = []; a.length = 4e9; a.${call}`),
    ...[
      "reduce(f, 0)",
      "reduceRight(f, 0)",
      "slice()",
      "shift()",
      "flatMap(f)",
      "toLocaleString()",
      "join()",
    ].map((call) => `const f = (x) => x; const a = []; a[4e9] = 1; a.${call}`),
    "[].forEach.call({ length: 2 ** 53 - 1 }, (x) => x)",
  ])("%s", async (source) => {
    const start = performance.now();
    for (const form of FORMS)
      if (form === "inline" || !source.includes("..."))
        expect(failure(source, { limits }, form).code).toMatch(/^LIMIT_/);
    // Nor does anything go on afterwards.
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it("a promise of what an iterator throws is rejected with it", async () => {
    const source =
      "const log = []; const it = { *[Symbol.iterator]() { yield 1; log.push('last'); throw new RangeError('own') } }; const out = []; for (const name of ['all', 'allSettled', 'any', 'race']) { try { out.push(await Promise[name](it)) } catch (e) { out.push(e.message) } } [out, log]";
    expect((await execRestrictedAsync(source)).value).toEqual([Array(4).fill("own"), Array(4).fill("last")]);
  });

  it("read the iterator as natively: the method once, each result once, closed when they stop", () => {
    const source = `const log = []; const make = () => ({ get [Symbol.iterator]() { log.push('method'); return () => { let n = 0; return {
        get next() { log.push('next'); return () => { n++; return { get done() { log.push('done'); return n > 2 }, get value() { log.push('value'); return n === 2 ? 'bad' : [n, n] } } } },
        get return() { log.push('return'); return () => ({}) } } } } });
      [...make()]; Array.from(make()); new Set(make()); Math.max(...make());
      try { new Map(make()) } catch (e) { log.push(e.name) } try { new WeakSet(make()) } catch (e) { log.push(e.name) } log`;
    const expected = [...(native(source) as string[])];
    expect(run(source).value).toEqual(expected);
  });
});
