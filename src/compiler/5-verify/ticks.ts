import type { AnyNode, ExpressionStatement, SequenceExpression } from "acorn";
import type { Context } from "./context.js";
import { isCallOf, isNamed } from "./match.js";

type Maybe = AnyNode | null | undefined;

/** `--_steps_ < 0` */
function isCountdown(node: Maybe): boolean {
  return (
    node?.type === "BinaryExpression" &&
    node.operator === "<" &&
    node.left.type === "UpdateExpression" &&
    node.left.operator === "--" &&
    node.left.prefix &&
    isNamed(node.left.argument, "_steps_") &&
    node.right.type === "Literal" &&
    node.right.raw === "0"
  );
}

/** `_out_()` or, in the call form, `_tick_()` */
function isBareCall(node: Maybe, name: string): boolean {
  return isCallOf(node, name) && node.arguments.length === 0;
}

/** I6: `if (--_steps_ < 0) _out_();` or `_tick_();` */
export function isTick(node: Maybe, form: Context["form"]): boolean {
  if (form === "call") return node?.type === "ExpressionStatement" && isBareCall(node.expression, "_tick_");
  return (
    node?.type === "IfStatement" &&
    !node.alternate &&
    isCountdown(node.test) &&
    node.consequent.type === "ExpressionStatement" &&
    isBareCall(node.consequent.expression, "_out_")
  );
}

/** I6: `--_steps_ < 0 && _out_()`, the first part of a ticked expression */
function isTickExpression(node: Maybe, form: Context["form"]): boolean {
  if (form === "call") return isBareCall(node, "_tick_");
  return (
    node?.type === "LogicalExpression" &&
    node.operator === "&&" &&
    isCountdown(node.left) &&
    isBareCall(node.right, "_out_")
  );
}

/** `(--_steps_ < 0 && _out_(), e)` */
export function isTickedExpression(node: Maybe, form: Context["form"]): node is SequenceExpression {
  return node?.type === "SequenceExpression" && isTickExpression(node.expressions[0], form);
}

/** Whether `_steps_` or `_out_` here is part of a tick: seen from the identifier, up to three levels above it. */
export function isInsideTick(identifier: AnyNode, cx: Context): boolean {
  let part: AnyNode | undefined = identifier;
  for (let level = 0; level < 3 && part !== undefined; level++) {
    part = cx.parentOf(part);
    if (isTick(part, cx.form) || isTickExpression(part, cx.form)) return isTickPlace(part, cx);
  }
  return false;
}

/** A tick statement may stand anywhere; the expression only where a ticked expression may. */
function isTickPlace(tick: AnyNode | undefined, cx: Context): boolean {
  if (tick?.type !== "LogicalExpression") return true;
  const ticked = cx.parentOf(tick);
  if (!isTickedExpression(ticked, cx.form)) return false;
  const place = cx.parentOf(ticked);
  return (
    (place?.type === "PropertyDefinition" && place.value === ticked) ||
    (place?.type === "AssignmentPattern" && place.right === ticked)
  );
}

export function isDirective(node: Maybe): node is ExpressionStatement & { readonly directive: string } {
  return node?.type === "ExpressionStatement" && typeof node.directive === "string";
}

/** The first statement after directives. */
export function startsWithTick(body: readonly AnyNode[], form: Context["form"]): boolean {
  return isTick(
    body.find((statement) => !isDirective(statement)),
    form,
  );
}
