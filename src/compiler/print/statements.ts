import type { Node } from "../../ast/index.js";
import type { NodeOf, Printer } from "./printer.js";
import { IN_FOR_HEAD, IN_FOR_OF, IN_STATEMENT } from "./writer.js";

const CLOSING_BRACE = 125;

export function program(p: Printer, node: NodeOf<"Program">): void {
  directives(p, node);
  p.lines(node.body, node);
}

export function block(p: Printer, node: NodeOf<"BlockStatement">): void {
  if (node.directives.length === 0) return p.braced(node.body, node);
  p.token("{");
  p.newline();
  p.indent();
  directives(p, node);
  p.lines(node.body, node);
  p.dedent();
  p.close("}", node);
}

/** With an empty line between them and the statements. */
function directives(p: Printer, node: NodeOf<"Program" | "BlockStatement">): void {
  if (node.directives.length === 0) return;
  p.lines(node.directives, node);
  if (node.body.length > 0) p.emptyLine();
}

export function directive(p: Printer, node: NodeOf<"Directive">): void {
  p.print(node.value, node);
  p.token(";");
}

export function expressionStatement(p: Printer, node: NodeOf<"ExpressionStatement">): void {
  p.context |= IN_STATEMENT;
  p.print(node.expression, node);
  p.token(";");
}

/** `return`, `throw`, `break`, `continue`. */
export const jump =
  (word: string) =>
  (p: Printer, node: Node & { readonly argument?: Node | null; readonly label?: Node | null }): void => {
    p.word(word);
    const operand = node.argument ?? node.label;
    if (operand) {
      p.space();
      p.print(operand, node);
    }
    p.token(";");
  };

export function labeled(p: Printer, node: NodeOf<"LabeledStatement">): void {
  p.print(node.label, node);
  p.token(":");
  p.space();
  p.print(node.body, node);
}

export function ifStatement(p: Printer, node: NodeOf<"IfStatement">): void {
  head(p, "if", node.test, node);
  p.space();
  if (node.alternate && innermost(node.consequent).type === "IfStatement") {
    p.token("{");
    p.newline();
    p.indent();
    p.print(node.consequent, node);
    p.dedent();
    p.newline();
    p.token("}");
  } else p.print(node.consequent, node);
  if (!node.alternate) return;
  if (p.endsWith(CLOSING_BRACE)) p.space();
  p.keyword("else");
  p.print(node.alternate, node);
}

/** The statement an `else` behind this one would belong to. */
function innermost(node: Node): Node {
  switch (node.type) {
    case "LabeledStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
      return innermost(node.body);
    default:
      return node;
  }
}

/** `while (test)` */
function head(p: Printer, word: string, test: Node, node: Node): void {
  p.keyword(word);
  p.token("(");
  p.print(test, node);
  p.token(")");
}

function body(p: Printer, node: Node & { readonly body: Node }): void {
  if (node.body.type !== "EmptyStatement") p.space();
  p.print(node.body, node);
}

export function whileStatement(p: Printer, node: NodeOf<"WhileStatement">): void {
  head(p, "while", node.test, node);
  body(p, node);
}

export function doWhile(p: Printer, node: NodeOf<"DoWhileStatement">): void {
  p.keyword("do");
  p.print(node.body, node);
  p.space();
  head(p, "while", node.test, node);
  p.token(";");
}

export function forStatement(p: Printer, node: NodeOf<"ForStatement">): void {
  p.keyword("for");
  p.token("(");
  // At its beginning `let [` and `function` would be declarations, as in a statement.
  p.context |= IN_FOR_HEAD;
  if (node.init) p.print(node.init, node);
  p.context = 0;
  p.token(";");
  part(p, node.test, node);
  p.token(";");
  part(p, node.update, node);
  p.token(")");
  body(p, node);
}

function part(p: Printer, node: Node | null | undefined, parent: Node): void {
  if (!node) return;
  p.space();
  p.print(node, parent);
}

export function forEach(p: Printer, node: NodeOf<"ForInStatement" | "ForOfStatement">): void {
  const isOf = node.type === "ForOfStatement";
  p.keyword("for");
  if (isOf && node.await) p.keyword("await");
  p.token("(");
  p.context |= isOf ? IN_FOR_OF : IN_FOR_HEAD;
  p.print(node.left, node);
  if (!isOf) p.context = 0;
  p.space();
  p.keyword(isOf ? "of" : "in");
  p.print(node.right, node);
  p.token(")");
  body(p, node);
}

export function switchStatement(p: Printer, node: NodeOf<"SwitchStatement">): void {
  head(p, "switch", node.discriminant, node);
  p.space();
  p.braced(node.cases, node);
}

export function switchCase(p: Printer, node: NodeOf<"SwitchCase">): void {
  if (node.test) {
    p.keyword("case");
    p.print(node.test, node);
  } else p.word("default");
  p.token(":");
  if (node.consequent.length === 0) return;
  p.newline();
  p.indent();
  p.lines(node.consequent, node);
  p.dedent();
}

export function tryStatement(p: Printer, node: NodeOf<"TryStatement">): void {
  p.keyword("try");
  p.print(node.block, node);
  p.space();
  if (node.handler) p.print(node.handler, node);
  if (!node.finalizer) return;
  if (node.handler) p.space();
  p.keyword("finally");
  p.print(node.finalizer, node);
}

export function catchClause(p: Printer, node: NodeOf<"CatchClause">): void {
  p.keyword("catch");
  if (node.param) {
    p.token("(");
    p.print(node.param, node);
    p.token(")");
    p.space();
  }
  p.print(node.body, node);
}

/** With values, each on a line of its own. */
export function variableDeclaration(p: Printer, node: NodeOf<"VariableDeclaration">, parent: Node): void {
  const { declarations } = node;
  p.keyword(node.kind);
  const isInLoop =
    parent.type === "ForStatement" || parent.type === "ForInStatement" || parent.type === "ForOfStatement";
  const lines = !isInLoop && declarations.some((d) => d.init);
  if (declarations.length > 1) p.indent();
  for (let i = 0; i < declarations.length; i++) {
    if (i > 0) {
      p.token(",");
      if (lines) p.newline();
      else p.space();
    }
    p.print(declarations[i] as Node, node);
  }
  if (declarations.length > 1) p.dedent();
  const isHead = isInLoop && parent.body !== (node as Node);
  if (!isHead) p.token(";");
}

export function variableDeclarator(p: Printer, node: NodeOf<"VariableDeclarator">): void {
  p.print(node.id, node);
  if (!node.init) return;
  p.operator("=");
  p.print(node.init, node);
}

export function importDeclaration(p: Printer, node: NodeOf<"ImportDeclaration">): void {
  p.keyword("import");
  const named = node.specifiers.filter((s) => s.type === "ImportSpecifier");
  const whole = node.specifiers.filter((s) => s.type !== "ImportSpecifier");
  p.list(whole, node);
  if (whole.length > 0 && named.length > 0) p.comma();
  if (named.length > 0) {
    p.token("{");
    p.space();
    p.list(named, node);
    p.space();
    p.token("}");
  }
  if (node.specifiers.length > 0) {
    p.space();
    p.keyword("from");
  }
  p.print(node.source, node);
  p.token(";");
}

export function importSpecifier(p: Printer, node: NodeOf<"ImportSpecifier">): void {
  p.print(node.imported, node);
  if (node.imported.type === "Identifier" && node.imported.name === node.local.name) return;
  p.space();
  p.keyword("as");
  p.print(node.local, node);
}

export function importWhole(
  p: Printer,
  node: NodeOf<"ImportDefaultSpecifier" | "ImportNamespaceSpecifier">,
): void {
  if (node.type === "ImportNamespaceSpecifier") {
    p.token("*");
    p.space();
    p.keyword("as");
  }
  p.print(node.local, node);
}
