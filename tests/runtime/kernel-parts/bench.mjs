// Interleaved: the same functions in a tamed realm and in a fresh one. Run: node tests/runtime/kernel-parts/bench.mjs

import { fileURLToPath } from "node:url";
import { constants, createContext, runInContext } from "node:vm";
import { build } from "esbuild";

const result = await build({
  entryPoints: [fileURLToPath(new URL("entry.ts", import.meta.url))],
  bundle: true,
  format: "iife",
  globalName: "parts",
  write: false,
  platform: "neutral",
  target: "es2022",
});
const kernel = `(function () { "use strict"; ${result.outputFiles[0].text}\nreturn parts; })()`;
const NAMES =
  "Object Array String Number Math JSON Map Set Date RegExp Promise Error TypeError Uint8Array Float64Array Symbol";
const PROGRAMS = {
  sieve: `() => { const n = 200000, a = []; for (let i = 0; i <= n; i++) a[i] = true; let c = 0; for (let i = 2; i <= n; i++) { if (!a[i]) continue; c++; for (let j = i * 2; j <= n; j += i) a[j] = false; } return c }`,
  sieveHoley: `() => { const n = 200000, a = new Array(n + 1).fill(true); let c = 0; for (let i = 2; i <= n; i++) { if (!a[i]) continue; c++; for (let j = i * 2; j <= n; j += i) a[j] = false; } return c }`,
  holes: `() => { const a = new Array(100000); let s = 0; for (let i = 0; i < 100000; i += 2) a[i] = i; for (let i = 0; i < 100000; i++) s += a[i] === undefined ? 1 : a[i]; return s }`,
  regexReplace: `() => { let s = ""; for (let i = 0; i < 2000; i++) s += "alpha beta 12 "; return s.replace(/[a-z]+/g, "x").replace(/\\d+/g, (m) => m + m).length + s.split(/\\s+/).length + (/beta (\\d+)/.exec(s)[1] | 0) }`,
  regexTest: `() => { let n = 0; const r = /^a\\d+b$/; for (let i = 0; i < 30000; i++) if (r.test("a" + i + "b")) n++; return n }`,
  pipeline: `() => { const xs = []; for (let i = 0; i < 50000; i++) xs.push(i); return xs.map((x) => x * 2).filter((x) => x % 3 === 0).reduce((a, b) => a + b, 0) }`,
  push: `() => { const a = []; for (let i = 0; i < 200000; i++) a.push(i); return a.length }`,
  classes: `() => { class P { constructor(x, y) { this.x = x; this.y = y } add(o) { return new P(this.x + o.x, this.y + o.y) } } let p = new P(0, 0); const d = new P(1, 2); for (let i = 0; i < 300000; i++) p = p.add(d); return p.x + p.y }`,
  forOf: `() => { const a = Array.from({ length: 50000 }, (_, i) => i); let s = 0; for (const x of a) s += x; for (const [i, x] of a.entries()) s += i; return s + [...a].length + Math.max(...a.slice(0, 1000)) }`,
  maps: `() => { const m = new Map(); for (let i = 0; i < 50000; i++) m.set(i % 1000, (m.get(i % 1000) ?? 0) + i); let s = 0; for (const [k, v] of m) s += k + v; return s }`,
  typed: `() => { const a = new Float64Array(20000); for (let r = 0; r < 10; r++) for (let i = 0; i < a.length; i++) a[i] = a[i] * 0.5 + i; return a[19999] }`,
  smallArrays: `() => { let s = 0; for (let i = 0; i < 50000; i++) { const a = new Array(3); a[0] = i; s += a[0] } return s }`,
  smallTyped: `() => { let s = 0; for (let i = 0; i < 20000; i++) { const a = new Float64Array(4); a[0] = i; s += a[0] } return s }`,
  strings: `() => { const out = []; for (let i = 0; i < 20000; i++) out.push(String(i).padStart(6, "0") + "-".repeat(3)); return out.join(",").length + out.indexOf("000500---") + (out.includes("x") ? 1 : 0) }`,
  concatSort: `() => { let a = []; for (let i = 0; i < 300; i++) a = a.concat([i, i * 7 % 13]); return a.sort((x, y) => x - y).join().length + a.flat().length }`,
  errors: `() => { let n = 0; for (let i = 0; i < 3000; i++) try { throw new TypeError("m" + i) } catch (e) { n += e.message.length } return n }`,
  json: `() => { const o = []; for (let i = 0; i < 3000; i++) o.push({ id: i, name: "n" + i, tags: ["a", "b"] }); return JSON.parse(JSON.stringify(o)).length }`,
  generators: `() => { function* g(n) { for (let i = 0; i < n; i++) yield i } let s = 0; for (const x of g(50000)) s += x; return s }`,
  spreadObjects: `() => { let o = { a: 1, b: 2 }; let s = 0; for (let i = 0; i < 50000; i++) { o = { ...o, c: i }; s += Object.keys(o).length } return s }`,
};
const ASYNC = `async () => { let s = 0; const f = async (x) => x + 1; for (let i = 0; i < 5000; i++) s += await f(i); s += (await Promise.all(Array.from({ length: 1000 }, (_, i) => Promise.resolve(i).then((x) => x)))).length; return s }`;
function make(tamed) {
  const context = createContext(constants.DONT_CONTEXTIFY ?? {}, {
    codeGeneration: { strings: false, wasm: false },
  });
  let globals = runInContext("globalThis", context);
  if (tamed) {
    const parts = runInContext(kernel, context);
    parts.tameIntrinsics({
      charge() {},
      limits: () => ({ stringLength: 2 ** 26, arrayLength: 1e7 }),
      limitError(c, m) {
        throw m;
      },
    });
    parts.freezeIntrinsics();
    parts.emptyGlobal();
    globals = parts.makeGlobals("safe");
  }
  return (code) =>
    runInContext(
      `"use strict"; (function (G) { const { ${NAMES.split(" ").join(", ")} } = G; return (${code}); })`,
      context,
    )(globals);
}
const [raw, tame] = [make(false), make(true)];
const median = (xs) => xs.toSorted((a, b) => a - b)[xs.length >> 1];
const rounds = 31;
for (const [name, code] of [...Object.entries(PROGRAMS), ["async", ASYNC]]) {
  const f = [raw(code), tame(code), raw(code)];
  const times = [[], [], []];
  for (let r = 0; r < rounds + 10; r++) {
    for (const i of [0, 1, 2]) {
      const started = performance.now();
      await f[i]();
      if (r >= 10) times[i].push(performance.now() - started);
    }
  }
  const [a, b, c] = times.map(median);
  console.log(
    `${name.padEnd(14)} tamed/raw ${(b / Math.min(a, c)).toFixed(2)}  control ${(c / a).toFixed(2)}  ${a.toFixed(2)} ms`,
  );
}
