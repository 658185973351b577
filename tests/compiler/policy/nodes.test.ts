import { describe, expect, it } from "vitest";
import { PROVED } from "../../../src/compiler/5-verify/policy-nodes.js";
import {
  type CompileOptions,
  compileRestricted,
  defineLanguagePolicy,
  type GuardForm,
  NODE_FORMS,
  NODE_GROUPS,
  verifyRestricted,
} from "../../../src/index.js";
import { formsOf, NODE_LABELS } from "../../../src/language/node-groups.js";
import { NODE_TYPES } from "../../../src/language/node-types.js";
import { PROGRAMS } from "../../conformance/programs.js";
import { FORMS } from "../../support/run.js";
import { EVERY_NODE, nodesOf, type TreeNode, treeOf } from "../check/trees.js";

const ALLOWED = [...NODE_TYPES].filter(([, v]) => v.kind !== "refuse").map(([type]) => type);
const STRUCTURE = ["File", "Program", "ExpressionStatement"];
const WORDS = [...ALLOWED.filter((type) => !STRUCTURE.includes(type)), ...Object.keys(NODE_FORMS)];
const OPTIONS = { async: true, imports: ["m"] } satisfies CompileOptions;
const SOURCES = [...EVERY_NODE, "var a; ({ get x() { return 1; } });"];

const typesIn = (source: string): ReadonlySet<string> =>
  new Set(nodesOf(treeOf(source) as TreeNode).flatMap((node) => formsOf(node)));

describe("each node type and form can be refused", () => {
  it.each(WORDS)("%s", (word) => {
    const policy = defineLanguagePolicy({ refuseNodes: { [word]: `Not ${word}.` } });
    let refused = 0;
    for (const source of SOURCES) {
      expect(compileRestricted(source, OPTIONS).errors).toEqual([]);
      const { errors } = compileRestricted(source, { ...OPTIONS, policy });
      const expected = typesIn(source).has(word);
      expect([source, errors.length > 0]).toEqual([source, expected]);
      for (const d of errors) expect([d.code, d.help]).toEqual(["POLICY_NODE", `Not ${word}.`]);
      if (expected) refused++;
    }
    expect(refused).toBeGreaterThan(0);
  });

  it.each(WORDS)("%s, by allowing all others", (word) => {
    const policy = defineLanguagePolicy({ onlyNodes: WORDS.filter((other) => other !== word) });
    for (const source of SOURCES) {
      const { errors } = compileRestricted(source, { ...OPTIONS, policy });
      expect([source, errors.some((d) => d.code === "POLICY_NODE")]).toEqual([
        source,
        typesIn(source).has(word),
      ]);
    }
  });
});

describe("groups", () => {
  const SAMPLES: Readonly<Record<string, readonly string[]>> = {
    loops: [
      "for (;;) ;",
      "for (a in b) ;",
      "for (a of b) ;",
      "while (a) ;",
      "do ; while (a)",
      "for await (a of b) ;",
    ],
    classes: ["class A {}", "(class {})", "new (class { x = 1; m() {} })()"],
    functions: [
      "function f() {}",
      "() => 1",
      "(function () {})",
      "({ m() {} })",
      "class A { m() {} }",
      "class A { #m() {} }",
      "({ get x() { return 1; } })",
    ],
    generators: [
      "function* f() {}",
      "(function* () {})",
      "({ *m() {} })",
      "class A { *m() {} }",
      "class A { async *#m() {} }",
    ],
    async: [
      "async () => {}",
      "async function f() {}",
      "await a",
      "for await (a of b) ;",
      "({ async m() {} })",
      "class A { async m() {} }",
    ],
    exceptions: ["try { } finally { }", "throw 1", "try { } catch { }"],
    assignment: ["a = 1", "a.b += 1", "[a] = b", "a ??= 1", "a++", "--a.b", "delete a.b"],
    accessors: [
      "({ get x() { return 1; } })",
      "class A { set x(v) {} }",
      "class A { get #x() { return 1; } }",
    ],
    spread: ["[...a]", "f(...a)", "({ ...a })", "const [...b] = a", "(...a) => a"],
    patterns: ["const [b] = a", "const { b } = a", "({ b } = a)", "(b = 1) => b", "(...b) => b"],
    templates: ["`a`", "f`a`", "`a${b}`"],
    regexp: ["/a/", "a.replace(/b/g, c)"],
    imports: ["import 'm'", "import a from 'm'", "import { a } from 'm'", "import * as a from 'm'"],
    statements: [
      "if (a) b;",
      "{ }",
      "let b;",
      "var b;",
      "function f() {}",
      "return_: ;",
      "() => { }",
      "for (;;) ;",
      "switch (a) { }",
      "throw a",
    ],
    expressions: ["a", "1", "[]", "f()"],
  };
  const FREE: Readonly<Record<string, readonly string[]>> = {
    loops: ["a.map((x) => x)", "if (a) b;"],
    classes: ["({ m() { return super.m(); } })", "function F() {} "],
    functions: ["a + 1", "class A { x = 1; static { } }"],
    generators: ["function f() {}", "async () => {}"],
    async: ["function* f() {}", "for (a of b) ;", "() => {}"],
    exceptions: ["a ? b : c"],
    assignment: ["let a = 1", "-a", "typeof a", "(a = 1) => a"],
    accessors: ["({ m() {}, get: 1 })", "class A { m() {} }"],
    spread: ["[a, b]", "const [b] = a"],
    patterns: ["let a = b", "(a) => a", "[a, b]"],
    templates: ["'a' + b"],
    regexp: ["a / b / c"],
    imports: ["a"],
    statements: ["a", "(a) => a", "f(b)", "a = 1"],
    expressions: [],
  };

  it("have samples, all of them", () => {
    expect(Object.keys(SAMPLES).sort()).toEqual(Object.keys(NODE_GROUPS).sort());
  });

  it.each(Object.keys(NODE_GROUPS))("%s", (group) => {
    const policy = defineLanguagePolicy({ refuseNodes: { [group]: true } });
    const codes = (source: string, options: CompileOptions = {}): readonly string[] =>
      compileRestricted(source, { ...OPTIONS, ...options }).errors.map((d) => d.code);
    for (const source of SAMPLES[group] ?? []) {
      expect([source, codes(source)]).toEqual([source, []]);
      expect([source, new Set(codes(source, { policy }))]).toEqual([source, new Set(["POLICY_NODE"])]);
    }
    for (const source of FREE[group] ?? []) expect([source, codes(source, { policy })]).toEqual([source, []]);
  });

  it("a refused group is reported once where it stands, with what else is wrong inside", () => {
    const policy = defineLanguagePolicy({ refuseNodes: { classes: "Use functions.", WhileStatement: true } });
    const { errors } = compileRestricted("class A { x = 1; m() { while (1) eval(1); } }\nlet a = 1;", {
      policy,
    });
    expect(errors.map((d) => `${d.start.line}:${d.start.column} ${d.code} ${d.message} ${d.help}`)).toEqual([
      "1:1 POLICY_NODE `class` is not available here. Use functions.",
      "1:24 POLICY_NODE `while` is not available here. Write it with other syntax, or ask the host what it allows.",
      "1:34 NAME_FORBIDDEN `eval` is not available to programs. write the code out, or compute with ordinary expressions",
    ]);
  });

  it("what is outside of an allow-list is reported once, not part by part", () => {
    const policy = defineLanguagePolicy({
      onlyNodes: ["expressions"],
      messages: { POLICY_NODE: "Write one formula." },
    });
    const { errors } = compileRestricted("while (a) { let b = 1; }\na + 1;\nif (a) { b; }", { policy });
    expect(errors.map((d) => `${d.start.line} ${d.message} ${d.help}`)).toEqual([
      "1 `while` is not available here. Write one formula.",
      "3 `if` is not available here. Write one formula.",
    ]);
  });

  it("labels are of types and forms that exist", () => {
    expect(Object.keys(NODE_LABELS).filter((type) => !WORDS.includes(type))).toEqual([]);
  });

  it("holds for the parameters of mode `function`, each with its defaults", () => {
    const policy = defineLanguagePolicy({ refuseNodes: { functions: true } });
    const compile = (param: string): readonly string[] =>
      compileRestricted("return 1", { mode: "function", params: [param], policy }).errors.map((d) => d.code);
    expect(compile("a")).toEqual([]);
    expect(compile("a = () => 1")).toEqual(["POLICY_NODE"]);
  });
});

/** Real programs with everything in them that they do not use refused: the rewriter brings nothing of it in. */
describe("the verifier's proof of refused forms", () => {
  const sources = [...PROGRAMS, ...EVERY_NODE].filter((s) => compileRestricted(s, OPTIONS).ok && treeOf(s));
  const refusing = (words: readonly string[]) =>
    defineLanguagePolicy({ refuseNodes: Object.fromEntries(words.map((word) => [word, true])) });

  it.each(FORMS)("finds none that the source has not, in the %s form", (guards: GuardForm) => {
    expect(sources.length).toBeGreaterThan(50);
    for (const source of sources) {
      const has = typesIn(source);
      const policy = refusing(PROVED.filter((types) => !types.some((type) => has.has(type))).flat());
      const program = compileRestricted(source, { ...OPTIONS, guards, policy });
      expect([source, program.errors.map(String)]).toEqual([source, []]);
      expect([source, verifyRestricted(program.code ?? "", { guards, policy }).map(String)]).toEqual([
        source,
        [],
      ]);
    }
  });

  it.each(FORMS)("finds each that the source has, in the %s form", (guards: GuardForm) => {
    const found = new Set<string>();
    for (const source of sources) {
      const has = typesIn(source);
      const code = compileRestricted(source, { ...OPTIONS, guards }).code ?? "";
      for (const types of PROVED) {
        if (!types.some((type) => has.has(type))) continue;
        const findings = verifyRestricted(code, { guards, policy: refusing(types) }).map((d) => d.code);
        expect([source, types, new Set(findings)]).toEqual([source, types, new Set(["VERIFY_POLICY_NODE"])]);
        found.add(types.join());
      }
    }
    expect([...found].sort()).toEqual(PROVED.map((types) => types.join()).sort());
  });
});
