import type { Expression, Node, t } from "../../../ast/index.js";
import { TO_TEXT } from "../../../language/bigints.js";
import { CLONES_ALONE } from "../../native/clones.js";
import { iterableText, nativeText } from "../../native/text.js";
import { call, cond, num, property, spread, str, undef } from "../build.js";
import { ending, type Frame, guard, type Lowering, placed, type Site, withTemps } from "../context.js";
import { isSized, sized } from "../sizes.js";
import { lowerAssignment, lowerUpdate } from "./assign.js";
import { lowerArgument, lowerCall, lowerNew, lowerTagged } from "./call.js";
import { deleteMember, lowerChain, lowerDeleteChain } from "./chain.js";
import { lowerClass } from "./class.js";
import { arrowExpression, functionExpression, lowerFunction } from "./function.js";
import { lowerKey } from "./key.js";
import { lowerRead, superMember } from "./member.js";

export function lowerExpression(l: Lowering, f: Frame, node: Expression): Expression {
  switch (node.type) {
    case "Identifier":
      return l.printNames.get(node) ?? node;
    case "ThisExpression":
    case "Super":
    case "MetaProperty":
    case "NullLiteral":
    case "BooleanLiteral":
      return node;
    case "StringLiteral":
      return { type: node.type, value: node.value, loc: node.loc } as unknown as Expression;
    case "NumericLiteral":
      return num(node.value);
    case "BigIntLiteral":
      return { type: node.type, value: node.value, loc: node.loc } as unknown as Expression;
    case "RegExpLiteral":
      return {
        type: node.type,
        pattern: node.pattern,
        flags: node.flags,
        loc: node.loc,
      } as unknown as Expression;
    case "TemplateLiteral":
      return {
        type: node.type,
        quasis: node.quasis,
        expressions: node.expressions.map((e) => templatePart(l, f, e as Expression, node)),
        loc: node.loc,
      } as unknown as Expression;
    case "ArrayExpression":
      return {
        type: node.type,
        elements: node.elements.map((e) => (e === null ? null : lowerArgument(l, f, e))),
        loc: node.loc,
      } as unknown as Expression;
    case "ObjectExpression":
      return {
        type: node.type,
        properties: [...leading(l, node), ...node.properties.map((p) => objectMember(l, f, p))],
        loc: node.loc,
      } as unknown as Expression;
    case "FunctionExpression":
      return functionExpression(l, node) as Expression;
    case "ArrowFunctionExpression":
      return arrowExpression(l, node);
    case "ClassExpression": {
      const lowered = lowerClass(l, f, node) as Expression;
      if (l.form === "inline") return lowered;
      const given = l.classNames.get(node);
      const name = given === undefined || given.own ? [] : [str(given.name)];
      return call("_class_", [lowered, ...name], node);
    }
    case "MemberExpression":
      return lowerRead(l, f, node);
    case "OptionalMemberExpression":
    case "OptionalCallExpression":
      return lowerChain(l, f, node);
    case "CallExpression":
      return lowerCall(l, f, node);
    case "NewExpression":
      return lowerNew(l, f, node);
    case "TaggedTemplateExpression":
      return lowerTagged(l, f, node);
    case "AssignmentExpression":
      return lowerAssignment(l, f, node);
    case "UpdateExpression":
      return lowerUpdate(l, f, node);
    case "UnaryExpression":
      return unary(l, f, node);
    case "BinaryExpression":
      return binary(l, f, node);
    case "LogicalExpression":
      return {
        type: node.type,
        operator: node.operator,
        left: l.expr(node.left, f),
        right: l.expr(node.right, f),
        loc: node.loc,
      } as unknown as Expression;
    case "ConditionalExpression":
      return {
        type: node.type,
        test: l.expr(node.test, f),
        consequent: l.expr(node.consequent, f),
        alternate: l.expr(node.alternate, f),
        loc: node.loc,
      } as unknown as Expression;
    case "SequenceExpression":
      return {
        type: node.type,
        expressions: node.expressions.map((e) => l.expr(e, f)),
        loc: node.loc,
      } as unknown as Expression;
    case "YieldExpression":
      return yieldExpression(l, f, node);
    case "AwaitExpression": {
      const argument = l.expr(node.argument, f);
      return {
        type: node.type,
        argument: l.form === "call" ? call("_await_", [argument], node) : argument,
        loc: node.loc,
      } as unknown as Expression;
    }
    default:
      throw new TypeError(`no lowering for ${node.type}`);
  }
}

/** The engine makes a text of the part at once, so that `_op_` may do it. */
function templatePart(l: Lowering, f: Frame, node: Expression, from: Node): Expression {
  const part = l.expr(node, f);
  return l.sizes === null || isPlainText(l, node)
    ? part
    : sized(TO_TEXT, [part], l.sizes.statements.has(from) ? from : node);
}

function isPlainText(l: Lowering, node: Expression): boolean {
  return node.type === "StringLiteral" || l.sizes?.isNumber(node) === true;
}

/**
 * A spread of nothing, where the engine would make objects badly that begin with a spread and go on. Accessors behind a
 * spread come last there, behind a second one they do not: such a literal stays as it is.
 */
function leading(l: Lowering, { properties }: t.ObjectExpression): readonly Node[] {
  if (!CLONES_ALONE || l.form === "call") return [];
  if (properties.length < 2 || properties[0]?.type !== "SpreadElement") return [];
  if (properties.some((p) => p.type === "ObjectMethod" && p.kind !== "method")) return [];
  return [spread(guard(l, "o", undef(), { op: "keys", name: null, text: "undefined" }))];
}

function objectMember(l: Lowering, f: Frame, node: Node): Node {
  if (node.type === "SpreadElement") {
    const operand = l.expr(node.argument, f);
    const site = { op: "keys", name: null, text: nativeText(node.argument) } as const;
    return spread(l.form === "call" ? call("_keys_", [operand], node) : guard(l, "o", operand, site, node));
  }
  if (node.type === "ObjectMethod") {
    const key = lowerKey(l, f, node.key as Expression, node.computed);
    const { params, body } = lowerFunction(l, node);
    const isAsync = node.async === true && node.generator === true;
    return {
      type: node.type,
      kind: node.kind,
      key: key.node,
      computed: key.computed,
      params,
      body,
      async: isAsync,
      generator: node.generator === true,
      loc: node.loc,
    } as unknown as Node;
  }
  if (node.type !== "ObjectProperty") throw new TypeError(`no lowering for ${node.type}`);
  const key = lowerKey(l, f, node.key as Expression, node.computed);
  return {
    ...property(key.node as Expression, l.expr(node.value as Expression, f), key.computed),
    loc: node.loc ?? null,
  } as t.ObjectProperty;
}

function unary(l: Lowering, f: Frame, node: t.UnaryExpression): Expression {
  const { argument, operator } = node;
  const plain = (operand: Expression): Expression =>
    ({ type: node.type, operator, prefix: true, argument: operand, loc: node.loc }) as unknown as Expression;
  if (operator === "delete") {
    if (argument.type === "OptionalMemberExpression") return lowerDeleteChain(l, f, argument);
    if (argument.type === "MemberExpression") {
      if (argument.object.type === "Super") return plain(superMember(l, f, argument));
      return withTemps(l, f, node, (alloc, inner) =>
        deleteMember(l, inner, alloc, l.expr(argument.object, inner), argument),
      );
    }
  }
  if (
    operator === "typeof" &&
    argument.type === "Identifier" &&
    !l.printNames.has(argument) &&
    l.references.get(argument) === null &&
    l.freeNames.has(argument.name)
  ) {
    return cond(call("_has_", [str(argument.name)]), plain(argument), str("undefined"));
  }
  return plain(l.expr(argument, f));
}

function binary(l: Lowering, f: Frame, node: t.BinaryExpression): Expression {
  const right = l.expr(node.right, f);
  if (node.left.type === "PrivateName")
    return { ...node, left: ending(l, node.left, l.places.operator(node.left)), right } as t.BinaryExpression;
  const operator = l.places.operator(node.left);
  const from = l.places.at(operator);
  const left = ending(l, l.expr(node.left, f), operator);
  if (node.operator === "in") return call("_in_", [left, right], from);
  const plain = (operand: Expression): Expression =>
    ({
      type: node.type,
      operator: node.operator,
      left,
      right: operand,
      loc: node.loc,
    }) as unknown as Expression;
  if (isSized(l.sizes, node.operator, node.left, node.right))
    return sized(node.operator, [left, right], from);
  if (node.operator !== "instanceof") return plain(right);
  if (l.form === "call") return call("_instanceof_", [left, right], from);
  return plain(guard(l, "g", right, { op: "operator", name: null, text: nativeText(node.right) }, from));
}

function yieldExpression(l: Lowering, f: Frame, node: t.YieldExpression): Expression {
  const argument = node.argument ? l.expr(node.argument, f) : null;
  if (!node.delegate || argument === null || !node.argument)
    return { type: node.type, argument, delegate: false, loc: node.loc } as unknown as Expression;
  const site: Site = { op: "yield", name: null, ...iterableText(node.argument) };
  const from = l.places.at(l.places.value(node.argument));
  const source =
    l.form === "call" ? placed(l, "_getiter_", [argument], site, from) : guard(l, "g", argument, site, from);
  return { type: node.type, argument: source, delegate: true, loc: node.loc } as unknown as Expression;
}
