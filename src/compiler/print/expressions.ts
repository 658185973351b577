import type { Node } from "../../ast/index.js";
import type { NodeOf, Printer } from "./printer.js";

export function memberExpression(
  p: Printer,
  node: NodeOf<"MemberExpression" | "OptionalMemberExpression">,
): void {
  p.print(node.object, node);
  if (node.optional === true) p.token("?.");
  if (node.computed || node.property.type === "NumericLiteral") {
    return p.bracketed(node.property, node);
  }
  if (node.optional !== true) p.token(".");
  p.print(node.property, node);
}

export function callExpression(p: Printer, node: NodeOf<"CallExpression" | "OptionalCallExpression">): void {
  p.print(node.callee, node);
  if (node.optional === true) p.token("?.");
  callArguments(p, node);
}

export function newExpression(p: Printer, node: NodeOf<"NewExpression">): void {
  p.keyword("new");
  p.print(node.callee, node);
  callArguments(p, node);
}

function callArguments(
  p: Printer,
  node: NodeOf<"CallExpression" | "OptionalCallExpression" | "NewExpression">,
): void {
  p.token("(");
  for (let i = 0; i < node.arguments.length; i++) {
    if (i > 0) p.comma();
    const argument = node.arguments[i] as Node;
    if (assignsPattern(argument)) parenthesised(p, argument, node);
    else p.inside(argument, node);
  }
  p.close(")", node);
}

/** V8 does not parse a pattern that is assigned to behind an object literal in arguments: `f({ a: 1 }, [x] = y)`. */
function assignsPattern(node: Node): boolean {
  return node.type === "AssignmentExpression" && node.left.type.endsWith("Pattern");
}

function parenthesised(p: Printer, node: Node, parent: Node): void {
  p.token("(");
  p.inside(node, parent);
  p.token(")");
}

export function taggedTemplate(p: Printer, node: NodeOf<"TaggedTemplateExpression">): void {
  p.print(node.tag, node);
  p.print(node.quasi, node);
}

export function unaryExpression(p: Printer, node: NodeOf<"UnaryExpression">): void {
  if (/^[a-z]/.test(node.operator)) p.keyword(node.operator);
  else p.token(node.operator);
  p.print(node.argument, node);
}

export function updateExpression(p: Printer, node: NodeOf<"UpdateExpression">): void {
  if (node.prefix) p.token(node.operator);
  p.print(node.argument, node);
  if (!node.prefix) p.token(node.operator);
}

export function binaryExpression(
  p: Printer,
  node: NodeOf<"BinaryExpression" | "LogicalExpression" | "AssignmentExpression">,
): void {
  p.print(node.left, node);
  p.operator(node.operator);
  p.print(node.right, node);
}

export function assignmentPattern(p: Printer, node: NodeOf<"AssignmentPattern">): void {
  p.print(node.left, node);
  p.operator("=");
  p.print(node.right, node);
}

export function conditionalExpression(p: Printer, node: NodeOf<"ConditionalExpression">): void {
  p.print(node.test, node);
  p.operator("?");
  p.print(node.consequent, node);
  p.operator(":");
  p.print(node.alternate, node);
}

export function sequenceExpression(p: Printer, node: NodeOf<"SequenceExpression">): void {
  const { expressions } = node;
  for (let i = 0; i < expressions.length; i++) {
    if (i > 0) p.comma();
    p.print(expressions[i] as Node, node);
  }
}

export function spread(p: Printer, node: NodeOf<"SpreadElement" | "RestElement">): void {
  p.token("...");
  p.print(node.argument, node);
}

export function awaitExpression(p: Printer, node: NodeOf<"AwaitExpression">): void {
  p.keyword("await");
  p.print(node.argument, node);
}

export function yieldExpression(p: Printer, node: NodeOf<"YieldExpression">): void {
  p.word("yield");
  if (node.delegate) p.token("*");
  if (!node.argument) return;
  p.space();
  // acorn takes the slash of `yield /a/` in a generator method for a division.
  if (leftmost(node.argument).type === "RegExpLiteral") parenthesised(p, node.argument, node);
  else p.print(node.argument, node);
}

/** The part of an expression that its text begins with. */
function leftmost(node: Node): Node {
  switch (node.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return leftmost(node.object);
    case "CallExpression":
    case "OptionalCallExpression":
      return leftmost(node.callee);
    case "TaggedTemplateExpression":
      return leftmost(node.tag);
    case "BinaryExpression":
    case "LogicalExpression":
    case "AssignmentExpression":
      return leftmost(node.left);
    case "ConditionalExpression":
      return leftmost(node.test);
    case "SequenceExpression":
      return leftmost(node.expressions[0] as Node);
    default:
      return node;
  }
}

export function arrayLike(p: Printer, node: NodeOf<"ArrayExpression" | "ArrayPattern">): void {
  const { elements } = node;
  p.token("[");
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i];
    if (!element) {
      p.token(",");
      continue;
    }
    if (i > 0) p.space();
    p.inside(element, node);
    if (i < elements.length - 1) p.token(",");
  }
  p.token("]");
}

export function objectLike(p: Printer, node: NodeOf<"ObjectExpression" | "ObjectPattern">): void {
  p.braced(node.properties, node, ",");
}

export function objectProperty(p: Printer, node: NodeOf<"ObjectProperty">): void {
  const { key, value } = node;
  if (node.computed) p.bracketed(key, node);
  else {
    if (value.type === "AssignmentPattern" && isNamed(value.left, key)) return p.print(value, node);
    p.print(key, node);
    if (node.shorthand && isNamed(value, key)) return;
  }
  p.token(":");
  p.space();
  p.print(value, node);
}

function isNamed(node: Node, key: Node): boolean {
  return key.type === "Identifier" && node.type === "Identifier" && node.name === key.name;
}

export function metaProperty(p: Printer, node: NodeOf<"MetaProperty">): void {
  p.print(node.meta, node);
  p.token(".");
  p.print(node.property, node);
}

export function privateName(p: Printer, node: NodeOf<"PrivateName">): void {
  p.token("#");
  p.print(node.id, node);
}
