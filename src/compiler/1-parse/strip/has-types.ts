import { forEachChild, type Node, ownFields } from "../../../ast/index.js";
import { JAVASCRIPT_FIELDS } from "../../../language/typescript.js";

/** Whether a tree that was parsed as TypeScript has anything in it that JavaScript lacks. */
export function hasTypes(root: Node): boolean {
  if (root.type.startsWith("TS") || ownFields(root).some(([field, value]) => isMark(root, field, value)))
    return true;
  let found = false;
  forEachChild(root, (child) => {
    found ||= hasTypes(child);
  });
  return found;
}

function isMark(node: Node, field: string, value: unknown): boolean {
  if (field === "importKind" || field === "exportKind") return value === "type";
  if (!value) return false;
  if (field === "optional") return !node.type.startsWith("Optional");
  const verdict = JAVASCRIPT_FIELDS.get(field);
  return verdict === "type" || verdict === "mark";
}
