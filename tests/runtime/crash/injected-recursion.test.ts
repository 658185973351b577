import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { root } from "../../docs/blocks.js";

const dist = pathToFileURL(join(root, "dist/index.js")).href;

/** Each in a process that has compiled nothing yet: an expression first used at the end of the stack would end it. */
const CASES = {
  "a guard that calls itself": ["({ a: 1 }).a", "endless"],
  "the same, caught by the program": ["let r; try { ({ a: 1 }).a } catch (e) { r = e.message } r", "endless"],
  "a getter that the guard calls without end": ["const o = { get a() { return o.a } }; o.a", "read"],
  "functions that read through the guard": [
    "const o = { a: 1 }; function f() { return o.a + f() } f()",
    "read",
  ],
  "the same, caught": [
    "const o = { a: 1 }; function f() { try { return o.a + f() } catch (e) { return -1 } } f()",
    "read",
  ],
  "a guard that calls the program's function": ["const o = { a(n) { return o.a(n + 1) } }; o.a(0)", "read"],
} as const;

it.each(
  Object.entries(CASES).flatMap(([what, [source, guard]]) =>
    (["isolated", "shared"] as const).map((realm) => [what, realm, source, guard] as const),
  ),
)("%s, %s realm: ends in the limit, and the next run is fresh", (_what, realm, source, guard) => {
  const script = `
    import { compileRestricted, execRestricted } from ${JSON.stringify(dist)};
    const guards = { endless: (o, k) => guards.endless(o, k) + 1, read: (o, k) => o[k] };
    const run = (source, options) =>
      execRestricted(compileRestricted(source, { guards: "call" }), { realm: ${JSON.stringify(realm)}, ...options }).value;
    let found;
    try { found = run(${JSON.stringify(source)}, { guards: { _getattr_: guards.${guard} } }) } catch (error) { found = error.code }
    console.log(found, run("[1, 2].map((x) => x * 2).join()"));`;
  const { status, stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  expect(status).toBe(0);
  expect(stdout.trim()).toBe("LIMIT_CALL_DEPTH 2,4");
});
