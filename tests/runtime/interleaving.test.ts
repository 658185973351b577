import fc from "fast-check";
import { expect, it } from "vitest";
import { compileRestricted, type ExecOptions, execRestricted, execRestrictedAsync } from "../../src/index.js";
import { execWalls } from "../../src/testing/index.js";
import { KINDS } from "./crash/kinds.js";

/** What a program does between two waits: work that natives are charged for, before and after the first step. */
const PARTS: readonly string[] = [
  "await tick(); s += 'x'.repeat(5000).length;",
  "await soon(); s += new Array(900).fill(0).length;",
  "await 0; s += 'x'.repeat(300).length;",
  "for (let i = 0; i < 300; i++) s += i;",
  "print('x'.repeat(50), s);",
  "await { then(done) { done('y'.repeat(3000)) } };",
  "await Promise.all([tick(), soon(), 'z'.repeat(700)]);",
  "try { await Promise.reject(1) } catch { s += 'x'.repeat(900).length }",
  "try { await tick() } finally { s += 'x'.repeat(1100).length }",
  "for await (const x of [1, tick(), soon()]) s += 'x'.repeat(200).length; s += 'x'.repeat(2100).length;",
  "{ const g = (async function* () { yield 'q'.repeat(1300); await tick(); yield 2 })(); for await (const x of g) { s += 1; break } s += 'x'.repeat(600).length }",
  "tick().then(() => { s += 'x'.repeat(1700).length }); await tick();",
  "await (async () => { await tick(); return JSON.stringify(new Array(400).fill(1)) })();",
];

/** Built-ins that the engine itself calls from the queue: no code of the program's stands around them. */
const BARE: readonly string[] = [
  "Promise.resolve(3000).then('ab'.repeat.bind('ab')); await tick();",
  "{ const a = new Array(2000).fill(1); a.then = a.concat; Promise.resolve(a); await soon(); s += 1; await tick(); }",
  "await tick().then('x'.padEnd.bind('x', 4000));",
];

const LIMITS: readonly ExecOptions["limits"][] = [
  {},
  { steps: 150 },
  { steps: 400 },
  { allocatedBytes: 20_000 },
  { printedBytes: 120 },
  { stringLength: 2000 },
  { arrayLength: 1000 },
];

interface Job {
  readonly parts: readonly string[];
  readonly limits: ExecOptions["limits"];
}

const jobs = (parts: readonly string[]): fc.Arbitrary<Job> =>
  fc.record({
    parts: fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 5 }),
    limits: fc.constantFrom(...LIMITS),
  });

const globals = {
  tick: (): Promise<number> => new Promise((resolve) => void setImmediate(resolve, 1)),
  soon: (): Promise<number> => Promise.resolve(1),
};

const compiled = (job: Job, kind: (typeof KINDS)[number]) =>
  compileRestricted(`let s = 0; ${job.parts.join("\n")} s`, { guards: kind[0], async: true });

/** All that tells what a run did and cost, but for the time. */
async function told(job: Job, kind: (typeof KINDS)[number]): Promise<string> {
  const printed: string[] = [];
  const options = {
    ...kind[1],
    globals,
    limits: job.limits,
    onPrint: (l: { text: string }) => printed.push(l.text),
  };
  try {
    const { value, usage } = await execRestrictedAsync(compiled(job, kind), options as ExecOptions);
    return JSON.stringify([value, usage.steps, usage.allocated, usage.printedBytes, printed]);
  } catch (error) {
    const { code, message, position } = error as { code: string; message: string; position?: object };
    return JSON.stringify([code, message, position, printed]);
  }
}

it.each(KINDS.map((kind, i) => [["inline", "call", "shared"][i] as string, kind] as const))(
  "what a run does and costs does not depend on the runs beside it: %s",
  async (name, kind) => {
    const parts = name === "shared" ? PARTS : [...PARTS, ...BARE];
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(jobs(parts), { minLength: 2, maxLength: 4 }), async (list) => {
        const alone: string[] = [];
        for (const job of list) alone.push(await told(job, kind));
        const together = await Promise.all(list.map((job) => told(job, kind)));
        expect(together).toEqual(alone);
        for (const text of alone) seen.add(JSON.parse(text)[0] as string);
      }),
      { numRuns: 60 },
    );
    // The programs end in every way that the limits have, and by themselves.
    for (const code of ["LIMIT_STEPS", "LIMIT_ALLOCATION", "LIMIT_STRING"]) expect(seen).toContain(code);
    expect([...seen].some((value) => typeof value === "number")).toBe(true);
  },
);

it.each(KINDS)("a run that waits is not charged for another one's work: %s %o", async (guards, realm) => {
  const greedy = "for (let i = 0; i < 20; i++) { await soon(); 'x'.repeat(9000); }";
  const modest = "for (let i = 0; i < 20; i++) await soon(); 'x'.repeat(9000).length";
  const limits = { allocatedBytes: 30_000 };
  const options = { ...realm, globals, limits };
  const exec = (source: string) =>
    execRestrictedAsync(compileRestricted(source, { guards, async: true }), options);
  const [a, b, c] = await Promise.allSettled([exec(modest), exec(greedy), exec(modest)]);
  expect(b).toMatchObject({ status: "rejected", reason: { code: "LIMIT_ALLOCATION" } });
  for (const one of [a, c])
    expect(one).toMatchObject({ status: "fulfilled", value: { value: 9000, usage: { allocated: 18_000 } } });
});

it("a program that is started by a host function of another one is charged for its own promises", async () => {
  const inner = "(async () => { await 0; 'x'.repeat(40_000); })(); 1";
  const limits = { allocatedBytes: 30_000 };
  let pending: Promise<unknown> | undefined;
  const start = (): number => {
    pending = execRestrictedAsync("await 0; 'x'.repeat(40_000)", { limits });
    return (execRestricted(inner, { limits }).value as number) + 1;
  };
  const outer =
    "(async () => { await 0; s += 'y'.repeat(10_000).length })(); let s = 0; s += start(); await 0; await 0; s";
  const { value, usage } = await execRestrictedAsync(outer, { limits, globals: { start } });
  expect([value, usage.allocated]).toEqual([10_002, 20_000]);
  await expect(pending).rejects.toMatchObject({ code: "LIMIT_ALLOCATION" });
});

it.each(KINDS)(
  "what a host function calls of an earlier run is charged to that one, and nothing else: %s %o",
  (guards, realm) => {
    const limits = { allocatedBytes: 50_000 };
    const earlier = execRestricted(
      compileRestricted("return 'y'.repeat(10_000).length", { guards, mode: "function" }),
      { ...realm, limits },
    ).value as () => number;
    const exec = (source: string) =>
      execRestricted(compileRestricted(source, { guards }), {
        ...realm,
        limits,
        globals: { earlier: () => earlier() },
      });
    const { value, usage } = exec("earlier() + 'x'.repeat(12_000).length");
    expect([value, usage.allocated]).toEqual([22_000, 24_000]);
    expect(() => exec("earlier(); 'x'.repeat(40_000)")).toThrow(
      expect.objectContaining({ code: "LIMIT_ALLOCATION" }),
    );
    // The earlier one was not ended by that.
    expect(earlier()).toBe(10_000);
  },
);

it("programs that start programs end at a depth", () => {
  const start = (): unknown => execRestricted("start()", { globals: { start } }).value;
  expect(start).toThrow(expect.objectContaining({ code: "LIMIT_CALL_DEPTH" }));
  expect(execRestricted("1 + 1").value).toBe(2);
});

it("what a run left in promises is over before the next one begins, where no guard stands", async () => {
  const left =
    "const p = Object[['proto', 'type'].join('')]; (async () => { await 0; p.leak = 1; for (;;) ; })(); 1";
  const probe = (): unknown => execWalls("typeof ({}).leak", { walls: "realm" }).value;
  expect(execWalls(left, { walls: "realm" }).value).toBe(1);
  expect(probe()).toBe("undefined");
  await new Promise((resolve) => void setImmediate(resolve));
  expect(probe()).toBe("undefined");
});

it("a built-in that makes the engine call it again does not hold up the host", async () => {
  const again = [
    "const o = {}; o.then = Promise.resolve.bind(Promise, o); Promise.resolve(o); 1",
    "const o = {}; o.then = Promise.all.bind(Promise, [o]); Promise.resolve(o); 1",
    "const o = {}; o.then = Promise.reject.bind(Promise, 1); Promise.resolve(o); 1",
  ];
  for (const [guards, realm] of KINDS)
    for (const source of again) {
      expect(execRestricted(compileRestricted(source, { guards }), realm).value).toBe(1);
      const waits = compileRestricted(`${source}; await new Promise(() => {})`, { guards, async: true });
      const options = { ...realm, limits: { steps: 10_000, timeMs: 300 } };
      await expect(execRestrictedAsync(waits, options)).rejects.toMatchObject({
        code: expect.stringMatching(/^LIMIT_(?:STEPS|TIME)$/),
      });
    }
});
