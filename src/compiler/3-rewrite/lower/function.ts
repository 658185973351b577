import type { Expression, Node, Statement, t } from "../../../ast/index.js";
import { arrow, block, call, declare, id, ret, str, undef } from "../build.js";
import { type Frame, frame, type Lowering, SCRATCH } from "../context.js";
import { isInert } from "../facts.js";
import { defaulted, guarded, isPattern, lowerDeclared, restSequence, stashes } from "./pattern.js";
import { lowerStatements } from "./statement.js";
import { tick, tickedExpression } from "./tick.js";

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
  const prelude: Statement[] = [];
  const params = lowerParams(l, f, node, prelude);
  const body =
    node.body.type === "BlockStatement" ? lowerStatements(l, f, node.body.body) : [ret(l.expr(node.body, f))];
  return {
    params,
    body: block([tick(l), ...collector(l, node.body), ...temporaries(f), ...prelude, ...body], node.body),
  };
}

/** The collector of a scope that prints. */
export function collector(l: Lowering, body: Node | null): Statement[] {
  const name = l.collectors.get(body);
  return name === undefined ? [] : [declare("let", [[id(name), call("_print_", [])]])];
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
 * Plain parameters stay. From the first pattern on, patterns and defaults move into the body, in order; a generator
 * takes them apart in a rest sequence instead, because its parameters are bound when it is called and not when it first runs.
 */
function lowerParams(l: Lowering, f: Frame, node: FunctionNode, prelude: Statement[]): Node[] {
  const firstPattern = node.params.findIndex(
    (p) =>
      isPattern(p) ||
      (p.type === "AssignmentPattern" && isPattern(p.left)) ||
      (p.type === "RestElement" && isPattern(p.argument)),
  );
  const takesApart = node.params.slice(Math.max(0, firstPattern)).some((p) => stashes(p as Node));
  // A stash needs a temporary that no parameter list can declare: such a generator binds its patterns when it first runs.
  const generator = node.generator === true && !takesApart;
  const sequence: (readonly [Node, Expression])[] = [];
  const put = (target: Node, source: Expression): void => {
    if (generator) sequence.push([target, source]);
    else prelude.push(declare("var", [[target, source]]));
  };
  let rest: Node | null = null;
  const params: Node[] = [];
  node.params.forEach((param, index) => {
    const p = param as Node;
    const moved = firstPattern >= 0 && index >= firstPattern;
    if (p.type === "RestElement") {
      const { argument } = p;
      if (generator && moved) put(...elided(l, argument, index));
      else if (isPattern(argument)) {
        const held = l.fresh("x");
        rest = { type: "RestElement", argument: id(held) } as t.RestElement;
        bindPattern(l, f, argument, id(held), put, generator);
      } else rest = p;
      return;
    }
    const target: Node = p.type === "AssignmentPattern" ? p.left : p;
    const fallback = p.type === "AssignmentPattern" ? p.right : null;
    if (!moved) {
      params.push(fallback ? ({ ...p, right: parameterDefault(l, node, fallback) } as Node) : p);
      return;
    }
    if (fallback === null && !isPattern(target)) {
      params.push(p);
      return;
    }
    const held = l.fresh("x");
    params.push(
      fallback
        ? ({ type: "AssignmentPattern", left: id(held), right: undef() } as t.AssignmentPattern)
        : id(held),
    );
    const inner = generator ? SCRATCH : f;
    if (!isPattern(target)) {
      if (fallback) put(...defaulted(target as t.Identifier, l.expr(fallback, inner), id(held)));
      return;
    }
    const value = fallback
      ? ({
          type: "ConditionalExpression",
          test: { type: "BinaryExpression", operator: "===", left: id(held), right: undef() },
          consequent: l.expr(fallback, inner),
          alternate: id(held),
        } as t.ConditionalExpression)
      : id(held);
    bindPattern(l, f, target, value, put, generator);
  });
  if (sequence.length > 0)
    rest = restSequence([
      [id(l.fresh("t")), tickedExpression(l, { type: "NumericLiteral", value: 0 } as t.NumericLiteral)],
      ...sequence,
    ]);
  if (rest !== null) params.push(rest);
  return params;
}

function bindPattern(
  l: Lowering,
  f: Frame,
  pattern: t.ArrayPattern | t.ObjectPattern,
  value: Expression,
  put: (target: Node, source: Expression) => void,
  generator: boolean,
): void {
  const bound = lowerDeclared(l, generator ? SCRATCH : f, pattern, value, { type: "NullLiteral" } as Node);
  put(bound.target, bound.source);
  for (const [target, source] of bound.after) put(target, source);
}

/** A generator's parameters run at each call and its body does not: calls in a default must count. */
function parameterDefault(l: Lowering, node: FunctionNode, fallback: Expression): Expression {
  const lowered = l.expr(fallback, SCRATCH);
  return node.generator === true && !isInert(lowered) ? tickedExpression(l, lowered) : lowered;
}

/** A generator's rest parameter behind patterns: `arguments` without the parameters before it. */
function elided(l: Lowering, argument: Node, index: number): readonly [Node, Expression] {
  const holes = Array.from({ length: index }, () => null);
  const elements = [...holes, { type: "RestElement", argument }];
  const pattern = { type: "ArrayPattern", elements } as unknown as t.ArrayPattern;
  return [pattern, guarded(l, pattern, id("arguments"), { type: "NullLiteral" } as Node)];
}

/**
 * The promise of an async function must be marked as handled, or an unheard rejection would end the host's process.
 * Only the caller can do that, so the function becomes a caller of itself: the async part is an arrow inside, which
 * keeps `this`, `arguments` and `super`.
 */
function lowerAsync(l: Lowering, node: FunctionNode): Made {
  const inner = lowerSync(l, { ...node, async: false } as FunctionNode);
  const task = arrow(inner.params, inner.body, true);
  const dummies = dummyParams(l, node);
  if (node.type !== "ArrowFunctionExpression") {
    const check = notConstructor(node);
    const all = { type: "SpreadElement", argument: id("arguments") } as t.SpreadElement;
    return {
      params: dummies,
      body: block([tick(l), ...check, ret(call("_handled_", [call(task, [all])], node))], node.body),
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
    body: block([tick(l), ret(call("_handled_", [call(task, [...given, spread])], node))], node.body),
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
function notConstructor(node: FunctionNode): Statement[] {
  if (node.type !== "FunctionDeclaration" && node.type !== "FunctionExpression") return [];
  const test = { type: "MetaProperty", meta: id("new"), property: id("target") } as t.MetaProperty;
  const consequent = {
    type: "ExpressionStatement",
    expression: call("_noctor_", [str(node.id?.name ?? "(intermediate value)")]),
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
