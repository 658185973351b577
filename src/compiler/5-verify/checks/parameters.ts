import type { AnyNode, Function as FunctionNode, ObjectPattern } from "acorn";
import { NIL } from "../../../language/runtime-names.js";
import type { Context } from "../context.js";
import { isNamed } from "../match.js";
import { checkGeneratorDefaults } from "./generators.js";

/** I7: identifiers with or without default, a rest identifier; a generator may end in a rest sequence. */
export function checkParameters(node: FunctionNode & AnyNode, cx: Context): void {
  for (const parameter of node.params) {
    if (!isPlainParameter(parameter) && !(node.generator && isRestSequence(parameter))) {
      cx.report("VERIFY_PATTERN", parameter);
    }
  }
  if (node.generator) checkGeneratorDefaults(node, cx);
}

function isPlainParameter(parameter: AnyNode): boolean {
  if (parameter.type === "AssignmentPattern") return parameter.left.type === "Identifier";
  if (parameter.type === "RestElement") return parameter.argument.type === "Identifier";
  return parameter.type === "Identifier";
}

export function isRestSequence(parameter: AnyNode): boolean {
  if (parameter.type !== "RestElement" || parameter.argument.type !== "ObjectPattern") return false;
  return (parameter.argument as ObjectPattern).properties.every(
    (part) =>
      part.type === "Property" &&
      part.computed &&
      isNamed(part.key, NIL) &&
      part.value.type === "AssignmentPattern",
  );
}
