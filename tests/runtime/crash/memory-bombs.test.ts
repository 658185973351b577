import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { root } from "../../docs/blocks.js";
import { KINDS } from "./kinds.js";

/** Each asks for more memory than there is, by another way; run to its end, any of them would end the process. */
const BOMBS: readonly string[] = [
  "const k = []; for (;;) k.push(new Float64Array(1e5))",
  "const k = []; for (;;) k.push(new ArrayBuffer(1e6))",
  "const k = []; for (;;) k.push(new ArrayBuffer(8, { maxByteLength: 1e7 }))",
  "let b = new ArrayBuffer(8, { maxByteLength: 1e7 }); const k = []; for (;;) { b.resize(1e7); k.push(b.slice(0)) }",
  "const k = []; for (;;) k.push('x'.repeat(1e6) + k.length)",
  "const k = []; for (;;) k.push('x'.padStart(1e6, 'ab' + k.length))",
  "'x'.padEnd(2 ** 29)",
  "Array(1e9).fill(0)",
  "const k = []; for (;;) k.push(Array(1e5).fill(0))",
  "let s = 'x'; for (;;) s = s.concat(s)",
  "let a = [1]; for (;;) a = a.concat(a)",
  "let a = [1]; for (;;) a = [...a, ...a]",
  "let a = [1]; for (;;) a.push(...a)",
  "let o = { a: 1 }; const k = []; for (let i = 0; ; i++) k.push({ ...o, [i]: k })",
  "let s = 'x'.repeat(1000); for (;;) s = [s, s].join('')",
  "Array(4e6).join('x'.repeat(1000))",
  "let s = 'x'.repeat(1000); for (;;) s = s.replaceAll('x', '$&$&')",
  "let s = 'x'.repeat(1000); for (;;) s = s.replace(/x/g, '$&$&')",
  "let s = 'ab'.repeat(1000); for (;;) s = s.replaceAll('', s)",
  "let a = [1]; for (let i = 0; i < 30; i++) a = [a, a]; JSON.stringify(a)",
  "let o = []; for (let i = 0; i < 300; i++) o = [o, 1]; const k = []; for (;;) k.push(JSON.stringify(o, null, 10))",
  "const k = []; for (;;) k.push(JSON.parse('[' + '[],'.repeat(1e5) + '1]'))",
  "Array.from({ length: 1e9 })",
  "Array.from({ length: 4e6 }, () => ({}))",
  "let a = [1]; for (let i = 0; i < 24; i++) a = [a, a]; a.flat(Infinity)",
  "let a = Array(1000).fill(1); [a].flatMap(() => a); for (;;) a = a.flatMap((x) => [x, x])",
  "const m = new Map(); for (let i = 0; ; i++) m.set(i, i)",
  "const s = new Set(); for (let i = 0; ; i++) s.add('k' + i)",
  "const w = new Map(); for (let i = 0; ; i++) w.set({}, [i])",
  "Array.from({ length: 4e6 }, (_, i) => -i).sort()",
  "const a = Array(3e6).fill(0).map((_, i) => 3e6 - i); for (;;) a.toSorted()",
  "String.raw({ raw: Array(1e6).fill('xx') }, ...Array(1e5).fill('y'.repeat(1000)))",
  "let s = '\\ufdfa'.repeat(1000); for (;;) s = s.normalize('NFKD') + s",
  "const k = []; for (;;) k.push('\\ufdfa'.repeat(1e5).normalize('NFKD'))",
  "const k = []; for (;;) k.push('\\u00df'.repeat(1e5).toUpperCase() + k.length)",
  "const k = []; for (;;) k.push('\\u00df'.repeat(1e5).toLocaleUpperCase())",
  "const k = []; for (;;) k.push('a,'.repeat(1e5).split(','))",
  "const k = []; for (;;) k.push([...'abc'.repeat(1e5)])",
  "const k = []; for (;;) k.push(Object.entries(Array(1e5).fill(1)))",
  "const o = {}; for (let i = 0; ; i++) o['k' + i] = i",
  "const a = []; a[4e9 - 1e9] = 1; a.fill(0)",
  "const a = []; for (;;) a.push(1)",
  "const a = []; for (;;) a.unshift(a.length)",
  "const k = []; for (;;) k.push(() => k)",
  "const k = []; for (;;) k.push(Object.fromEntries(Array(1e5).fill(['a', 1]).map((e, i) => ['a' + i, i])))",
  "const k = []; for (;;) k.push(new Uint8Array(1e5).toString())",
  "const k = []; for (;;) k.push(Array(1e5).fill(1.5).toString())",
  "const k = []; for (;;) k.push(encodeURIComponent('\\u4e00'.repeat(1e5)))",
  "const k = []; for (;;) k.push('a'.repeat(1e5).match(/a/g))",
  "const k = []; for (;;) k.push([...'a'.repeat(1e5).matchAll(/a/g)])",
  "const k = []; for (;;) k.push([...'a'.repeat(2000).matchAll(/a/g)])",
  "const f = () => f(); f()",
  "let f = (n) => [n, ...(n ? f(n - 1) : [])]; f(1e6)",
  "const k = []; for (;;) k.push(new Error('x'.repeat(1000)))",
  "function* g() { for (;;) yield 1 } [...g()]",
  "function* g() { for (;;) yield {} } new Set(g())",
  "class A { x = Array(1000).fill(this) } const k = []; for (;;) k.push(new A())",
  "const k = []; for (;;) k.push(Array(1e5).fill(1).slice())",
  "const k = []; for (;;) k.push(Array(1e5).fill(1).map(String))",
  "const k = []; for (;;) k.push(Array(1e5).fill(1).with(0, 2))",
  "const k = []; for (;;) k.push('x'.repeat(1e5).split(''))",
  "const k = []; for (;;) k.push(Array(1e5).fill(1).toSpliced(0, 0, 1))",
  "const k = []; for (;;) k.push(Object.assign({}, Array(1e5).fill(1)))",
  "const k=[]; for (;;) k.push(new Uint8Array(1e5).map((x) => x))",
  "const k=[]; for (;;) k.push(Uint8Array.from(Array(1e5).fill(1)))",
  "JSON.parse('[' + '1,'.repeat(8e6) + '1]')",
  "const o = { toJSON() { return q } }; let a = [1]; for (let i = 0; i < 30; i++) a = [a, a]; const q = a; JSON.stringify(o)",
  "let a = [1]; for (let i = 0; i < 30; i++) a = [a, a]; JSON.stringify({ get x() { return a } })",
];

/** Within these, all that a run may hold fits the heap of the child many times over. */
const LIMITS = { allocatedBytes: 4e6, stringLength: 1e6, arrayLength: 1e5, steps: 5e5, timeMs: 10_000 };

/** One process for all of them, with a small heap: whatever it answers last, it has survived what came before. */
const script = `import { compileRestricted, execRestricted } from ${JSON.stringify(pathToFileURL(join(root, "dist/index.js")).href)};
  const [, options] = JSON.parse(process.argv[1]);
  const guards = JSON.parse(process.argv[1])[0];
  for (const source of ${JSON.stringify(BOMBS)}) {
    let code = "ran to its end";
    try { execRestricted(compileRestricted(source, { guards }), { ...options, limits: ${JSON.stringify(LIMITS)} }); }
    catch (error) { code = error.code + " " + (error.code.startsWith("LIMIT") ? "" : error.message); }
    console.log(JSON.stringify([source, code.trim(), execRestricted("1 + 1").value]));
  }`;

const NODE = ["--max-old-space-size=192", "--input-type=module", "-e"];

describe("memory", () => {
  it("ends the process without limits (positive control)", () => {
    const endless = "const k = []; for (;;) k.push(Array(1e5).fill(0))";
    const child = spawnSync(process.execPath, ["--max-old-space-size=32", "-e", endless], {
      encoding: "utf8",
    });
    expect(child.status).not.toBe(0);
    expect(child.stderr).toMatch(/heap out of memory/);
  }, 60_000);

  it.each(KINDS)(
    "programs that ask for too much end in a limit: %s %o",
    (...kind) => {
      const child = spawnSync(process.execPath, [...NODE, script, JSON.stringify(kind)], {
        encoding: "utf8",
      });
      const lines = child.stdout.trim().split("\n");
      const answers = lines.map((line) => JSON.parse(line) as [string, string, number]);
      expect(answers.filter(([, code]) => !code.startsWith("LIMIT_"))).toEqual([]);
      expect(answers.filter(([, , after]) => after !== 2)).toEqual([]);
      expect(answers.map(([source]) => source)).toEqual(BOMBS);
      expect(child.status).toBe(0);
    },
    240_000,
  );
});
