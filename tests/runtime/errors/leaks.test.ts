import fc from "fast-check";
import { expect, it } from "vitest";
import { compileRestricted, execRestricted, RestrictedError, VerificationError } from "../../../src/index.js";
import { CALL_GUARDS, COMMON_HELPERS, INLINE_HELPERS } from "../../../src/language/runtime-names.js";
import { type ProgramFacts, repaired } from "../../../src/runtime/kernel/errors/repair.js";
import { traceOf } from "../../../src/runtime/kernel/errors/trace.js";
import type { HostPort } from "../../../src/runtime/kernel/host.js";
import { PROGRAM_PREFIX } from "../../../src/runtime/kernel/program-prefix.js";
import { FAILURES } from "../../conformance/errors/operations.js";
import { POSITIONS } from "../../conformance/errors/positions.js";
import { FORMS, run } from "../../support/run.js";

/** Names of the library, of its run time and of the machine. */
const INTERNAL =
  /(?:^|[^\w$])_\w+_(?![\w$])|evalmachine|restricted:\d|node:|\.generated|\/(?:work|home|usr|src|node_modules)\//;

/** Programs that fail in one place of another, caught and told. */
const failing = fc
  .tuple(
    fc.constantFrom(...FAILURES),
    fc.constantFrom(...Object.values(POSITIONS)),
    fc.constantFrom(...FAILURES),
  )
  .map(([failure, position, other]) => {
    const place = position.replace("EXPR", () => failure.expression).replace(/^await /m, "");
    const body = `${failure.before ?? ""}\n${place}\nlet later = 1;`;
    const second = `${other.before ?? ""}\n(${other.expression});\nlet later = 1;`;
    const told = "seen.push(String(e), e.message, e.stack, String(e.cause))";
    return `const seen = [];
      try { (async () => { ${body} })().catch((e) => ${told}); } catch (e) { ${told}; }
      try { (() => { ${second} })(); } catch (e) { ${told}; }
      seen.join("\\n");`;
  });

it("no message or stack that a program can read names the library or the machine", () => {
  let told = 0;
  fc.assert(
    fc.property(failing, fc.constantFrom(...FORMS), (source, guards) => {
      const program = compileRestricted(source, { guards });
      if (!program.ok) return;
      let text: string;
      try {
        text = String(execRestricted(program).value);
      } catch (error) {
        if (!(error instanceof RestrictedError)) throw error;
        // It is told to the host alone, and is about the emitted text.
        if (error instanceof VerificationError) return;
        text = `${error.message}\n${(error as { guestStack?: string }).guestStack ?? ""}`;
      }
      if (text !== "") told++;
      expect(text).not.toMatch(INTERNAL);
    }),
    { numRuns: 300 },
  );
  expect(told).toBeGreaterThan(150);
}, 120_000);

it("the search would find a leak", () => {
  for (const text of [
    "_g0_(...).b is not a function",
    "o[_k_(...)]",
    "at restricted:3:4",
    "at node:vm:1",
    "if (--_steps_ < 0) _out_();",
  ])
    expect(text).toMatch(INTERNAL);
});

const NAMES = [...COMMON_HELPERS.keys(), ...INLINE_HELPERS.keys(), ...CALL_GUARDS.keys()];
/** What the engine says about the emitted text, with a name of it. */
const SAYINGS: readonly ((name: string) => string)[] = [
  (name) => `${name} is not a function or its return value is not iterable`,
  (name) => `${name}(...) is not iterable`,
  (name) => `${name}(...).a is not a function`,
  (name) => `Cannot destructure property 'a' of '${name}(...)' as it is undefined.`,
  (name) => `object is not iterable: [${name}(a), ${name}]`,
];

it("no name of the library stays in the engine's message where nobody knows what stood in its place", () => {
  const nothing: ProgramFacts = {
    ...{ sites: [], missing: new Set(), guard: () => undefined },
    ...{ find: () => undefined, isMissing: () => false },
  };
  for (const name of [...NAMES, "_g0_", "_o12_", "_w3_", "_s1_", "_t0_", "_p0_", "_x0_", "_u0_", "_e0_"])
    for (const say of SAYINGS) {
      expect(say(name)).toMatch(INTERNAL);
      expect(repaired(say(name), nothing, -1, "")).not.toMatch(INTERNAL);
    }
});

it.each(["inline", "call"] as const)(
  "a program's own words stay as they are, whatever they look like: %s",
  (form) => {
    for (const words of [
      "column _id_ is missing",
      "_file_",
      "_name_(...)",
      "(_b_)",
      "__init__",
      "_total_2_",
    ]) {
      const source = `const own = ${JSON.stringify(words)}; let seen; try { throw new TypeError(own) } catch (e) { seen = [e.message, e.stack.split("\\n")[0]] } seen`;
      expect(run(source, {}, form).value).toEqual([words, `TypeError: ${words}`]);
      expect(() => run(`throw new RangeError(${JSON.stringify(words)})`, {}, form)).toThrow(words);
    }
  },
);

it("a stack shows no frame of the library's, even if there is a place for it in the source", () => {
  const host = { frame: () => ({ place: "a.js:1:2", hop: false, name: "" }) } as unknown as HostPort;
  const frame = (name: string) => ({
    getScriptNameOrSourceURL: () => `${PROGRAM_PREFIX}1`,
    getFunctionName: () => name,
    getLineNumber: () => 2,
    getColumnNumber: () => 1,
    toString: () => `${name} (${PROGRAM_PREFIX}1:2:1)`,
  });
  for (const name of ["_g0_", "_w1_", "_k_", "_out_", "_tick_", "_getattr_"]) {
    const { text } = traceOf([frame(name), frame("own")], host);
    expect(text).toContain("at own");
    expect(text).not.toContain(name);
  }
});

it("the host is told the beginning of a giant message, not all of it", () => {
  for (const guards of FORMS)
    for (const source of ["throw new Error('x'.repeat(1e6))", "const k = '_' + 'x'.repeat(1e6); ({})[k]"]) {
      let told = "";
      try {
        execRestricted(compileRestricted(source, { guards }));
      } catch (error) {
        told = (error as Error).message;
      }
      expect(told).toContain("xxx");
      expect(told.length).toBeLessThan(20_000);
    }
});
