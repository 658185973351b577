import type { AssignmentExpression, BinaryExpression, CallExpression, TemplateLiteral } from "acorn";
import { SIZED_OPERATORS, TO_TEXT } from "../../../language/bigints.js";
import { isSized } from "../bigints.js";
import type { Context } from "../context.js";
import { isCallOf, isSiteCall } from "../match.js";

/** I23, I34; `#p in x` needs no guard (I12). I60 for all others. */
export function checkBinary(node: BinaryExpression, cx: Context): void {
  if (node.operator === "in") {
    if (node.left.type !== "PrivateIdentifier") cx.report("VERIFY_OPERATOR", node);
  } else if (node.operator === "instanceof") {
    if (cx.form === "call" || !isSiteCall(node.right, "g")) cx.report("VERIFY_OPERATOR", node);
  } else if (cx.bigints && isSized(node.operator, node.left, node.right, cx)) {
    cx.report("VERIFY_BIGINT", node, node.operator);
  }
}

/** I60. */
export function checkCompound(node: AssignmentExpression, cx: Context): void {
  const operator = node.operator.slice(0, -1);
  if (cx.bigints && node.operator !== "=" && isSized(operator, node.left, node.right, cx))
    cx.report("VERIFY_BIGINT", node, node.operator);
}

/** I60: a part of a template becomes text. A tag gets the parts as they are. */
export function checkTemplate(node: TemplateLiteral, cx: Context): void {
  const parent = cx.parentOf(node);
  if (!cx.bigints || (parent?.type === "TaggedTemplateExpression" && parent.quasi === node)) return;
  for (const part of node.expressions) {
    const isText = part.type === "Literal" && typeof part.value === "string";
    const [how] = isCallOf(part, "_op_") ? part.arguments : [];
    const isMade = how?.type === "Literal" && how.value === TO_TEXT;
    if (!isText && !isMade && !cx.isNumber(part)) cx.report("VERIFY_BIGINT", part);
  }
}

/** I61: the operator is written out, and has as many operands as it takes. */
export function checkOperation(node: CallExpression, cx: Context): void {
  const [name] = node.arguments;
  const operator = name?.type === "Literal" ? name.value : undefined;
  const operands = operator === TO_TEXT ? 1 : 2;
  const isKnown = operator === TO_TEXT || (typeof operator === "string" && SIZED_OPERATORS.has(operator));
  if (!isKnown || node.arguments.length !== operands + 1) cx.report("VERIFY_GUARD_KEY", node);
}
