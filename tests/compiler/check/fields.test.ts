import * as babel from "@babel/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Node } from "../../../src/ast/index.js";
import { checkFields } from "../../../src/compiler/2-check/fields.js";
import { CODES } from "../../../src/diagnostics/codes.js";
import {
  COMMON_FIELDS,
  FIELD_CODES,
  type FieldRule,
  NODE_FIELDS,
} from "../../../src/language/node-fields.js";
import { NODE_TYPES } from "../../../src/language/node-types.js";
import {
  checkTree,
  EVERY_NODE,
  fixtureSources,
  isTreeNode,
  nodesOf,
  type TreeNode,
  treeOf,
} from "./trees.js";

const ALLOWED = [...NODE_TYPES].filter(([, v]) => v.kind !== "refuse").map(([type]) => type);
const SAMPLES = new Map<string, TreeNode>();
for (const source of EVERY_NODE)
  for (const node of nodesOf(treeOf(source) as TreeNode))
    if (!SAMPLES.has(node.type)) SAMPLES.set(node.type, node);

const finding = (node: object): string | undefined => checkFields(node as Node)?.code;
const isNodeRule = (rule: FieldRule): boolean =>
  rule === "node" || rule === "node?" || rule === "nodes" || rule === "holes";

describe("the table of fields", () => {
  it("has a row for each node type that the language allows, and no other", () => {
    expect(Object.keys(NODE_FIELDS).sort()).toEqual([...ALLOWED].sort());
    expect([...SAMPLES.keys(), "File"].sort()).toEqual([...ALLOWED].sort());
  });

  it.each(ALLOWED)("%s: each field that Babel defines is decided", (type) => {
    const theirs = new Set([
      ...Object.keys(babel.NODE_FIELDS[type] ?? {}),
      ...(babel.VISITOR_KEYS[type] ?? []),
    ]);
    const row = NODE_FIELDS[type] ?? {};
    const undecided = [...theirs].filter((field) => !(field in row) && !COMMON_FIELDS.has(field));
    expect(undecided).toEqual([]);
    for (const field of babel.VISITOR_KEYS[type] ?? [])
      if (Array.isArray(row[field]))
        expect([`${type}.${field}`, row[field].includes(true)]).toEqual([`${type}.${field}`, false]);
    const unvisited = Object.keys(row).filter(
      (f) => isNodeRule(row[f] as FieldRule) && !babel.VISITOR_KEYS[type]?.includes(f),
    );
    expect(unvisited).toEqual([]);
  });

  it("has no field that neither Babel's definitions nor its parser know", () => {
    const added = Object.entries(NODE_FIELDS).flatMap(([type, row]) =>
      Object.keys(row)
        .filter((field) => !(field in (babel.NODE_FIELDS[type] ?? {})))
        .map((field) => `${type}.${field}`),
    );
    expect(added.sort()).toEqual([
      "ArrowFunctionExpression.id",
      "ClassMethod.id",
      "ClassPrivateMethod.id",

      "ObjectMethod.id",
      "ObjectMethod.method",
      "ObjectProperty.method",
    ]);
  });

  it("names codes that exist, of fields that exist", () => {
    const fields = new Set(Object.values(NODE_FIELDS).flatMap((row) => Object.keys(row)));
    expect(
      Object.entries(FIELD_CODES).filter(([field, code]) => !fields.has(field) || !(code in CODES)),
    ).toEqual([]);
  });

  it("accepts every node of every program that the check stage accepts without it", () => {
    let nodes = 0;
    for (const source of [...EVERY_NODE, ...fixtureSources("pass", "pass-explicit", "early", "fail")]) {
      const tree = treeOf(source);
      if (tree === undefined) continue;
      const codes = checkTree(tree, source);
      expect(codes).not.toContain("SYNTAX_FIELD");
      if (codes.length > 0) continue;
      for (const node of nodesOf(tree)) {
        expect(finding(node)).toBeUndefined();
        nodes++;
      }
    }
    expect(nodes).toBeGreaterThan(5_000);
  });
});

/** Values of every kind that a field might get; those that the rule accepts are left out. */
function wrongValues(rule: FieldRule): readonly unknown[] {
  const node = { type: "Identifier", name: "a" };
  const values: unknown[] = [
    true,
    false,
    null,
    undefined,
    0,
    1,
    "",
    "x",
    "var",
    {},
    [],
    [0],
    [null],
    [node],
    node,
    () => 0,
    new Array(1),
  ];
  return values.filter((value) => !acceptedBy(rule, value));
}

function acceptedBy(rule: FieldRule, value: unknown): boolean {
  const nothing = value === undefined || value === null;
  if (rule === "node") return isTreeNode(value);
  if (rule === "node?") return nothing || isTreeNode(value);
  if (rule === "nodes") return Array.isArray(value) && [...value].every(isTreeNode);
  if (rule === "holes") return Array.isArray(value) && [...value].every((v) => v === null || isTreeNode(v));
  if (rule === "empty") return nothing || (Array.isArray(value) && value.length === 0);
  if (rule === "text") return typeof value === "string";
  if (rule === "name") return typeof value === "string" && /^[\p{L}$_][\p{L}\d$_]*$/u.test(value);
  if (rule === "number") return typeof value === "number";
  if (rule === "template") return false;
  if (rule instanceof RegExp) return typeof value === "string" && rule.test(value);
  return rule.some((accepted) => accepted === value);
}

describe("a value that no row has is refused", () => {
  const cases = Object.entries(NODE_FIELDS).flatMap(([type, row]) =>
    type === "File" ? [] : Object.entries(row).map(([field, rule]) => [type, field, rule] as const),
  );
  it.each(cases)("%s.%s", (type, field, rule) => {
    const sample = SAMPLES.get(type) as TreeNode;
    const expected = field in FIELD_CODES ? FIELD_CODES[field] : "SYNTAX_FIELD";
    const wrong = wrongValues(rule);
    expect(wrong.length).toBeGreaterThan(5);
    for (const value of wrong)
      expect([value, finding({ ...sample, [field]: value })]).toEqual([value, expected]);
    if (Array.isArray(rule))
      for (const value of rule) expect(finding({ ...sample, [field]: value })).toBeUndefined();
  });

  it("says what the author wrote", () => {
    const mutated = (source: string, type: string, change: object): readonly string[] => {
      const tree = treeOf(source) as TreeNode;
      for (const node of nodesOf(tree)) if (node.type === type) Object.assign(node, change);
      return checkTree(tree, source);
    };
    expect(mutated("import a from 'm';", "ImportDeclaration", { phase: "defer" })).toEqual(["SYNTAX_IMPORT"]);
    expect(
      mutated("import a from 'm';", "ImportDeclaration", { attributes: [{ type: "ImportAttribute" }] }),
    ).toEqual(["SYNTAX_IMPORT"]);
    expect(mutated("import { a } from 'm';", "ImportSpecifier", { importKind: "type" })).toContain(
      "SYNTAX_IMPORT",
    );
    expect(mutated("class A {}", "ClassDeclaration", { decorators: [] })).toEqual(["SYNTAX_DECORATOR"]);
    expect(mutated("class A { x; }", "ClassProperty", { accessibility: "private" })).toEqual([
      "SYNTAX_TYPESCRIPT",
    ]);
    expect(mutated("let a;", "VariableDeclaration", { kind: "using" })).toEqual(["SYNTAX_PROPOSAL"]);
    expect(mutated("-a;", "UnaryExpression", { operator: "throw" })).toEqual(["SYNTAX_PROPOSAL"]);
    expect(mutated("a | b;", "BinaryExpression", { operator: "|>" })).toEqual(["SYNTAX_PROPOSAL"]);
    expect(mutated("for (a of b) ;", "ForOfStatement", { await: 1 })).toEqual(["SYNTAX_FIELD"]);
    expect(mutated("/a/;", "RegExpLiteral", { flags: "x" })).toEqual(["SYNTAX_FIELD"]);
    expect(mutated("/a/;", "RegExpLiteral", { flags: "gg" })).toEqual(["SYNTAX_FIELD"]);
    expect(mutated("a;", "Identifier", { name: "a; evil()" })).toEqual(["SYNTAX_FIELD"]);
    expect(mutated("t`a`;", "TemplateElement", { value: { raw: "a", cooked: "a", more: 1 } })).toEqual([
      "SYNTAX_FIELD",
    ]);
    expect(
      mutated("function f() { return new.target; }", "MetaProperty", {
        property: { type: "Identifier", name: "sent" },
      }),
    ).toContain("SYNTAX_PROPOSAL");
  });
});

const FIELD_NAMES = [
  ...new Set([
    ...Object.values(babel.NODE_FIELDS).flatMap((f) => Object.keys(f)),
    "expressions2",
    "__proto",
    "hash",
    "raw",
    "constructor",
    "toString",
  ]),
];
const anyValue = fc.oneof(
  fc.constantFrom<unknown>(true, false, null, undefined, "get", "var", "throw", 0, 1, [], {}),
  fc.string(),
  fc.constantFrom(...ALLOWED).map((type): unknown => ({ type })),
);

describe("random fields in valid trees", () => {
  it("are refused, or are a value that the row has", () => {
    let refused = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...EVERY_NODE),
        fc.nat(),
        fc.oneof(fc.constantFrom(...FIELD_NAMES), fc.string()),
        anyValue,
        (source, at, field, value) => {
          const tree = treeOf(source) as TreeNode;
          const nodes = nodesOf(tree);
          const node = nodes[at % nodes.length] as TreeNode;
          if (COMMON_FIELDS.has(field)) return;
          const rule = Object.hasOwn(NODE_FIELDS[node.type] ?? {}, field)
            ? NODE_FIELDS[node.type]?.[field]
            : undefined;
          Object.defineProperty(node, field, { value, enumerable: true, configurable: true, writable: true });
          if (rule !== undefined && acceptedBy(rule, value)) {
            expect(finding(node)).toBeUndefined();
            return;
          }
          refused++;
          expect(finding(node)).toBeDefined();
        },
      ),
      { numRuns: 3_000 },
    );
    expect(refused).toBeGreaterThan(2_000);
  });
});
