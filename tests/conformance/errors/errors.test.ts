import { describe, expect, it } from "vitest";
import { FORMS } from "../../support/run.js";
import { allowed } from "./differences.js";
import { type Observed, observe, observeNative } from "./observe.js";
import { FAILURES, type Failure } from "./operations.js";
import { POSITIONS } from "./positions.js";

/** The failures that are tried in every position; all of them are tried in some. */
const EVERYWHERE: readonly string[] = [
  ...[
    "u.x",
    "o.f()",
    "o?.a()",
    "new o.m()",
    "[...o.f()]",
    "({ a } = u)",
    "later",
    "undeclared = 1",
    "c = 2",
    "1n + 1",
  ],
  ...["A.read({})", "fail()", "u`x`", "JSON.parse('{')", "fr.a = 2", "Math.max(...u)", "o.a[k]"],
];

function program({ before = "", expression }: Failure, position: string): string {
  const place = POSITIONS[position] ?? "EXPR";
  return `${before}\n${place.replace("EXPR", () => expression)}\nlet later = 1;\n0;`;
}

/** What of an error is compared: everything that is not known to differ, and always the line. */
function compared(error: Observed | null, different: ReadonlySet<string>): object | null {
  if (error === null) return null;
  const [line] = error.at.split(":");
  const frames = error.frames.filter((frame) => !frame.startsWith("async"));
  return {
    name: error.name,
    line,
    ...(different.has("message") ? {} : { message: error.message }),
    ...(different.has("place") ? {} : { at: error.at }),
    ...(different.has("frames") ? {} : { frames: different.has("place") ? frames.slice(1) : frames }),
  };
}

async function compare(failure: Failure, position: string): Promise<readonly string[]> {
  const source = program(failure, position);
  const native = await observeNative(source);
  const wrong: string[] = [];
  for (const form of FORMS) {
    const different = allowed(form, failure.expression, position);
    const [expected, found] = [native, await observe(source, form)].map((e) =>
      JSON.stringify(compared(e, different)),
    );
    if (expected !== found)
      wrong.push(`${form} ${failure.expression} (${position})\n  V8   ${expected}\n  ours ${found}`);
  }
  return wrong;
}

async function all(failures: readonly Failure[], position: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const failure of failures) wrong.push(...(await compare(failure, position)));
  return wrong;
}

describe("an uncaught error reads and points as natively", () => {
  for (const position of Object.keys(POSITIONS)) {
    const failures = FAILURES.filter((f) => EVERYWHERE.includes(f.expression));
    it(position, async () => {
      expect(failures.length).toBeGreaterThanOrEqual(EVERYWHERE.length);
      expect((await all(failures, position)).join("\n")).toBe("");
    }, 60_000);
  }
  for (const position of ["statement", "many lines"]) {
    it(`every failing operation: ${position}`, async () => {
      expect((await all(FAILURES, position)).join("\n")).toBe("");
    }, 60_000);
  }
});
