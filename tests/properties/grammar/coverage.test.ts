import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { NODE_TYPES } from "../../../src/language/node-types.js";
import { programs } from "./arbitrary.js";
import { BATCHES, seedOf } from "./batch.js";
import { countNodes } from "./coverage.js";

/** The first programs of each batch; the batches themselves run ten times as many. */
const SAMPLE = 500;

const NOT_GENERATED: Readonly<Record<string, string>> = {
  ImportDeclaration:
    "a program with imports has no native counterpart that is a script; tests/modules has them",
  ImportDefaultSpecifier: "the same",
  ImportNamespaceSpecifier: "the same",
  ImportSpecifier: "the same",
};

const ASSIGNMENTS = "= += -= *= /= %= **= <<= >>= >>>= &= |= ^= &&= ||= ??=".split(" ");
const BINARY = "+ - * / % ** == != === !== < <= > >= & | ^ << >> >>> in instanceof".split(" ");
const FIELDS: readonly string[] = [
  ...ASSIGNMENTS.map((operator) => `AssignmentExpression operator ${operator}`),
  ...BINARY.map((operator) => `BinaryExpression operator ${operator}`),
  ...["&&", "||", "??"].map((operator) => `LogicalExpression operator ${operator}`),
  ...["!", "-", "+", "~", "typeof", "void", "delete"].map(
    (operator) => `UnaryExpression operator ${operator}`,
  ),
  ...["++", "--"].map((operator) => `UpdateExpression operator ${operator}`),
  ...["const", "let", "var"].map((kind) => `VariableDeclaration kind ${kind}`),
  ...["get", "set", "method"].flatMap((kind) => [`ObjectMethod kind ${kind}`, `ClassMethod kind ${kind}`]),
  ...["get", "set", "method"].map((kind) => `ClassPrivateMethod kind ${kind}`),
  "ClassMethod kind constructor",
  ...["ClassMethod", "ClassProperty", "ClassPrivateProperty", "ClassPrivateMethod"].map(
    (t) => `${t} static true`,
  ),
  ...["MemberExpression", "OptionalMemberExpression", "ObjectProperty", "ClassMethod", "ClassProperty"].map(
    (type) => `${type} computed true`,
  ),
  ...["FunctionDeclaration", "FunctionExpression", "ObjectMethod", "ClassMethod"].flatMap((type) => [
    `${type} async true`,
    `${type} generator true`,
  ]),
  "ArrowFunctionExpression async true",
  "ForOfStatement await true",
  "YieldExpression delegate true",
  "UpdateExpression prefix true",
  "OptionalCallExpression optional true",
  "OptionalMemberExpression optional true",
];

const counts = new Map<string, number>();

beforeAll(() => {
  for (let batch = 1; batch <= BATCHES; batch++)
    for (const { source } of fc.sample(programs(), { seed: seedOf(batch), numRuns: SAMPLE }))
      countNodes(source, counts);
});

it("every node type of the language is generated", () => {
  const allowed = [...NODE_TYPES].filter(([, verdict]) => verdict.kind !== "refuse").map(([type]) => type);
  const expected = allowed.filter((type) => !Object.hasOwn(NOT_GENERATED, type));
  expect(expected.length).toBeGreaterThan(60);
  expect(expected.filter((type) => (counts.get(type) ?? 0) < 5)).toEqual([]);
});

it("every way to fill a node is generated", () => {
  expect(FIELDS.filter((field) => (counts.get(field) ?? 0) < 3)).toEqual([]);
});
