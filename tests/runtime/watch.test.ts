import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { compileRestricted, execRestricted, execRestrictedAsync } from "../../src/index.js";
import { FORMS, failure, native, run } from "../support/run.js";

const limits = { timeMs: 150 };
const A = "'a'.repeat(40)";

/** Each would keep the engine busy for longer than anyone waits. */
const ENDLESS: readonly string[] = [
  `/(a+)+b/.test(${A})`,
  `/(a+)+b/.exec(${A})`,
  `const r = /(a+)+b/; r.exec(${A})`,
  `const r = /(a+)+b/; r.exec('x'); const s = ${A}; r.exec(s)`,
  `const f = /x/.exec; f.call(/(a+)+b/, ${A})`,
  `const k = 'ex' + 'ec'; /(a+)+b/[k](${A})`,
  `const { exec } = /x/; [${A}].map(exec, /(a+)+b/)`,
  `const { [String('exec')]: f } = /x/; [${A}].map(f, /(a+)+b/)`,
  `class R extends RegExp { exec(s) { return super.exec(s) } } new R('(a+)+b').test(${A})`,
  `class R extends RegExp {} new R('(a+)+b').test(${A})`,
  `class R extends RegExp {} ${A}.replace(new R('(a+)+b'), 'x')`,
  `class R extends RegExp { static get [Symbol.species]() { return class { constructor() { return /(a+)+b/ } } } } ${A}.split(new R('x'))`,
  `class R extends RegExp { static get [Symbol.species]() { return class { constructor() { return /(a+)+b/g } } } } [...${A}.matchAll(new R('x', 'g'))]`,
  `${A}.match(/(a+)+b/)`,
  `${A}.match('(a+)+b')`,
  `${A}.search('(a+)+b')`,
  `${A}.search(/(a+)+b/)`,
  `${A}.split(/(a+)+b/)`,
  `${A}.replace(/(a+)+b/, 'x')`,
  `${A}.replace(/(a+)+b/g, () => 'x')`,
  `${A}.replaceAll(/(a+)+b/g, 'x')`,
  `[...${A}.matchAll(/(a+)+b/g)]`,
  `[...${A}.matchAll('(a+)+b')]`,
  `new RegExp('(a+)+b').test(${A})`,
  `const r = /(a+)+b/; r.lastIndex = { valueOf: () => 0 }; r.test(${A})`,
  `const r = /(a+)+b/; r.own = 1; r.test(${A})`,
  `/(a+)+b/.test({ toString: () => ${A} })`,
  `/(?:a|aa)+b/.test('a'.repeat(80))`,
  `/(?:a|a)*b/.test(${A})`,
  `/(a*)*\\1b/.test(${A})`,
  `/(?=(a+)+b)x/.test(${A})`,
  `/(?<=b(a+)+)x/.test(${A} + 'x')`,
  `/\\u{0061}+\\u{0061}+\\u{0061}+\\u{0061}+b/u.test('a'.repeat(2000))`,
  `/[[a]--[b]]+[[a]--[b]]+a+a+b/v.test('a'.repeat(2000))`,
  "/a*a*a*a*a*b/.test('a'.repeat(1000))",
  "/a*b/.test('a'.repeat(3e6))",
  "/(?=a*)b|a*b/.test('a'.repeat(3e6))",
  "const s = 'a'.repeat(2500); for (;;) /a+b/.test(s)",
].filter((source) => !source.includes("/v.") || isSyntax("/[[a]]/v"));

function isSyntax(text: string): boolean {
  try {
    return native(text) !== undefined;
  } catch {
    return false;
  }
}

/** Natively each ends, some seconds later: what is not watched is seen to run on, and holds nobody up. */
const LATE: readonly string[] = [
  "/(a+)+b/.test(s)",
  "/(a+)+b/.exec(s)",
  "const { exec } = /x/; [s].map(exec, /(a+)+b/)",
  "const f = /x/.exec; f.call(/(a+)+b/, s)",
  "const r = /(a+)+b/; r.own = 1; r.test(s)",
  "class R extends RegExp { static get [Symbol.species]() { return class { constructor() { return /(a+)+b/ } } } } s.split(new R('x'))",
  "class R extends RegExp { static get [Symbol.species]() { return class { constructor() { return /(a+)+b/g } } } } [...s.matchAll(new R('x', 'g'))]",
  "class R extends RegExp {} s.replace(new R('(a+)+b'), 'x')",
];

describe("a match that takes seconds is ended in time", () => {
  for (const source of LATE)
    for (const form of FORMS)
      it(`${form}: ${source}`, () => {
        expect(failure(`const s = 'a'.repeat(28); ${source}`, { limits }, form).code).toBe("LIMIT_TIME");
      });

  it("takes longer than the limit natively (positive control)", () => {
    const start = performance.now();
    expect(/(a+)+b/.test("a".repeat(28))).toBe(false);
    expect(performance.now() - start).toBeGreaterThan(limits.timeMs);
  });
});

describe("the matcher of regular expressions", () => {
  it("is endless without a limit (positive control)", () => {
    expect(() =>
      execFileSync(process.execPath, ["-e", `/(a+)+b/.test(${A})`], { timeout: 1_000, stdio: "ignore" }),
    ).toThrow(/ETIMEDOUT/);
  });

  for (const source of ENDLESS)
    for (const form of FORMS)
      it(`${form}: ends ${source}`, () => {
        const start = performance.now();
        const swallowed = `try { ${source} } catch { 'caught' } finally { tell() }`;
        const seen: string[] = [];
        const globals = { tell: () => void seen.push("ran on") };
        expect(failure(swallowed, { limits, globals }, form).code).toBe("LIMIT_TIME");
        expect(performance.now() - start).toBeLessThan(8_000);
        expect(seen).toEqual([]);
        expect(run("'a1b2'.replace(/\\d/g, (d) => d * 2)").value).toBe("a2b4");
      });

  it("ends in promises and in callbacks of the host's", async () => {
    const source = `await Promise.resolve().then(() => /(a+)+b/.test(${A})).catch(() => 1)`;
    await expect(execRestrictedAsync(source, { limits })).rejects.toMatchObject({ code: "LIMIT_TIME" });
    const f = execRestricted(
      compileRestricted("return /(a+)+b/.test(s)", { mode: "function", params: ["s"] }),
      {
        limits,
      },
    ).value as (s: string) => boolean;
    expect(f("aab")).toBe(true);
    expect(() => f("a".repeat(40))).toThrow(expect.objectContaining({ code: "LIMIT_TIME" }));
    expect(f("aab")).toBe(true);
  });

  it("leaves a host function that waits for the guest whole", () => {
    const log: string[] = [];
    const host = (callback: () => unknown): void => {
      log.push("before");
      try {
        callback();
      } finally {
        log.push("after");
      }
    };
    expect(failure(`host(() => /(a+)+b/.test(${A}))`, { limits, globals: { host } }).code).toBe("LIMIT_TIME");
    expect(log).toEqual(["before", "after"]);
  });
});

/** Dear expressions, so that each goes the watched way. */
const SAME: readonly string[] = [
  "'xaab aab'.replace(/(a+)+b/g, (m, g, at, all) => `[${m},${g},${at},${all}]`)",
  "'xaab aab'.replace(/(?<n>a+)+b/g, (...args) => JSON.stringify(args))",
  "'xaab aab'.replace(/(?<n>a+)+b/, '<$<n>|$1|$&|$`>')",
  "'xaab aab'.replace(/(a+)+(c)?b/g, (m, g, c) => typeof c)",
  "'xaab aab'.replaceAll(/(a+)+b/g, () => undefined)",
  "'aXbXc'.split(/(X+)+/)",
  "'aXbXc'.split(/(X+)+/, 2)",
  "'aXbXc'.split(/(X+)+/, { valueOf: () => 1 })",
  "[...'xaab aab'.matchAll(/(a+)+b/g)].map((m) => [m.index, ...m])",
  "'xaab aab'.match(/(a+)+b/g)",
  "'xaab aab'.match(/(a+)+b/).index",
  "'xaab aab'.search(/(a+)+b/)",
  "const r = /(a+)+b/g; r.lastIndex = 3; [r.exec('xaab aab').index, r.lastIndex, r.test('xaab aab'), r.lastIndex]",
  "const r = /(a+)+b/y; r.lastIndex = 1; [r.exec('xaab aab')[0], r.lastIndex, r.exec('xaab aab'), r.lastIndex]",
  "const log = []; const r = /(a+)+b/g; r.lastIndex = { valueOf() { log.push('v'); return 1 } }; r.exec('xaab'); [log, r.lastIndex]",
  "const log = []; const r = /(a+)+b/; const o = { valueOf() { log.push('v'); return 1 } }; r.lastIndex = o; r.exec('xaab'); [log, r.lastIndex === o]",
  "const log = []; /(a+)+b/[Symbol.replace]({ toString() { log.push('s'); return 'aab' } }, { toString() { log.push('r'); return 'x' } }); log",
  "try { /(a+)+b/g[Symbol.replace]('aab', () => Symbol()) } catch (e) { e.name }",
  "try { 'aab'.split(/(a+)+b/, 1n) } catch (e) { e.name }",
  "try { /(a+)+b/.exec(Symbol()) } catch (e) { e.name }",
  "const log = []; class R extends RegExp { exec(s) { log.push(s); return super.exec(s) } } 'xaab aab'.replace(new R('(a+)+b', 'g'), 'y') + log.length",
  "const r = /(a+)+b/g; 'aab aab'.replace(r, () => { r.lastIndex = 7; return 'x' }) + r.lastIndex",
  "const r = /x/; r.exec === /y/.exec",
  "[/x/.exec.name, /x/.exec.length, /x/.test.name, 'x'.replace.name, typeof /x/.exec]",
  "const o = { exec: (s) => s + '!' }; o.exec('a')",
  "class C { get exec() { return () => 5 } } new C().exec()",
  "const r = /x/; r.exec = () => ({ index: 0, length: 1, 0: 'm' }); [r.exec('q')[0], r.test('q')]",
  "try { /x/.exec.call({}, 'x') } catch (e) { e.name }",
  "try { (void 0).exec } catch (e) { e.name }",
  "const words = {}; for (const w of ['exec', 'b', 'exec']) words[w] = (words[w] ?? 0) + 1; words.exec",
  "const out = []; const re = /(\\w+)=(\\d+)/g; let m; while ((m = re.exec('a=1 b=2')) !== null) out.push(m[1], m[2], m.index); out",
];

it("an expression stays what it was", () => {
  expect(run("try { /x/.compile('(a+)+b') } catch (e) { e.name }").value).toBe("TypeError");
});

it("what `await` goes on with is charged, and a run that has ended leaves nothing behind", async () => {
  const limits = { allocatedBytes: 1_000_000 };
  const source = "await 0; 'x'.repeat(600_000).length";
  await expect(execRestrictedAsync(source, { limits })).rejects.toMatchObject({ code: "LIMIT_ALLOCATION" });
  const f = execRestricted(
    compileRestricted(`${source.replace("'x'", "return 'x'")}`, { mode: "function", async: true }),
    {
      limits,
    },
  ).value as () => Promise<unknown>;
  await expect(f()).rejects.toMatchObject({ code: "LIMIT_ALLOCATION" });
  expect(execRestricted("a.length", { limits, globals: { a: Array(900_000).fill(0) } }).value).toBe(900_000);
});

/** In the host's realm nothing may be replaced: there the natives find a watched `exec` on the expression itself. */
const LOOKING: readonly string[] = [
  `const r = /(a+)+b/; r.own = 1; r.test(${A})`,
  `const r = /(a+)+b/; r.own = 1; ${A}.match(r)`,
  `const r = /(a+)+b/g; r.own = 1; ${A}.replace(r, 'x')`,
  `const r = /(a+)+b/; r.own = 1; ${A}.search(r)`,
  `const r = /(a+)+b/; r.own = 1; ${A}.split(r)`,
  `const r = /(a+)+b/g; r.own = 1; [...${A}.matchAll(r)]`,
  ...ENDLESS.filter((source) => source.includes("class R")),
];

describe("in the host's own realm", () => {
  for (const source of [...ENDLESS, ...LOOKING])
    it(`ends ${source}`, () => {
      const start = performance.now();
      const swallowed = `try { ${source} } catch { 'caught' }`;
      const error = failure(swallowed, { limits, realm: "shared" }, "call");
      expect(error.code).toBe("LIMIT_TIME");
      expect(performance.now() - start).toBeLessThan(8_000);
    });

  it("a frozen expression with members of its own is refused, not matched", () => {
    const source = `const r = /(a+)+b/; r.own = 1; Object.freeze(r); r.test(${A})`;
    expect(failure(source, { limits, realm: "shared" }, "call").message).toMatch(/frozen regular expression/);
  });
});

/** Making the engine's code of an expression, or reading one, cannot be ended: what is too large for it is refused. */
const TOO_LARGE: readonly string[] = [
  "new RegExp('a?'.repeat(60) + 'a'.repeat(60)).test('aaaa')",
  "'aaaa'.match('a?'.repeat(60) + 'a'.repeat(60))",
  "'aaaa'.search('a?'.repeat(60) + 'a'.repeat(60))",
  "[...'aaaa'.matchAll('a?'.repeat(60) + 'a'.repeat(60))]",
  "'aaaa'.split(new RegExp('a?'.repeat(60) + 'a'.repeat(60)))",
  "'aaaa'.replace(new RegExp('a?'.repeat(60) + 'a'.repeat(60)), '')",
  "'aaaa'.replaceAll(new RegExp('a?'.repeat(60) + 'a'.repeat(60), 'g'), '')",
  "new RegExp('a?'.repeat(60) + 'a'.repeat(60)).exec('aaaa')",
  `/${"a?".repeat(60)}${"a".repeat(60)}/.test('aaaa')`,
  "class R extends RegExp {} new R('a?'.repeat(60) + 'a'.repeat(60)).test('aaaa')",
  "class R extends RegExp { static get [Symbol.species]() { return class { constructor() { return new RegExp('a?'.repeat(60) + 'a'.repeat(60)) } } } } 'aa'.split(new R('x'))",
  "new RegExp('(?:a|bc)?'.repeat(60) + 'd'.repeat(16)).test('d')",
  "new RegExp('\\\\p{L}'.repeat(2_000_000), 'u')",
  "RegExp('\\\\p{L}'.repeat(20_000), 'u')",
  "new RegExp({ toString: () => '\\\\p{L}'.repeat(20_000) }, { toString: () => 'u' })",
  "new RegExp({ [Symbol.match]: true, source: '\\\\p{L}'.repeat(20_000), flags: 'u' })",
  "new RegExp('x'.repeat(8_000_000))",
  "'x'.match('x'.repeat(8_000_000))",
  "'x'.search({ toString: () => 'x'.repeat(8_000_000) })",
];

describe("an expression that is too large", () => {
  for (const source of TOO_LARGE)
    for (const [form, realm] of [
      ["inline", "isolated"],
      ["call", "isolated"],
      ["call", "shared"],
    ] as const)
      it(`${form}, ${realm}: ${source.slice(0, 80)}`, () => {
        const start = performance.now();
        const limits = { timeMs: 1_000 };
        expect(failure(source, { limits, realm }, form).message).toMatch(/too large/);
        expect(performance.now() - start).toBeLessThan(3_000);
      });

  it("can be asked for only so often", () => {
    const source = "for (;;) try { 'x'.match('x'.repeat(100_000)) } catch {}";
    const start = performance.now();
    expect(failure(source, { limits: { timeMs: 1e6 } }).code).toMatch(/^LIMIT_(?:STEPS|ALLOCATION)$/);
    expect(performance.now() - start).toBeLessThan(8_000);
  });
});

const CONSTRUCTED: readonly string[] = [
  "const r = /x/g; [RegExp(r) === r, new RegExp(r) === r, new RegExp(r).flags, new RegExp(r, 'i').flags]",
  "[RegExp.length, RegExp.name, typeof RegExp, /x/ instanceof RegExp, new RegExp() + '', RegExp(undefined, 'g') + '']",
  "[String(new RegExp('')), String(new RegExp(null)), String(new RegExp(12)), String(RegExp('/'))]",
  "class R extends RegExp { n() { return this.source } } const r = new R('ab', 'g'); [r.n(), r instanceof R, r instanceof RegExp, r.flags]",
  "const log = []; new RegExp({ toString() { log.push('p'); return 'x' } }, { toString() { log.push('f'); return 'g' } }); log",
  "const log = []; new RegExp({ get [Symbol.match]() { log.push('m'); return true }, get source() { log.push('s'); return 'q' }, get flags() { log.push('f'); return 'i' } }) + log",
  "try { new RegExp('(') } catch (e) { e.name }",
  "try { new RegExp('x', 'zz') } catch (e) { e.name }",
  "try { new RegExp(Symbol()) } catch (e) { e.name }",
  "['abc'.match('b').index, 'abc'.search('c'), [...'abab'.matchAll('a')].length, 'undefined'.match().index, 'null'.search(null)]",
  "['a1'.match({ toString: () => '\\\\d' }).index, 'a1'.search({ [Symbol.search]: () => 7 })]",
  "'x1y2'.split(/d/).concat('aXb'.split(new RegExp('x', 'i')))",
];

describe("`RegExp` is as the language says", () => {
  for (const source of CONSTRUCTED)
    for (const form of FORMS)
      it(`${form}: ${source}`, () => {
        expect(run(source, {}, form).value).toEqual(native(source));
      });
});

describe("a watched match does what a native one does", () => {
  for (const source of SAME)
    for (const form of FORMS)
      it(`${form}: ${source}`, () => {
        expect(run(source, {}, form).value).toEqual(native(source));
      });
});
