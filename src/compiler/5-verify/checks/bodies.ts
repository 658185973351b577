import type {
  AnyNode,
  ArrowFunctionExpression,
  Function as FunctionNode,
  PropertyDefinition,
  TryStatement,
} from "acorn";
import { isPaidLoop, paidLoop } from "../ahead.js";
import type { Context, NodeOf } from "../context.js";
import { isScratchArrow } from "../match.js";
import { isTickedExpression, startsWithTick } from "../ticks.js";

type Loop = NodeOf<
  "WhileStatement" | "DoWhileStatement" | "ForStatement" | "ForInStatement" | "ForOfStatement"
>;

/** I6: every way to run code again starts with a tick. */
export function checkFunctionBody(node: FunctionNode & AnyNode, cx: Context): void {
  if (node.body.type === "BlockStatement") {
    checkTick(node.body, cx);
    return;
  }
  if (node.type !== "ArrowFunctionExpression" || !isScratchArrow(node as ArrowFunctionExpression, cx)) {
    cx.report("VERIFY_ARROW", node);
  }
}

export function checkLoopBody(node: Loop, cx: Context): void {
  if (node.type === "ForStatement" && isPaidLoop(node, cx)) return;
  if (node.body.type === "BlockStatement") checkTick(node.body, cx);
  else cx.report("VERIFY_MISSING_TICK", node.body);
}

export function checkFinally(node: TryStatement, cx: Context): void {
  if (node.finalizer && paidLoop(node, cx) === undefined) checkTick(node.finalizer, cx);
}

export function checkTick(node: NodeOf<"BlockStatement" | "StaticBlock">, cx: Context): void {
  if (!startsWithTick(node.body, cx.form)) cx.report("VERIFY_MISSING_TICK", node);
}

/** Field initialisers run at each construction, without any function body around them. */
export function checkField(node: PropertyDefinition, cx: Context): void {
  const { value } = node;
  if (!value || isTickedExpression(value, cx.form)) return;
  const constant = value.type === "TemplateLiteral" && value.expressions.length === 0;
  if (!constant && !UNTICKED_FIELDS.has(value.type) && !isTickedWithin(value))
    cx.report("VERIFY_FIELD", value);
}

/** A class whose making runs only its own static fields and blocks, each with a tick. */
export function isTickedWithin(node: AnyNode): boolean {
  return (
    node.type === "ClassExpression" &&
    !node.superClass &&
    node.body.body.every((part) => part.type === "StaticBlock" || !part.computed)
  );
}

const UNTICKED_FIELDS: ReadonlySet<string> = new Set([
  "Literal",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "Identifier",
]);
