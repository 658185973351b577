import type { Expression, Node, t } from "../../ast/index.js";
import { eachChild } from "../children.js";

/**
 * Puts parentheses where a parser that will read the text is wrong without them. V8 does not parse a pattern that is
 * assigned to behind an object literal in arguments, `f({ a: 1 }, [x] = y)`; acorn takes the slash of `yield /a/` in a
 * generator method for a division.
 */
export function avoidQuirks(node: Node): void {
  if (node.type === "YieldExpression" && node.argument && leftmost(node.argument).type === "RegExpLiteral")
    node.argument = parenthesised(node.argument);
  if (
    (node.type === "CallExpression" || node.type === "NewExpression") &&
    node.arguments.some(assignsPattern)
  )
    node.arguments = node.arguments.map((one) =>
      assignsPattern(one) ? parenthesised(one as Expression) : one,
    );
  eachChild(node, avoidQuirks);
}

function assignsPattern(node: Node): boolean {
  return node.type === "AssignmentExpression" && /Pattern$/.test(node.left.type);
}

function parenthesised(expression: Expression): t.ParenthesizedExpression {
  return { type: "ParenthesizedExpression", expression } as t.ParenthesizedExpression;
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
