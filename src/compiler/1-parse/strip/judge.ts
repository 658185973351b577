import type { Node } from "../../../ast/index.js";

/** Declared or abstract: says that something is there, and does not make it. */
export function isAmbient(node: Node): boolean {
  switch (node.type) {
    case "VariableDeclaration":
    case "ClassDeclaration":
    case "FunctionDeclaration":
    case "TSModuleDeclaration":
      return node.declare === true;
    case "ClassProperty":
      return node.declare === true || node.abstract === true;
    case "ClassPrivateProperty":
      return (node as { declare?: boolean }).declare === true;
    default:
      return false;
  }
}

/** `import type …`, an inline `type` specifier, or a list of nothing but those. */
export function importsNothing(node: Node): boolean {
  switch (node.type) {
    case "ImportDeclaration":
      return (
        node.importKind === "type" || (node.specifiers.length > 0 && node.specifiers.every(importsNothing))
      );
    case "ImportSpecifier":
      return node.importKind === "type";
    default:
      return false;
  }
}

const TAKES_THIS: ReadonlySet<string> = new Set([
  "FunctionDeclaration",
  "FunctionExpression",
  "ObjectMethod",
  "ClassMethod",
  "ClassPrivateMethod",
]);

/** The first parameter `this: T` of a function that has a `this` of its own. */
export function isThisParameter(node: Node, parent: Node, field: string): boolean {
  return (
    field === "params" &&
    node.type === "Identifier" &&
    node.name === "this" &&
    TAKES_THIS.has(parent.type) &&
    (parent as { params: readonly Node[] }).params[0] === node
  );
}

/** Whether an identifier in this field names a variable, and not a property or an export. */
export function isVariableName(parent: Node, field: string): boolean {
  if (field === "imported" || field === "exported") return false;
  if (field === "key" || field === "property") return "computed" in parent && parent.computed === true;
  return true;
}
