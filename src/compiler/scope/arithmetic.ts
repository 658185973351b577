import type { Node } from "../../ast/index.js";
import type { Binding, Resolution } from "./scope.js";

const OPERATORS: ReadonlySet<string> = new Set(["-", "*", "/", "%", "**", "|", "&", "^", "<<", ">>", ">>>"]);

/** True when the expression can only be a number or a bigint: such a value is a harmless property key. */
export function isArithmetic(node: Node, references: Resolution["references"]): boolean {
  switch (node.type) {
    case "NumericLiteral":
    case "BigIntLiteral":
    case "UpdateExpression":
      return true;
    case "UnaryExpression":
      return node.operator === "-" || node.operator === "+" || node.operator === "~";
    case "BinaryExpression":
      if (OPERATORS.has(node.operator)) return true;
      return (
        node.operator === "+" && isArithmetic(node.left, references) && isArithmetic(node.right, references)
      );
    case "ConditionalExpression":
      return isArithmetic(node.consequent, references) && isArithmetic(node.alternate, references);
    case "LogicalExpression":
      return isArithmetic(node.left, references) && isArithmetic(node.right, references);
    case "SequenceExpression": {
      const last = node.expressions.at(-1);
      return last !== undefined && isArithmetic(last, references);
    }
    case "AssignmentExpression":
      if (node.operator === "=") return isArithmetic(node.right, references);
      if (node.operator === "+=")
        return (
          node.left.type === "Identifier" &&
          isArithmetic(node.left, references) &&
          isArithmetic(node.right, references)
        );
      return OPERATORS.has(node.operator.slice(0, -1));
    case "Identifier": {
      const binding = references.get(node);
      return binding !== null && binding !== undefined && isArithmeticBinding(binding, references);
    }
    default:
      return false;
  }
}

let assumptions = 0;

function isArithmeticBinding(binding: Binding, references: Resolution["references"]): boolean {
  if (binding.opaque || binding.writes.length === 0) return false;
  // While the fact is being found it is assumed: `i += 1` keeps `i` arithmetic if everything else does.
  if (binding.arithmetic === "pending") return true;
  if (binding.arithmetic !== undefined) return binding.arithmetic;
  binding.arithmetic = "pending";
  assumptions++;
  const result = binding.writes.every((value) => isArithmetic(value, references));
  assumptions--;
  if (result && assumptions > 0) {
    // Found under an assumption about another name, which may still turn out false: not to be remembered.
    delete binding.arithmetic;
    return true;
  }
  binding.arithmetic = result;
  return result;
}
