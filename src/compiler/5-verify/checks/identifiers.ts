import type { AnyNode, CallExpression, Identifier } from "acorn";
import { FORBIDDEN_IDENTIFIERS, isReservedShape, isUnderscoreName } from "../../../language/names.js";
import { refusedName } from "../../../language/policy.js";
import { NIL, TEMPORARY } from "../../../language/runtime-names.js";
import { isInsideAhead } from "../ahead.js";
import type { Context, NodeOf } from "../context.js";
import { isRuntimeShaped, type RuntimeName, runtimeNameOf } from "../guards.js";
import { isNamed, isScratchArrow, isStashTemporary, matchStash, ownerOfThis } from "../match.js";
import { isInsideTick } from "../ticks.js";
import { isRestSequence } from "./parameters.js";

/** I2, I3 and the licence of run-time names: every identifier of the text passes here. */
export function checkIdentifier(node: Identifier, cx: Context): void {
  const role = cx.roleOf(node);
  // Property names are the key checks' business.
  if (role === "key") return;
  if (role === "label") {
    if (isReservedShape(node.name)) cx.report("VERIFY_LABEL", node, node.name);
    return;
  }
  if (role === undefined) {
    cx.report("VERIFY_NODE", node, node.name);
    return;
  }
  if (node.name === "arguments") {
    checkArguments(node, cx);
    return;
  }
  if (FORBIDDEN_IDENTIFIERS.has(node.name)) {
    cx.report("VERIFY_NAME", node, node.name);
    return;
  }
  if (refusedName(node.name, cx.policy) !== undefined) cx.report("VERIFY_POLICY_NAME", node, node.name);
  if (cx.readonlyNames.has(node.name)) checkReadonly(node, cx);
  if (!isUnderscoreName(node.name)) return;
  if (role === "declare") {
    checkDeclared(node, cx);
    return;
  }
  if (isRuntimeShaped(node.name)) {
    checkRuntimeName(node, cx);
    return;
  }
  if (cx.bindingOf(node) === undefined) {
    checkFree(node, cx);
    return;
  }
  if (isStashTemporary(node)) checkStashTemporary(node, cx);
}

function checkArguments(node: Identifier, cx: Context): void {
  const owner = ownerOfThis(node, cx);
  const own = owner.type === "FunctionExpression" || owner.type === "FunctionDeclaration";
  if (owner === cx.root || !own || cx.roleOf(node) !== "read")
    cx.report("VERIFY_ROOT_REFERENCE", node, node.name);
}

/** The free name is the host's: nothing writes to it, and the root declares no other of that name. */
function checkReadonly(node: Identifier, cx: Context): void {
  const binding = cx.bindingOf(node);
  const isWritten = binding === undefined && cx.roleOf(node) !== "read";
  if (isWritten || binding?.owner === cx.root) cx.report("VERIFY_READONLY", node, node.name);
}

function checkDeclared(node: Identifier, cx: Context): void {
  if (isRuntimeShaped(node.name)) {
    cx.report("VERIFY_SHADOWED_GUARD", node, node.name);
    return;
  }
  if (TEMPORARY.test(node.name)) {
    checkStashDeclaration(node, cx);
    return;
  }
  if (isReservedShape(node.name) || !cx.openNames.has(node.name)) cx.report("VERIFY_NAME", node, node.name);
}

function checkFree(node: Identifier, cx: Context): void {
  if (isReservedShape(node.name) || !cx.openNames.has(node.name)) cx.report("VERIFY_NAME", node, node.name);
}

/** Only a stash may be in a stash temporary, else `_u0_.v` would be a raw read. */
function checkStashDeclaration(node: Identifier, cx: Context): void {
  if (!isStashTemporary(node)) return;
  const parent = cx.parentOf(node);
  const bare =
    parent?.type === "VariableDeclarator" && parent.id === node && !parent.init && !isLoopHead(parent, cx);
  if (!bare && !isEmptyStep(node, parent, cx) && !isUnfilled(node, parent, cx))
    cx.report("VERIFY_STASH", node, node.name);
}

/** `[_nil_]: _u0_ = void 0` in a rest sequence: the default is always taken, and is always undefined. */
function isEmptyStep(node: Identifier, parent: AnyNode | undefined, cx: Context): boolean {
  if (parent?.type !== "AssignmentPattern" || parent.left !== node) return false;
  const { right } = parent;
  const nothing =
    right.type === "UnaryExpression" && right.operator === "void" && right.argument.type === "Literal";
  const step = cx.parentOf(parent);
  if (!nothing || step?.type !== "Property" || !step.computed || !isNamed(step.key, NIL)) return false;
  const sequence = cx.parentOf(step);
  const rest = sequence === undefined ? undefined : cx.parentOf(sequence);
  return rest !== undefined && isRestSequence(rest);
}

/** A parameter of a scratch arrow that is called without arguments. */
function isUnfilled(node: Identifier, parent: AnyNode | undefined, cx: Context): boolean {
  if (parent?.type !== "ArrowFunctionExpression" || !parent.params.includes(node)) return false;
  const at = cx.parentOf(parent);
  return isScratchArrow(parent, cx) && at?.type === "CallExpression" && at.arguments.length === 0;
}

function isLoopHead(declarator: NodeOf<"VariableDeclarator">, cx: Context): boolean {
  const declaration = cx.parentOf(declarator);
  const loop = declaration === undefined ? undefined : cx.parentOf(declaration);
  return (loop?.type === "ForOfStatement" || loop?.type === "ForInStatement") && loop.left === declaration;
}

function checkStashTemporary(node: Identifier, cx: Context): void {
  const parent = cx.parentOf(node);
  const stored =
    parent?.type === "AssignmentExpression" && parent.left === node && matchStash(parent) !== undefined;
  const read = parent?.type === "MemberExpression" && parent.object === node;
  if (!stored && !read) cx.report("VERIFY_STASH", node, node.name);
}

function checkRuntimeName(node: Identifier, cx: Context): void {
  const known = runtimeNameOf(node.name);
  if (known === undefined) {
    cx.report("VERIFY_NAME", node, node.name);
    return;
  }
  if (known.form !== undefined && known.form !== cx.form) {
    cx.report("VERIFY_FORM", node, node.name);
    return;
  }
  if (known.sort === "counter" || known.sort === "overflow") {
    if (!isInsideTick(node, cx)) cx.report("VERIFY_TICK_FORM", node, node.name);
    return;
  }
  if (cx.roleOf(node) !== "read") {
    cx.report("VERIFY_GUARD_WRITE", node, node.name);
    return;
  }
  if (known.sort === "ahead" && !isInsideAhead(node, cx)) {
    cx.report("VERIFY_TICK_FORM", node, node.name);
    return;
  }
  if (known.sort === "nil") {
    checkNil(node, cx);
    return;
  }
  const call = cx.parentOf(node);
  if (call?.type !== "CallExpression" || call.callee !== node || call.optional) {
    cx.report("VERIFY_MISPLACED_GUARD", node, node.name);
    return;
  }
  checkCount(node, call, known, cx);
}

function checkCount(node: Identifier, call: CallExpression, known: RuntimeName, cx: Context): void {
  const { arguments: list } = call;
  const spread = list.findIndex((argument) => argument.type === "SpreadElement");
  const fits =
    list.length >= known.least && list.length <= known.most && (spread < 0 || spread >= known.spreadFrom);
  if (!fits) cx.report("VERIFY_ARGUMENTS", call, node.name);
}

/** `_nil_` is a computed key of an object pattern, nowhere else. */
function checkNil(node: Identifier, cx: Context): void {
  const property = cx.parentOf(node);
  const pattern = property === undefined ? undefined : cx.parentOf(property);
  const isKey = property?.type === "Property" && property.computed && property.key === node;
  if (!isKey || pattern?.type !== "ObjectPattern") cx.report("VERIFY_MISPLACED_GUARD", node, node.name);
}
