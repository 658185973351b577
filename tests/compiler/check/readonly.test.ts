import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyProgram } from "../../../src/compiler/5-verify/verify.js";
import { compileRestricted, execRestricted, type GuardForm } from "../../../src/index.js";
import { FORMS } from "../../support/run.js";
import { text } from "../verify/texts.js";
import { DECLARATIONS, LOCALS, READS, WRITES } from "./readonly-forms.js";

const named = (form: string, name = "df"): string => form.replaceAll("NAME", name);
const HEAD = "const other = {}, f = (x) => x;\n";

function codes(source: string, options: object = { readonlyNames: ["df"] }): readonly string[] {
  return compileRestricted(source, options).errors.map((d) => d.code);
}

/** The rule refuses it, and nothing else does: without the rule, and with another name, it compiles. */
function onlyTheRule(source: string, other: string): void {
  expect(codes(source)).toEqual(expect.arrayContaining(["NAME_READONLY"]));
  expect(new Set(codes(source))).toEqual(new Set(["NAME_READONLY"]));
  expect(codes(source, {})).toEqual([]);
  expect(codes(other)).toEqual([]);
}

describe("outside of functions nothing declares a read-only name", () => {
  it.each(DECLARATIONS)("%s", (form) => {
    onlyTheRule(HEAD + named(form), HEAD + named(form, "other2"));
  });
  it("nor in blocks, loops and branches", () => {
    for (const form of DECLARATIONS)
      for (const wrap of ["{ @ }", "if (f(1)) { @ }", "for (;;) { @ }", "try { @ } finally { }", "l: { @ }"])
        expect(codes(HEAD + wrap.replace("@", named(form)))).toContain("NAME_READONLY");
  });
  it("nor as a parameter that the host named, or as an import", () => {
    for (const param of ["df", "{ df }", "[df = 1]", "...df"]) {
      expect(codes("return 1", { mode: "function", params: [param], readonlyNames: ["df"] })).toEqual([
        "NAME_READONLY",
      ]);
      expect(codes("return 1", { mode: "function", params: [param] })).toEqual([]);
    }
    for (const clause of ["df", "* as df", "{ df }", "{ x as df }", "{ default as df }"]) {
      const source = `import ${clause} from "stats";`;
      expect(codes(source, { imports: ["stats"], readonlyNames: ["df"] })).toEqual(["NAME_READONLY"]);
      expect(codes(source, { imports: ["stats"] })).toEqual([]);
    }
    expect(codes('import { df as a } from "stats";', { imports: ["stats"], readonlyNames: ["df"] })).toEqual(
      [],
    );
  });
});

describe("nothing writes to a read-only name", () => {
  it.each(WRITES)("%s", (form) =>
    onlyTheRule(HEAD + named(form), `${HEAD}let other2; ${named(form, "other2")}`),
  );
  it("not from inside a function either, however deep", () => {
    for (const form of WRITES)
      for (const wrap of [
        "(() => { @ });",
        "function g() { @ }",
        "class D { m() { @ } static { @ } }",
        "({ get x() { @ } });",
        "async () => { @ };",
        "(function* () { @ });",
        "(function () { { let df; } @ });",
        "(function (a = () => { let df; }) { @ });",
      ])
        expect(codes(HEAD + wrap.replaceAll("@", () => named(form)))).toContain("NAME_READONLY");
  });
  it("nor from a parameter's default, where the body's variables are not known", () => {
    expect(codes("(function (a = (df = 1)) { var df; });")).toEqual(["NAME_READONLY"]);
  });
  it("`for await` and `delete`", () => {
    expect(codes("for await (df of []) ;", { async: true, readonlyNames: ["df"] })).toEqual([
      "NAME_READONLY",
    ]);
    expect(codes("for await (const df of []) ;", { async: true, readonlyNames: ["df"] })).toEqual([
      "NAME_READONLY",
    ]);
    expect(codes("delete df;")).toEqual(["SYNTAX_ERROR"]);
  });
});

describe("what is a function's own is free", () => {
  it.each(LOCALS)("%s", (form) => expect(codes(HEAD + named(form))).toEqual([]));
  it.each(READS)("%s", (form) => expect(codes(HEAD + named(form))).toEqual([]));
});

describe("what the author is told", () => {
  it("points at the name and says what to write", () => {
    const findings = (source: string) =>
      compileRestricted(source, { filename: "p.js", readonlyNames: ["df"] }).errors;
    const [written] = findings("a = 1;\n[a, df] = [];");
    const [declared] = findings("let { b: [df] } = {};");
    expect(String(written)).toBe(
      "p.js:2:5 NAME_READONLY `df` is read-only here: nothing may be assigned to it.",
    );
    expect(written?.help).toBe("Store the result under another name: `const result = …`.");
    expect(String(declared)).toBe(
      "p.js:1:11 NAME_READONLY `df` is read-only here: only a function may have a variable of that name.",
    );
    expect(declared?.help).toBe("Choose another name for the variable.");
  });
  it("tells the host when a name can protect nothing", () => {
    for (const name of ["df.x", "", "a b", " df"])
      expect(() => compileRestricted("1", { readonlyNames: [name] })).toThrow(
        expect.objectContaining({ code: "OPTION_VALUE" }),
      );
  });
});

describe("the verifier proves it again", () => {
  const verify = (form: GuardForm, body: string, readonlyNames: readonly string[]): readonly string[] =>
    verifyProgram(text(form, body).code, { guards: form, readonlyNames }).findings.map((d) => d.code);
  it.each([
    "a = 1;",
    "a += 1;",
    "a ||= 1;",
    "a++;",
    "[a] = [1];",
    "({ [_nil_]: a = 1 } = {});",
    "let a = 1;",
    "var a;",
    "function a() { TICK; }",
    "const f = () => { TICK; a = 1; };",
  ])("%s", (body) => {
    for (const form of FORMS) {
      expect(verify(form, body, [])).toEqual([]);
      expect(new Set(verify(form, body, ["a"]))).toEqual(new Set(["VERIFY_READONLY"]));
      expect(verify(form, body.replace(/\ba\b/g, "b"), ["a"])).toEqual([]);
    }
  });
  it("leaves a function its own", () => {
    for (const form of FORMS)
      expect(verify(form, "const f = (a) => { TICK; a = 1; let b; }; a;", ["a", "b"])).toEqual([]);
  });
});

/** Programs that try to change `df`; what compiles must leave it as it was. */
const attempt = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...WRITES, ...DECLARATIONS) },
  { weight: 6, arbitrary: fc.constantFrom(...LOCALS, ...READS.filter((r) => !/NAME(\.|\[|: for)/.test(r))) },
);
const wrapper = fc.constantFrom(
  "@",
  "{ @ }",
  "(() => { @ })();",
  "try { @ } catch { }",
  "(function () { @ })();",
);

describe("a read-only name has its value to the end", () => {
  it("for random programs that compile, in both forms", () => {
    let ran = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(attempt, wrapper), { minLength: 1, maxLength: 4 }), (parts) => {
        const body = parts.map(([form, wrap]) => wrap.replace("@", () => `{ ${named(form)} }`)).join("\n");
        const source = `const first = df; let other = [1, 2], f = (x) => x;\ntry { ${body} } catch { }\n[first === df, df];`;
        for (const guards of FORMS) {
          const program = compileRestricted(source, { guards, readonlyNames: ["df"] });
          if (!program.ok) continue;
          ran++;
          const { value } = execRestricted(program, {
            globals: { df: "the host's" },
            limits: { steps: 10_000 },
          });
          expect(value).toEqual([true, "the host's"]);
        }
      }),
      { numRuns: 600 },
    );
    expect(ran).toBeGreaterThan(200);
  });
  it("which the same programs change when the rule is off", () => {
    const changes = WRITES.filter((form) => {
      const source = `let other = [1, 2], f = (x) => x;\ntry { ${named(form)} } catch { }\ndf;`;
      return (
        execRestricted(compileRestricted(source), { globals: { df: "the host's" } }).value !== "the host's"
      );
    });
    expect(changes.length).toBeGreaterThan(WRITES.length / 2);
  });
});
