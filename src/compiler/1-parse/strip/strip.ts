import { isNode, type Node, ownFields } from "../../../ast/index.js";
import { JAVASCRIPT_FIELDS, TYPESCRIPT_TYPES } from "../../../language/typescript.js";
import { importsNothing, isAmbient, isThisParameter, isVariableName } from "./judge.js";

/** Told of each place that is neither JavaScript nor TypeScript as the tables know it. */
export type Report = (
  node: Node,
  finding: { readonly code: "SYNTAX_ERROR" | "SYNTAX_UNKNOWN"; readonly message: string },
) => void;

const THIS_NAME =
  "`this` cannot be used as a name; in a function it may stand first among the parameters, with a type.";

/**
 * Takes the types out of a tree, in place: what is left is JavaScript, each node where it was. What has no JavaScript
 * to become stays as an empty node of its type, which the check stage refuses.
 */
export function strip(root: Node, report: Report): void {
  for (const [field, value] of ownFields(root)) {
    const verdict = fieldVerdict(root, field);
    if (verdict === "js") stripField(root, field, value, report);
    else if (verdict === "type") removeType(root, field, value, report);
    else if (verdict === "mark" || isEmpty(value)) removeField(root, field);
    else unknown(root, `The field \`${field}\` of \`${root.type}\` is not known to restrictedjs.`, report);
  }
}

function fieldVerdict(node: Node, field: string): "js" | "type" | "mark" | undefined {
  if (field === "type") return "js";
  if (field === "optional")
    return node.type === "OptionalMemberExpression" || node.type === "OptionalCallExpression" ? "js" : "mark";
  return JAVASCRIPT_FIELDS.get(field);
}

function stripField(node: Node, field: string, value: unknown, report: Report): void {
  if (Array.isArray(value)) {
    const kept: (Node | null)[] = [];
    for (const item of value as unknown[]) {
      if (isNode(item)) {
        if (!isDropped(item, node, field)) kept.push(stripped(item, node, field, report));
      } else if (item === null && field === "elements") kept.push(item);
      // Babel loses the statement `namespace` before a `var`.
      else report(node, { code: "SYNTAX_ERROR", message: "A part of this cannot be parsed." });
    }
    setField(node, field, kept);
  } else if (isNode(value)) {
    const left = isDropped(value, node, field)
      ? ({ type: "EmptyStatement", loc: value.loc, start: value.start, end: value.end } as Node)
      : stripped(value, node, field, report);
    setField(node, field, left);
  }
}

/** The node that stands for `node` afterwards. */
function stripped(node: Node, parent: Node, field: string, report: Report): Node {
  let inner = node;
  while (TYPESCRIPT_TYPES.get(inner.type) === "unwrap")
    inner = (inner as unknown as { expression: Node }).expression;
  const verdict = TYPESCRIPT_TYPES.get(inner.type);
  if (verdict === undefined && !inner.type.startsWith("TS")) {
    if (inner.type === "Identifier" && inner.name === "this" && isVariableName(parent, field))
      report(inner, { code: "SYNTAX_ERROR", message: THIS_NAME });
    strip(inner, report);
    return inner;
  }
  if (verdict === "refuse" || verdict === "ambient") return hollow(inner);
  unknown(inner, `\`${inner.type}\` cannot stand here.`, report);
  return inner;
}

/** Keeps a node's type and place and nothing in it: one thing is refused once. */
function hollow(node: Node): Node {
  for (const [field] of ownFields(node)) if (field !== "type") removeField(node, field);
  return node;
}

function isDropped(node: Node, parent: Node, field: string): boolean {
  const verdict = TYPESCRIPT_TYPES.get(node.type);
  if (verdict === "drop") return true;
  if (verdict !== undefined && verdict !== "ambient") return false;
  return isAmbient(node) || importsNothing(node) || isThisParameter(node, parent, field);
}

function removeType(node: Node, field: string, value: unknown, report: Report): void {
  for (const item of Array.isArray(value) ? value : [value])
    if (isNode(item) && TYPESCRIPT_TYPES.get(item.type) !== "type")
      unknown(item, `\`${item.type}\` is not a type.`, report);
  removeField(node, field);
}

function unknown(node: Node, message: string, report: Report): void {
  report(node, { code: "SYNTAX_UNKNOWN", message });
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0)
  );
}

function setField(node: Node, field: string, value: unknown): void {
  (node as unknown as Record<string, unknown>)[field] = value;
}

function removeField(node: Node, field: string): void {
  delete (node as unknown as Record<string, unknown>)[field];
}
