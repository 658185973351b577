import type { Expression, Node, Statement, t } from "../../../ast/index.js";
import { assign, block, call, declare, id, statement } from "../build.js";
import type { Frame, Lowering } from "../context.js";
import { unnamed } from "./call.js";
import { lowerClass } from "./class.js";
import { functionExpression } from "./function.js";
import { lowerFor, lowerForEach, lowerWhile } from "./loop.js";
import { isPattern, lowerDeclared } from "./pattern.js";
import { tick } from "./tick.js";

export function lowerStatements(l: Lowering, f: Frame, statements: readonly Statement[]): Statement[] {
  return statements.flatMap((s) => l.stmt(s, f));
}

export function lowerStatement(l: Lowering, f: Frame, node: Statement): Statement[] {
  switch (node.type) {
    case "ExpressionStatement":
      return [expressionStatement(l, f, node)];
    case "VariableDeclaration":
      return [lowerDeclaration(l, f, node)];
    case "FunctionDeclaration":
      return [functionExpression(l, node) as Statement];
    case "ClassDeclaration":
      return [classDeclaration(l, f, node)];
    case "BlockStatement":
      return [block(lowerStatements(l, f, node.body), node)];
    case "IfStatement":
      return [
        {
          type: "IfStatement",
          test: l.expr(node.test, f),
          consequent: single(l, f, node.consequent),
          alternate: node.alternate ? single(l, f, node.alternate) : null,
          loc: node.loc,
        } as unknown as Statement,
      ];
    case "ReturnStatement":
    case "ThrowStatement":
      return [
        {
          type: node.type,
          argument: node.argument ? l.expr(node.argument, f) : null,
          loc: node.loc,
        } as unknown as Statement,
      ];
    case "WhileStatement":
    case "DoWhileStatement":
      return [lowerWhile(l, f, node)];
    case "ForStatement":
      return [lowerFor(l, f, node)];
    case "ForInStatement":
    case "ForOfStatement":
      return [lowerForEach(l, f, node)];
    case "LabeledStatement":
      return [
        {
          type: "LabeledStatement",
          label: node.label,
          body: single(l, f, node.body),
          loc: node.loc,
        } as unknown as Statement,
      ];
    case "SwitchStatement": {
      const cases = node.cases.map((c) => ({
        type: "SwitchCase",
        test: c.test ? l.expr(c.test, f) : null,
        consequent: lowerStatements(l, f, c.consequent),
      }));
      return [
        {
          type: "SwitchStatement",
          discriminant: l.expr(node.discriminant, f),
          cases,
          loc: node.loc,
        } as unknown as Statement,
      ];
    }
    case "TryStatement":
      return [tryStatement(l, f, node)];
    case "BreakStatement":
    case "ContinueStatement":
    case "EmptyStatement":
      return [node];
    default:
      throw new TypeError(`no lowering for ${node.type}`);
  }
}

function single(l: Lowering, f: Frame, node: Statement): Statement {
  const lowered = l.stmt(node, f);
  const [only] = lowered;
  return lowered.length === 1 && only !== undefined ? only : block(lowered);
}

function expressionStatement(l: Lowering, f: Frame, node: t.ExpressionStatement): Statement {
  const value = l.expr(node.expression, f);
  if (!l.completions.has(node)) return statement(value, node);
  return statement(assign(id("_cv_"), unnamed(value)), node);
}

export function lowerDeclaration(l: Lowering, f: Frame, node: t.VariableDeclaration): t.VariableDeclaration {
  const pairs: (readonly [Node, Expression | null])[] = [];
  for (const d of node.declarations) {
    const name = d.id as Node;
    if (!isPattern(name)) pairs.push([name, d.init ? l.expr(d.init, f) : null]);
    else if (d.init) {
      const bound = lowerDeclared(l, f, name, l.expr(d.init, f), d.init);
      pairs.push([bound.target, bound.source]);
    }
  }
  return { ...declare(node.kind, pairs), loc: node.loc ?? null } as t.VariableDeclaration;
}

function classDeclaration(l: Lowering, f: Frame, node: t.ClassDeclaration): Statement {
  const lowered = lowerClass(l, f, node);
  if (l.form === "inline" || !node.id) return lowered as unknown as Statement;
  const expression = { ...lowered, type: "ClassExpression" } as unknown as Expression;
  return declare("let", [[id(node.id.name), call("_class_", [expression], node)]]);
}

function tryStatement(l: Lowering, f: Frame, node: t.TryStatement): Statement {
  const handler = node.handler ? catchClause(l, f, node.handler) : null;
  const finalizer = node.finalizer
    ? block([tick(l), ...lowerStatements(l, f, node.finalizer.body)], node.finalizer)
    : null;
  return {
    type: "TryStatement",
    block: block(lowerStatements(l, f, node.block.body), node.block),
    handler,
    finalizer,
    loc: node.loc,
  } as unknown as Statement;
}

/** Limit errors pass on, engine errors are rebuilt, before the program sees anything. */
function catchClause(l: Lowering, f: Frame, node: t.CatchClause): Node {
  const param = node.param as Node | null | undefined;
  if (param?.type === "Identifier") {
    const first = statement(assign(param, call("_caught_", [id(param.name)])));
    return {
      type: "CatchClause",
      param,
      body: block([first, ...lowerStatements(l, f, node.body.body)]),
      loc: node.loc,
    } as unknown as Node;
  }
  const held = l.fresh("e");
  const caught = call("_caught_", [id(held)]);
  const inner = block(lowerStatements(l, f, node.body.body));
  if (!isPattern(param))
    return {
      type: "CatchClause",
      param: id(held),
      body: block([statement(caught), inner]),
      loc: node.loc,
    } as unknown as Node;
  const clean = l.fresh("p");
  const bound = lowerDeclared(l, f, param, id(clean), { type: "NullLiteral" } as Node);
  const first = declare("const", [[id(clean), caught]]);
  const parts = declare("let", [[bound.target, bound.source]]);
  return {
    type: "CatchClause",
    param: id(held),
    body: block([first, parts, inner]),
    loc: node.loc,
  } as unknown as Node;
}
