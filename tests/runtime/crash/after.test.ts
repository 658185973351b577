import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { compileRestricted, type ExecOptions, execRestricted } from "../../../src/index.js";
import { snapshotHost } from "../../../src/testing/oracle/snapshot.js";
import { root } from "../../docs/blocks.js";
import { KINDS } from "./kinds.js";

const ENDS: readonly (readonly [string, string, ExecOptions["limits"]])[] = [
  ["LIMIT_STEPS", "try { for (;;) ; } catch {}", { steps: 10_000 }],
  ["LIMIT_TIME", "for (;;) ;", { timeMs: 20, steps: 2 ** 50 }],
  ["LIMIT_ALLOCATION", "const a = []; for (;;) a.push(new Float64Array(1e5))", { allocatedBytes: 2 ** 22 }],
  ["LIMIT_STRING", "'x'.repeat(1e7)", { stringLength: 1e6 }],
  ["LIMIT_ARRAY", "new Array(1e6).fill(0)", { arrayLength: 1e5 }],
  ["LIMIT_CALL_DEPTH", "function f() { f() } f()", {}],
  ["LIMIT_PRINT", "for (;;) print('x')", { printedBytes: 100 }],
  ["LIMIT_BIGINT", "2n ** 10000000n", {}],
  ["LIMIT_RESULT", "new Array(1000).fill(0)", { resultNodes: 100 }],
];

const PROBE = `let s = 0; class A { #x = 1; get x() { return this.#x } }
for (const [i, x] of [...Array.from({ length: 20 }, (_, i) => i)].entries()) s += i * x + new A().x;
const f = (n) => n === 0 ? 0 : 1 + f(n - 1); const o = { ...{ a: 1 }, b: [3, 1, 2].sort() };
let caught = ''; try { null.x } catch (e) { caught = e.message } print(s);
JSON.stringify([s, f(100), o, caught, 'ab'.repeat(3), new Map([[1, 2]]).size])`;

const script = `import { compileRestricted, execRestricted } from ${JSON.stringify(pathToFileURL(join(root, "dist/index.js")).href)};
  const shown = ${JSON.stringify(KINDS)}.map(([guards, options]) => {
    const { value, printed, usage } = execRestricted(compileRestricted(${JSON.stringify(PROBE)}, { guards }), options);
    return [value, printed.map(({ text }) => text), usage.steps];
  });
  console.log(JSON.stringify(shown));`;

const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
const fresh: readonly unknown[] = JSON.parse(stdout);

it.each(ENDS)("after %s a thousand runs are as in a fresh process", (code, source, limits) => {
  const changed = snapshotHost();
  KINDS.forEach(([guards, realm], kind) => {
    const program = compileRestricted(source, { guards });
    const ended = (): unknown => execRestricted(program, { ...realm, limits }).value;
    expect(ended).toThrow(expect.objectContaining({ code }));
    const probe = compileRestricted(PROBE, { guards });
    // As texts: the matcher would cost more than the runs.
    const shown = new Set<string>();
    for (let i = 0; i < 1_000; i++) {
      const { value, printed, usage } = execRestricted(probe, realm);
      shown.add(JSON.stringify([value, printed.map(({ text }) => text), usage.steps]));
    }
    expect([...shown]).toEqual([JSON.stringify(fresh[kind])]);
  });
  expect(changed()).toBe("");
});
