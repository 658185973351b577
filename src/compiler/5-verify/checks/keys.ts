import type { AnyNode, AssignmentProperty, MethodDefinition, Property, PropertyDefinition } from "acorn";
import { isForbiddenMember } from "../../../language/names.js";
import { NIL } from "../../../language/runtime-names.js";
import { isArithmetic } from "../arithmetic.js";
import type { Context } from "../context.js";
import { isCallOf, isNamed } from "../match.js";

/** The name a key has in the text, when it has one. */
export function writtenName(key: AnyNode, computed: boolean): string | undefined {
  if (!computed && key.type === "Identifier") return key.name;
  if (key.type === "TemplateLiteral") {
    return key.expressions.length === 0 ? (key.quasis[0]?.value.cooked ?? undefined) : undefined;
  }
  // The text form of a regular expression is what its `toString` makes of it.
  if (key.type !== "Literal" || key.regex !== undefined) return undefined;
  return typeof key.bigint === "string" ? key.bigint : String(key.value);
}

/** I4 for written-out keys, I5 for all others. */
export function checkKey(key: AnyNode, computed: boolean, cx: Context): void {
  if (key.type === "PrivateIdentifier") return;
  const name = writtenName(key, computed);
  if (name !== undefined) {
    if (isForbiddenMember(name, cx.openNames)) cx.report("VERIFY_MEMBER", key, name);
    return;
  }
  if (computed && isCallOf(key, "_k_")) return;
  const fact = (id: AnyNode & { readonly type: "Identifier" }): boolean => {
    const binding = cx.bindingOf(id);
    return binding !== undefined && cx.isArithmeticName(binding);
  };
  if (!computed || !isArithmetic(key, fact)) cx.report("VERIFY_KEY", key);
}

export function checkProperty(node: Property | AssignmentProperty, cx: Context): void {
  const inPattern = cx.parentOf(node)?.type === "ObjectPattern";
  if (inPattern && node.computed && isNamed(node.key, NIL)) return;
  checkKey(node.key, node.computed, cx);
}

export function checkClassKey(node: MethodDefinition | PropertyDefinition, cx: Context): void {
  // The parser allows one, not static and not computed.
  if (node.type === "MethodDefinition" && node.kind === "constructor" && !node.computed && !node.static)
    return;
  checkKey(node.key, node.computed, cx);
}
