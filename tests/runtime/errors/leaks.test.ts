import fc from "fast-check";
import { expect, it } from "vitest";
import { compileRestricted, execRestricted, RestrictedError, VerificationError } from "../../../src/index.js";
import { FAILURES } from "../../conformance/errors/operations.js";
import { POSITIONS } from "../../conformance/errors/positions.js";
import { FORMS } from "../../support/run.js";

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
