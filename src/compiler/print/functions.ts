import type { Node } from "../../ast/index.js";
import type { NodeOf, Printer } from "./printer.js";
import { IN_ARROW } from "./writer.js";

export function functionLike(p: Printer, node: NodeOf<"FunctionDeclaration" | "FunctionExpression">): void {
  if (node.async) p.keyword("async");
  p.word("function");
  if (node.generator) p.token("*");
  p.space();
  if (node.id) p.print(node.id, node);
  parameters(p, node);
  p.space();
  p.print(node.body, node);
}

export function arrowFunction(p: Printer, node: NodeOf<"ArrowFunctionExpression">): void {
  if (node.async) p.keyword("async");
  const [only] = node.params;
  if (node.params.length === 1 && only?.type === "Identifier") p.print(only, node);
  else parameters(p, node);
  p.operator("=>");
  p.context |= IN_ARROW;
  p.print(node.body, node);
}

function parameters(p: Printer, node: Node & { readonly params: readonly Node[] }): void {
  p.token("(");
  p.list(node.params, node);
  p.token(")");
}

export function classLike(p: Printer, node: NodeOf<"ClassDeclaration" | "ClassExpression">): void {
  p.word("class");
  if (node.id) {
    p.space();
    p.print(node.id, node);
  }
  if (node.superClass) {
    p.space();
    p.keyword("extends");
    p.print(node.superClass, node);
  }
  p.space();
  p.print(node.body, node);
}

export function classBody(p: Printer, node: NodeOf<"ClassBody">): void {
  members(p, node);
}

export function method(
  p: Printer,
  node: NodeOf<"ObjectMethod" | "ClassMethod" | "ClassPrivateMethod">,
): void {
  if ("static" in node && node.static === true) p.keyword("static");
  if (node.kind === "get" || node.kind === "set") p.keyword(node.kind);
  if (node.async) p.keyword("async");
  if (node.kind === "method" && node.generator) p.token("*");
  memberKey(p, node);
  parameters(p, node);
  p.space();
  p.print(node.body, node);
}

export function field(p: Printer, node: NodeOf<"ClassProperty" | "ClassPrivateProperty">): void {
  if (node.static === true) p.keyword("static");
  memberKey(p, node);
  if (node.value) {
    p.operator("=");
    p.print(node.value, node);
  }
  p.token(";");
}

export function staticBlock(p: Printer, node: NodeOf<"StaticBlock">): void {
  p.keyword("static");
  members(p, node);
}

/** Without any, the braces come from the same place. */
function members(p: Printer, node: NodeOf<"ClassBody" | "StaticBlock">): void {
  if (node.body.length > 0) return p.braced(node.body, node);
  p.token("{");
  p.token("}");
}

function memberKey(
  p: Printer,
  node: Node & { readonly key: Node; readonly computed?: boolean | null },
): void {
  if (node.computed !== true) return p.print(node.key, node);
  p.bracketed(node.key, node);
}
