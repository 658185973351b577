import type { AnyNode, Function as FunctionNode } from "acorn";
import type { Context } from "../context.js";
import { isCallOf, isSiteCall } from "../match.js";
import { isTickedExpression } from "../ticks.js";
import { childrenOf } from "../tree.js";
import { isTickedWithin } from "./bodies.js";

/**
 * A generator's parameters are evaluated when it is called, its body (with the tick) only at the first `next()`:
 * `function* f(n, a = n && (f(n - 1), f(n - 1))) {…}` would do 2^n calls without a single tick. A generator can also be
 * the `valueOf` that an operator calls, or the `[Symbol.iterator]` of an empty array pattern. So the first default
 * that is not plainly inert is ticked.
 */
export function checkGeneratorDefaults(node: FunctionNode, cx: Context): void {
  for (const expression of node.params.flatMap(evaluated)) {
    if (isTickedExpression(expression, cx.form)) return;
    if (!isInert(expression)) {
      cx.report("VERIFY_GENERATOR", expression);
      return;
    }
  }
}

/** What a parameter evaluates, in order. */
function evaluated(pattern: AnyNode): readonly AnyNode[] {
  switch (pattern.type) {
    case "Identifier":
      return [];
    case "AssignmentPattern":
      return [pattern.right, ...evaluated(pattern.left)];
    case "RestElement":
      return evaluated(pattern.argument);
    case "ObjectPattern":
      return pattern.properties.flatMap((part) =>
        part.type === "RestElement" ? evaluated(part) : [part.key, ...evaluated(part.value)],
      );
    default:
      // An array pattern iterates: never inert.
      return [pattern];
  }
}

/** Neither calls, iterates nor converts anything. A getter may run, and has a tick of its own. */
const INERT: ReadonlySet<string> = new Set([
  "Literal",
  "Identifier",
  "ThisExpression",
  "TemplateElement",
  "ArrayExpression",
  "ObjectExpression",
  "Property",
  "ConditionalExpression",
  "LogicalExpression",
  "SequenceExpression",
  "MemberExpression",
  "PrivateIdentifier",
]);
const INERT_OPERATORS: ReadonlySet<string> = new Set(["===", "!==", "!", "typeof", "void"]);

function isInert(expression: AnyNode): boolean {
  const pending: AnyNode[] = [expression];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (runsLater(node)) continue;
    if (!isInertNode(node)) return false;
    pending.push(...childrenOf(node));
  }
  return true;
}

function runsLater(node: AnyNode): boolean {
  return (
    node.type === "FunctionExpression" ||
    isTickedWithin(node) ||
    (node.type === "ArrowFunctionExpression" && node.body.type === "BlockStatement")
  );
}

function isInertNode(node: AnyNode): boolean {
  switch (node.type) {
    case "TemplateLiteral":
      return node.expressions.length === 0;
    case "UnaryExpression":
      return (
        INERT_OPERATORS.has(node.operator) || (node.operator === "-" && node.argument.type === "Literal")
      );
    case "BinaryExpression":
      return INERT_OPERATORS.has(node.operator);
    case "CallExpression":
      return (
        isSiteCall(node, "g") || isSiteCall(node, "o") || isCallOf(node, "_has_", "_getattr_", "_object_")
      );
    default:
      return INERT.has(node.type);
  }
}
