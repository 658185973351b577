import fc from "fast-check";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { danfoPolicies } from "../../src/danfo/index.js";
import {
  type Description,
  definePolicy,
  describeGlobals,
  documented,
  explainRestricted,
} from "../../src/index.js";
import { go, plotlyPolicies, px } from "../../src/plotly/index.js";
import { PROGRAMS } from "../conformance/programs.js";
import { codeBlocks, documentationPages } from "../docs/blocks.js";
import { makeFrame } from "./frames.js";
import { declarationErrors, typeErrors } from "./type-check.js";

let description: Description;
let declarations: string;

beforeAll(async () => {
  const df = await makeFrame({ Species: ["Adelie"], "Body Mass (g)": [3750], shape: [1] });
  description = describeGlobals({
    globals: {
      df,
      px,
      go,
      rows: [{ a: 1, b: "x" }, { a: 2 }],
      config: { deep: { name: "n" } },
      ask: (q: string) => q,
    },
    policies: [...danfoPolicies, ...plotlyPolicies],
    modules: {
      stats: { mean: (xs: number[]) => xs.length, "a b": 1 },
      "stats/tools": { default: { pi: 3 } },
    },
  });
  declarations = description.toDts();
});

describe("good programs have no errors", () => {
  it.each([
    [
      "const xs = [1, 2, 3].map((x) => x * 2); for (const [i, x] of enumerate(xs)) print(i, x.toFixed(2), sum(xs));",
    ],
    [
      "async function f() { await Promise.all([1, Promise.resolve(2)]); } function* g() { yield 1; } for (const y of g()) print(y, f());",
    ],
    [
      "class A { #x = 1; get x() { return this.#x; } static { print(1); } } print(new A().x, new Map([['a', 1]]).get('a'));",
    ],
    [
      "const { a, ...rest } = { a: 1, b: 2 }; print(a, rest.b, /(?<y>a)/.exec('a')?.groups?.y, String.raw`x`, 10n ** 2n);",
    ],
    [
      "try { throw new TypeError('x', { cause: 1 }); } catch (e) { print(e); } const u = new Uint8Array(4).map((x) => x); print(u);",
    ],
    ["const heavy = df.query(df['Body Mass (g)'].gt(4000)); print(heavy.Species.unique(), heavy.shape[0]);"],
    [
      "const more = df.addColumn('kg', df['Body Mass (g)'].div(1000)); print(more.kg.mean(), more.Species.mode());",
    ],
    ["df = df.sortValues('Species').head(3).dropNa();"],
    [
      "const by = df.groupby(['Species']).agg({ 'Body Mass (g)': 'mean' }); print(by['Body Mass (g)_mean']); for (const row of by) print(row.Species);",
    ],
    [
      "const fig = px.scatter(df, { x: 'Species', y: 'Body Mass (g)', color: 'Species' }); fig.updateLayout({ title: 'x' }); fig.data[0].type;",
    ],
    [
      "const fig = new go.Figure({ data: [go.Scatter({ y: [1] })] }); fig.addTrace({ type: 'bar' }).updateXaxes({}); px.line({ x: [1], y: [2] });",
    ],
    [
      "import { mean, 'a b' as c } from 'stats'; import tools from 'stats/tools'; import * as all from 'stats'; print(mean([1]), c, tools.pi, all.mean);",
    ],
    ["print(rows[0].a, rows[1].b?.length, config.deep.name.length, ask('x'));"],
    ["const x = await Promise.resolve(1); print(x.toFixed());"],
  ])("%s", (program) => {
    expect(typeErrors(declarations, program)).toEqual([]);
  });

  it("the whole file is sound by itself", () => {
    expect(declarationErrors(declarations)).toEqual([]);
    for (const builtins of ["safe", "limited", "utility", "none"] as const)
      expect(declarationErrors(describeGlobals({ builtins }).toDts()), builtins).toEqual([]);
  });

  it("programs of the conformance tests find every built-in that they name", () => {
    const program = PROGRAMS.map((source, i) => `function test${i}() {${source}\n}`).join("\n");
    const names = typeErrors(declarations, program).flatMap(
      (e) => /Cannot find name '(\w+)'/.exec(e)?.[1] ?? [],
    );
    const hosts = new Set(
      PROGRAMS.flatMap((source) =>
        explainRestricted(source)
          .globals.filter((g) => g.provider === "host")
          .map((g) => g.name),
      ),
    );
    expect(names.filter((name) => !hosts.has(name))).toEqual([]);
  });
});

describe("what guests cannot reach is an error", () => {
  it.each([
    ["eval('1')", "Cannot find name 'eval'"],
    ["Function('x')", "'Function' only refers to a type"],
    ["Object.getPrototypeOf({})", "Property 'getPrototypeOf' does not exist"],
    ["Object.defineProperty({}, 'a', {})", "Property 'defineProperty' does not exist"],
    ["[].constructor", "Property 'constructor' does not exist"],
    ["'x'.constructor", "Property 'constructor' does not exist"],
    ["(() => 1).caller", "Property 'caller' does not exist"],
    ["Array.prototype", "Property 'prototype' does not exist"],
    ["df.nope", "Property 'nope' does not exist"],
    ["df.Species.plot()", "Property 'plot' does not exist"],
    ["df.$data", "Property '$data' does not exist"],
    ["px.scatterr(df)", "Property 'scatterr' does not exist"],
    ["px.scatter(df, { xx: 'a' })", "'xx' does not exist in type"],
    ["px.bar(df, { barmode: 'sideways' })", "'\"sideways\"' is not assignable to type"],
    ["rows[0].c", "Property 'c' does not exist"],
    ["process.exit()", "Cannot find name 'process'"],
    ["new Proxy({}, {})", "Cannot find name 'Proxy'"],
    ["Reflect.ownKeys({})", "Cannot find name 'Reflect'"],
    ["setTimeout(() => 1)", "Cannot find name 'setTimeout'"],
    ["Symbol.for('x')", "Property 'for' does not exist"],
    ["Error.captureStackTrace({})", "Property 'captureStackTrace' does not exist"],
    ["new WeakRef({})", "Cannot find name 'WeakRef'"],
    ["Object.create({}, {})", "Expected 1 arguments"],
    ["JSON.rawJSON('1')", "Property 'rawJSON' does not exist"],
    ["import { nope } from 'stats'", "has no exported member 'nope'"],
    ["import fs from 'node:fs'", "Cannot find"],
  ])("%s", (program, message) => {
    expect(typeErrors(declarations, program).join("\n")).toContain(message);
  });
});

describe("guest programs of the documentation", () => {
  const blocks = documentationPages()
    .flatMap((page) => codeBlocks(page))
    .filter((block) => block.info === "js guest");

  it("there are some", () => expect(blocks.length).toBeGreaterThan(5));

  let penguins: string;
  beforeAll(async () => {
    const names = ["Species", "Island", "Sex", "Beak Length (mm)", "Flipper Length (mm)", "Body Mass (g)"];
    const df = await makeFrame(Object.fromEntries(names.map((name) => [name, [1]])));
    const policies = [...danfoPolicies, ...plotlyPolicies];
    penguins = describeGlobals({ globals: { df, px, go }, policies }).toDts();
  });

  it.each(blocks.map((block) => [`${block.page}:${block.line}`, block.text]))("%s", (_, text) => {
    expect(typeErrors(penguins, text)).toEqual([]);
  });
});

describe("hostile names", () => {
  const name = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom(
      "*/ declare const evil: 1; /*",
      '"',
      "'",
      "`${1}`",
      "\n",
      "\r\n",
      "\u2028",
      "\\",
      "__proto__",
      "constructor",
      "a b",
      "]",
      "};",
      "//",
      "length",
      "toString",
    ),
  );

  it("columns, keys, docs and modules always parse, and names come back", () => {
    class Frame {
      constructor(readonly columns: readonly string[]) {}
    }
    const policy = definePolicy<Frame>({
      name: "Frame",
      brand: Frame,
      members: { length: { kind: "get", get: () => 1, signature: "number" } },
      items: {
        names: (frame) => frame.columns,
        get: () => 1,
        describe: (_, item) => ({ signature: "number[]", doc: item }),
      },
    });
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 8 }), name, (names, other) => {
        const data = Object.fromEntries(names.map((n) => [n, 1]));
        Object.defineProperty(data, "__proto__", { value: 1, enumerable: true });
        const options = {
          globals: {
            data,
            list: [data],
            f: documentedWith(other),
            frame: new Frame(names),
            ...(/^_./.test(other) || FORBIDDEN.has(other) ? {} : { [other]: 1 }),
          },
          policies: [policy],
          modules: { m: { ...data } },
          builtins: "none" as const,
        };
        const made = describeGlobals(options);
        const reachable = names.filter((n) => !/^_./.test(n) && !FORBIDDEN.has(n));
        expect(
          JSON.parse(JSON.stringify(made))
            .globals.find((g: { name: string }) => g.name === "data")
            .members.map((m: { name: string }) => m.name),
        ).toEqual(Object.keys(data).filter((n) => reachable.includes(n)));
        const tree = ts.createSourceFile("/x.d.ts", made.toDts(), ts.ScriptTarget.Latest, true);
        expect((tree as unknown as { parseDiagnostics: unknown[] }).parseDiagnostics).toEqual([]);
        expect(new Set(declaredNames(tree, "data"))).toEqual(new Set(reachable));
        expect(new Set(declaredNames(tree, "frame"))).toEqual(
          new Set(reachable.filter((n) => n !== "length")),
        );
        expect(
          tree.statements.some(
            (s) => s.getText().includes("const evil") && !s.getText().startsWith("declare"),
          ),
        ).toBe(false);
        const variables = tree.statements
          .filter(ts.isVariableStatement)
          .map((s) => s.declarationList.declarations[0]?.name.getText());
        expect(variables.filter((v) => v === "evil")).toEqual(other === "evil" ? ["evil"] : []);
      }),
      { numRuns: 150 },
    );
  });

  const FORBIDDEN = new Set([
    "constructor",
    "prototype",
    "caller",
    "callee",
    "arguments",
    "prepareStackTrace",
    "captureStackTrace",
    "stackTraceLimit",
  ]);
  const documentedWith = (text: string): (() => void) => {
    const f = (): void => {};
    try {
      return documented(f, { doc: text });
    } catch {
      return f;
    }
  };
  const declaredNames = (tree: ts.SourceFile, variable: string): readonly string[] => {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isPropertySignature(node) || ts.isMethodSignature(node))
        found.push(
          ts.isStringLiteral(node.name) || ts.isIdentifier(node.name) ? node.name.text : node.name.getText(),
        );
      else ts.forEachChild(node, visit);
    };
    for (const s of tree.statements.filter(ts.isVariableStatement)) {
      const [declaration] = s.declarationList.declarations;
      if (declaration?.name.getText() === variable && declaration.type !== undefined) visit(declaration.type);
    }
    return found;
  };
});
