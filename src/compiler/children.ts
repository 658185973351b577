import { forEachChild, isNode, type Node } from "../ast/index.js";
import { CHILD_FIELDS } from "../language/node-fields.js";

/**
 * Visits every child node by the table of fields. Only for trees whose every field the check stage looks at or has looked
 * at: a field that is in no row is refused there, so that nothing is in it that goes on. A type without a row is walked
 * field by field.
 */
export function eachChild(node: Node, visit: (child: Node, key: string) => void): void {
  const fields = CHILD_FIELDS.get(node.type);
  if (fields === undefined) return forEachChild(node, visit);
  for (let f = 0; f < fields.length; f++) {
    const field = fields[f] as string;
    const value = (node as unknown as Readonly<Record<string, unknown>>)[field];
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) if (isNode(value[i])) visit(value[i], field);
    } else if (isNode(value)) visit(value, field);
  }
}
