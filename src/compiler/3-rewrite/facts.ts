import type { Node } from "../../ast/index.js";

const SAFE: ReadonlySet<string> = new Set([
  "ArrayExpression",
  "ObjectExpression",
  "StringLiteral",
  "NumericLiteral",
  "BigIntLiteral",
  "RegExpLiteral",
  "TemplateLiteral",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "ClassExpression",
]);

/** A receiver that is born where it stands. */
export function isSafeReceiver(node: Node): boolean {
  return SAFE.has(node.type);
}

/** No effect and no way to tell when it is evaluated, so that a guard may run before it. */
export function isPure(node: Node): boolean {
  switch (node.type) {
    case "Identifier":
    case "ThisExpression":
    case "StringLiteral":
    case "NumericLiteral":
    case "BooleanLiteral":
    case "NullLiteral":
    case "BigIntLiteral":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return true;
    case "UnaryExpression":
      return node.operator !== "delete" && node.operator !== "throw" && isPure(node.argument);
    case "BinaryExpression":
      return (
        node.operator !== "in" && node.operator !== "instanceof" && isPure(node.left) && isPure(node.right)
      );
    default:
      return false;
  }
}

/** The text by which the engine names an operand in its own messages. */
export function siteText(node: Node): string {
  switch (node.type) {
    case "Identifier":
      return node.name;
    case "ThisExpression":
      return "this";
    case "Super":
      return "super";
    case "StringLiteral":
      return JSON.stringify(node.value);
    case "NumericLiteral":
    case "BooleanLiteral":
      return String(node.value);
    case "NullLiteral":
      return "null";
    case "MemberExpression":
    case "OptionalMemberExpression": {
      const object = siteText(node.object);
      if (node.property.type === "PrivateName") return `${object}.#${node.property.id.name}`;
      if (!node.computed && node.property.type === "Identifier") return `${object}.${node.property.name}`;
      return node.property.type === "NumericLiteral" ||
        node.property.type === "Identifier" ||
        node.property.type === "StringLiteral"
        ? `${object}[${siteText(node.property)}]`
        : `${object}[...]`;
    }
    case "CallExpression":
    case "OptionalCallExpression":
      return `${siteText(node.callee)}(...)`;
    default:
      return "(intermediate value)";
  }
}

const INERT: ReadonlySet<string> = new Set([
  "StringLiteral",
  "NumericLiteral",
  "BooleanLiteral",
  "NullLiteral",
  "BigIntLiteral",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "Identifier",
]);

/** Runs nothing at all; it needs no tick where it stands. */
export function isInert(node: Node): boolean {
  return INERT.has(node.type);
}
