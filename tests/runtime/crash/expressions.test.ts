import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { root } from "../../docs/blocks.js";
import { KINDS } from "./kinds.js";

const dist = pathToFileURL(join(root, "dist/index.js")).href;

const child = (script: string): ReturnType<typeof spawnSync> =>
  spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });

/** Repeated groups inside of repeated groups: the engine's compiler of expressions ends the process. */
const NESTED = "new RegExp('(?:a'.repeat(5000) + 'a' + ')*'.repeat(5000))";
const USES = [
  "R.test('x')",
  "R.exec('x')",
  "'x'.replace(R, 'y')",
  "'x'.split(R)",
  "'x'.match(R)",
  "'x'.search(R)",
];

it("an expression that is nested too deeply ends a plain process", () => {
  const { status, stderr } = child(`${NESTED}.test("x"); process.exit(7)`);
  expect(status).not.toBe(7);
  expect(stderr).toMatch(/RegExp/);
});

it("and is refused here, by each way of matching", () => {
  const text = "'(?:a'.repeat(5000) + 'a' + ')*'.repeat(5000)";
  const made = ["'x'.match(T)", "'x'.search(T)", "'x'.match({ toString: () => T })"].map((use) =>
    use.replace("T", text),
  );
  const sources = [...USES.map((use) => use.replace("R", NESTED)), ...made];
  const { status, stdout } = child(`
    import { compileRestricted, execRestricted } from ${JSON.stringify(dist)};
    for (const source of ${JSON.stringify(sources)})
      for (const [guards, realm] of ${JSON.stringify(KINDS)})
        try { execRestricted(compileRestricted(source, { guards }), realm).value; console.log("passed") }
        catch (error) { console.log(error.message.slice(-40)) }
    process.exit(7);`);
  expect(status).toBe(7);
  const lines = String(stdout).trim().split("\n");
  expect(lines).toHaveLength(sources.length * KINDS.length);
  for (const line of lines) expect(line).toMatch(/with fewer choices, or as several\.$/);
});

/** Calls itself `depth` deep and there matches with an expression that nobody has used before. */
const AT_THE_END =
  "const s = '[\\\\p{L}\\\\p{N}]'.repeat(3) + n; function f(d) { return d > 0 ? f(d - 1) : new RegExp(s, 'iu').test('x' + n) } f(depth)";

it("an expression that is first used at the end of the stack does not end the process", () => {
  const { status, stdout } = child(`
    import { compileRestricted, execRestricted } from ${JSON.stringify(dist)};
    const program = compileRestricted(${JSON.stringify(AT_THE_END)});
    let n = 0;
    const end = (depth) => {
      try { execRestricted(program, { globals: { depth, n: n++ } }); return "ok" } catch (error) { return error.code }
    };
    let low = 10, high = 60_000;
    while (high - low > 1) { const middle = (low + high) >> 1; if (end(middle) === "ok") low = middle; else high = middle }
    const seen = new Set();
    for (let depth = low - 100; depth < low + 600; depth += 3) seen.add(end(depth));
    for (let depth = 20_000; depth < 20_010; depth++) seen.add(end(depth));
    console.log([...seen].sort().join());
    process.exit(7);`);
  expect(status).toBe(7);
  expect(String(stdout).trim()).toBe("LIMIT_CALL_DEPTH,ok");
});
