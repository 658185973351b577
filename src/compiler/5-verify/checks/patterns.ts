import type { AnyNode, ArrayPattern, ObjectPattern } from "acorn";
import { NIL } from "../../../language/runtime-names.js";
import type { Context, NodeOf } from "../context.js";
import { isCallOf, isNamed, isSafeLiteral, isSiteCall, matchStash } from "../match.js";
import { isRestSequence } from "./parameters.js";

type Pattern = ArrayPattern | ObjectPattern;

/** I7 and I36: where a pattern may stand, and over what. */
export function checkPattern(node: Pattern, cx: Context): void {
  const source = sourceOf(node, cx);
  if (source === "rest sequence") return;
  if (source === undefined) {
    cx.report("VERIFY_PATTERN", node);
    return;
  }
  if (!isGuardedSource(node, source, cx)) cx.report("VERIFY_PATTERN", source);
  if (node.type === "ArrayPattern") checkIndices(node, source, cx);
  else if (cx.form === "call" && node.properties.some((part) => part.type === "RestElement"))
    cx.report("VERIFY_PATTERN", node);
}

/** What the pattern takes apart; nothing where no pattern may stand. */
function sourceOf(node: Pattern, cx: Context): AnyNode | "rest sequence" | undefined {
  const parent = cx.parentOf(node);
  switch (parent?.type) {
    case "VariableDeclarator":
      return parent.init ?? undefined;
    case "AssignmentExpression":
      return parent.operator === "=" && parent.left === node ? parent.right : undefined;
    case "AssignmentPattern":
      return isNestedPlace(parent, cx) ? parent.right : undefined;
    case "RestElement": {
      const owner = cx.parentOf(parent);
      const generator =
        (owner?.type === "FunctionExpression" || owner?.type === "FunctionDeclaration") && owner.generator;
      return generator && isRestSequence(parent) ? "rest sequence" : undefined;
    }
    default:
      return undefined;
  }
}

/** The value of a `[_nil_]` key, or an element of an array pattern, whose own check compares the indices. */
function isNestedPlace(node: NodeOf<"AssignmentPattern">, cx: Context): boolean {
  const holder = cx.parentOf(node);
  if (holder?.type === "ArrayPattern") return true;
  return holder?.type === "Property" && holder.computed && isNamed(holder.key, NIL) && holder.value === node;
}

function isGuardedSource(node: Pattern, source: AnyNode, cx: Context): boolean {
  if (node.type === "ObjectPattern") {
    if (cx.form === "call") return source.type === "ObjectExpression" || isCallOf(source, "_object_");
    return isSiteCall(source, "g") || isSafeLiteral(source);
  }
  const stashed = matchStash(source)?.source;
  const base = stashed ?? source;
  if (isSafeLiteral(base)) return true;
  if (cx.form === "call") return isCallOf(base, "_unpack_sequence_");
  // What a rest collects is charged.
  return isSiteCall(base, node.elements.at(-1)?.type === "RestElement" ? "s" : "g");
}

/** The numbers of a stash are exactly the indices of the nested elements, in order; no stash, no nested elements. */
function checkIndices(node: ArrayPattern, source: AnyNode, cx: Context): void {
  const nested = node.elements.flatMap((element, index) => (isNested(element) ? [index] : []));
  const stash = matchStash(source);
  const given = (stash?.indices ?? []).map((index) => (index.type === "Literal" ? index.value : undefined));
  // With a half added, the stash takes nothing from its source there, and yields undefined all the same.
  const fits = (index: number, value: unknown): boolean => value === index || value === index + 0.5;
  if (nested.length !== given.length || nested.some((index, at) => !fits(index, given[at]))) {
    cx.report("VERIFY_STASH", source);
  }
}

function isNested(element: AnyNode | null): boolean {
  return (
    element?.type === "AssignmentPattern" &&
    (element.left.type === "ArrayPattern" || element.left.type === "ObjectPattern")
  );
}

/** A stash stands only as the source of an array pattern: elsewhere it would iterate and keep anything. */
export function checkStashCall(node: NodeOf<"CallExpression">, cx: Context): void {
  const store = cx.parentOf(node);
  const place = store === undefined ? undefined : cx.parentOf(store);
  if (store === undefined || matchStash(store) === undefined) {
    cx.report("VERIFY_STASH", node);
    return;
  }
  if (!isStashPlace(store, place, cx)) cx.report("VERIFY_STASH", node);
}

function isStashPlace(store: AnyNode, place: AnyNode | undefined, cx: Context): boolean {
  switch (place?.type) {
    case "VariableDeclarator":
      return place.init === store && place.id.type === "ArrayPattern";
    case "AssignmentPattern":
      return place.right === store && place.left.type === "ArrayPattern";
    case "AssignmentExpression":
      return place.right === store && place.left.type === "ArrayPattern" && isDiscarded(place, cx);
    default:
      return false;
  }
}

/** The value of `[…] = stash` is the stash itself, which no guest may hold. */
function isDiscarded(node: AnyNode, cx: Context): boolean {
  const parent = cx.parentOf(node);
  switch (parent?.type) {
    case "ExpressionStatement":
      return true;
    case "ForStatement":
      return parent.init === node || parent.update === node;
    case "SequenceExpression":
      return parent.expressions.at(-1) !== node || isDiscarded(parent, cx);
    case "UnaryExpression":
      return parent.operator === "void";
    default:
      return false;
  }
}

/** I7: the head of `for of` and `for in` is an identifier, declared there or not. */
export function checkForHead(node: NodeOf<"ForOfStatement" | "ForInStatement">, cx: Context): void {
  const { left } = node;
  if (left.type === "Identifier") return;
  const [only, ...more] = left.type === "VariableDeclaration" ? left.declarations : [];
  if (only === undefined || more.length > 0 || only.id.type !== "Identifier" || only.init) {
    cx.report("VERIFY_PATTERN", left);
  }
}
