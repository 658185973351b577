import type { AnyNode, BinaryExpression, ForStatement, Identifier, TryStatement } from "acorn";
import type { Binding } from "./bindings.js";
import type { Context } from "./context.js";
import { isCallOf, isTemporary } from "./match.js";
import { childrenOf } from "./tree.js";

type Maybe = AnyNode | null | undefined;

/** What counts, and the constant up to which its turns are paid. */
interface Paid {
  readonly counter: Binding;
  readonly end: Binding;
}

/**
 * I6: `const _t0_ = _ahead_(k, e, n);` and right behind it
 * `try { for (; k < _t0_; k++) { … } } finally { _settle_(k, _t0_); }`, where nothing writes `k` but `++`.
 * Each turn takes `k` up by one at least, so that there are no more turns than were paid for.
 */
export function paidLoop(node: TryStatement, cx: Context): ForStatement | undefined {
  const [loop, ...more] = node.block.body;
  if (node.handler || more.length > 0 || loop?.type !== "ForStatement" || loop.init) return undefined;
  const paid = paidBefore(node, cx);
  if (paid === undefined || !isSettled(node, paid, cx)) return undefined;
  if (!isBelow(loop.test, paid, cx) || !isStep(loop.update, paid.counter, cx)) return undefined;
  return loop.body.type === "BlockStatement" && runsThrough(loop) ? loop : undefined;
}

/** The loop of such a statement, seen from itself. */
export function isPaidLoop(loop: ForStatement, cx: Context): boolean {
  const block = cx.parentOf(loop);
  const around = block === undefined ? undefined : cx.parentOf(block);
  return around?.type === "TryStatement" && around.block === block && paidLoop(around, cx) === loop;
}

/** Whether `_ahead_` or `_settle_` here is part of such a statement: it may stand nowhere else. */
export function isInsideAhead(name: Identifier, cx: Context): boolean {
  const call = cx.parentOf(name);
  const holder = call === undefined ? undefined : cx.parentOf(call);
  const statement = holder === undefined ? undefined : cx.parentOf(holder);
  if (call?.type !== "CallExpression" || call.callee !== name || holder === undefined) return false;
  if (name.name === "_settle_") {
    // The block that ends with it, and the `try` around.
    const around = statement === undefined ? undefined : cx.parentOf(statement);
    return around?.type === "TryStatement" && around.finalizer === statement && isAhead(around, cx);
  }
  const next = statement === undefined ? undefined : neighbour(statement, 1, cx);
  return next?.type === "TryStatement" && isAhead(next, cx);
}

function isAhead(node: TryStatement, cx: Context): boolean {
  return paidLoop(node, cx) !== undefined;
}

/** `const _t0_ = _ahead_(k, e, n);`, with a constant of its own and a `k` that only ever goes up. */
function paidBefore(node: TryStatement, cx: Context): Paid | undefined {
  const before = neighbour(node, -1, cx);
  if (before?.type !== "VariableDeclaration" || before.kind !== "const") return undefined;
  const [declarator, ...more] = before.declarations;
  if (more.length > 0 || declarator === undefined || !isCallOf(declarator.init, "_ahead_")) return undefined;
  const [first] = declarator.init.arguments;
  const counter = first?.type === "Identifier" ? cx.bindingOf(first) : undefined;
  const end = isTemporary(declarator.id) ? cx.bindingOf(declarator.id) : undefined;
  if (counter === undefined || end === undefined || end.kind !== "const") return undefined;
  return isRising(counter) ? { counter, end } : undefined;
}

/** One initialiser, and no write but `++`. */
function isRising(binding: Binding): boolean {
  return (
    binding.kind === "let" &&
    !binding.opaque &&
    binding.initialisers.length === 1 &&
    binding.initialisers[0] !== null &&
    binding.writes.every((write) => write.type === "UpdateExpression" && write.operator === "++")
  );
}

/** `{ _settle_(k, _t0_); }` */
function isSettled(node: TryStatement, paid: Paid, cx: Context): boolean {
  const [only, ...more] = node.finalizer?.body ?? [];
  if (more.length > 0 || only?.type !== "ExpressionStatement" || !isCallOf(only.expression, "_settle_"))
    return false;
  const [counter, end, ...others] = only.expression.arguments;
  return others.length === 0 && refersTo(counter, paid.counter, cx) && refersTo(end, paid.end, cx);
}

/** `k < _t0_` */
function isBelow(test: Maybe, paid: Paid, cx: Context): test is BinaryExpression {
  return (
    test?.type === "BinaryExpression" &&
    test.operator === "<" &&
    refersTo(test.left, paid.counter, cx) &&
    refersTo(test.right, paid.end, cx)
  );
}

function isStep(update: Maybe, counter: Binding, cx: Context): boolean {
  return (
    update?.type === "UpdateExpression" && update.operator === "++" && refersTo(update.argument, counter, cx)
  );
}

function refersTo(node: Maybe, binding: Binding, cx: Context): boolean {
  return node?.type === "Identifier" && cx.bindingOf(node) === binding;
}

/** No function and no wait is inside: what was paid in one run is not given back in another. */
function runsThrough(loop: ForStatement): boolean {
  const pending: AnyNode[] = [loop];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (BREAKS_OFF.has(node.type)) return false;
    if (node !== loop && LOOPS.has(node.type)) return false;
    pending.push(...childrenOf(node));
  }
  return true;
}

const BREAKS_OFF: ReadonlySet<AnyNode["type"]> = new Set([
  "YieldExpression",
  "AwaitExpression",
  "FunctionExpression",
  "FunctionDeclaration",
  "ArrowFunctionExpression",
  "ClassExpression",
  "ClassDeclaration",
]);
const LOOPS: ReadonlySet<AnyNode["type"]> = new Set([
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "WhileStatement",
  "DoWhileStatement",
]);

/** The statement before (-1) or behind (1) one in the same block. */
function neighbour(node: AnyNode, by: -1 | 1, cx: Context): AnyNode | undefined {
  const parent = cx.parentOf(node);
  if (parent?.type !== "BlockStatement") return undefined;
  const body: readonly AnyNode[] = parent.body;
  return body[body.indexOf(node) + by];
}
