import type { AnyNode, Identifier } from "acorn";
import type { Binding } from "./bindings.js";
import { bindingOf } from "./notes.js";

/** Answers whether a name may be taken for arithmetic. */
export type NameFact = (id: Identifier) => boolean;

const UNARY: ReadonlySet<string> = new Set(["+", "-", "~"]);
const BINARY: ReadonlySet<string> = new Set(["-", "*", "/", "%", "**", "|", "&", "^", "<<", ">>", ">>>"]);
const ASSIGNMENT: ReadonlySet<string> = new Set([
  "-=",
  "*=",
  "/=",
  "%=",
  "**=",
  "|=",
  "&=",
  "^=",
  "<<=",
  ">>=",
  ">>>=",
]);

/** I5: the value can only be a number or a bigint, whatever the names without a fact hold. */
export function isArithmetic(node: AnyNode, fact: NameFact): boolean {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "number" || typeof node.bigint === "string";
    case "Identifier":
      return fact(node);
    case "UnaryExpression":
      return UNARY.has(node.operator);
    case "UpdateExpression":
      return true;
    case "BinaryExpression":
      if (BINARY.has(node.operator)) return true;
      return node.operator === "+" && isArithmetic(node.left, fact) && isArithmetic(node.right, fact);
    case "ConditionalExpression":
      return isArithmetic(node.consequent, fact) && isArithmetic(node.alternate, fact);
    case "LogicalExpression":
      return isArithmetic(node.left, fact) && isArithmetic(node.right, fact);
    case "SequenceExpression": {
      const last = node.expressions.at(-1);
      return last !== undefined && isArithmetic(last, fact);
    }
    case "AssignmentExpression":
      if (ASSIGNMENT.has(node.operator)) return true;
      if (node.operator === "=") return isArithmetic(node.right, fact);
      if (node.operator !== "+=" || node.left.type !== "Identifier") return false;
      return fact(node.left) && isArithmetic(node.right, fact);
    default:
      return false;
  }
}

/**
 * The bindings that only ever hold numbers and bigints: the greatest set that agrees with itself. Before its first
 * write such a name is unreadable or `undefined`, and `undefined` is a harmless key.
 */
export function arithmeticBindings(
  bindings: readonly Binding[],
  judge: (node: AnyNode, fact: NameFact) => boolean = isArithmetic,
): ReadonlySet<Binding> {
  const held = new Set(bindings.filter(mayHold));
  const dependents = new Map<Binding, Set<Binding>>();
  const pending = [...held];
  for (let binding = pending.pop(); binding !== undefined; binding = pending.pop()) {
    const asking = binding;
    if (!held.has(asking)) continue;
    const fact = (id: Identifier): boolean => {
      const asked = bindingOf(id);
      if (asked === undefined || !held.has(asked)) return false;
      const known = dependents.get(asked) ?? new Set();
      dependents.set(asked, known.add(asking));
      return true;
    };
    if (holds(asking, fact, judge)) continue;
    held.delete(asking);
    pending.push(...(dependents.get(asking) ?? []));
  }
  return held;
}

function mayHold(binding: Binding): boolean {
  const declares = binding.kind === "var" || binding.kind === "let" || binding.kind === "const";
  return declares && !binding.opaque && binding.initialisers.length > 0;
}

function holds(binding: Binding, fact: NameFact, judge: (node: AnyNode, fact: NameFact) => boolean): boolean {
  return (
    binding.initialisers.every((value) => value !== null && judge(value, fact)) &&
    binding.writes.every((write) => judge(write, fact))
  );
}
