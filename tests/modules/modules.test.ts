import { describe, expect, it } from "vitest";
import { compileRestricted, execRestricted, execRestrictedAsync } from "../../src/index.js";
import { plotlyPolicies, px } from "../../src/plotly/index.js";
import { FORMS } from "../support/run.js";

const mean = (xs: number[]): number => xs.reduce((a, b) => a + b, 0) / xs.length;
const modules = { stats: { mean, "odd name": 7, default: { version: 2 } }, "stats/more": { two: 2 } };

describe.each(FORMS)("%s: imports", (guards) => {
  const program = (source: string) => compileRestricted(source, { guards, imports: ["stats"] });
  const value = (source: string): unknown => execRestricted(program(source), { modules }).value;

  it.each([
    ["a named import", "import { mean } from 'stats'; mean([1, 2, 3])", 2],
    ["renamed", "import { mean as m } from 'stats'; m([1, 3])", 2],
    ["a name in words", "import { 'odd name' as n } from 'stats'; n", 7],
    ["the default", "import s from 'stats'; s.version", 2],
    ["the default by name", "import { default as s } from 'stats'; s.version", 2],
    ["a namespace", "import * as s from 'stats'; s.mean([2, 4]) + s.default.version", 5],
    ["both", "import s, { mean } from 'stats'; mean([s.version])", 2],
    ["a subpath", "import { two } from 'stats/more'; two", 2],
    ["a module that is its own default", "import more from 'stats/more'; more.two", 2],
    ["below its use", "const r = mean([4]); import { mean } from 'stats'; r", 4],
    ["for its effects", "import 'stats'; 1", 1],
    ["nothing", "import {} from 'stats'; 1", 1],
    ["shadowed inside", "import { mean } from 'stats'; ((mean) => mean + 1)(1) + mean([1])", 3],
    ["typeof", "import { mean } from 'stats'; typeof mean", "function"],
    ["in a closure", "import { mean } from 'stats'; [[1], [3]].map((xs) => mean(xs))", [1, 3]],
    ["a name that elsewhere is missing", "import { mean as fetch } from 'stats'; fetch([1])", 1],
    [
      "twice the same function",
      "import * as s from 'stats'; import { mean } from 'stats'; s.mean === mean",
      true,
    ],
  ])("%s", (_what, source, expected) => {
    expect(program(source).errors.map(String)).toEqual([]);
    expect(program(source).warnings.map(String)).toEqual([]);
    expect(value(source)).toEqual(expected);
  });

  it("imported names are neither used nor defined names", () => {
    const { usedNames, definedNames } = program("import { mean } from 'stats'; const r = mean(xs)");
    expect({ usedNames, definedNames }).toEqual({ usedNames: ["xs"], definedNames: ["r"] });
  });

  it("an import wins over a global of its name", () => {
    expect(
      execRestricted(program("import { mean } from 'stats'; mean([1])"), { modules, globals: { mean: 5 } })
        .value,
    ).toBe(1);
  });

  it("a function body imports at its top", () => {
    const f = execRestricted(
      compileRestricted("import { mean } from 'stats'; return mean(xs)", {
        guards,
        imports: ["stats"],
        mode: "function",
        params: ["xs"],
      }),
      { modules },
    ).value as (xs: number[]) => number;
    expect(f([1, 2, 3])).toBe(2);
  });

  it("a host's own `_import_` stands in for `modules`", () => {
    const asked: string[] = [];
    const out = execRestricted(program("import { a } from 'stats'; import b from 'stats'; [a, b.a]"), {
      guards: {
        _import_: (name: string) => {
          asked.push(name);
          return { a: 1 };
        },
      },
    });
    expect(out.value).toEqual([1, 1]);
    expect(asked).toEqual(["stats"]);
  });

  it("names what a module has instead", () => {
    expect(() => value("import { average } from 'stats'; average")).toThrow(
      expect.objectContaining({
        code: "IMPORT_MISSING",
        position: { line: 1, column: 10 },
        help: expect.stringContaining("`mean`"),
      }),
    );
  });
});

it("source text may import whatever `modules` has", async () => {
  const source = "import { mean } from 'stats'; mean([1, 2])";
  expect(execRestricted(source, { modules }).value).toBe(1.5);
  expect((await execRestrictedAsync(`await 1; ${source}`, { modules })).value).toBe(1.5);
});

it("figures by their usual import", () => {
  const { value } = execRestricted(
    "import px from 'plotly/express'; px.scatter([{ a: 1, b: 2 }], { x: 'a', y: 'b' })",
    { modules: { "plotly/express": px }, policies: plotlyPolicies },
  );
  expect((value as { data: { type: string }[] }).data[0]?.type).toBe("scatter");
});

describe.each(FORMS)("%s: names that a program may set", (guards) => {
  it("keep the value that the program gave them", () => {
    const options = { guards, globalize: ["output", "fresh", "unused"] };
    const compiled = compileRestricted("output = output + 'bar'; fresh = 1", options);
    expect(compiled.usedNames).toEqual(["fresh", "output"]);
    const { bindings } = execRestricted(compiled, { globals: { output: "foo" } });
    expect({ ...bindings }).toEqual({ output: "foobar", fresh: 1 });
  });

  it("go on through the calls of a function", () => {
    const compiled = compileRestricted("count = (count ?? 0) + by; return count", {
      guards,
      mode: "function",
      params: ["by"],
      globalize: ["count"],
    });
    const { value, bindings } = execRestricted(compiled);
    const f = value as (by: number) => number;
    expect([f(2), f(3), bindings.count]).toEqual([2, 5, 5]);
  });

  it("no other name can be set: the program ends in a ReferenceError", () => {
    const compiled = compileRestricted("output = 1", { guards });
    expect(() => execRestricted(compiled)).toThrow(/ReferenceError: output is not defined/);
    expect("output" in globalThis).toBe(false);
  });
});

it.each(["_x", "eval", "globalThis", "arguments"])("%s cannot be globalized", (name) => {
  expect(() => compileRestricted("1", { globalize: [name] })).toThrow(
    expect.objectContaining({ code: "OPTION_VALUE" }),
  );
});
