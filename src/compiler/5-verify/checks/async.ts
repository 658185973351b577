import type { AnyNode, AwaitExpression, Function as FunctionNode } from "acorn";
import type { Context } from "../context.js";
import { isCallOf, isHandledArrow } from "../match.js";

/** I9: the promise of an async function is marked as handled before anybody else sees it. */
export function checkAsync(node: FunctionNode & AnyNode, cx: Context): void {
  if (!node.async || node.generator || node === cx.root) return;
  if (!isHandledArrow(node, cx)) cx.report("VERIFY_ASYNC", node);
}

/** I33 */
export function checkAwait(node: AwaitExpression, cx: Context): void {
  if (cx.form === "call" && !isCallOf(node.argument, "_await_")) cx.report("VERIFY_ITERATE", node);
}
