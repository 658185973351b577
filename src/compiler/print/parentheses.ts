import type { Node } from "../../ast/index.js";
import { IN_ARROW, IN_FOR_HEAD, IN_FOR_OF, IN_STATEMENT } from "./writer.js";

/** Whether a node needs parentheses where it stands; `context` says what it stands first in. */
export type NeedsParentheses = (node: never, parent: Node, context: number) => boolean;

const PRECEDENCE: ReadonlyMap<string, number> = new Map(
  [
    "||",
    "??",
    "&&",
    "|",
    "^",
    "&",
    "== === != !==",
    "< > <= >= in instanceof",
    ">> << >>>",
    "+ -",
    "* / %",
    "**",
  ].flatMap((operators, level) => operators.split(" ").map((operator) => [operator, level] as const)),
);
const NULLISH = 1;
const POWER = 11;

const precedence = (operator: string): number => PRECEDENCE.get(operator) ?? -1;

function isBase(node: Node, parent: Node): boolean {
  return (
    (parent.type === "ClassDeclaration" || parent.type === "ClassExpression") && parent.superClass === node
  );
}

/** Whether something is put behind the node: `.name`, `(…)`, a template. */
function isHead(node: Node, parent: Node): boolean {
  switch (parent.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return parent.object === node;
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression":
      return parent.callee === node;
    case "TaggedTemplateExpression":
      return parent.tag === node;
    default:
      return false;
  }
}

function isTest(node: Node, parent: Node): boolean {
  return parent.type === "ConditionalExpression" && parent.test === node;
}

function isPrefixed(parent: Node): boolean {
  return (
    parent.type === "UnaryExpression" || parent.type === "SpreadElement" || parent.type === "AwaitExpression"
  );
}

type Binary = Extract<Node, { type: "BinaryExpression" | "LogicalExpression" }>;

function isBinary(node: Node): node is Binary {
  return node.type === "BinaryExpression" || node.type === "LogicalExpression";
}

function binaryLike(node: Binary, parent: Node): boolean {
  if (update(node, parent) || isPrefixed(parent)) return true;
  if (!isBinary(parent)) return false;
  const outer = precedence(parent.operator);
  const own = precedence(node.operator);
  if (outer > own) return true;
  if (parent.type === "BinaryExpression")
    return outer === own && (own === POWER ? parent.left === node : parent.right === node);
  return node.type === "LogicalExpression" && (own === NULLISH) !== (outer === NULLISH);
}

export function binary(node: Binary, parent: Node, context: number): boolean {
  return binaryLike(node, parent) || ((context & IN_FOR_HEAD) > 0 && node.operator === "in");
}

export function update(node: Node, parent: Node): boolean {
  return isHead(node, parent) || isBase(node, parent);
}

export function unary(node: Node, parent: Node): boolean {
  const isPower = parent.type === "BinaryExpression" && parent.operator === "**" && parent.left === node;
  return isPower || update(node, parent);
}

export function conditional(node: Node, parent: Node): boolean {
  return isPrefixed(parent) || isBinary(parent) || isTest(node, parent) || unary(node, parent);
}

export function assignment(
  node: Extract<Node, { type: "AssignmentExpression" }>,
  parent: Node,
  context: number,
): boolean {
  return (
    ((context & (IN_STATEMENT | IN_ARROW)) > 0 && node.left.type === "ObjectPattern") ||
    conditional(node, parent)
  );
}

export function sequence(node: Node, parent: Node): boolean {
  switch (parent.type) {
    case "SequenceExpression":
    case "TemplateLiteral":
      return false;
    case "MemberExpression":
    case "OptionalMemberExpression":
      return parent.property !== node;
    case "ForOfStatement":
      return parent.right === node;
    case "ClassDeclaration":
      return true;
    default:
      return !parent.type.endsWith("Statement");
  }
}

export function suspended(node: Node, parent: Node): boolean {
  if (parent.type === "AwaitExpression") return node.type === "YieldExpression";
  return isBinary(parent) || isPrefixed(parent) || isTest(node, parent) || update(node, parent);
}

/** `{` in front of a statement is a block's, and behind `=>` a body's. */
export function object(_node: Node, _parent: Node, context: number): boolean {
  return (context & (IN_STATEMENT | IN_ARROW)) > 0;
}

/** `function` and `class` in front of a statement are declarations. */
export function declared(_node: Node, _parent: Node, context: number): boolean {
  return (context & IN_STATEMENT) > 0;
}

/** `(f) = function () {}` gives the function no name; `for (async of …)` is no loop over `async`. */
export function identifier(
  node: Extract<Node, { type: "Identifier" }>,
  parent: Node,
  context: number,
): boolean {
  if (parent.type === "ForOfStatement") return parent.left === node && node.name === "async" && !parent.await;
  if ((context & IN_FOR_OF) > 0 && node.name === "let") return true;
  if (parent.type !== "AssignmentExpression" || parent.left !== node) return false;
  const { right } = parent;
  const isNamed = right.type === "FunctionExpression" || right.type === "ClassExpression";
  return node.extra?.["parenthesized"] === true && isNamed && !right.id;
}

/** An optional chain ends where something outside of it goes on: `(a?.b).c`. */
export function chain(node: Node, parent: Node): boolean {
  return !isOptional(parent) && isHead(node, parent);
}

/** The call in `new (f())()` would be the end of the `new`. */
export function callee(node: Node, parent: Node): boolean {
  return parent.type === "NewExpression" && parent.callee === node && holdsCall(node);
}

function holdsCall(node: Node): boolean {
  switch (node.type) {
    case "CallExpression":
    case "OptionalCallExpression":
    case "OptionalMemberExpression":
      return true;
    case "MemberExpression":
      return !isOptional(node.object) && holdsCall(node.object);
    case "TaggedTemplateExpression":
      return !isOptional(node.tag) && holdsCall(node.tag);
    default:
      return false;
  }
}

/** In parentheses of its own, then. */
function isOptional(node: Node): boolean {
  return node.type === "OptionalCallExpression" || node.type === "OptionalMemberExpression";
}
