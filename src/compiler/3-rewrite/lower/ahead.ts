import type { Expression, Node, Statement, t } from "../../../ast/index.js";
import { eachChild } from "../../children.js";
import { isArithmetic } from "../../scope/arithmetic.js";
import { block, call, declare, id, num, statement } from "../build.js";
import type { Lowering } from "../context.js";
import { isFixedName } from "../facts.js";

/** `for (let k = A; k < B; k++)`, and nothing in it but what ends soon. */
interface Counted {
  readonly counter: t.Identifier;
  readonly end: Expression;
  /** Whether the end itself is a turn: `<=`. */
  readonly inclusive: boolean;
}

/** The parts of a loop, each lowered anew whenever it is asked for: no two places of a tree share a node. */
export interface LoopParts {
  init(): Statement;
  test(): Expression;
  update(): Expression;
  body(ticked: boolean): t.BlockStatement;
}

/** With fewer turns than this the ticks are cheaper. */
const FEW = 8;
/** The body stands in the text twice. */
const LARGEST_BODY = 100;

/**
 * A counted loop in two parts: first the turns that are paid for ahead, without ticks; what they leave over runs with
 * ticks. However the first part ends, what was paid for turns that did not begin comes back: the sum is that of a tick for
 * each turn. The second part goes on where the first one stopped, and does everything where the first could not start.
 */
export function paidAhead(l: Lowering, node: t.ForStatement, parts: LoopParts): Statement | null {
  const counted = countedLoop(l, node);
  if (counted === null) return null;
  const { counter, end, inclusive } = counted;
  const k = (): t.Identifier => id(counter.name);
  const paid = l.fresh("t");
  const upTo = end.type === "NumericLiteral" ? num(end.value) : id((end as t.Identifier).name);
  const first = loop(below(k(), id(paid)), parts.update(), parts.body(false));
  const settle = statement(call("_settle_", [k(), id(paid)]));
  return block(
    [
      parts.init(),
      declare("const", [[id(paid), call("_ahead_", [k(), upTo, num(inclusive ? 1 : 0)], node)]]),
      {
        type: "TryStatement",
        block: block([first]),
        handler: null,
        finalizer: block([settle]),
      } as unknown as Statement,
      { ...loop(parts.test(), parts.update(), parts.body(true)), loc: node.loc } as Statement,
    ],
    node,
  );
}

function loop(test: Expression, update: Expression, body: t.BlockStatement): Statement {
  return { type: "ForStatement", init: null, test, update, body } as unknown as Statement;
}

function below(left: Expression, right: Expression): Expression {
  return { type: "BinaryExpression", operator: "<", left, right } as t.BinaryExpression;
}

function countedLoop(l: Lowering, node: t.ForStatement): Counted | null {
  const { init, test, update, body } = node;
  if (l.form === "call" || l.refuses("TryStatement")) return null;
  if (init?.type !== "VariableDeclaration" || init.kind !== "let") return null;
  if (test?.type !== "BinaryExpression" || (test.operator !== "<" && test.operator !== "<=")) return null;
  const counter = test.left as Node;
  if (counter.type !== "Identifier" || update?.type !== "UpdateExpression" || update.operator !== "++")
    return null;
  const binding = l.references.get(counter);
  const start = init.declarations.find((d) => (d.id as Node) === declaredBy(init, counter.name))?.init;
  if (!start || !binding || binding.changes !== 1 || l.references.get(update.argument as Node) !== binding)
    return null;
  const end = test.right as Expression;
  // Comparing a number runs nothing of the program's.
  if (!isArithmetic(start, l.references) || !isFixedEnd(l, end) || isShort(start, end)) return null;
  const simple = init.declarations.every(
    (d) => d.id.type === "Identifier" && d.init && isCalm(l, d.init, true),
  );
  if (!simple || !isCalm(l, body, false) || sizeOf(body) > LARGEST_BODY) return null;
  return { counter, end, inclusive: test.operator === "<=" };
}

function declaredBy(init: t.VariableDeclaration, name: string): Node | undefined {
  return init.declarations.map((d) => d.id as Node).find((n) => n.type === "Identifier" && n.name === name);
}

/** One value for as long as the loop runs. What is no number is not counted at run time. */
function isFixedEnd(l: Lowering, end: Expression): boolean {
  return end.type === "NumericLiteral" || (!l.printNames.has(end) && isFixedName(l.references, end));
}

function isShort(start: Expression, end: Expression): boolean {
  return start.type === "NumericLiteral" && end.type === "NumericLiteral" && end.value - start.value < FEW;
}

const CALM: ReadonlySet<string> = new Set([
  "BlockStatement",
  "ExpressionStatement",
  "EmptyStatement",
  "IfStatement",
  "VariableDeclaration",
  "VariableDeclarator",
  "ReturnStatement",
  "ThrowStatement",
  "Identifier",
  "NumericLiteral",
  "StringLiteral",
  "BooleanLiteral",
  "NullLiteral",
  "TemplateLiteral",
  "TemplateElement",
  "ThisExpression",
  "UnaryExpression",
  "UpdateExpression",
  "LogicalExpression",
  "AssignmentExpression",
  "ConditionalExpression",
  "SequenceExpression",
]);

/** No loop, function, wait, pattern or jump, and no call but of what `Math` has: all that is left is over soon. */
function isCalm(l: Lowering, node: Node, calls: boolean): boolean {
  if (!isCalmAlone(l, node, calls)) return false;
  let calm = true;
  eachChild(node, (child) => {
    calm &&= isCalm(l, child, calls);
  });
  return calm;
}

function isCalmAlone(l: Lowering, node: Node, calls: boolean): boolean {
  switch (node.type) {
    case "VariableDeclaration":
      return node.kind !== "var" && node.declarations.every((d) => d.id.type === "Identifier");
    case "AssignmentExpression":
      return node.left.type === "Identifier" || node.left.type === "MemberExpression";
    case "ContinueStatement":
      return !node.label;
    case "BinaryExpression":
      return node.operator !== "in" && node.operator !== "instanceof";
    case "MemberExpression":
      // `exec` is watched by its site, and a site that stands twice is not.
      return (
        node.property.type !== "PrivateName" &&
        !(node.property.type === "Identifier" && node.property.name === "exec") &&
        !(node.property.type === "StringLiteral" && node.property.value === "exec")
      );
    case "CallExpression":
      return calls || isMathCall(l, node);
    case "NewExpression":
    case "SpreadElement":
      return calls;
    case "Identifier":
      return !l.printNames.has(node);
    default:
      return CALM.has(node.type);
  }
}

/** `Math.f(…)` with the name that the text does not declare. */
function isMathCall(l: Lowering, node: t.CallExpression): boolean {
  const { callee } = node;
  if (callee.type !== "MemberExpression" || callee.computed || callee.object.type !== "Identifier")
    return false;
  return callee.object.name === "Math" && l.references.get(callee.object) === null;
}

function sizeOf(node: Node): number {
  let size = 1;
  eachChild(node, (child) => {
    size += sizeOf(child);
  });
  return size;
}
