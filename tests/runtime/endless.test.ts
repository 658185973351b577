import { describe, expect, it } from "vitest";
import { execRestricted } from "../../src/index.js";
import { compiled } from "../support/run.js";

const ENGINES = ["inline", "call", "shared"] as const;

/** Iterators that never end. The engine's own call nothing of the program's, so that nothing ticks. */
const ENDLESS = {
  "an object":
    "({ [Symbol.iterator]() { return this; }, next() { return { done: false, value: [1, 1] }; } })",
  "a generator": "(function* () { for (;;) yield [1, 1]; })()",
  "an array's iterator": "[].entries.call({ length: 2 ** 53 })",
  "a map's iterator that is fed":
    "(() => { const m = new Map([[0, 0]]); let i = 0; const it = m.entries(); return { [Symbol.iterator]: () => ({ next() { m.set(++i, i); return it.next(); } }) }; })()",
} as const;

/** `IT` stands for one of them. */
const CONSUMERS: readonly string[] = [
  "[...IT]",
  "const [...b] = IT",
  "let b; [...b] = IT",
  "let b; const x = ([...b] = IT)",
  "const [, ...b] = IT",
  "const [[a], ...b] = IT",
  "const [a = 1, ...[...b]] = IT",
  "for (const [...b] of [IT]) ;",
  "const f = ([...a]) => 1; f(IT)",
  "try { throw IT; } catch ([...b]) { 1 }",
  "const f = (...a) => 1; f(...IT)",
  "class A { constructor(...a) {} } new A(...IT)",
  "class A { constructor(...a) {} } class B extends A {} new B(...IT)",
  "Array.from(IT)",
  "new Map(IT)",
  "new Set(IT)",
  "Object.fromEntries(IT)",
  "Math.max(...IT)",
  "Promise.all(IT)",
  "Promise.race(IT)",
  "function* g() { yield* IT } for (const x of g()) ;",
  "function* g() { yield* IT } [...g()]",
  "for (const x of IT) ;",
  "list(IT)",
  "new Uint8Array(IT)",
];

describe.each(ENGINES)("%s: an iterator that never ends", (engine) => {
  const realm = engine === "shared" ? "shared" : "isolated";
  const limits = { timeMs: 60, steps: 2 ** 31, allocatedBytes: 2 ** 26 };

  it.each(Object.keys(ENDLESS) as (keyof typeof ENDLESS)[])("%s ends in a limit", (name) => {
    for (const consumer of CONSUMERS) {
      const program = compiled(
        consumer.replaceAll("IT", ENDLESS[name]),
        engine === "inline" ? "inline" : "call",
      );
      const started = performance.now();
      let code = "none";
      try {
        execRestricted(program, { realm, limits });
      } catch (error) {
        code = (error as { readonly code: string }).code;
      }
      expect([consumer, code]).toEqual([
        consumer,
        expect.stringMatching(/^LIMIT_(?:TIME|ALLOCATION|ARRAY)$/),
      ]);
      expect([consumer, performance.now() - started < 2_000]).toEqual([consumer, true]);
    }
  });

  it("what a rest collects is charged, and is what the iterator gives", () => {
    const source = `const log = [];
      function* count(n) { try { for (let i = 0; i < n; i++) yield i; } finally { log.push('end'); } }
      const [a, ...b] = count(5); let c, d; const it = count(3); const same = ([c, ...d] = it) === it;
      const [...e] = new Map([[1, 2]]).keys(); const [...f] = 'ab';
      [a, b, c, d, e, f, same, log].map(String).join(';')`;
    const program = compiled(source, engine === "inline" ? "inline" : "call");
    expect(execRestricted(program, { realm }).value).toBe("0;1,2,3,4;0;1,2;1;a,b;true;end,end");
    const charged = (n: number): number =>
      execRestricted(
        compiled(`const [...b] = Array(${n}).keys(); b.length`, engine === "inline" ? "inline" : "call"),
        { realm },
      ).usage.allocated;
    expect(charged(20_000) - charged(10_000)).toBeGreaterThan(2 * 8 * 8_000);
  });
});
