import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { root } from "../../docs/blocks.js";

const dist = pathToFileURL(join(root, "dist/index.js")).href;

/** What 200 programs do that wait at the same time, and what each run is to end in. */
const SCRIPT = `
import { compileRestricted, execRestrictedAsync } from ${JSON.stringify(dist)};
const later = (value) => new Promise((done) => setTimeout(done, 20, value));
const KINDS = [
  ["const x = await later(2); x * n", (n) => 2 * n],
  ["let s = 0; for (const p of [later(1), later(2), n]) s += await p; s", (n) => 3 + n],
  ["await new Promise(() => {}); 1", () => "LIMIT_TIME"],
  ["Promise.reject(new Error('late')); later(0).then(() => { throw new TypeError('later'); }); n", (n) => n],
  ["await { then(done) { later(n).then(done); } }", (n) => n],
  ["await later(0); throw new RangeError('r' + n);", () => "GUEST_ERROR"],
  ["await later(0); for (;;);", () => "LIMIT_STEPS"],
  ["const all = await Promise.allSettled([later(n), Promise.reject(1), (async () => { throw 2; })()]); all.length", () => 3],
  ["async function* g() { yield later(1); yield n; } let s = 0; for await (const x of g()) s += x; s", (n) => 1 + n],
  ["await aborted(); 1", () => "LIMIT_ABORTED"],
];
const unheard = [];
process.on("unhandledRejection", (error) => unheard.push(String(error)));
process.on("uncaughtException", (error) => unheard.push(String(error)));
const kept = [];
const programs = KINDS.map(([source]) => compileRestricted("big.rows.length; " + source, { async: true, mode: "exec" }));
for (const program of programs) if (!program.ok) throw new Error(program.errors.join());
async function one(i) {
  const [, wanted] = KINDS[i % KINDS.length];
  const stop = new AbortController();
  const big = { rows: Array.from({ length: 1000 }, () => i) };
  kept.push(new WeakRef(big));
  const aborted = () => { setTimeout(() => stop.abort(), 10); return new Promise(() => {}); };
  const globals = { later, aborted, n: i, big };
  const limits = { steps: 200_000, timeMs: 1_500 };
  const found = await execRestrictedAsync(programs[i % KINDS.length], { globals, limits, signal: stop.signal }).then(
    (result) => result.value,
    (error) => error.code,
  );
  return found === wanted(i) ? "" : i + ": " + found + " for " + wanted(i);
}
const wrong = (await Promise.all(Array.from({ length: 200 }, (_, i) => one(i)))).filter((text) => text !== "");
await later(0);
for (let i = 0; i < 10; i++) { gc(); await later(0); }
const alive = kept.filter((ref) => ref.deref() !== undefined).length;
console.log(JSON.stringify({ wrong, unheard, alive }));
`;

it("200 programs that wait at once end each in its own way, and leave nothing behind", () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--expose-gc", "--input-type=module", "-e", SCRIPT],
    { encoding: "utf8" },
  );
  expect(stderr).toBe("");
  const { wrong, unheard, alive } = JSON.parse(stdout) as Record<string, unknown> & { alive: number };
  expect({ wrong, unheard }).toEqual({ wrong: [], unheard: [] });
  // The engine may keep the last few a little longer.
  expect(alive).toBeLessThan(20);
}, 60_000);

it("and a plain process hears of the same rejections", () => {
  const script =
    "process.on('unhandledRejection', () => process.exit(7)); Promise.reject(new Error('late'));";
  expect(spawnSync(process.execPath, ["-e", script]).status).toBe(7);
});
