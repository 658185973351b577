import { describe, expect, it } from "vitest";
import { type CompileOptions, compileRestricted, execRestricted } from "../../../src/index.js";
import { FORMS } from "../../support/run.js";
import { soundly } from "./sound.js";

const around = (open: string, middle: string, close: string) => (n: number) =>
  open.repeat(n) + middle + close.repeat(n);
const each = (n: number, text: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => text(i)).join("");

/** What grows in depth. */
const DEEP: Readonly<Record<string, (n: number) => string>> = {
  arrays: around("[", "1", "]"),
  spreads: around("[...", "a", "]"),
  objects: around("({ a: ", "1", " })"),
  parentheses: around("(", "1", ")"),
  calls: around("f(", "1", ")"),
  "computed keys": around("a[", "0", "]"),
  "optional computed keys": around("a?.[", "0", "]"),
  "updates in keys": around("a[", "0", "]++"),
  "optional calls": around("a?.b?.(", "0", ")"),
  templates: around("`${", "a", "}`"),
  tags: around("t`${", "a", "}`"),
  conditionals: (n) => `${"a ? b : ".repeat(n)}c`,
  sums: (n) => `1${" + 1".repeat(n)}`,
  members: (n) => `a${".b".repeat(n)}`,
  "optional members": (n) => `a${"?.b".repeat(n)}`,
  powers: (n) => `1${" ** 1".repeat(n)}`,
  negations: (n) => `${"!".repeat(n)}1`,
  assignments: (n) => `${"a = ".repeat(n)}1`,
  "member assignments": (n) => `${"a[b()] ??= ".repeat(n)}1`,
  blocks: around("{", "1", "}"),
  "if else": (n) => `${"if (a) b; else ".repeat(n)}c`,
  loops: (n) => `${"for (const a of b) ".repeat(n)}c`,
  tries: around("try {", "1", "} finally { a }"),
  labels: (n) => `${each(n, (i) => `l${i}: `)}1`,
  functions: around("(function () { return ", "1", " })()"),
  arrows: around("(() => { ", "1", " })()"),
  "async arrows": (n) => `${"async () => ".repeat(n)}a`,
  defaults: around("(a = ", "1", ") => 0"),
  generators: around("function* g() { yield* ", "a", " }"),
  "classes in fields": around("class A { a = ", "1", " }"),
  "classes in heritage": around("(class extends ", "A", " {})"),
  "array patterns": (n) => `const ${around("[", "x", "]")(n)} = y`,
  "object patterns": (n) => `const ${around("{ a: ", "x", " }")(n)} = y`,
  "pattern parameters": (n) => `(${around("[{ a: ", "x", " }]")(n)}) => 0`,
  "pattern defaults": (n) => `const ${around("{ a = (({ ", "b", " }) => 0)() }")(n)} = y`,
  groups: (n) => `/${around("(", "a", ")")(n)}/`,
  classes: (n) => `/${around("[", "a", "]")(n)}/v`,
};

/** What only TypeScript may nest. */
const DEEP_TYPES: Readonly<Record<string, (n: number) => string>> = {
  unions: (n) => `let a: ${"A | ".repeat(n)}B`,
  "array types": (n) => `let a: B${"[]".repeat(n)}`,
  arguments: (n) => `let a: ${around("A<", "B", ">")(n)}`,
  functions: (n) => `let a: ${around("(b: ", "B", ") => C")(n)}`,
  conditionals: (n) => `let a: ${"A extends B ? C : ".repeat(n)}D`,
  literals: (n) => `let a: ${around("{ b: ", "B", " }")(n)}`,
  "non-null": (n) => `let a = b${"!".repeat(n)}`,
  as: (n) => `let a = b${" as any".repeat(n)}`,
  satisfies: (n) => `let a = b${" satisfies any".repeat(n)}`,
  assertions: (n) => `let a = ${"<any>".repeat(n)}b`,
  calls: around("f<a>(", "1", ")"),
  instantiations: around("(f<a>)(", "1", ")"),
  namespaces: around("declare namespace A {", "", "}"),
};

/** What grows in length. */
const LONG: Readonly<Record<string, (n: number) => string>> = {
  statements: (n) => "a;".repeat(n),
  elements: (n) => `[${"a,".repeat(n)}]`,
  holes: (n) => `[${",".repeat(n)}]`,
  arguments: (n) => `f(${"a,".repeat(n)})`,
  constructors: (n) => `new F(${"a,".repeat(n)})`,
  substitutions: (n) => `t\`${"${a}".repeat(n)}\``,
  parameters: (n) => `(function (${each(n, (i) => `a${i},`)}) {})`,
  names: (n) => `let ${each(n, (i) => `a${i},`)} z`,
  functions: (n) => each(n >> 2, (i) => `function f${i}() { return f${i >> 1}() } `),
  fields: (n) => `class A { ${each(n, (i) => `a${i} = ${i};`)} }`,
  privates: (n) => `class A { ${each(n, (i) => `#a${i};`)} }`,
  "arithmetic names": (n) => each(n >> 2, (i) => `let a${i} = a${i >> 1} + 1; b[a${i}];`),
  cases: (n) => `switch (a) { ${each(n, (i) => `case ${i}: b;`)} }`,
  strings: (n) => `a("${"\\u{1f600}".repeat(n)}")`,
  templates: (n) => `\`${"\u2028".repeat(n)}\``,
  bigints: (n) => `${"9".repeat(n)}n`,
  digits: (n) => `a(${"9".repeat(n)}, .${"1".repeat(n)}, 0x${"f".repeat(n)}, 1_${"0_".repeat(n)}0)`,
  "regular expressions": (n) => `/${"(a)".repeat(n)}/`,
  characters: (n) => `/${"[a-z]?".repeat(n)}/u`,
  comments: (n) => "/* */ // a\n".repeat(n),
  lines: (n) => `${"\n\u2028\r\n".repeat(n)}_x`,
  identifiers: (n) => `_${"a".repeat(n)}`,
  findings: (n) => "_x;\n".repeat(n),
  withs: (n) => "with (a) {};\n".repeat(n),
  directives: (n) => "'use asm';\n".repeat(n),
  brackets: (n) => "[".repeat(n),
  "angle brackets": (n) => "a<".repeat(n),
  braces: (n) => "`${".repeat(n),
  slashes: (n) => "/".repeat(n),
  backslashes: (n) => "\\u".repeat(n),
};

const WAYS: readonly CompileOptions[] = [
  { guards: "inline" },
  { guards: "call" },
  { language: "ts", guards: "inline" },
  { mode: "eval" },
];

describe("deep sources", () => {
  it.each(Object.entries({ ...DEEP, ...DEEP_TYPES }))("%s", (_name, make) => {
    for (const depth of [3, 150, 390, 3_000, 50_000])
      for (const way of depth < 3_000 ? WAYS : WAYS.slice(1, 3)) {
        soundly(make(depth), way);
      }
  });
});

describe("long sources", () => {
  it.each(Object.entries(LONG))("%s", (_name, make) => {
    for (const length of [10, 3_000]) for (const way of WAYS.slice(1, 3)) soundly(make(length), way);
    soundly(make(20_000), { guards: "inline" });
  });
});

it("what is more than the engine takes is told", () => {
  const codes = (source: string): readonly string[] => soundly(source).errors.map((d) => d.code);
  expect(codes(`f(${"a,".repeat(70_000)})`)).toEqual(["SYNTAX_ERROR"]);
  expect(codes(`(${each(70_000, (i) => `a${i},`)}) => 0`)).toEqual(["SYNTAX_ERROR"]);
  expect(codes(`let ${each(10_001, (i) => `a${i},`)} z`)).toEqual(["SOURCE_NESTING"]);
  expect(codes(`/${"(a)".repeat(70_000)}/`)).toEqual(["SYNTAX_ERROR"]);
});

describe("numbers at the edge", () => {
  it.each([
    ["(function (Infinity) { return [1e999, -1e999, [1e999, 2][0]] })(5)", [Infinity, -Infinity, Infinity]],
    ["1e999.toFixed(1)", "Infinity"],
    ["({ 1e999: 1 })[1e999]", 1],
    ["class A { 1e999 = 3 } new A().Infinity", 3],
    ["const { 1e999: x } = { Infinity: 4 }; x", 4],
    [
      "[0x1fffffffffffff1, 5e-324, 1e-999, -0, 1e21, 0.1e1, 0b11, 0o17, 1_000]",
      [144115188075855860, 5e-324, 0, -0, 1e21, 1, 3, 15, 1000],
    ],
    ["String([0x10n, 0b11n, 0o17n, 1_0n, -0n])", "16,3,15,10,0"],
    ["1..a ?? 1.0.toFixed(1) + 1 .toFixed() + 0x1.toFixed() + 1e21.toFixed()", "1.0111e+21"],
  ])("%s", (source, expected) => {
    for (const guards of FORMS)
      expect(execRestricted(compileRestricted(source, { guards })).value).toEqual(expected);
  });
});
