import type { AnyNode, Class } from "acorn";
import type { Context } from "../context.js";
import { isCallOf, isSiteCall } from "../match.js";

/** I24, I34 */
export function checkClass(node: Class & AnyNode, cx: Context): void {
  const { superClass } = node;
  if (superClass) {
    const guarded = cx.form === "call" ? isCallOf(superClass, "_base_") : isSiteCall(superClass, "g");
    if (!guarded) cx.report("VERIFY_CLASS", superClass);
  }
  if (cx.form === "inline") return;
  const holder = cx.parentOf(node);
  if (node.type === "ClassDeclaration" || !isCallOf(holder, "_class_") || holder.arguments[0] !== node) {
    cx.report("VERIFY_CLASS", node);
  }
}
