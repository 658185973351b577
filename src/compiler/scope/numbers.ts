import type { Node } from "../../ast/index.js";
import type { Binding, Resolution } from "./scope.js";

/** Of two operands, one that is a number makes the result a number: with a bigint it would be an error. */
const EITHER: ReadonlySet<string> = new Set(["-", "*", "/", "%", "**", "|", "&", "^", "<<", ">>"]);

/** Answers whether an expression can only be a number, never a bigint. */
export type NumberFact = (node: Node) => boolean;

/** Knows literals and operators only, and nothing of variables. */
export const numbersWithoutNames: NumberFact = (node) => isNumber(node, () => false);

/** Knows variables that only ever hold numbers, too: the greatest set of them that agrees with itself. */
export function numbersByNames(references: Resolution["references"]): NumberFact {
  const held = new Set<Binding>();
  for (const binding of references.values())
    if (binding !== null && !binding.opaque && !binding.bare && binding.writes.length > 0) held.add(binding);
  const dependents = new Map<Binding, Set<Binding>>();
  const pending = [...held];
  for (let binding = pending.pop(); binding !== undefined; binding = pending.pop()) {
    const asking = binding;
    if (!held.has(asking)) continue;
    const fact = (node: Node): boolean => {
      const asked = references.get(node);
      if (asked === undefined || asked === null || !held.has(asked)) return false;
      dependents.set(asked, (dependents.get(asked) ?? new Set()).add(asking));
      return true;
    };
    if (asking.writes.every((value) => isNumber(value, fact))) continue;
    held.delete(asking);
    pending.push(...(dependents.get(asking) ?? []));
  }
  return (node) =>
    isNumber(node, (name) => {
      const binding = references.get(name);
      return binding !== undefined && binding !== null && held.has(binding);
    });
}

function isNumber(node: Node, fact: NumberFact): boolean {
  switch (node.type) {
    case "NumericLiteral":
      return true;
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

function isNumberOf(operator: string, left: Node, right: Node, fact: NumberFact): boolean {
  if (operator === ">>>") return true;
  if (EITHER.has(operator)) return isNumber(left, fact) || isNumber(right, fact);
  return operator === "+" && isNumber(left, fact) && isNumber(right, fact);
}
