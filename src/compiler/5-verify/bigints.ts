import type { AnyNode, Identifier } from "acorn";
import {
  BIGINT_NAMES,
  GROWING_OPERATORS,
  MIXING_OPERATORS,
  SIZED_OPERATORS,
} from "../../language/bigints.js";
import { arithmeticBindings, type NameFact } from "./arithmetic.js";
import type { Binding } from "./bindings.js";
import type { Context } from "./context.js";
import { bindingOf, roleOf } from "./notes.js";

/** Of two operands, one that is a number makes the result a number: with a bigint it would be an error. */
const EITHER: ReadonlySet<string> = new Set(["-", "*", "/", "%", "**", "|", "&", "^", "<<", ">>"]);
const SHORT_TEXT = 64;

/** I60: the text can make bigints by itself. */
export function mentionsBigints(nodes: readonly AnyNode[]): boolean {
  return nodes.some(
    (node) =>
      (node.type === "Literal" && typeof node.bigint === "string") ||
      (node.type === "Identifier" &&
        BIGINT_NAMES.has(node.name) &&
        roleOf(node) !== "key" &&
        bindingOf(node) === undefined),
  );
}

/** Whether an operator stands raw that could double a bigint. */
export function growsBigints(nodes: readonly AnyNode[], cx: Context): boolean {
  return nodes.some((node) => {
    if (node.type !== "BinaryExpression" && node.type !== "AssignmentExpression") return false;
    const operator = node.type === "BinaryExpression" ? node.operator : node.operator.slice(0, -1);
    return GROWING_OPERATORS.has(operator) && isSized(operator, node.left, node.right, cx);
  });
}

/** Whether an operator between these two could meet a bigint that it makes something costly of. */
export function isSized(operator: string, left: AnyNode, right: AnyNode, cx: Context): boolean {
  if (!SIZED_OPERATORS.has(operator)) return false;
  return ![left, right].some((node) => cx.isNumber(node) || isHarmlessBeside(operator, node));
}

/** A text that is compared with a bigint is read as one; a short one is read at once. */
function isHarmlessBeside(operator: string, node: AnyNode): boolean {
  if (!MIXING_OPERATORS.has(operator) || operator === "+") return false;
  if (node.type === "UnaryExpression") return node.operator === "typeof";
  if (node.type !== "Literal" || node.regex !== undefined || typeof node.bigint === "string") return false;
  return typeof node.value === "string" ? node.value.length <= SHORT_TEXT : typeof node.value !== "number";
}

/** Judges whether a value can only be a number, with the names that only ever hold numbers. */
export function numberJudge(bindings: readonly Binding[]): (node: AnyNode) => boolean {
  let held: ReturnType<typeof arithmeticBindings> | undefined;
  const fact: NameFact = (id: Identifier) => {
    held ??= arithmeticBindings(bindings, isNumber);
    const binding = bindingOf(id);
    return binding !== undefined && held.has(binding);
  };
  return (node) => isNumber(node, fact);
}

function isNumber(node: AnyNode, fact: NameFact): boolean {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "number";
    case "Identifier":
      return fact(node);
    case "UnaryExpression":
      if (node.operator === "+") return true;
      return (node.operator === "-" || node.operator === "~") && isNumber(node.argument, fact);
    case "UpdateExpression":
      return isNumber(node.argument, fact);
    case "BinaryExpression":
      return isNumberOf(node.operator, node.left, node.right, fact);
    case "ConditionalExpression":
      return isNumber(node.consequent, fact) && isNumber(node.alternate, fact);
    case "LogicalExpression":
      return isNumber(node.left, fact) && isNumber(node.right, fact);
    case "SequenceExpression": {
      const last = node.expressions.at(-1);
      return last !== undefined && isNumber(last, fact);
    }
    case "AssignmentExpression":
      if (node.operator === "=") return isNumber(node.right, fact);
      return isNumberOf(node.operator.slice(0, -1), node.left, node.right, fact);
    default:
      return false;
  }
}

function isNumberOf(operator: string, left: AnyNode, right: AnyNode, fact: NameFact): boolean {
  if (operator === ">>>") return true;
  if (EITHER.has(operator)) return isNumber(left, fact) || isNumber(right, fact);
  return operator === "+" && isNumber(left, fact) && isNumber(right, fact);
}
