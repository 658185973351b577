import type { Expression, Node, Statement, t } from "../../../ast/index.js";
import { patternNames } from "../../scope/patterns.js";
import { arrow, at, block, call, declare, id, ret, str, undef } from "../build.js";
import { type Frame, frame, type Lowering } from "../context.js";
import { separateBody } from "./body-scope.js";
import { lowerParams } from "./parameters.js";
import { lowerStatements } from "./statement.js";
import { tick } from "./tick.js";

export type FunctionNode =
  | t.FunctionDeclaration
  | t.FunctionExpression
  | t.ArrowFunctionExpression
  | t.ObjectMethod
  | t.ClassMethod
  | t.ClassPrivateMethod;

export interface Made {
  readonly params: readonly Node[];
  readonly body: t.BlockStatement;
}

/** Parameters and body of any function, with the tick, the temporaries and the lowered patterns in place. */
export function lowerFunction(l: Lowering, node: FunctionNode): Made {
  if (node.async && !node.generator) return lowerAsync(l, node);
  return lowerSync(l, node);
}

function lowerSync(l: Lowering, node: FunctionNode): Made {
  const f = frame();
  const { params, prelude, names } = lowerParams(l, f, node);
  if (node.body.type !== "BlockStatement") {
    const result = at(ret(l.expr(node.body, f)), node.body);
    return {
      params,
      body: block([tick(l, start(l, node)), ...temporaries(f), ...prelude, result], node.body),
    };
  }
  const own = separateBody(l, node.body.body, names, new Set(node.params.flatMap(patternNames)));
  const lowered = lowerStatements(l, f, own.statements);
  const body = own.own ? [...own.before, block([...own.inside, ...lowered])] : lowered;
  const first = tick(l, start(l, node));
  const head = [first, ...collector(l, node.body), ...temporaries(f), ...prelude];
  return { params, body: block([...head, ...body], node.body) };
}

/** The collector of a scope that prints. */
export function collector(l: Lowering, body: Node | null): Statement[] {
  const name = l.collectors.get(body);
  return name === undefined ? [] : [declare("let", [[id(name), call("_print_", [])]])];
}

/** Where a function begins, as the place of a limit that it reaches. */
function start(l: Lowering, node: FunctionNode): Node {
  return l.places.at(node.start ?? -1);
}

export function temporaries(f: Frame): Statement[] {
  return f.temps.length === 0
    ? []
    : [
        declare(
          "let",
          f.temps.map((name) => [id(name), null] as const),
        ),
      ];
}

/**
 * The promise of an async function must be marked as handled, or an unheard rejection would end the host's process.
 * Only the caller can do that, so the function becomes a caller of itself: the async part is an arrow inside, which
 * keeps `this`, `arguments` and `super`.
 */
function lowerAsync(l: Lowering, node: FunctionNode): Made {
  const inner = lowerSync(l, { ...node, async: false } as FunctionNode);
  const task = l.places.hop(arrow(inner.params, inner.body, true), node);
  l.tasks.count++;
  const dummies = dummyParams(l, node);
  if (node.type !== "ArrowFunctionExpression") {
    const check = notConstructor(l, node);
    const all = { type: "SpreadElement", argument: id("arguments") } as t.SpreadElement;
    return {
      params: dummies,
      body: block(
        [tick(l, start(l, node)), ...check, ret(call("_handled_", [call(task, [all])], node))],
        node.body,
      ),
    };
  }
  const tail = l.fresh("x");
  const spread = { type: "SpreadElement", argument: id(tail) } as t.SpreadElement;
  const given = dummies.map((p) =>
    id((p.type === "AssignmentPattern" ? (p.left as t.Identifier) : (p as t.Identifier)).name),
  );
  const params = [...dummies, { type: "RestElement", argument: id(tail) } as t.RestElement];
  return {
    params,
    body: block(
      [tick(l, start(l, node)), ret(call("_handled_", [call(task, [...given, spread])], node))],
      node.body,
    ),
  };
}

/** As many parameters as `length` counts, and one with a default where the original has its first. */
function dummyParams(l: Lowering, node: FunctionNode): Node[] {
  const params: Node[] = [];
  for (const p of node.params) {
    if (p.type === "RestElement") break;
    const name = id(l.fresh("x"));
    params.push(
      p.type === "AssignmentPattern"
        ? ({ type: "AssignmentPattern", left: name, right: undef() } as t.AssignmentPattern)
        : name,
    );
  }
  return params;
}

/** An async function is no constructor, but the function that stands for it would be. */
function notConstructor(l: Lowering, node: FunctionNode): Statement[] {
  if (node.type !== "FunctionDeclaration" && node.type !== "FunctionExpression") return [];
  const test = { type: "MetaProperty", meta: id("new"), property: id("target") } as t.MetaProperty;
  const consequent = {
    type: "ExpressionStatement",
    expression: call("_noctor_", [str(node.id?.name ?? "(intermediate value)")], l.places.nowhere),
  };
  return [{ type: "IfStatement", test, consequent, alternate: null } as unknown as t.IfStatement];
}

export function functionExpression(l: Lowering, node: t.FunctionDeclaration | t.FunctionExpression): Node {
  const { params, body } = lowerFunction(l, node);
  const isAsync = node.async === true && node.generator === true;
  return {
    type: node.type,
    id: node.id ?? null,
    params,
    body,
    async: isAsync,
    generator: node.generator === true,
    loc: node.loc,
  } as unknown as Node;
}

export function arrowExpression(l: Lowering, node: t.ArrowFunctionExpression): Expression {
  const { params, body } = lowerFunction(l, node);
  return { ...arrow(params, body), loc: node.loc ?? null } as t.ArrowFunctionExpression;
}
