import type {
  AnyNode,
  ForInStatement,
  ForOfStatement,
  Identifier,
  SpreadElement,
  YieldExpression,
} from "acorn";
import type { Context } from "../context.js";
import { isCallOf, isNamed, isSafeLiteral, isScratchArrow, isSiteCall, isTemporary } from "../match.js";

/** I22 and I33: what is iterated, spread or delegated to. */
export function checkForOf(node: ForOfStatement, cx: Context): void {
  const fits =
    cx.form === "call"
      ? isCallOf(node.right, "_getiter_", "_iter_unpack_sequence_")
      : isSiteCall(node.right, "g") || isSafeLiteral(node.right);
  if (!fits) cx.report("VERIFY_ITERATE", node.right);
}

export function checkForIn(node: ForInStatement, cx: Context): void {
  const fits = cx.form === "call" ? isCallOf(node.right, "_keys_") : isSiteCall(node.right, "o");
  if (!fits) cx.report("VERIFY_ITERATE", node.right);
}

export function checkYield(node: YieldExpression, cx: Context): void {
  if (!node.delegate) return;
  const fits = cx.form === "call" ? isCallOf(node.argument, "_getiter_") : isSiteCall(node.argument, "g");
  if (!fits) cx.report("VERIFY_ITERATE", node);
}

export function checkSpread(node: SpreadElement, cx: Context): void {
  const { argument } = node;
  if (cx.parentOf(node)?.type === "ObjectExpression") {
    const fits = cx.form === "call" ? isCallOf(argument, "_keys_") : isSiteCall(argument, "o");
    if (!fits) cx.report("VERIFY_ITERATE", argument);
    return;
  }
  // Whose `arguments` it is, is checked at the identifier.
  const fits =
    isNamed(argument, "arguments") ||
    (isTemporary(argument) && isOwnRest(argument, cx)) ||
    (cx.form === "call" ? isCallOf(argument, "_getiter_") : isSiteCall(argument, "s"));
  if (!fits) cx.report("VERIFY_ITERATE", argument);
}

/** A rest parameter of the function around it holds a fresh array, as long as nothing else is ever stored there. */
function isOwnRest(id: Identifier, cx: Context): boolean {
  const binding = cx.bindingOf(id);
  return binding?.kind === "rest" && !binding.changed && binding.owner === functionAround(id, cx);
}

/** The nearest function, scratch arrows looked through: they run at once. */
function functionAround(node: AnyNode, cx: Context): AnyNode | undefined {
  for (let at = cx.parentOf(node); at !== undefined; at = cx.parentOf(at)) {
    if (at.type === "FunctionExpression" || at.type === "FunctionDeclaration") return at;
    if (at.type === "ArrowFunctionExpression" && !isScratchArrow(at, cx)) return at;
    if (at.type === "PropertyDefinition" || at.type === "StaticBlock") return at;
  }
  return undefined;
}
