import type { Node } from "../../ast/index.js";

/** The identifiers a pattern binds or assigns; member targets are left out. */
export function patternNames(pattern: Node): readonly string[] {
  const names: string[] = [];
  collect(pattern, (node) => {
    if (node.type === "Identifier") names.push(node.name);
  });
  return names;
}

/** Calls `visit` with each target (identifier or member expression) of a pattern. */
export function collect(pattern: Node | null | undefined, visit: (target: Node) => void): void {
  if (pattern === null || pattern === undefined) return;
  switch (pattern.type) {
    case "ArrayPattern":
      for (const element of pattern.elements) collect(element, visit);
      return;
    case "ObjectPattern":
      for (const property of pattern.properties)
        collect(property.type === "RestElement" ? property : (property.value as Node), visit);
      return;
    case "AssignmentPattern":
      collect(pattern.left, visit);
      return;
    case "RestElement":
      collect(pattern.argument, visit);
      return;
    default:
      visit(pattern);
  }
}
