// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are programs

import { describe, expect, it } from "vitest";
import { compileRestricted, type ExecOptions, type ExecResult, execRestricted } from "../../src/index.js";

const ENGINES = ["inline", "call", "shared"] as const;
type Engine = (typeof ENGINES)[number];

const exec = (source: string, engine: Engine, options: ExecOptions = {}): ExecResult =>
  execRestricted(compileRestricted(source, { guards: engine === "inline" ? "inline" : "call" }), {
    realm: engine === "shared" ? "shared" : "isolated",
    ...options,
  });

/** What the last statement costs by itself. */
function cost(
  before: string,
  act: string,
  engine: Engine,
): { readonly steps: number; readonly allocated: number } {
  const without = exec(`${before} 1`, engine).usage;
  const all = exec(`${before} ${act}; 1`, engine).usage;
  return { steps: all.steps - without.steps, allocated: all.allocated - without.allocated };
}

const LIST = "const a = new Array(5000).fill(0);";
const TEXT = "const s = 'x'.repeat(2000);";
/** An iterator of the engine's own: nothing of the program's ticks. */
const ENTRIES = "const it = [].entries.call({ length: 5000 });";
const VALUES = "const it = [].values.call({ length: 5000 });";

/** Natives that walk over 5,000 elements and call nothing that ticks. */
const WALKS: readonly string[] = [
  "a.fill(1)",
  "a.splice(0, 1)",
  "a.toSpliced(0, 1)",
  "a.with(0, 1)",
  "a.reverse()",
  "a.toReversed()",
  "a.indexOf(1)",
  "a.lastIndexOf(1)",
  "a.includes(1)",
  "a.copyWithin(0, 1)",
  "a.unshift(1)",
  "a.sort()",
  "a.toSorted()",
  "a.join()",
  "a.toString()",
  "a.flat()",
  "a.flatMap(Boolean)",
  "a.forEach(Boolean)",
  "a.map(Boolean)",
  "a.filter(Boolean)",
  "a.some(Boolean)",
  "a.every(Number.isInteger)",
  "a.find(Boolean)",
  "a.findIndex(Boolean)",
  "a.findLast(Boolean)",
  "a.findLastIndex(Boolean)",
  "a.reduce(Math.max)",
  "a.reduce(Math.max, 0)",
  "a.reduceRight(Math.max)",
  "a.slice()",
  "a.shift()",
  "a.toLocaleString()",
];

/** What is there before, what is made, and the bytes that it has at least. */
const COPIES: readonly (readonly [before: string, act: string, bytes: number])[] = [
  [LIST, "a.toReversed()", 40_000],
  [LIST, "a.toSpliced(0, 1)", 39_000],
  [LIST, "a.with(0, 1)", 40_000],
  [LIST, "a.slice()", 40_000],
  [LIST, "a.concat(a)", 80_000],
  [LIST, "a.flat()", 32_768],
  [LIST, "a.flatMap(Boolean)", 32_768],
  [LIST, "[...a]", 40_000],
  [LIST, "Math.max(...a)", 40_000],
  [LIST, "Math.max.apply(null, a)", 40_000],
  [LIST, "Array.from(a)", 40_000],
  [LIST, "new Set(a)", 40_000],
  [LIST, "new Float64Array(a)", 40_000],
  [LIST, "JSON.stringify(a)", 10_000],
  [LIST, "JSON.stringify([a, a, a])", 30_000],
  [LIST, "a.join('--')", 19_000],
  [LIST, "new Array(9).fill('x'.repeat(1000)).join()", 18_000],
  [TEXT, "'x'.repeat(1000)", 2_000],
  [TEXT, "''.padStart(1000)", 2_000],
  [TEXT, "''.padEnd(1000)", 2_000],
  [TEXT, "''.concat(s, s)", 8_000],
  [TEXT, "`${s}a`.replace('a', s)", 8_000],
  [TEXT, "`${s}aaa`.replaceAll('a', s)", 16_000],
  [TEXT, "s.replace(/^x/, s)", 7_900],
  [TEXT, "s.split('')", 16_000],
  [TEXT, "s.split(/y*/)", 16_000],
  [TEXT, "s.toUpperCase()", 4_000],
  [TEXT, "encodeURIComponent(s)", 4_000],
  [TEXT, "JSON.stringify([s])", 4_000],
  ["", "Array(1000)", 8_000],
  ["", "Array.from({ length: 1000 })", 8_000],
  ["", "new ArrayBuffer(1000)", 1_000],
  ["", "new ArrayBuffer(1, { maxByteLength: 1000 })", 1_000],
  ["", "new Uint8Array(1000)", 1_000],
  ["", "new Float64Array(1000)", 8_000],
  ["", "new Uint8Array({ length: 1000 })", 1_000],
  [VALUES, "[...it]", 32_768],
  [VALUES, "Array.from(it)", 32_768],
  [VALUES, "new Set(it)", 32_768],
  [VALUES, "new Uint8Array(it)", 4_096],
  [ENTRIES, "new Map(it)", 32_768],
  [ENTRIES, "Object.fromEntries(it)", 32_768],
];

/** Each takes an iterator to its end. */
const CONSUMERS: readonly (readonly [before: string, act: string])[] = [
  [VALUES, "[...it]"],
  [VALUES, "const [...b] = it"],
  [VALUES, "Math.max(...it)"],
  [VALUES, "Array.from(it)"],
  [VALUES, "new Set(it)"],
  [VALUES, "new Uint8Array(it)"],
  [VALUES, "class S extends Set {} new S(it)"],
  [ENTRIES, "class M extends Map {} new M(it)"],
  [ENTRIES, "new Map(it)"],
  [ENTRIES, "Object.fromEntries(it)"],
  [VALUES, "if (Object.groupBy) Object.groupBy(it, String); else [...it]"],
  [VALUES, "if (Map.groupBy) Map.groupBy(it, String); else [...it]"],
  [VALUES, "if (it.toArray) it.toArray(); else [...it]"],
  [VALUES, "if (it.forEach) it.forEach(Boolean); else [...it]"],
  [
    VALUES,
    "const o = { size: 5000, has: Boolean, keys: () => it }; if (new Set().union) new Set().union(o); else [...it]",
  ],
];

/** 7,925 bits, which count as 8,192, and a long text. */
const BIGINT = "const x = 3n ** 5000n; const t = '9'.repeat(3000);";

/** What an operation with them costs at least. */
const BIGINTS: readonly (readonly [act: string, steps: number])[] = [
  ["x * 2n", 64],
  ["x / 2n", 64],
  ["x % 7n", 64],
  ["let y = x; y *= 2n", 64],
  ["`${x}`", 320],
  ["`${{ toString: () => x }}`", 320],
  ["x + ''", 320],
  ["'' + x", 320],
  ["let y = x; y += ''", 320],
  ["x.toString()", 320],
  ["const o = {}; o[x]", 320],
  ["''.concat(x)", 320],
  ["[x].join()", 320],
  ["[x].toString()", 320],
  ["[x, x].sort()", 640],
  ["x == t", 100],
  ["t == x", 100],
  ["x < t", 100],
  ["BigInt(t)", 100],
  ["BigInt.asIntN(64, t)", 100],
  ["3n ** 5000n", 16],
];

/** The limit that ends it, and what is left of it. */
const ENDS: readonly (readonly [act: string, code: string, limits: NonNullable<ExecOptions["limits"]>])[] = [
  ["[].indexOf.call({ length: 1e6 }, 0)", "LIMIT_ARRAY", { arrayLength: 1e5 }],
  ["Array(1000)", "LIMIT_ARRAY", { arrayLength: 500 }],
  ["new ArrayBuffer(1e5)", "LIMIT_ARRAY", { arrayLength: 5_000 }],
  ["[].concat(Array(400), Array(400))", "LIMIT_ARRAY", { arrayLength: 500 }],
  ["Array(40).fill(Array(400).fill(0)).flat()", "LIMIT_ARRAY", { arrayLength: 5000 }],
  ["Array.from([].values.call({ length: 5000 }))", "LIMIT_ARRAY", { arrayLength: 1000 }],
  ["'x'.repeat(1000)", "LIMIT_STRING", { stringLength: 500 }],
  ["Array(40).fill('x'.repeat(400)).join()", "LIMIT_STRING", { stringLength: 5000 }],
  ["Array(9).fill('x'.repeat(400)).toString()", "LIMIT_STRING", { stringLength: 1000 }],
];

describe.each(ENGINES)("%s: natives are charged", (engine) => {
  it.each(WALKS)("for a walk: %s", (act) => {
    expect(cost(LIST, act, engine).steps).toBeGreaterThan(70);
  });

  it.each(COPIES)("for what they make: %s %s", (before, act, bytes) => {
    expect(cost(before, act, engine).allocated).toBeGreaterThanOrEqual(bytes);
  });

  it("for a list as often as it is written", () => {
    const lists = "let a = [1]; for (let i = 0; i < 13; i++) a = [a, a];";
    expect(cost(lists, "JSON.stringify(a, null, 1)", engine).steps).toBeGreaterThan(24_000);
    expect(cost(lists, "JSON.stringify({ a }, null, 1)", engine).steps).toBeGreaterThan(24_000);
  });

  it.each(CONSUMERS)("for what iterators give them: %s %s", (before, act) => {
    expect(cost(before, act, engine).steps).toBeGreaterThanOrEqual(4096);
  });

  it.each(BIGINTS)("for large bigints: %s", (act, steps) => {
    expect(cost(BIGINT, act, engine).steps).toBeGreaterThanOrEqual(steps);
  });

  it.each(ENDS)("until a limit ends them: %s", (act, code, limits) => {
    const codeOf = (options: ExecOptions): unknown => {
      try {
        exec(`${act}; 1`, engine, options);
        return null;
      } catch (error) {
        return (error as { readonly code: string }).code;
      }
    };
    expect(codeOf({ limits })).toBe(code);
    // The control.
    expect(codeOf({})).toBeNull();
  });
});

const many = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
/** Values of more than 200 parts. */
const LARGE: Readonly<Record<string, () => unknown>> = {
  array: () => many(300, (i) => i),
  object: () => Object.fromEntries(many(300, (i) => [`k${i}`, i])),
  Map: () => new Map(many(150, (i) => [i, i])),
  Set: () => new Set(many(300, (i) => i)),
  Uint8Array: () => new Uint8Array(300),
  ArrayBuffer: () => new ArrayBuffer(300),
  deep: () => JSON.parse(`${"[".repeat(300)}${"]".repeat(300)}`),
};
const MADE: Readonly<Record<string, string>> = {
  array: "Array.from({ length: 300 }, (_, i) => i)",
  object: "Object.fromEntries(Array.from({ length: 300 }, (_, i) => ['k' + i, i]))",
  Map: "new Map(Array.from({ length: 150 }, (_, i) => [i, i]))",
  Set: "new Set(Array.from({ length: 300 }, (_, i) => i))",
  Uint8Array: "new Uint8Array(300)",
  deep: "JSON.parse('['.repeat(300) + ']'.repeat(300))",
};

describe.each(ENGINES)("%s: what crosses is counted", (engine) => {
  it.each(Object.keys(LARGE))("inwards: %s", (name) => {
    const host = LARGE[name] as () => unknown;
    const act = (nodes: number) =>
      exec("host(); 1", engine, { globals: { host }, limits: { resultNodes: nodes } }).usage.steps;
    expect(() => act(200)).toThrow(/more parts than the limit/);
    expect(act(2_000)).toBeGreaterThanOrEqual(300);
  });

  it.each(Object.keys(MADE))("outwards: %s", (name) => {
    const act = (nodes: number) =>
      exec(`host(${MADE[name]}); 1`, engine, {
        globals: { host: () => 1 },
        limits: { resultNodes: nodes },
      }).usage.steps;
    const without = exec(`${MADE[name]}; 1`, engine).usage.steps;
    expect(() => act(200)).toThrow(/more parts than the limit/);
    expect(act(2_000) - without).toBeGreaterThanOrEqual(300);
  });
});
