import type { Node } from "../../ast/index.js";
import { eachChild } from "../children.js";
import { isArithmetic } from "../scope/arithmetic.js";
import type { Resolution } from "../scope/scope.js";
import type { Lowering } from "./context.js";

const SAFE: ReadonlySet<string> = new Set([
  "ArrayExpression",
  "ObjectExpression",
  "StringLiteral",
  "NumericLiteral",
  "BigIntLiteral",
  "RegExpLiteral",
  "TemplateLiteral",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "ClassExpression",
]);

/** A receiver that is born where it stands. */
export function isSafeReceiver(node: Node): boolean {
  return SAFE.has(node.type);
}

/** A name that holds one value for as long as it can be read. */
export function isFixedName(references: Resolution["references"], node: Node): boolean {
  const binding = node.type === "Identifier" ? references.get(node) : undefined;
  if (binding === undefined || binding === null) return false;
  if (binding.kind === "const") return true;
  return (binding.kind === "let" || binding.kind === "param") && binding.changes === 0 && !binding.bare;
}

const NOTHING_THERE: ReadonlySet<string> = new Set(["undefined", "NaN", "Infinity"]);

/** No effect and no way to tell when it is evaluated, so that a guard may run before it. */
export function isPure(references: Resolution["references"], node: Node): boolean {
  switch (node.type) {
    case "Identifier":
      // A free name may turn out not to be there.
      return references.get(node) !== null || NOTHING_THERE.has(node.name);
    case "ThisExpression":
    case "StringLiteral":
    case "NumericLiteral":
    case "BooleanLiteral":
    case "NullLiteral":
    case "BigIntLiteral":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return true;
    case "TemplateLiteral":
      return node.expressions.length === 0;
    case "UnaryExpression":
      if (node.operator === "typeof" || node.operator === "void" || node.operator === "!")
        return isPure(references, node.argument);
      return node.operator !== "delete" && isPrimitive(references, node.argument);
    case "BinaryExpression":
      if (node.operator === "in" || node.operator === "instanceof") return false;
      if (node.operator === "===" || node.operator === "!==")
        return isPure(references, node.left) && isPure(references, node.right);
      return isPrimitive(references, node.left) && isPrimitive(references, node.right);
    default:
      return false;
  }
}

/** An argument that tells nothing of when it is evaluated: pure, or a literal made of such. */
export function isQuiet(references: Resolution["references"], node: Node): boolean {
  if (node.type === "ArrayExpression")
    return node.elements.every((e) => e === null || isQuiet(references, e));
  if (node.type === "ObjectExpression")
    return node.properties.every(
      (p) => p.type === "ObjectProperty" && !p.computed && isQuiet(references, p.value as Node),
    );
  return isPure(references, node);
}

/** Pure, and nothing that an operator would have to convert by calling its methods. */
function isPrimitive(references: Resolution["references"], node: Node): boolean {
  if (!isPure(references, node)) return false;
  if (node.type === "Identifier") return isArithmetic(node, references);
  return node.type !== "ThisExpression" && !node.type.endsWith("FunctionExpression");
}

const INERT: ReadonlySet<string> = new Set([
  "StringLiteral",
  "NumericLiteral",
  "BooleanLiteral",
  "NullLiteral",
  "BigIntLiteral",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "Identifier",
]);

/** Runs nothing at all, or nothing without a tick of its own; it needs no tick where it stands. */
export function isInert(l: Pick<Lowering, "form" | "printNames">, node: Node): boolean {
  // `printed` is a call of a helper.
  if (l.printNames.has(node)) return false;
  if (node.type !== "ClassExpression") return INERT.has(node.type);
  // In the call form a class is the argument of a guard.
  return (
    l.form === "inline" &&
    !node.superClass &&
    node.body.body.every((m) => !("computed" in m && m.computed === true))
  );
}

export function isFunctionLike(node: Node): boolean {
  return (
    node.type.startsWith("Function") ||
    node.type === "ArrowFunctionExpression" ||
    node.type === "ObjectMethod" ||
    node.type.startsWith("Class")
  );
}

/** Whether a name occurs, as a variable or as anything else. */
export function mentions(node: Node, name: string): boolean {
  if (node.type === "Identifier") return node.name === name;
  let found = false;
  eachChild(node, (child) => {
    found ||= mentions(child, name);
  });
  return found;
}

/** Whether a variable of that name is read or written. */
export function mentionsVariable(references: Resolution["references"], node: Node, name: string): boolean {
  if (node.type === "Identifier" && node.name === name && references.has(node)) return true;
  let found = false;
  eachChild(node, (child) => {
    found ||= mentionsVariable(references, child, name);
  });
  return found;
}
