import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { KERNEL, tamedRealm } from "./realm.js";

const FORMS: readonly string[] = [
  `Promise.reject(1)`,
  `new Promise((_, r) => r(1))`,
  `new Promise(() => { throw 1 })`,
  `Promise.resolve().then(() => { throw 1 })`,
  `Promise.resolve(1).finally(() => { throw 1 })`,
  `Promise.reject(1).catch(() => { throw 2 })`,
  `Promise.reject(1).finally(() => {})`,
  `Promise.all([Promise.reject(1)])`,
  `Promise.any([Promise.reject(1)])`,
  `Promise.race([Promise.reject(1)])`,
  `Promise.all(5)`,
  `Promise.allSettled(5)`,
  `Promise.resolve({ then(a, b) { b(1) } })`,
  `Promise.resolve({ get then() { throw 1 } })`,
  `let m = 0; Promise.resolve({ get then() { if (m++) throw 1; } }).then()`,
  `Promise.withResolvers?.().reject(1)`,
  `Promise.try?.(() => { throw 1 })`,
  `(async function* () { throw 1 })().next()`,
  `(async function* () {})().throw(1)`,
  `(async function* () { try { yield 1 } finally { throw 2 } })().return(Promise.reject(1))`,
  `(async function* () { yield Promise.reject(1) })().next()`,
  `class P extends Promise {} P.reject(1); new P((_, r) => r(1)).then(() => {}); P.all([P.reject(1)]).finally(() => {})`,
  `class Q extends Promise { static get [Symbol.species]() { return Promise } } Q.reject(1).then()`,
  `let n = 0; class R extends Promise { constructor(f) { super(f); if (n++) throw 1 } } try { R.reject(1) } catch {} try { new R((_, r) => r(1)) } catch {}`,
  `Object.freeze(Promise.reject(1))`,
  `class S extends Promise {} Object.freeze(S.reject(1)).then()`,
  `const { reject } = Promise; reject.call(Promise, 1)`,
  `const t = Promise.prototype.then; t.call(Promise.reject(1))`,
];

function survives(kernel: string, body: string): { readonly code: number | null; readonly error: string } {
  const file = join(mkdtempSync(join(tmpdir(), "rjs-")), "child.mjs");
  const script = `import { createContext, runInContext, constants } from "node:vm";
const context = createContext(constants.DONT_CONTEXTIFY ?? {}, { codeGeneration: { strings: false, wasm: false } });
const kernel = ${JSON.stringify(kernel)};
let globals = runInContext("globalThis", context);
if (kernel !== "") {
  const parts = runInContext(kernel, context);
  parts.tameIntrinsics({ charge() {}, limits: () => ({ stringLength: 1e6, arrayLength: 1e6 }), limitError(c, m) { throw m }, rejected: (error) => error, queues() {} });
  parts.freezeIntrinsics(); parts.emptyGlobal(); globals = parts.makeGlobals("safe");
}
runInContext("(function (G) { with (G) { return (function () { 'use strict'; " + ${JSON.stringify(body)} + " })() } })", context)(globals);
setTimeout(() => process.exit(7), 50);`;
  writeFileSync(file, script);
  const done = spawnSync(process.execPath, [file], { encoding: "utf8" });
  return { code: done.status, error: done.stderr };
}

describe("rejections that nobody handles", () => {
  it("never reach the host", () => {
    const all = FORMS.map((form) => `{ ${form} }`).join("\n");
    const found = survives(KERNEL, all);
    expect([found.code, found.error]).toEqual([7, ""]);
  });
  it("the control dies of each", () => {
    for (const form of [FORMS[0], FORMS[3], FORMS[7], FORMS[14], FORMS[17], FORMS[21]])
      expect([form, survives("", form as string).code]).toEqual([form, 1]);
  });
  it("are looked after without a second look at the value's `then`", async () => {
    const asked = `let n = 0; const o = { get then() { n++; } };`;
    const forms: readonly (readonly [string, number])[] = [
      ["Promise.resolve(o)", 1],
      ["new Promise((done) => done(o))", 1],
      ["Promise.resolve().then(() => o)", 1],
      ["(async function* () { yield 1; })().return(o)", 1],
      ["class P extends Promise {} P.resolve(o)", 1],
      ["Promise.resolve(o).then()", 2],
    ];
    for (const [form, times] of forms)
      for (const run of [tamedRealm().run, (text: string): unknown => new Function(text)()]) {
        const counted = run(`${asked} ${form}; return () => n;`) as () => number;
        await new Promise((done) => setTimeout(done, 1));
        expect([form, counted()]).toEqual([form, times]);
      }
  });
  it("still reach the guest's own handlers", async () => {
    const realm = tamedRealm();
    const result = realm.run(
      `return (async () => { const out = []; try { await Promise.reject(1) } catch (e) { out.push(e) } await Promise.all([1, Promise.reject(2)]).catch((e) => out.push(e)); await new Promise((r) => r(3)).then((v) => out.push(v)); for await (const x of (async function* () { yield 4 })()) out.push(x); out.push((await Promise.allSettled([Promise.reject(5)]))[0].reason); class P extends Promise {} out.push(P.resolve(1).then(() => 1) instanceof P, await P.resolve(6)); return out.join() })()`,
    );
    expect(await (result as Promise<string>)).toBe("1,2,3,4,5,true,6");
  });
});
