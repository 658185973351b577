import type { BinaryExpression } from "acorn";
import type { Context } from "../context.js";
import { isSiteCall } from "../match.js";

/** I23, I34; `#p in x` needs no guard (I12). */
export function checkBinary(node: BinaryExpression, cx: Context): void {
  if (node.operator === "in") {
    if (node.left.type !== "PrivateIdentifier") cx.report("VERIFY_OPERATOR", node);
  } else if (node.operator === "instanceof") {
    if (cx.form === "call" || !isSiteCall(node.right, "g")) cx.report("VERIFY_OPERATOR", node);
  }
}
