import type { Expression, Node, Statement, t } from "../../../ast/index.js";
import { iterableText, nativeText } from "../../native/text.js";
import { patternNames } from "../../scope/patterns.js";
import { assign, block, call, declare, id, num, statement } from "../build.js";
import { type Frame, guard, type Lowering, placed, type Site } from "../context.js";
import { mentionsVariable } from "../facts.js";
import { paidAhead } from "./ahead.js";
import { lowerAssignment } from "./assign.js";
import { isPattern, lowerDeclared } from "./pattern.js";
import { lowerDeclaration } from "./statement.js";
import { tick } from "./tick.js";

export function tickedBody(
  l: Lowering,
  f: Frame,
  loop: t.Loop,
  first: readonly Statement[] = [],
): t.BlockStatement {
  const { body } = loop;
  const from = l.places.at(loop.start ?? -1);
  if (first.length > 0) return block([tick(l, from), ...first, block(l.stmt(body, f))], body);
  return block([tick(l, from), ...bodyStatements(l, f, body)], body);
}

function bodyStatements(l: Lowering, f: Frame, body: Statement): Statement[] {
  const lowered = l.stmt(body, f);
  const [only] = lowered;
  return lowered.length === 1 && only?.type === "BlockStatement" ? only.body : lowered;
}

export function lowerWhile(l: Lowering, f: Frame, node: t.WhileStatement | t.DoWhileStatement): Statement {
  return {
    type: node.type,
    test: l.expr(node.test, f),
    body: tickedBody(l, f, node),
    loc: node.loc,
  } as unknown as Statement;
}

export function lowerFor(l: Lowering, f: Frame, node: t.ForStatement): Statement {
  const { init } = node;
  const paid = paidAhead(l, node, {
    init: () => lowerDeclaration(l, f, init as t.VariableDeclaration),
    test: () => l.expr(node.test as Expression, f),
    update: () => l.expr(node.update as Expression, f),
    body: (ticked) => (ticked ? tickedBody(l, f, node) : block(bodyStatements(l, f, node.body), node.body)),
  });
  if (paid !== null) return paid;
  const lowered = init
    ? init.type === "VariableDeclaration"
      ? lowerDeclaration(l, f, init)
      : l.expr(init, f)
    : null;
  const test = node.test ? l.expr(node.test, f) : null;
  const update = node.update ? l.expr(node.update, f) : null;
  return {
    type: "ForStatement",
    init: lowered,
    test,
    update,
    body: tickedBody(l, f, node),
    loc: node.loc,
  } as unknown as Statement;
}

export function lowerForEach(l: Lowering, f: Frame, node: t.ForInStatement | t.ForOfStatement): Statement {
  const { left, first } = head(l, f, node.left as Node);
  const right = source(l, f, node, first !== null && isArrayHead(node.left as Node));
  const body = tickedBody(l, f, node, first === null ? [] : first);
  const isAwait = node.type === "ForOfStatement" && node.await === true;
  return {
    type: node.type,
    left,
    right,
    body,
    ...(isAwait ? { await: true } : {}),
    loc: node.loc,
  } as unknown as Statement;
}

/**
 * The names of a head are dead in what the loop goes over: `for (const [x] of f(x))`. The head's pattern has moved into
 * the body, so a case that is never reached declares them there.
 */
export function inDeadZone(l: Lowering, node: Statement, loop: Statement): Statement {
  if (node.type === "LabeledStatement") return inDeadZone(l, node.body, loop);
  if (node.type !== "ForInStatement" && node.type !== "ForOfStatement") return loop;
  const { left, right } = node;
  if (left.type !== "VariableDeclaration" || left.kind === "var") return loop;
  const target = left.declarations[0]?.id as Node;
  const names = patternNames(target);
  if (!isPattern(target) || !names.some((name) => mentionsVariable(l.references, right, name))) return loop;
  const dead = declare(
    "let",
    names.map((name) => [id(name), null] as const),
  );
  // Without `switch` the names come to life behind the loop, for functions that were made in its head.
  if (l.refuses("SwitchStatement")) return block([loop, dead]);
  return {
    type: "SwitchStatement",
    discriminant: num(0),
    cases: [
      { type: "SwitchCase", test: num(1), consequent: [dead] },
      { type: "SwitchCase", test: null, consequent: [loop] },
    ],
  } as unknown as Statement;
}

function source(
  l: Lowering,
  f: Frame,
  node: t.ForInStatement | t.ForOfStatement,
  unpacks: boolean,
): Expression {
  const right = l.expr(node.right, f);
  const from = l.places.at(l.places.value(node.right));
  const site: Site = { op: "iterate", name: null, ...iterableText(node.right) };
  if (node.type === "ForInStatement") {
    return l.form === "call"
      ? call("_keys_", [right], from)
      : guard(l, "o", right, { op: "keys", name: null, text: nativeText(node.right) }, from);
  }
  if (l.form === "call") {
    const awaited = node.await ? call("_await_", [right], node.right) : right;
    return placed(l, unpacks ? "_iter_unpack_sequence_" : "_getiter_", [awaited], site, from);
  }
  return node.right.type === "ArrayExpression" ? right : guard(l, "g", right, site, from);
}

function isArrayHead(left: Node): boolean {
  return (left.type === "VariableDeclaration" ? left.declarations[0]?.id.type : left.type) === "ArrayPattern";
}

/** Anything but a plain name in the head is bound in the body, from a temporary. */
function head(
  l: Lowering,
  f: Frame,
  left: Node,
): { readonly left: Node; readonly first: readonly Statement[] | null } {
  if (left.type === "Identifier") return { left, first: null };
  const held = l.fresh("p");
  const temporary = declare("const", [[id(held), null]]);
  if (left.type === "VariableDeclaration") {
    const pattern = left.declarations[0]?.id as Node;
    if (!isPattern(pattern)) return { left: declare(left.kind, [[pattern, null]]), first: null };
    const bound = lowerDeclared(l, f, pattern, id(held), { kind: "parameter" });
    return { left: temporary, first: [declare(left.kind, [[bound.target, bound.source]])] };
  }
  const store = assign(left, id(held)) as t.AssignmentExpression;
  return { left: temporary, first: [statement(lowerAssignment(l, f, store))] };
}
