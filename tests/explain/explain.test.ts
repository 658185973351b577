import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXPLAINED_NAMES } from "../../src/explain/allow.js";
import {
  compileRestricted,
  defineLanguagePolicy,
  type Explanation,
  explainRestricted,
} from "../../src/index.js";
import { FORBIDDEN_IDENTIFIERS, FORBIDDEN_MEMBERS } from "../../src/language/names.js";
import { CALL_GUARDS, COMMON_HELPERS } from "../../src/language/runtime-names.js";
import { PROGRAMS } from "../conformance/programs.js";

const guardsOf = (source: string): readonly (readonly string[])[] =>
  explainRestricted(source).lines.map((line) => line.guards.map((use) => `${use.guard} ${use.text}`));

describe("guards by line", () => {
  it("names the guards of the call form, the operand and the member", () => {
    const { lines } = explainRestricted("const n = 1;\ndf.query(\n  df['a b'].gt(n),\n);");
    expect(lines.map((line) => line.guards)).toEqual([
      [],
      // The arguments could tell when the method is read: it is read before them.
      [
        { guard: "_getattr_", text: "df.query", operand: "df", member: "query", line: 2, column: 4 },
        { guard: "_invoke_", text: "df.query(…)", operand: "df", member: "query", line: 2, column: 4 },
      ],
      [
        { guard: "_getattr_", text: 'df["a b"]', operand: "df", member: "a b", line: 3, column: 5 },
        {
          guard: "_invoke_",
          text: 'df["a b"].gt(…)',
          operand: 'df["a b"]',
          member: "gt",
          line: 3,
          column: 13,
        },
      ],
      [],
    ]);
  });

  it.each([
    ["o.a = 1", "_setattr_ o.a = …"],
    ["o[k] = 1", "_setitem_ o[k] = …"],
    ["delete o.a", "_delattr_ delete o.a"],
    ["f(1)", "_call_ f(…)"],
    ["f()", "_call_ f()"],
    ["f(...xs)", "_apply_ f(...…)"],
    ["new C(1)", "_new_ new C(…)"],
    ["o instanceof C", "_instanceof_ o instanceof C"],
    ["'a' in o", "_in_ 'a' in o"],
    ["f`x`", "_tag_ f`…`"],
    ["[...xs]", "_getiter_ xs"],
    ["for (const k in o);", "_keys_ o"],
    ["class A extends B {}", "_base_ extends B"],
    ["const { a } = o", "_getattr_ o.a"],
    ["const [a] = xs", "_unpack_sequence_ xs"],
    ["try { 1 } catch { 2 }", "_caught_ catch"],
  ])("%s", (source, expected) => {
    expect(
      guardsOf(source)
        .flat()
        .map((use) => use.replaceAll('"', "'")),
    ).toContain(expected);
  });

  it("counts what remains inline, and names what needs no guard there", () => {
    const { lines, totals } = explainRestricted("const o = f();\no.a;\no.b + o.c;");
    expect(lines.map((line) => [line.guards.length, line.inline.length, line.established])).toEqual([
      [1, 0, []],
      [1, 1, []],
      [2, 0, ["o"]],
    ]);
    expect(totals).toEqual({ guards: 4, inline: 1, ticks: 1 });
  });

  it("names each guard of a loop that is paid for ahead once", () => {
    const source = "const a = [{ x: 1 }];\nlet s = 0;\nfor (let i = 0; i < 100; i++) {\n  s += a[i].x;\n}";
    expect(compileRestricted(source).code).toContain("_settle_");
    const { inline } = explainRestricted(source).lines[3] as Explanation["lines"][number];
    expect(inline.map(({ text }) => text)).toEqual(["a[i]", "a[i].x"]);
  });

  it("says where steps are counted", () => {
    const source = "for (;;) {\n  const f = () => 1;\n  class A {\n    static {}\n    m() {}\n  }\n}";
    const ticks = explainRestricted(source).lines.map((line) => line.ticks.map((tick) => tick.of));
    expect(ticks).toEqual([["program", "loop"], ["function"], [], ["static block"], ["function"], [], []]);
  });
});

describe("the emitted text is what is explained", () => {
  const calls = (code: string, names: Iterable<string>): number =>
    [...names].reduce(
      (n, name) => n + (code.match(new RegExp(`(?<![\\w$])${name}\\(`, "g"))?.length ?? 0),
      0,
    );

  it.each(PROGRAMS.map((source) => [source]))("each call is on exactly one line: %s", (source) => {
    const spread = source.replaceAll("; ", ";\n");
    const { code } = compileRestricted(spread, { guards: "call" });
    const { lines, totals } = explainRestricted(spread);
    const known = [...CALL_GUARDS.keys(), ...COMMON_HELPERS.keys()].filter((name) => name !== "_tick_");
    expect(totals.guards).toBe(calls(code ?? "", known));
    expect(totals.ticks).toBe(calls(code ?? "", ["_tick_"]));
    for (const line of lines)
      for (const use of [...line.guards, ...line.inline, ...line.ticks]) {
        expect(use.line).toBe(line.line);
        expect(use.column).toBeLessThanOrEqual(line.text.length + 1);
      }
    const inline = compileRestricted(spread).code ?? "";
    expect(totals.inline).toBe(
      calls(inline, [...COMMON_HELPERS.keys(), "_callm_"]) +
        (inline.match(/(?<![\w$])_[gows]\d+_\(/g)?.length ?? 0),
    );
  });

  it("a guard stands on the line of the member that it mediates", () => {
    const member = fc.constantFrom("alpha", "beta", "gamma");
    const statement = fc.record({ member, call: fc.boolean(), nested: fc.boolean() });
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 12 }), (statements) => {
        const source = statements
          .map((s, i) => {
            const read = `o${i}.${s.member}${s.call ? "(1)" : ""};`;
            return s.nested ? `{\n/* ${i} */\n${read}\n}` : read;
          })
          .join("\n");
        const found = explainRestricted(source).lines.flatMap((line) =>
          line.guards.map((use) => [
            line.text.slice(use.column - 1, use.column - 1 + (use.member?.length ?? 0)),
            use.member,
          ]),
        );
        expect(found).toEqual(statements.map((s) => [s.member, s.member]));
      }),
    );
  });
});

describe("needs", () => {
  it("says who provides each global, and where it is used first", () => {
    const source = "const a = len(df.x);\nrandom; print(a, df); other = 1; undefined; NaN;";
    expect(explainRestricted(source).globals).toEqual([
      { name: "len", line: 1, column: 11, provider: "safe", uses: 1, assigned: false },
      { name: "df", line: 1, column: 15, provider: "host", uses: 2, assigned: false },
      { name: "random", line: 2, column: 1, provider: "utility", uses: 1, assigned: false },
      { name: "print", line: 2, column: 9, provider: "safe", uses: 1, assigned: false },
      { name: "other", line: 2, column: 23, provider: "host", uses: 1, assigned: true },
    ]);
  });

  it("has the same names as the compiler", () => {
    for (const source of PROGRAMS) {
      const names = explainRestricted(source).globals.map(({ name }) => name);
      expect([...names].sort()).toEqual([...compileRestricted(source).usedNames].sort());
    }
  });

  it("lists modules with the exports that are named", () => {
    const source = "import { mean, sum as s } from 'stats';\nimport * as all from 'tools/x';\nmean(s, all);";
    const { modules, globals } = explainRestricted(source, { imports: ["stats", "tools"] });
    expect(globals).toEqual([]);
    expect(modules).toEqual([
      { name: "stats", exports: ["mean", "sum"], line: 1, column: 1 },
      { name: "tools/x", exports: ["*"], line: 2, column: 1 },
    ]);
  });
});

describe("refusals", () => {
  const allowed = (source: string, options = {}): readonly unknown[] =>
    explainRestricted(source, options).refusals.map(({ diagnostic, allow }) => [
      diagnostic.code,
      allow.possible ? allow.option : false,
    ]);

  it("says for each what would allow it", () => {
    expect(
      allowed(
        "import { a } from 'stats';\ndf._id;\n[].constructor;\nawait a;\ndf.__proto__;\nimport('x');\nlet c = 1;",
        {
          readonlyNames: ["c"],
        },
      ),
    ).toEqual([
      ["SYNTAX_IMPORT", "imports: ['stats']"],
      ["NAME_UNDERSCORE", "policy: defineLanguagePolicy({ openNames: ['_id'] })"],
      ["NAME_MEMBER", false],
      ["SYNTAX_AWAIT", "async: true"],
      ["NAME_UNDERSCORE", false],
      ["SYNTAX_IMPORT", false],
      ["NAME_READONLY", "leave `c` out of readonlyNames"],
    ]);
  });

  it("each option that it names does allow it", () => {
    const text = (e: Explanation): string => e.refusals.map((r) => r.allow.option).join();
    expect(text(explainRestricted("return 1"))).toBe("mode: 'function'");
    expect(explainRestricted("return 1", { mode: "function" }).ok).toBe(true);
    expect(text(explainRestricted("await 1"))).toBe("async: true");
    expect(explainRestricted("await 1", { async: true }).ok).toBe(true);
    expect(text(explainRestricted("import a from 'b/c'"))).toBe("imports: ['b/c']");
    expect(explainRestricted("import a from 'b/c'", { imports: ["b/c"] }).ok).toBe(true);
  });

  it("what the host's own language policy refuses could be allowed by it", () => {
    const policy = defineLanguagePolicy({ refuseNodes: { classes: true }, refuseNames: { top: true } });
    expect(allowed("class A {}\nlet top = 1;", { policy })).toEqual([
      ["POLICY_NODE", "policy: one that does not refuse that syntax"],
      ["POLICY_NAME", "policy: one that does not refuse the name `top`"],
    ]);
  });

  it("a hostile module name is not offered", () => {
    expect(allowed("import a from \"'], evil: ['\";")).toEqual([["SYNTAX_IMPORT", false]]);
  });

  it("explains the statements that are not refused", () => {
    const { coverage, lines } = explainRestricted("let a = eval('1');\nf(\n[].constructor\n);\ndf.head(3);");
    expect(coverage).toBe("rest");
    expect(lines.map((line) => line.refused)).toEqual([true, true, true, true, false]);
    expect(lines.map((line) => line.guards.map((use) => use.text))).toEqual([[], [], [], [], ["df.head(…)"]]);
  });

  it("says that guards of a text that does not parse are not known", () => {
    const explanation = explainRestricted("f(;");
    expect(explanation).toMatchObject({ ok: false, coverage: "nothing", globals: [] });
    expect(explanation.toString()).toContain("Guards are known once the program compiles");
  });

  it("has a reason for every name that is never available", () => {
    expect([...EXPLAINED_NAMES].sort()).toEqual([...FORBIDDEN_IDENTIFIERS, ...FORBIDDEN_MEMBERS].sort());
  });
});

describe("the result", () => {
  it("is frozen through and through, and plain JSON", () => {
    const explanation = explainRestricted("const x = eval('1');\ndf.head(3);\nfor (;;) df.a.b;");
    const walk = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      expect(Object.isFrozen(value)).toBe(true);
      for (const part of Object.values(value)) walk(part);
    };
    walk(explanation);
    expect(JSON.parse(JSON.stringify(explanation)).lines[1].guards[0].text).toBe("df.head(…)");
  });

  it("throws for the host's mistakes only", () => {
    expect(() => explainRestricted("1", { guards: "call" } as never)).toThrow(/leave `guards` out/);
    expect(() => explainRestricted("1", { nope: 1 } as never)).toThrow(/no option `nope`/);
    expect(() => explainRestricted(1 as never)).toThrow(/must be a string/);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (source) => {
        expect(typeof explainRestricted(source).toString()).toBe("string");
      }),
    );
    const fragments = fc.constantFrom(
      ..."(){}[];,.=`'\"/*\\\n",
      "class ",
      "async ",
      "${",
      "_x",
      "a",
      "=>",
      "...",
      "?.",
      "import ",
    );
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 30 }), (parts) => {
        const explanation = explainRestricted(parts.join(""));
        expect(explanation.ok).toBe(explanation.refusals.length === 0);
        expect(explanation.toString().length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    expect(explainRestricted(deep)).toMatchObject({ ok: false, coverage: "nothing" });
  });

  it("is readable at 100 columns", () => {
    const source = PROGRAMS.join("\n").slice(0, 6_000);
    const all = [source.slice(0, source.lastIndexOf("\n")), "df._id.constructor;\nimport a from 'b';", "1;"];
    for (const text of all.flatMap((s) => s.split("\n")))
      for (const line of explainRestricted(text).toString().split("\n"))
        expect(line.length, line).toBeLessThanOrEqual(100);
  });
});
