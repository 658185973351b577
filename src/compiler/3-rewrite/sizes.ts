import type { Expression, Node } from "../../ast/index.js";
import { BIGINT_NAMES, MIXING_OPERATORS, SIZED_OPERATORS } from "../../language/bigints.js";
import type { Parsed } from "../1-parse/parse.js";
import { eachChild } from "../children.js";
import type { GuardForm } from "../options.js";
import { type NumberFact, numbersByNames, numbersWithoutNames } from "../scope/numbers.js";
import type { Resolution } from "../scope/scope.js";
import { call, str } from "./build.js";

/** Whether the operators of this program are left to `_op_`; null: bigints come from the host only. */
export interface Sizes {
  readonly isNumber: NumberFact;
  /** Expressions that are a statement: what fails in a template there is placed at the statement. */
  readonly statements: ReadonlySet<Node>;
}

/** A text that is compared with a bigint is read as one; a short one is read at once. */
const SHORT_TEXT = 64;

export function sizesOf(
  parsed: Parsed,
  { references }: Resolution,
  form: GuardForm,
  asked: boolean,
): Sizes | null {
  if (!asked && ![parsed.program, ...parsed.params].some(mentionsBigints)) return null;
  // In the call form `x += 1` is a guard's result, of which nothing is known.
  const isNumber = form === "inline" ? numbersByNames(references) : numbersWithoutNames;
  const statements = new Set<Node>();
  const visit = (node: Node): void => {
    if (node.type === "ExpressionStatement") statements.add(node.expression);
    eachChild(node, visit);
  };
  visit(parsed.program);
  return { isNumber, statements };
}

/** Any identifier of such a name, whatever it is: guards that are not needed do no harm. */
function mentionsBigints(node: Node): boolean {
  if (node.type === "BigIntLiteral") return true;
  if (node.type === "Identifier" && BIGINT_NAMES.has(node.name)) return true;
  let found = false;
  eachChild(node, (child) => {
    found ||= mentionsBigints(child);
  });
  return found;
}

/** Whether an operator between these two must be left to `_op_`; the nodes are the source's. */
export function isSized(sizes: Sizes | null, operator: string, left: Node, right: Node): boolean {
  if (sizes === null || !SIZED_OPERATORS.has(operator)) return false;
  const harmless = (node: Node): boolean => sizes.isNumber(node) || isHarmlessBeside(operator, node);
  return !harmless(left) && !harmless(right);
}

function isHarmlessBeside(operator: string, node: Node): boolean {
  if (!MIXING_OPERATORS.has(operator) || operator === "+") return false;
  if (node.type === "NullLiteral" || node.type === "BooleanLiteral") return true;
  if (node.type === "StringLiteral") return node.value.length <= SHORT_TEXT;
  return node.type === "UnaryExpression" && node.operator === "typeof";
}

export function sized(operator: string, operands: readonly Expression[], from?: Node): Expression {
  return call("_op_", [str(operator), ...operands], from);
}
