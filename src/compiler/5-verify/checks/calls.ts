import type {
  AnyNode,
  CallExpression,
  ChainExpression,
  NewExpression,
  TaggedTemplateExpression,
} from "acorn";
import type { Context } from "../context.js";
import { runtimeNameOf } from "../guards.js";
import { isCallOf, isHandledArrow, isNamed, isScratchArrow } from "../match.js";
import { checkWrittenKey } from "./keys.js";
import { checkOperation } from "./operators.js";
import { checkStashCall } from "./patterns.js";

/** I11, I31, I32. Which names may be called, and with how many arguments, is checked at the identifier. */
export function checkCall(node: CallExpression, cx: Context): void {
  if (node.optional && cx.parentOf(node)?.type !== "ChainExpression") cx.report("VERIFY_CHAIN", node);
  if (isCallOf(node, "_stash_")) checkStashCall(node, cx);
  if (isCallOf(node, "_callm_")) checkConstantKey(node.arguments[1], false, cx);
  if (isCallOf(node, "_op_")) checkOperation(node, cx);
  if (cx.form === "inline") return;
  if (!isCallFormCallee(node.callee, cx)) cx.report("VERIFY_RAW_CALL", node);
  if (isCallOf(node, "_getattr_", "_setattr_", "_delattr_")) checkConstantKey(node.arguments[1], true, cx);
  if (isCallOf(node, "_call_", "_apply_", "_callwith_", "_new_", "_invoke_")) checkArgumentList(node, cx);
  if (isCallOf(node, "_class_")) checkNamedClass(node, cx);
}

/** Only a class that is born in the call gets a name from it. */
function checkNamedClass(node: CallExpression, cx: Context): void {
  const [made, name] = node.arguments;
  if (name === undefined) return;
  const named = name.type === "Literal" && typeof name.value === "string";
  if (made?.type !== "ClassExpression" || !named) cx.report("VERIFY_CLASS", node);
}

function isCallFormCallee(callee: AnyNode, cx: Context): boolean {
  if (callee.type === "Super") return true;
  // `x.#m(…)`: only the call itself hands over the receiver, and I12 asks for no guard.
  if (callee.type === "MemberExpression") return callee.property.type === "PrivateIdentifier";
  if (callee.type === "Identifier") return runtimeNameOf(callee.name) !== undefined;
  return (
    callee.type === "ArrowFunctionExpression" && (isScratchArrow(callee, cx) || isHandledArrow(callee, cx))
  );
}

/** A key that a guard trusts to be written out; where it need not be, a constant is still held to I4. */
function checkConstantKey(key: AnyNode | undefined, required: boolean, cx: Context): void {
  const name = key?.type === "Literal" && typeof key.value === "string" ? key.value : undefined;
  if (key === undefined || (name === undefined && !required)) return;
  if (name === undefined) {
    cx.report("VERIFY_GUARD_KEY", key);
    return;
  }
  checkWrittenKey(key, name, cx);
}

function checkArgumentList(node: CallExpression, cx: Context): void {
  const list = node.arguments.at(isNamed(node.callee, "_invoke_") ? 2 : -1);
  if (list?.type !== "ArrayExpression") cx.report("VERIFY_GUARD_KEY", list ?? node);
}

/** I11: an optional call is the whole chain; what it is called on has no optional part. */
export function checkChain(node: ChainExpression, cx: Context): void {
  if (node.expression.type !== "CallExpression" || !node.expression.optional) cx.report("VERIFY_CHAIN", node);
}

export function checkNew(node: NewExpression, cx: Context): void {
  if (cx.form === "call") cx.report("VERIFY_RAW_CALL", node);
}

export function checkTaggedTemplate(node: TaggedTemplateExpression, cx: Context): void {
  if (cx.form === "call" && !isCallOf(node.tag, "_tag_")) cx.report("VERIFY_RAW_CALL", node);
}
