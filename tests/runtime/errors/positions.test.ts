import { describe, expect, it } from "vitest";
import {
  type AuditEvent,
  compileRestricted,
  definePolicy,
  type ExecOptions,
  execRestricted,
  type GuestError,
  RestrictedError,
  RestrictedExpression,
} from "../../../src/index.js";
import { FORMS } from "../../support/run.js";

function thrown(run: () => unknown): RestrictedError {
  try {
    run();
  } catch (error) {
    if (error instanceof RestrictedError) return error;
    throw error;
  }
  throw new Error("ran to its end");
}

function place(source: string, options: ExecOptions = {}, guards: "inline" | "call" = "inline"): string {
  const error = thrown(() => execRestricted(compileRestricted(source, { guards }), options));
  return `${error.code} ${error.position?.line}:${error.position?.column}`;
}

describe.each(FORMS)("positions, %s form", (form) => {
  const limits = { steps: 5_000 };
  it.each([
    ["let n = 0;\n  while (true) n++;", { limits }, "LIMIT_STEPS 2:3"],
    ["let n = 0;\nfor (;;) {\n  n++;\n}", { limits }, "LIMIT_STEPS 2:1"],
    ["1;\ndo {} while (true);", { limits }, "LIMIT_STEPS 2:1"],
    [
      "const xs = { *[Symbol.iterator]() { for (;;) yield 1; } };\n for (const x of xs) {}",
      { limits },
      "LIMIT_STEPS",
    ],
    [
      "function f() {}\nconst g = () => f();\nfor (const x of [1]) { [].push(g()); }\n'x'.repeat(1e9);",
      {},
      "LIMIT_STRING 4:5",
    ],
    ["const key = 'constr' + 'uctor';\nconst o = {};\n  o[key];", {}, "GUARD_MEMBER 3:"],
    ["const m = Math;\n  m.max = 1;", {}, "GUARD_WRITE 2:9"],
    ["// a comment\r\nconst u = undefined;\r\n\tu.x;", {}, "GUEST_ERROR 3:4"],
    ["('😀'); const u = null; u.x;", {}, "GUEST_ERROR 1:27"],
    ["const u = null;\nconst f = (a,\n  b = u.x) => b;\nf(1);", {}, "GUEST_ERROR 3:9"],
    ["const u = null;\n`a\nb ${\n  u.x}`;", {}, "GUEST_ERROR 4:5"],
  ] as const)("%j", (source, options, expected) => {
    expect(place(source, options, form)).toContain(expected);
  });

  it("audit events and printed lines are where the guest is", () => {
    const events: AuditEvent[] = [];
    const source = "print('a');\n\nprint(1,\n  2);\nMath.max = 1;";
    const printed: number[] = [];
    thrown(() =>
      execRestricted(compileRestricted(source, { guards: form, filename: "audit.js" }), {
        onAudit: (event) => events.push(event),
        onPrint: (line) => printed.push(line.line),
      }),
    );
    expect(printed).toEqual([1, 3]);
    expect(events).toMatchObject([
      { code: "GUARD_WRITE", filename: "audit.js", position: { line: 5, column: 10 } },
    ]);
  });

  it("a function's own text counts, its parameters do not", () => {
    const program = compileRestricted("const u = undefined;\nreturn a + u.x;", {
      mode: "function",
      params: ["a = 1"],
      name: "total",
      guards: form,
    });
    const total = execRestricted(program).value as (a: number) => unknown;
    expect(thrown(() => total(1)).position).toEqual({ line: 2, column: 14 });
  });

  it("a stack has the guest's frames only, and no place of the machine", () => {
    const source =
      "function outer() { return [1].map((x) => null.y); }\ntry { outer(); } catch (e) { e.stack; }";
    const { value } = execRestricted(compileRestricted(source, { guards: form, filename: "a.js" }));
    expect(value).toBe(
      [
        "TypeError: Cannot read properties of null (reading 'y')",
        "    at a.js:1:47",
        "    at outer (a.js:1:31)",
        "    at a.js:2:7",
      ].join("\n"),
    );
  });

  it("a rejection reads natively wherever it is heard", async () => {
    const { execRestrictedAsync } = await import("../../../src/index.js");
    const source = `const o = { a: 1 }, k = "a", seen = [];
      const fail = async () => o[k]();
      const spread = async () => [...o];
      await fail().catch((e) => seen.push(e.message));
      await fail().then(0, (e) => seen.push(e.stack.split("\\n")[0]));
      for (const r of await Promise.allSettled([fail(), spread()])) seen.push(r.reason.message);
      seen;`;
    const { value } = await execRestrictedAsync(compileRestricted(source, { guards: form, async: true }));
    expect(value).toEqual([
      "o[k] is not a function",
      "TypeError: o[k] is not a function",
      "o[k] is not a function",
      "o is not iterable",
    ]);
  });
});

it("an expression's error points into the expression", () => {
  const error = thrown(() => new RestrictedExpression("row.a +\n row.b.c").eval({ row: { a: 1 } }));
  expect(error.position).toEqual({ line: 2, column: 8 });
});

describe("did you mean", () => {
  class Frame {}
  const policy = definePolicy({
    name: "Frame",
    brand: Frame,
    members: {
      head: { kind: "method", call: () => 1 },
      groupby: { kind: "method", call: (target) => target },
    },
    items: { names: () => ["species", "_hidden"], get: () => [1] },
  });
  const options = { globals: { df: new Frame(), px: { scatter() {}, _secret() {} } }, policies: [policy] };

  it.each([
    ["df.heda()", "Did you mean `df.head`?", "df.heda is not a function"],
    ["df.speceis.at(0)", "Did you mean `df.species`?", "Cannot read properties of undefined (reading 'at')"],
    [
      "df.groupby('a').haed()",
      "Did you mean `df.groupby(...).head`?",
      "df.groupby(...).haed is not a function",
    ],
    ["px.scater()", "Did you mean `px.scatter`?", "px.scater is not a function"],
    ["pz.scatter()", "Did you mean `px`?", "pz is not defined"],
    ["const total = 1; totl", "Did you mean `total`?", "totl is not defined"],
    ["Math.maxx(1)", "Did you mean `Math.max`?", "Math.maxx is not a function"],
    ["[1].maap(String)", "Did you mean `[1].map`?", "[1].maap is not a function"],
    ["df.constructo()", undefined, "df.constructo is not a function"],
    ["px.secret()", undefined, "px.secret is not a function"],
    ["df.hidden()", undefined, "df.hidden is not a function"],
    ["df.zzzzzz()", undefined, "df.zzzzzz is not a function"],
  ])("%s", (source, help, message) => {
    for (const form of FORMS) {
      const error = thrown(() =>
        execRestricted(compileRestricted(source, { guards: form }), options),
      ) as GuestError;
      expect([error.help, error.guestMessage]).toEqual([help, message]);
    }
  });

  it("the program itself sees only the native text", () => {
    const source = "try { df.heda(); } catch (e) { [e.message, Object.keys(e).length, e.help]; }";
    expect(execRestricted(source, options).value).toEqual(["df.heda is not a function", 0, undefined]);
  });

  it.each([
    [() => execRestricted("1", { limts: {} } as never), "Did you mean `limits`?"],
    [() => execRestricted("1", { limits: { step: 1 } as never }), "Did you mean `steps`?"],
    [() => execRestricted("1", { guards: { _getatr_: () => 1 } }), "Did you mean `_getattr_`?"],
    [() => compileRestricted("1", { filname: "a" } as never), "Did you mean `filename`?"],
    [() => compileRestricted("1", { limits: { node: 1 } as never }), "Did you mean `nodes`?"],
  ])("options of the host: %#", (run, text) => {
    expect(thrown(run).message).toContain(text);
  });
});
