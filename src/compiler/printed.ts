import type { Node } from "../ast/index.js";
import type { Parsed } from "./1-parse/parse.js";
import { eachChild } from "./children.js";
import type { Resolution } from "./scope/scope.js";

/** A function, or the program itself: what it prints is collected apart. */
export interface PrintScope {
  /** The body that a collector belongs to; null is outside of the function of mode `function`. */
  readonly body: Node | null;
  readonly prints: Node[];
  readonly reads: Node[];
}

/**
 * Who collects what is printed, as in RestrictedPython: each function of its own that prints or reads `printed`; arrows,
 * classes and callbacks belong to the function around them, and so do the defaults of parameters.
 */
export function printScopes(parsed: Parsed, { references }: Resolution): readonly PrintScope[] {
  const scopes: PrintScope[] = [];
  const open = (body: Node | null): PrintScope => {
    const scope = { body, prints: [], reads: [] };
    scopes.push(scope);
    return scope;
  };
  const visit = (node: Node, scope: PrintScope): void => {
    if (node.type === "Identifier") {
      if (references.get(node) !== null) return;
      if (node.name === "print") scope.prints.push(node);
      if (node.name === "printed") scope.reads.push(node);
      return;
    }
    if (!isOwnScope(node)) return eachChild(node, (child) => visit(child, scope));
    const inner = open(node.body);
    eachChild(node, (child, key) => visit(child, key === "body" ? inner : scope));
  };
  const outside = open(null);
  for (const param of parsed.params) visit(param, outside);
  const program = open(parsed.program);
  eachChild(parsed.program, (child) => visit(child, program));
  return scopes.filter((s) => s.prints.length + s.reads.length > 0);
}

function isOwnScope(node: Node): node is Node & { readonly body: Node } {
  switch (node.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ObjectMethod":
    case "ClassMethod":
    case "ClassPrivateMethod":
      return true;
    default:
      return false;
  }
}
