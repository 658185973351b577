import type { AnyNode, MemberExpression } from "acorn";
import type { Context } from "../context.js";
import { isCallOf, isNamed, isSafeReceiver, isSiteCall, isStashTemporary } from "../match.js";
import { checkKey } from "./keys.js";

/** I11 to I13, I20, I21, I26, I30, I35, and I4/I5 for the key. */
export function checkMember(node: MemberExpression, cx: Context): void {
  if (node.optional) cx.report("VERIFY_CHAIN", node);
  checkKey(node.property, node.computed, cx);
  const inPattern = isPatternTarget(node, cx);
  if (inPattern && cx.form === "call") {
    cx.report("VERIFY_WRITE", node);
    return;
  }
  if (node.object.type === "Super") {
    if (cx.form === "call" && !isSuperGuarded(node, cx)) cx.report("VERIFY_RAW_MEMBER", node);
    return;
  }
  if (node.property.type === "PrivateIdentifier") return;
  if (inPattern || isWritten(node, cx)) {
    if (!isSiteCall(node.object, "w") && cx.establishedFor(node) !== "write") cx.report("VERIFY_WRITE", node);
    return;
  }
  if (isStashedValue(node)) {
    checkStashedValue(node, cx);
    return;
  }
  const guarded =
    cx.form === "inline" &&
    (isSiteCall(node.object, "g") || isSafeReceiver(node.object) || cx.establishedFor(node) !== undefined);
  if (!guarded) cx.report("VERIFY_RAW_MEMBER", node);
}

/** I37: the value that `super.b` gives goes through `_super_` before anything else sees it. */
function isSuperGuarded(node: MemberExpression, cx: Context): boolean {
  const parent = cx.parentOf(node);
  if (parent !== undefined && isCallOf(parent, "_super_")) return true;
  if (!isWritten(node, cx)) return false;
  if (parent?.type !== "AssignmentExpression" || !LOGICAL.has(parent.operator)) return true;
  const outer = cx.parentOf(parent);
  return outer !== undefined && isCallOf(outer, "_super_");
}

/** Assignments whose value may be what was there before. */
const LOGICAL: ReadonlySet<string> = new Set(["&&=", "||=", "??="]);

/** `_u0_.v`: what may be in a stash temporary is checked where it is declared and written. */
function isStashedValue(node: MemberExpression): boolean {
  return isStashTemporary(node.object) && !node.computed && isNamed(node.property, "v");
}

function checkStashedValue(node: MemberExpression, cx: Context): void {
  const parent = cx.parentOf(node);
  // A call would hand the stash itself to the guest, as `this`.
  const called =
    (parent?.type === "CallExpression" && parent.callee === node) ||
    (parent?.type === "TaggedTemplateExpression" && parent.tag === node);
  if (called) cx.report("VERIFY_STASH", node);
}

/** Whether the member is assigned, updated or deleted, patterns aside. */
function isWritten(node: MemberExpression, cx: Context): boolean {
  const parent = cx.parentOf(node);
  if (parent?.type === "AssignmentExpression") return parent.left === node;
  if (parent?.type === "UnaryExpression") return parent.operator === "delete";
  if (parent?.type === "ForOfStatement" || parent?.type === "ForInStatement") return parent.left === node;
  return parent?.type === "UpdateExpression";
}

function isPatternTarget(node: MemberExpression, cx: Context): boolean {
  const parent: AnyNode | undefined = cx.parentOf(node);
  switch (parent?.type) {
    case "ArrayPattern":
    case "RestElement":
      return true;
    case "AssignmentPattern":
      return parent.left === node;
    case "Property":
      return parent.value === node && cx.parentOf(parent)?.type === "ObjectPattern";
    default:
      return false;
  }
}
