import type { Expression, Node, Statement, t } from "../../ast/index.js";

/** Small constructors; nodes carry no `extra`, so that the printer cannot copy source text. */
export function id(name: string): t.Identifier {
  return { type: "Identifier", name } as t.Identifier;
}

export function str(value: string): t.StringLiteral {
  return { type: "StringLiteral", value } as t.StringLiteral;
}

export function num(value: number): t.NumericLiteral {
  const node = { type: "NumericLiteral", value } as t.NumericLiteral;
  // Printed by its value it would be the name `Infinity`, which a program may have bound to something else.
  return value === Number.POSITIVE_INFINITY ? { ...node, extra: { rawValue: value, raw: "1e999" } } : node;
}

export function undef(): t.UnaryExpression {
  return { type: "UnaryExpression", operator: "void", prefix: true, argument: num(0) } as t.UnaryExpression;
}

export type Argument = Expression | t.SpreadElement;

export function spread(argument: Expression): t.SpreadElement {
  return { type: "SpreadElement", argument } as t.SpreadElement;
}

export function call(
  callee: Expression | t.Super | string,
  args: readonly Argument[],
  from?: Node,
): t.CallExpression {
  const target = typeof callee === "string" ? id(callee) : callee;
  return at({ type: "CallExpression", callee: target, arguments: [...args] } as t.CallExpression, from);
}

export function member(
  object: Expression | t.Super,
  property: Expression | t.PrivateName,
  computed: boolean,
  from?: Node,
): t.MemberExpression {
  return at({ type: "MemberExpression", object, property, computed } as t.MemberExpression, from);
}

export function assign(left: Node, right: Expression, operator = "=", from?: Node): t.AssignmentExpression {
  return at({ type: "AssignmentExpression", operator, left, right } as t.AssignmentExpression, from);
}

/** A comma expression, or the only expression there is. */
export function seq(expressions: readonly Expression[]): Expression {
  const [only] = expressions;
  if (expressions.length === 1 && only !== undefined) return only;
  return { type: "SequenceExpression", expressions: [...expressions] } as t.SequenceExpression;
}

export function isNullish(operand: Expression): Expression {
  return {
    type: "BinaryExpression",
    operator: "==",
    left: operand,
    right: { type: "NullLiteral" },
  } as t.BinaryExpression;
}

export function cond(
  test: Expression,
  consequent: Expression,
  alternate: Expression,
): t.ConditionalExpression {
  return { type: "ConditionalExpression", test, consequent, alternate } as t.ConditionalExpression;
}

/** `value === void 0 ? fallback : value`, the default of a pattern or parameter. */
export function orDefault(value: Expression, again: Expression, fallback: Expression): Expression {
  const test = {
    type: "BinaryExpression",
    operator: "===",
    left: value,
    right: undef(),
  } as t.BinaryExpression;
  return cond(test, fallback, again);
}

export function array(elements: readonly Argument[]): t.ArrayExpression {
  return { type: "ArrayExpression", elements: [...elements] } as t.ArrayExpression;
}

export function property(key: Expression, value: Node, computed: boolean): t.ObjectProperty {
  return { type: "ObjectProperty", key, value, computed, shorthand: false } as t.ObjectProperty;
}

export function object(properties: readonly Node[]): t.ObjectExpression {
  return { type: "ObjectExpression", properties: [...properties] } as t.ObjectExpression;
}

export function statement(expression: Expression, from?: Node): t.ExpressionStatement {
  return at({ type: "ExpressionStatement", expression } as t.ExpressionStatement, from);
}

export function ret(argument: Expression): t.ReturnStatement {
  return { type: "ReturnStatement", argument } as t.ReturnStatement;
}

export function block(body: readonly Statement[], from?: Node): t.BlockStatement {
  return at({ type: "BlockStatement", body: [...body], directives: [] } as unknown as t.BlockStatement, from);
}

export function declare(
  kind: string,
  declarators: readonly (readonly [Node, Expression | null])[],
): t.VariableDeclaration {
  const declarations = declarators.map(([name, init]) => ({ type: "VariableDeclarator", id: name, init }));
  return { type: "VariableDeclaration", kind, declarations } as unknown as t.VariableDeclaration;
}

export function arrow(
  params: readonly Node[],
  body: Expression | t.BlockStatement,
  isAsync = false,
): t.ArrowFunctionExpression {
  return {
    type: "ArrowFunctionExpression",
    params: [...params],
    body,
    async: isAsync,
    expression: body.type !== "BlockStatement",
  } as unknown as t.ArrowFunctionExpression;
}

/** Gives a made node the place of the one it stands for. */
export function at<T extends Node>(node: T, from: Node | undefined): T {
  if (from?.loc) node.loc = from.loc;
  return node;
}
