import type { AnyNode, AssignmentProperty, MethodDefinition, Property, PropertyDefinition } from "acorn";
import { isForbiddenMember } from "../../../language/names.js";
import { refusedMember } from "../../../language/policy.js";
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
    checkWrittenKey(key, name, cx);
    return;
  }
  if (computed && isCallOf(key, "_k_")) return;
  const fact = (id: AnyNode & { readonly type: "Identifier" }): boolean => {
    const binding = cx.bindingOf(id);
    return binding !== undefined && cx.isArithmeticName(binding);
  };
  if (!computed || !isArithmetic(key, fact)) cx.report("VERIFY_KEY", key);
  // I60: the text of a bigint is paid for.
  else if (cx.bigints && !cx.isNumber(key)) cx.report("VERIFY_BIGINT", key);
}

/** I4 and I41. `v` is where the library's own stash keeps a value. */
export function checkWrittenKey(key: AnyNode, name: string, cx: Context): void {
  if (cx.unguarded) return;
  if (isForbiddenMember(name, cx.openNames)) cx.report("VERIFY_MEMBER", key, name);
  else if (name !== "v" && refusedMember(name, cx.policy) !== undefined && !isBindingOfRoot(key, cx))
    cx.report("VERIFY_POLICY_MEMBER", key, name);
}

/** `return [value, { name, … }]` at the end of the root: what the host gets, named after the program's own variables. */
function isBindingOfRoot(key: AnyNode, cx: Context): boolean {
  const property = cx.parentOf(key);
  const list = property === undefined ? undefined : cx.parentOf(property);
  const pair = list === undefined ? undefined : cx.parentOf(list);
  const last = cx.root.body.body.at(-1);
  return (
    property?.type === "Property" &&
    list?.type === "ObjectExpression" &&
    pair?.type === "ArrayExpression" &&
    pair.elements[1] === list &&
    last?.type === "ReturnStatement" &&
    last.argument === pair
  );
}

export function checkProperty(node: Property | AssignmentProperty, cx: Context): void {
  const inPattern = cx.parentOf(node)?.type === "ObjectPattern";
  if (inPattern && node.computed && isNamed(node.key, NIL)) return;
  // I36: the engine would read the member itself, past the reading guard.
  if (inPattern && cx.form === "call" && !isBoxed(node as AssignmentProperty, cx))
    cx.report("VERIFY_PATTERN", node);
  checkKey(node.key, node.computed, cx);
}

/** `{ v: target = d } = { v: value }`: the one way to a default, over a value that a guard gave. */
function isBoxed(node: AssignmentProperty, cx: Context): boolean {
  const pattern = cx.parentOf(node);
  const holder = pattern === undefined ? undefined : cx.parentOf(pattern);
  if (node.computed || !isNamed(node.key, "v")) return false;
  const box = boxFor(holder, pattern);
  const held = box?.type === "ObjectExpression" ? box.properties[0] : undefined;
  return held?.type === "Property" && held.kind === "init" && !held.computed && isNamed(held.key, "v");
}

function boxFor(holder: AnyNode | undefined, pattern: AnyNode | undefined): AnyNode | null | undefined {
  if (holder?.type === "AssignmentPattern") return holder.left === pattern ? holder.right : undefined;
  return holder?.type === "VariableDeclarator" && holder.id === pattern ? holder.init : undefined;
}

export function checkClassKey(node: MethodDefinition | PropertyDefinition, cx: Context): void {
  // The parser allows one, not static and not computed.
  if (node.type === "MethodDefinition" && node.kind === "constructor" && !node.computed && !node.static)
    return;
  checkKey(node.key, node.computed, cx);
}
