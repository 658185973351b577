import type { Expression, Node, Statement, t } from "../../../ast/index.js";
import { assign, block, call, declare, id, statement, undef } from "../build.js";
import type { Frame, Lowering } from "../context.js";
import { unnamed } from "./call.js";
import { lowerClass } from "./class.js";
import { functionExpression } from "./function.js";
import { inDeadZone, lowerFor, lowerForEach, lowerWhile } from "./loop.js";
import { isPattern, lowerDeclared } from "./pattern.js";
import { tick } from "./tick.js";

export function lowerStatements(l: Lowering, f: Frame, statements: readonly Statement[]): Statement[] {
  return statements.flatMap((s) => l.stmt(s, f));
}

export function lowerStatement(l: Lowering, f: Frame, node: Statement): Statement[] {
  const lowered = oneStatement(l, f, node);
  return l.completions.resets.has(node) ? [completion(undef()), ...lowered] : lowered;
}

/** `_cv_ = value;` */
function completion(value: Expression, from?: Node): Statement {
  return statement(assign(id("_cv_"), value), from);
}

function oneStatement(l: Lowering, f: Frame, node: Statement): Statement[] {
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
      return [inDeadZone(l, node, lowerForEach(l, f, node))];
    case "LabeledStatement":
      return [inDeadZone(l, node, labelled(l, f, node))];
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

/** A label stays at its loop, whatever has to go around both. */
function labelled(l: Lowering, f: Frame, node: t.LabeledStatement): Statement {
  const inner = node.body;
  const body =
    inner.type === "LabeledStatement"
      ? labelled(l, f, inner)
      : inner.type === "ForOfStatement" || inner.type === "ForInStatement"
        ? lowerForEach(l, f, inner)
        : single(l, f, inner);
  return { type: "LabeledStatement", label: node.label, body, loc: node.loc } as unknown as Statement;
}

function single(l: Lowering, f: Frame, node: Statement): Statement {
  const lowered = l.stmt(node, f);
  const [only] = lowered;
  return lowered.length === 1 && only !== undefined ? only : block(lowered);
}

function expressionStatement(l: Lowering, f: Frame, node: t.ExpressionStatement): Statement {
  const value = l.expr(node.expression, f);
  return l.completions.values.has(node) ? completion(unnamed(value), node) : statement(value, node);
}

export function lowerDeclaration(l: Lowering, f: Frame, node: t.VariableDeclaration): t.VariableDeclaration {
  const pairs: (readonly [Node, Expression | null])[] = [];
  for (const d of node.declarations) {
    const name = d.id as Node;
    if (!isPattern(name)) pairs.push([name, d.init ? l.expr(d.init, f) : null]);
    else if (d.init) {
      const bound = lowerDeclared(l, f, name, l.expr(d.init, f), { node: d.init, kind: "declared" });
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
    ? block([tick(l, node.finalizer), ...finallyBody(l, f, node, node.finalizer)], node.finalizer)
    : null;
  return {
    type: "TryStatement",
    block: block(lowerStatements(l, f, node.block.body), node.block),
    handler,
    finalizer,
    loc: node.loc,
  } as unknown as Statement;
}

/** A `finally` that ends by itself leaves the value of what it follows. */
function finallyBody(l: Lowering, f: Frame, node: t.TryStatement, body: t.BlockStatement): Statement[] {
  const lowered = lowerStatements(l, f, body.body);
  if (!l.completions.finals.has(node)) return lowered;
  const held = l.fresh("t");
  f.temps.push(held);
  return [statement(assign(id(held), id("_cv_"))), completion(undef()), ...lowered, completion(id(held))];
}

/** Limit errors pass on, engine errors are rebuilt, before the program sees anything. */
function catchClause(l: Lowering, f: Frame, node: t.CatchClause): Node {
  const param = node.param as Node | null | undefined;
  const reset = l.completions.resets.has(node) ? [completion(undef())] : [];
  const statements = [...reset, ...lowerStatements(l, f, node.body.body)];
  if (param?.type === "Identifier") {
    const first = statement(assign(param, call("_caught_", [id(param.name)])));
    return {
      type: "CatchClause",
      param,
      body: block([first, ...statements]),
      loc: node.loc,
    } as unknown as Node;
  }
  const held = l.fresh("e");
  const caught = call("_caught_", [id(held)]);
  const inner = block(statements);
  if (!isPattern(param))
    return {
      type: "CatchClause",
      param: id(held),
      body: block([statement(caught), inner]),
      loc: node.loc,
    } as unknown as Node;
  const clean = l.fresh("p");
  const bound = lowerDeclared(l, f, param, id(clean), { kind: "parameter" });
  const first = declare("const", [[id(clean), caught]]);
  const parts = declare("let", [[bound.target, bound.source]]);
  return {
    type: "CatchClause",
    param: id(held),
    body: block([first, parts, inner]),
    loc: node.loc,
  } as unknown as Node;
}
