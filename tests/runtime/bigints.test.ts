// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are programs

import { describe, expect, it } from "vitest";
import {
  type CompileOptions,
  compileRestricted,
  createSafeGlobals,
  definePolicy,
  type ExecOptions,
  execRestricted,
  execRestrictedAsync,
  RestrictedExpression,
  safeBuiltins,
} from "../../src/index.js";
import { compiled, native } from "../support/run.js";

const ENGINES = ["inline", "call", "shared"] as const;
type Engine = (typeof ENGINES)[number];

function exec(source: string, engine: Engine, options: ExecOptions = {}): unknown {
  const program = compiled(source, engine === "inline" ? "inline" : "call");
  return execRestricted(program, { realm: engine === "shared" ? "shared" : "isolated", ...options }).value;
}

function codeOf(act: () => unknown): string {
  try {
    return `none: ${String(act())}`;
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
}

/** Each takes minutes, gigabytes or for ever natively. */
const HUGE: readonly string[] = [
  "2n ** 100000000n",
  "let x = 3n; for (;;) x *= x",
  "let x = 3n; for (;;) x **= 2n",
  "let x = 1n; for (;;) x <<= 1000n",
  "let x = 1n; for (;;) x = x << x",
  "1n << 1000000000n",
  "-1n >> -1000000000n",
  "let x = 3n; for (;;) x >>= -1000n",
  "let x = 3n; for (;;) x = x + x",
  "BigInt('9'.repeat(1e7))",
  "BigInt({ valueOf: () => '9'.repeat(1e7) })",
  "['9'.repeat(1e7)].map(BigInt)",
  "BigInt.asUintN(2 ** 29, -1n)",
  "BigInt.asUintN(2 ** 29, '-1')",
  "BigInt.asIntN(64, '9'.repeat(1e7))",
  "1n == '9'.repeat(1e7)",
  "'9'.repeat(1e7) != 1n",
  "1n < '9'.repeat(1e7)",
  "({ valueOf: () => '9'.repeat(1e7) }) >= 1n",
  "const o = { p: 3n }; for (;;) o.p *= o.p",
  "const o = { p: 3n }; for (;;) o['p' + ''] *= o.p",
  "class A { #p = 3n; m() { for (;;) this.#p *= this.#p; } } new A().m()",
  "class A { p = 3n; } class B extends A { m() { for (;;) super.p = this.p *= this.p; } } new B().m()",
  "const o = { [Symbol.toPrimitive]: () => 2n ** 16000n }; o * o",
  "const o = { valueOf: () => 2n ** 9000n }; o ** o",
  "let x = 3n; const o = { valueOf: () => x }; for (;;) x = o * o",
  "const square = (x) => x * x; let x = BigInt(3); for (;;) x = square(x)",
  "const a = new BigInt64Array([3n]); let [x] = a; for (;;) x *= x",
  "let x = new DataView(new Uint8Array([3, 3, 3, 3, 3, 3, 3, 3]).buffer).getBigInt64(0); for (;;) x *= x",
  "let x = int('9'.repeat(40)); for (;;) x *= x",
];

/** Every step is within the limit; together they go on for ever. */
const SLOW: readonly string[] = [
  "for (;;) m * m % x",
  "for (;;) m * m / x",
  "for (;;) `${x}`",
  "for (;;) '' + x",
  "for (;;) String(x)",
  "for (;;) x.toString()",
  "for (;;) x.toLocaleString()",
  "const o = {}; for (;;) o[x]",
  "const o = { toString: () => x }; for (;;) `${o}`",
  "let y = m; for (;;) y++",
  "let y = m; for (;;) y = -y - m",
  "for (;;) ''.concat(x, x)",
  "for (;;) x == '9'.repeat(16000)",
  "new Array(1e6).fill(x).join()",
  "`${new Array(1e6).fill(x)}`",
  "new Array(1e6).fill(x).sort()",
  "new Array(2e4).fill(m).sort().length",
  "''.concat(...new Array(2e4).fill(x))",
  "new Set(Array.from({ length: 1e5 }, (_, i) => BigInt(i) << 64n))",
  "new Map(Array.from({ length: 1e5 }, (_, i) => [BigInt(i) << 64n, i]))",
];

describe.each(ENGINES)("%s: bigints", (engine) => {
  it.each(HUGE)("none grows too large: %s", (source) => {
    const started = performance.now();
    expect(codeOf(() => exec(source, engine))).toBe("LIMIT_BIGINT");
    expect(codeOf(() => exec(`try { ${source} } catch { 'caught' } finally { 1 }`, engine))).toBe(
      "LIMIT_BIGINT",
    );
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it.each(SLOW)("large ones are charged: %s", (source) => {
    const started = performance.now();
    const text = `const x = 7n ** 5800n, m = 3n ** 5000n; ${source}`;
    const limits = { timeMs: 200, steps: 2 ** 31 };
    expect(codeOf(() => exec(text, engine, { limits }))).toMatch(/^LIMIT_(?:TIME|STEPS|STRING)$/);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it("computes what the engine computes", () => {
    for (const source of [
      "let f = 1n; for (let i = 1n; i <= 1000n; i++) f *= i; `${f}`",
      "let [a, b] = [0n, 1n]; for (let i = 0; i < 20000; i++) [a, b] = [b, a + b]; a.toString(36)",
      "let [x, m, p, e] = [3n, 2n ** 127n - 1n, 1n, 65537n]; for (; e > 0n; e >>= 1n) { if (e & 1n) p = p * x % m; x = x ** 2n % m; } String(p)",
      "[7n / 2n, -7n % 4n, 2n ** 64n, -5n >> 1n, 5n << 3n, 5n << -1n, 1n + 2n, 1n < 2, 2n == '2', 2n != 2, 3n > '2', null <= 1n, 0n ** 0n].map(String).join()",
      "[2n ** 16383n > 1n, (-1n) ** (10n ** 30n), 0n << 10n ** 9n, 5n >> 10n ** 9n, BigInt.asUintN(8, -1n), BigInt.asIntN(8, 255n), BigInt('0xff'), BigInt(' 12 '), BigInt(true)].map(String).join()",
      "let x = 5n; x += 1n; x -= 2n; x *= 3n; x /= 2n; x %= 4n; x **= 3n; x <<= 2n; x >>= 1n; x |= 1n; String(x)",
      "let s = ''; s += 1n; s += 'a' + 2n; const o = { p: 's' }; o.p += 3n; s + o.p + `${4n}`",
      "let n = 0; for (let i = 0; i < 5; i++) n += i * 2 % 3; [n, 1n].map(String).join()",
      "[[1n] + [2n], {} + 1n, [2n] * [3n], [1n] == 1n, ({}) == 1n, undefined == 1n, typeof 1n == 'bigint'].map(String).join()",
    ])
      expect([source, exec(source, engine)]).toEqual([source, native(source)]);
  });

  it("fails as the engine fails", () => {
    for (const source of [
      "1n + 1",
      "2n * 3",
      "let x = 2n; x *= 1.5",
      "const o = { p: 2n }; o.p /= 2",
      "5n / 0n",
      "5n % 0n",
      "2n ** -1n",
      "`${Symbol('s')}` + 1n",
      "1n + Symbol('s')",
      "1n * { valueOf() { return {}; }, toString: null }",
      "1n * { [Symbol.toPrimitive]: () => ({}) }",
      "const o = null; o.x *= 2n",
      "const c = 1n; c *= 2n",
      "BigInt(1.5)",
      "BigInt('1x')",
      "BigInt(undefined)",
      "new BigInt(1)",
      "BigInt.asUintN(-1, 1n)",
      "BigInt.asIntN(1n, 1n)",
    ]) {
      const caught = `let r; try { ${source} } catch (e) { r = [e.name, e.message].join(': ') } r`;
      expect([source, exec(caught, engine)]).toEqual([source, native(caught)]);
    }
  });

  it("converts every operand once, in the engine's order", () => {
    const source = `const log = [];
      const lie = (name, ...answers) => ({ [Symbol.toPrimitive](hint) { log.push(name + hint); return answers.shift() ?? 1n; } });
      const a = lie('a'), b = lie('b');
      const target = { get p() { log.push('read'); return 2n; }, set p(v) { log.push('write' + v); } };
      const key = () => { log.push('key'); return 'p'; };
      const of = () => { log.push('of'); return target; };
      [a * b, a / b, a % b, a ** b, a << b, a >> b, a + b, a < b, a > b, a <= b, a >= b, a == 1n, 1n != b, a == b];
      \`\${a}\${b}\`;
      of()[key()] *= (log.push('right'), 3n);
      of().p **= b;
      let x = 2n; x *= (x = 5n, 3n);
      try { null[key()] *= log.push('never'); } catch (e) { log.push(e.name); }
      log.push(x); log.join()`;
    expect(exec(source, engine)).toBe(native(source));
  });

  it("are the host's to hand over", async () => {
    const host: readonly (readonly [string, ExecOptions])[] = [
      ["a * b", { globals: { a: 6n, b: 7n } }],
      ["o.a[0] * o.m.get(1n)", { globals: { o: { a: [6n], m: new Map([[1n, 7n]]) } } }],
      ["const [a] = xs; a * b", { globals: { xs: new BigInt64Array([6n]), b: 7n } }],
      [
        "whole('6' + '0'.repeat(30)) * whole('7' + '0'.repeat(30)) / whole('1' + '0'.repeat(60))",
        { globals: { whole: safeBuiltins["int"] } },
      ],
      ["const { a, b } = o; a * b", { globals: { o: { a: 6n, b: 7n } } }],
    ];
    for (const [source, options] of host)
      expect([source, exec(source, engine, options)]).toEqual([source, 42n]);
    const bounded = (source: string, value: bigint): string =>
      codeOf(() => exec(source, engine, { globals: { x: value, f: () => value } }));
    expect(bounded("let y = x; for (;;) y *= y", 3n)).toBe("LIMIT_BIGINT");
    expect(bounded("x", 1n << 16384n)).toBe("HOST_BIGINT");
    expect(bounded("f()", 1n << 16384n)).toBe("HOST_BIGINT");
    expect(exec("[x, f()].length", engine, { globals: { x: 5n, f: () => 5n } })).toBe(2);
  });

  it("come to no program that would multiply without looking", async () => {
    const form: CompileOptions = { guards: engine === "inline" ? "inline" : "call" };
    const realm = engine === "shared" ? "shared" : "isolated";
    class Price {
      now = 5n;
    }
    const policies = [
      definePolicy({
        name: "Price",
        brand: Price,
        members: { now: { kind: "get", get: (p: Price) => p.now } },
      }),
    ];
    const globals = {
      now: () => 5n,
      list: () => [{ deep: [5n] }],
      array: () => new BigInt64Array([5n]),
      tools: () => createSafeGlobals(),
      price: new Price(),
      each: (f: (x: bigint) => unknown) => f(5n),
      fails: () => {
        throw 5n as unknown as Error;
      },
    };
    const square = "const square = (x) => x * x;";
    for (const source of [
      "square(now())",
      "square(list()[0].deep[0])",
      "square(array()[0])",
      "square(tools()['Big' + 'Int'](5))",
      "square(price.now)",
      "each(square)",
      "[1].map(() => now()).reduce((a, x) => a ** x, 2)",
      "let x = 1; x <<= now()",
      "const o = { p: now() }; o.p *= o.p",
      "const o = { valueOf: () => now() }; o * o",
    ]) {
      const text = `${square} ${source}`;
      const code = codeOf(
        () => execRestricted(compileRestricted(text, form), { globals, policies, realm }).value,
      );
      expect([source, code]).toEqual([source, "HOST_BIGINT"]);
    }
    const thrown = `${square} let r; try { fails(); } catch (e) { r = square(e); } r`;
    expect(execRestricted(compileRestricted(thrown, form), { globals, policies, realm }).value).toBeNaN();
    // The positive control: a program that looks at sizes gets all of them, and is bounded.
    const aware = compileRestricted(`${square} [square(now()), square(list()[0].deep[0]), each(square)]`, {
      ...form,
      bigints: true,
    });
    expect(execRestricted(aware, { globals, policies, realm }).value).toEqual([25n, 25n, 25n]);
    const loop = compileRestricted("let x = now(); for (;;) x *= x;", { ...form, bigints: true });
    expect(codeOf(() => execRestricted(loop, { globals, policies, realm }))).toBe("LIMIT_BIGINT");
    const later = compileRestricted("const x = await later(); x * x", { ...form, async: true });
    await expect(
      execRestrictedAsync(later, { globals: { later: async () => 5n }, realm }),
    ).rejects.toMatchObject({ guestMessage: expect.stringContaining("is not compiled for them") });
  });
});

/** How often a run asks for the time while it takes 200,000 steps. */
function looks(source: string, engine: Engine, globals: ExecOptions["globals"] = {}): number {
  const { now } = performance;
  const program = compiled(
    `${source}; for (let i = 0; i < 2e5; i++) ; 1`,
    engine === "inline" ? "inline" : "call",
  );
  let count = 0;
  performance.now = () => {
    count++;
    // The time stands still: a run that is quick is asked ever less often.
    return 1;
  };
  try {
    execRestricted(program, { realm: engine === "shared" ? "shared" : "isolated", globals });
  } finally {
    performance.now = now;
  }
  return count;
}

it.each(ENGINES)("%s: where a step may take long, the clock is looked at often", (engine) => {
  const OFTEN = 500;
  expect(looks("1n", engine)).toBeGreaterThan(OFTEN);
  expect(looks("x", engine, { x: 5n })).toBeGreaterThan(OFTEN);
  expect(looks("f()", engine, { f: () => 5n })).toBeGreaterThan(OFTEN);
  expect(looks("o.list", engine, { o: { list: [5n] } })).toBeGreaterThan(OFTEN);
  expect(looks("f()", engine, { f: () => new BigInt64Array(1) })).toBeGreaterThan(OFTEN);
  expect(looks("f()", engine, { f: () => 5 })).toBeLessThan(OFTEN / 5);
});

it("a program that only uses numbers is emitted as before", () => {
  const source = "let a = x * y + z; a **= 2; for (let i = 0; i < n; i++) a += `${i}` == i; a << 3";
  for (const guards of ["inline", "call"] as const) {
    expect(compileRestricted(source, { guards }).code).not.toContain("_op_");
    expect(compileRestricted(`${source}; 1n`, { guards }).code).toContain("_op_");
    expect(compileRestricted(source, { guards, bigints: true }).code).toContain("_op_");
  }
});

it("loops over numbers keep their operators in a program with bigints", () => {
  const source = "let n = 0; for (let i = 0; i < 10; i++) { n += i * 2; n = n * i % 7; } 1n";
  expect(compileRestricted(source).code).not.toContain("_op_");
});

it("an injected guard hands over no bigint to a program that would multiply without looking", () => {
  const program = compileRestricted("o.a * o.a", { guards: "call" });
  const guards = { _getattr_: () => 5n };
  expect(codeOf(() => execRestricted(program, { globals: { o: {} }, guards }))).toBe("HOST_BIGINT");
});

it("a function for the host takes bigints when it is compiled for them", () => {
  const plain = compileRestricted("return x * x", { mode: "function", params: ["x"] });
  const aware = compileRestricted("return x * x", { mode: "function", params: ["x"], bigints: true });
  const call = (program: typeof plain, x: unknown): unknown =>
    (execRestricted(program).value as (x: unknown) => unknown)(x);
  expect(call(plain, 5)).toBe(25);
  expect(codeOf(() => call(plain, 5n))).toBe("HOST_BIGINT");
  expect(call(aware, 5n)).toBe(25n);
  expect(codeOf(() => call(aware, 1n << 10000n))).toBe("LIMIT_BIGINT");
});

it("an expression over rows refuses a bigint that it would multiply without looking", () => {
  const expression = new RestrictedExpression("a * a");
  expect(expression.eval({ a: 5 })).toBe(25);
  expect(codeOf(() => expression.eval({ a: 5n }))).toBe("HOST_BIGINT");
  expect(new RestrictedExpression("a + a").eval({ a: 5n })).toBe(10n);
});

it("the engine is slow where it is not watched", () => {
  // The positive control: natively the operations of this file are as costly as it says.
  const started = performance.now();
  native("let x = 3n; for (let i = 0; i < 21; i++) x *= x; x > 0n");
  expect(performance.now() - started).toBeGreaterThan(5);
  expect(native("(2n ** 100000n).toString().length")).toBe(30103);
});
