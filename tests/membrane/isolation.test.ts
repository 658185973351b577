import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileRestricted, type ExecOptions, execRestricted, execRestrictedAsync } from "../../src/index.js";
import { native } from "../support/run.js";

/** Statements that try to leave something behind in whatever programs share. Each may fail; none may last. */
const LEAVERS: readonly string[] = [
  "Math.leak = 1",
  "Object.prototype_ = 1; Object.leak = 1",
  "Object.assign(Math, { leak: 1 })",
  "Object.assign(Array, { leak: 1 })",
  "Array[k('proto', 'type')].leak = 1",
  "({})[k('__pro', 'to__')].leak = 1",
  "[][k('construct', 'or')].leak = 1",
  "Array.from.leak = 1",
  "String.raw.leak = 1",
  "JSON.stringify.leak = 1; JSON.leak = 1",
  "Symbol.iterator.description.leak = 1; Symbol.leak = Symbol('x')",
  "Promise.resolve.leak = 1; Promise.leak = 1",
  "Error.prototype_ = 1; new Error('x').leak = 1; Error.leak = 1",
  "class E extends Error {} E.prototype_ = 1; Error[k('prepareStack', 'Trace')] = () => 'leak'; Error[k('stackTrace', 'Limit')] = 1",
  "Date.leak = 1; Date.now.leak = 1; Date.now = () => 1",
  "RegExp.leak = 1; /a(b)/.exec('ab'); RegExp.$1",
  "const r = /a/g; r.lastIndex = 5; r.test('aaaaaaaaa')",
  "const tag = (strings) => { strings.leak = 1; strings.raw.leak = 1 }; tag`x${1}y`",
  "new Map().leak = 1; Map.groupBy && (Map.groupBy.leak = 1)",
  "[1, , 2].length = 0; const a = []; a[5] = 1; a.length = 10",
  "Object.freeze(Object); Object.preventExtensions(Math); Object.freeze([].map)",
  "Object.freeze(shared); Object.freeze(shared.list)",
  "shared.leak = 1; shared.list.push(99)",
  "shared.bytes[0] = 99; shared.map.set('leak', 1); shared.date.setTime(99)",
  "host.leak = 1; Object.assign(host, { leak: 1 })",
  "host(() => { throw 1 })",
  "host({ leak: 1 }).leak = 2",
  "const g = (function* () { try { yield 1 } finally { leaked = 1 } })(); g.next()",
  "Promise.reject(new Error('left over')); Promise.resolve().then(() => { shared.leak = 1; Math.leak = 1 })",
  "(async () => { for (let i = 0; i < 50; i++) { await 0; try { Math.leak = i } catch {} } })()",
  "print.leak = 1; console.log.leak = 1; print('left over')",
  "globalVariable = 1",
  "var topLevel = 1; let lexical = 2; function declared() {}",
  "throw Object.assign(new TypeError('left over'), { leak: 1 })",
  "try { null.x } catch (e) { e.message = 'leak'; e.leak = 1 }",
  "for (;;) ;",
  "'x'.repeat(1e9)",
  "const deep = () => deep(); deep()",
  "[3, 1, 2].sort(() => { throw 1 })",
  "JSON.parse('{\"a\":[1,2]}', function () { throw 1 })",
  "'abc'.replace(/b/, () => { throw 1 })",
  "Array.from({ length: 3 }, () => { throw 1 })",
];

const KEY = "const k = (a, b) => a + b; ";
/** A program made of leavers: each is tried, so that one that is refused does not save the others. */
const program = (parts: readonly string[]): string =>
  KEY + parts.map((part) => `try { (() => { ${part} })() } catch {}`).join("\n");

/** Everything that a program could notice of another one, as data. Compiles in each mode and form. */
const PROBE = `
const seen = [];
const note = (name, f) => { let r; try { r = f() } catch (e) { r = e.name + ': ' + e.message } seen.push([name, r]) };
const owners = { Math, Object, Array, String, JSON, Symbol, Promise, Error, TypeError, Date, RegExp, Map, Set, print, console };
for (const [name, o] of Object.entries(owners)) {
  note(name + ' leak', () => o.leak);
  note(name + ' keys', () => { const found = []; for (const key in o) found.push(key); return found.join() + Object.keys(o).join() });
  note(name + ' state', () => [Object.isFrozen(o), Object.isExtensible(o)].join());
}
for (const o of [{}, [], () => 1, '', 1, /a/, new Map(), new Error('x'), Promise.resolve(), Symbol.iterator, (function* () {})()]) note('value', () => o.leak);
note('for in', () => { const found = []; for (const key in {}) found.push(key); for (const key in []) found.push(key); return found.join() });
note('regexp', () => { const r = /a/g; return [r.lastIndex, r.test('a'), r.lastIndex].join() });
note('legacy', () => RegExp.$1);
note('template', () => { const tag = (s) => [s.leak, s.raw.leak, s.join()].join(); return tag\`x\${1}y\` });
note('holes', () => [1, , 3].map((x) => x).join());
note('error', () => { try { null.x } catch (e) { return e.name + e.message + e.leak + ('' + e.stack).length } });
note('shared', () => JSON.stringify([shared, [...shared.bytes], [...shared.map], shared.date.getTime(), Object.isFrozen(shared), Object.isFrozen(shared.list)]));
note('host', () => [host.leak, Object.keys(host).join(), host({ a: 1 }).leak].join());
note('time', () => [Date.now(), Math.random(), new Date().getTime()].join());
note('missing', () => [typeof leaked, typeof globalVariable, typeof topLevel, typeof lexical, typeof declared].join());
note('sort', () => [3, 1, 2].sort().join() + JSON.stringify({ a: [1] }) + 'abc'.replace(/b/, 'x'));
print('probe');
seen`;

const shared = {
  list: [1, 2],
  bytes: new Uint8Array([1, 2]),
  map: new Map([["a", 1]]),
  date: new Date(5),
};
const host = (x: unknown): unknown => {
  try {
    return typeof x === "function" ? (x as () => unknown)() : x;
  } catch {
    return 0;
  }
};

/** Every run has time and chance of its own, so that what it sees can be compared. */
function options(more: ExecOptions = {}): ExecOptions {
  let n = 0;
  return {
    globals: { shared, host },
    clock: () => 1_000 + n++,
    random: () => (n++ % 7) / 7,
    limits: { steps: 20_000, timeMs: 2_000 },
    ...more,
  };
}

function probe(): unknown {
  const { value, printed } = execRestricted(PROBE, options());
  return { value, printed };
}

async function probeLater(): Promise<unknown> {
  const { value, printed } = await execRestrictedAsync(`await 0; ${PROBE}`, options());
  return { value, printed };
}

async function attempt(run: () => unknown): Promise<void> {
  try {
    await run();
  } catch {
    // However it ends, nothing of it may last.
  }
}

const leavers = fc.array(fc.constantFrom(...LEAVERS), { minLength: 1, maxLength: 6 });

describe("nothing of one run is visible to another", () => {
  const clean = probe();

  it("the probe sees what it is made to see", () => {
    const before = JSON.stringify(clean);
    expect(before).toContain('"legacy"');
    // Natively, in a realm that two scripts share, the second one sees the first.
    const two = "Math.leak = 1; Object.assign(Array, { leak: 1 });";
    const probing = "[Math.leak, Array.leak, RegExp.$1]";
    expect(native(`${two} /a(b)/.exec('ab'); ${probing}`)).toEqual([1, 1, "b"]);
    expect(native(probing)).toEqual([undefined, undefined, ""]);
    // And the probe itself is another one when the host shows another object, or another time.
    const other = execRestricted(PROBE, options({ globals: { shared: { ...shared, list: [9] }, host } }));
    expect(JSON.stringify(other.value)).not.toBe(JSON.stringify((clean as { value: unknown }).value));
  });

  it.each(LEAVERS)("after: %s", async (leaver) => {
    // What is refused as text proves nothing about runs.
    expect(compileRestricted(program([leaver])).errors.map(String)).toEqual([]);
    await attempt(() => execRestricted(program([leaver]), options()));
    await attempt(() => execRestricted(KEY + leaver, options()));
    expect(probe()).toEqual(clean);
  });

  it("after any programs, one after the other", async () => {
    await fc.assert(
      fc.asyncProperty(leavers, leavers, async (first, second) => {
        await attempt(() => execRestricted(program(first), options()));
        await attempt(() => execRestrictedAsync(`${program(second)}; await 0`, options()));
        expect(probe()).toEqual(clean);
      }),
      { numRuns: 60 },
    );
  });

  it("while any programs go on, in any order of their turns", async () => {
    const quiet = await probeLater();
    await fc.assert(
      fc.asyncProperty(
        fc.array(leavers, { minLength: 1, maxLength: 4 }),
        fc.scheduler(),
        async (all, scheduler) => {
          const turn = (): Promise<void> => scheduler.schedule(Promise.resolve());
          const globals = { shared, host, turn };
          const others = all.map((parts) => {
            const steps = parts.map((part) => `try { await turn(); ${part} } catch {}`).join("\n");
            return attempt(() => execRestrictedAsync(KEY + steps, options({ globals })));
          });
          const source = `await turn(); await turn(); ${PROBE}`;
          const watching = execRestrictedAsync(source, options({ globals }));
          await scheduler.waitFor(Promise.all([watching, ...others]));
          const { value, printed } = await watching;
          expect(value).toEqual((quiet as { value: unknown }).value);
          expect(printed.map((line) => line.text)).toEqual(["probe"]);
          expect(probe()).toEqual(clean);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("a guest value that a host keeps and hands to another run arrives as a copy", () => {
    let kept: unknown;
    const keep = (x: unknown): void => {
      kept = x;
    };
    const globals = { keep, give: () => kept };
    const first = "const o = { n: 1 }; keep(o); keep(o); const f = () => o.n; keep({ f, o }); o.n = 2; 0";
    execRestricted(first, { globals });
    const second = "const got = give(); got.o.n = 50; [got.o.n, got.f()]";
    expect(execRestricted(second, { globals }).value).toEqual([50, 2]);
    expect(execRestricted("[give().o.n, give().f()]", { globals }).value).toEqual([1, 2]);
  });
});
