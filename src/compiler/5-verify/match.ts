import type {
  AnyNode,
  ArrowFunctionExpression,
  CallExpression,
  Expression,
  Identifier,
  SpreadElement,
} from "acorn";
import { isReservedShape } from "../../language/names.js";
import { SITE_GUARD, TEMPORARY } from "../../language/runtime-names.js";
import type { Context } from "./context.js";

/** Recognisers of emitted shapes. Each accepts exactly one shape; what is not recognised gets no licence. */

type Maybe = AnyNode | null | undefined;
export type SiteKind = "g" | "o" | "w" | "s";

export function isNamed(node: Maybe, name: string): node is Identifier {
  return node?.type === "Identifier" && node.name === name;
}

/** `name(…)`, without `?.`. */
export function isCallOf(node: Maybe, ...names: readonly string[]): node is CallExpression {
  if (node?.type !== "CallExpression" || node.optional || node.callee.type !== "Identifier") return false;
  const { name } = node.callee;
  for (let i = 0; i < names.length; i++) if (names[i] === name) return true;
  return false;
}

export function isSiteCall(node: Maybe, kind: SiteKind): node is CallExpression {
  if (node?.type !== "CallExpression" || node.optional || node.callee.type !== "Identifier") return false;
  const { name } = node.callee;
  return name.charCodeAt(1) === kind.charCodeAt(0) && SITE_GUARD.test(name);
}

export function isTemporary(node: Maybe): node is Identifier {
  return node?.type === "Identifier" && isReservedShape(node.name) && TEMPORARY.test(node.name);
}

const STASH_TEMPORARY = /^_u\d+_$/;

export function isStashTemporary(node: Maybe): node is Identifier {
  return node?.type === "Identifier" && isReservedShape(node.name) && STASH_TEMPORARY.test(node.name);
}

export interface Stash {
  readonly source: Expression | SpreadElement | undefined;
  readonly indices: readonly (Expression | SpreadElement)[];
}

/** `_u0_ = _stash_(source, i, j)`. */
export function matchStash(node: Maybe): Stash | undefined {
  if (node?.type !== "AssignmentExpression" || node.operator !== "=" || !isStashTemporary(node.left))
    return undefined;
  if (!isCallOf(node.right, "_stash_")) return undefined;
  const [source, ...indices] = node.right.arguments;
  return { source, indices };
}

/** `((_t0_, _t1_) => e)(…)`: seen from the arrow. */
export function isScratchArrow(arrow: ArrowFunctionExpression, cx: Context): boolean {
  return (
    !arrow.async &&
    arrow.body.type !== "BlockStatement" &&
    arrow.params.every(isTemporary) &&
    isCalledAtOnce(arrow, cx)
  );
}

/** `_handled_((async (…) => { … })(…))`: seen from the arrow. */
export function isHandledArrow(arrow: AnyNode, cx: Context): boolean {
  if (arrow.type !== "ArrowFunctionExpression" || !arrow.async || !isCalledAtOnce(arrow, cx)) return false;
  const call = cx.parentOf(arrow);
  const handled = call === undefined ? undefined : cx.parentOf(call);
  return isCallOf(handled, "_handled_") && handled.arguments.length === 1 && handled.arguments[0] === call;
}

function isCalledAtOnce(arrow: AnyNode, cx: Context): boolean {
  const call = cx.parentOf(arrow);
  return call?.type === "CallExpression" && call.callee === arrow && !call.optional;
}

/** I7's safe literal. */
export function isSafeLiteral(node: Maybe): boolean {
  return node?.type === "ArrayExpression" || node?.type === "ObjectExpression";
}

/** I10. */
export function isSafeReceiver(node: AnyNode): boolean {
  switch (node.type) {
    case "ArrayExpression":
    case "ObjectExpression":
    case "TemplateLiteral":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "ClassExpression":
      return true;
    case "Literal":
      if (node.regex !== undefined || typeof node.bigint === "string") return true;
      return typeof node.value === "string" || typeof node.value === "number";
    default:
      return false;
  }
}

/** The nearest node around `node` that is a function, a field initialiser or a static block, arrows left out. */
export function ownerOfThis(node: AnyNode, cx: Context): AnyNode {
  let child = node;
  for (let at = cx.parentOf(child); at !== undefined; child = at, at = cx.parentOf(at)) {
    if (at.type === "FunctionExpression" || at.type === "FunctionDeclaration" || at.type === "StaticBlock")
      return at;
    // A computed key is evaluated outside of its field.
    if (at.type === "PropertyDefinition" && at.value === child) return at;
  }
  return cx.root;
}
