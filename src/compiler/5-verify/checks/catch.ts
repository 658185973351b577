import type { AnyNode, CatchClause, Identifier } from "acorn";
import type { Context } from "../context.js";
import { isCallOf, isNamed, isSiteCall, isTemporary, matchStash } from "../match.js";

/** I8: what was caught goes through `_caught_` before anything else happens. A bare `catch` would swallow limits. */
export function checkCatch(node: CatchClause, cx: Context): void {
  const { param } = node;
  const [first] = node.body.body;
  const fits =
    param?.type === "Identifier" &&
    (isTemporary(param) ? isCaughtOnce(first, param, cx) : isCaughtInPlace(first, param));
  if (!fits) cx.report("VERIFY_CATCH", node);
}

/** `e = _caught_(e);` */
function isCaughtInPlace(first: AnyNode | undefined, param: Identifier): boolean {
  if (first?.type !== "ExpressionStatement" || first.expression.type !== "AssignmentExpression") return false;
  const { operator, left, right } = first.expression;
  return operator === "=" && isNamed(left, param.name) && isCaught(right, param);
}

/** `_caught_(_e0_);` or a declaration over it. The temporary still holds the raw error: it is never read again. */
function isCaughtOnce(first: AnyNode | undefined, param: Identifier, cx: Context): boolean {
  if ((cx.bindingOf(param)?.references.length ?? 0) !== 1) return false;
  if (first?.type === "ExpressionStatement") return isCaught(first.expression, param);
  if (first?.type !== "VariableDeclaration" || first.declarations.length !== 1) return false;
  return isCaught(unwrap(first.declarations[0]?.init), param);
}

function isCaught(node: AnyNode | null | undefined, param: Identifier): boolean {
  return isCallOf(node, "_caught_") && node.arguments.length === 1 && isNamed(node.arguments[0], param.name);
}

/** What a stash and guards around it were given. */
function unwrap(initialiser: AnyNode | null | undefined): AnyNode | null | undefined {
  let node = matchStash(initialiser)?.source ?? initialiser;
  while (
    isSiteCall(node, "g") ||
    isSiteCall(node, "o") ||
    isSiteCall(node, "s") ||
    isCallOf(node, "_unpack_sequence_", "_object_")
  ) {
    node = node.arguments[0];
  }
  return node;
}
