import type { Expression, Node, t } from "../../../ast/index.js";
import { iterableText, nativeText } from "../../native/text.js";
import { type Argument, array, assign, call, id, num, seq } from "../build.js";
import {
  type Alloc,
  ending,
  type Frame,
  guard,
  type Lowering,
  note,
  placed,
  type Site,
  withTemps,
} from "../context.js";
import { isQuiet } from "../facts.js";
import { chainTag, lowerChainReceiver, ownTag } from "./chain.js";
import { keyArgument } from "./key.js";
import { type MemberNode, privateMember, reference, superMember, superRead } from "./member.js";

type CallNode = t.CallExpression | t.OptionalCallExpression | t.NewExpression;

export function lowerArguments(l: Lowering, f: Frame, node: CallNode): Argument[] {
  const args = node.arguments as (Expression | t.SpreadElement)[];
  // V8 has one operation for a call whose only spread is the last argument, and places its errors at the call.
  const spread = args.findIndex((a) => a.type === "SpreadElement");
  const whole = spread >= 0 && spread === args.length - 1;
  return args.map((a) => lowerArgument(l, f, a, whole ? node : "between"));
}

export function lowerArgument(
  l: Lowering,
  f: Frame,
  argument: Expression | t.SpreadElement,
  place: "list" | "between" | CallNode = "list",
): Argument {
  const whole = typeof place === "string" ? null : place;
  if (argument.type !== "SpreadElement") return l.expr(argument, f);
  const operand = l.expr(argument.argument, f);
  const site: Site =
    place === "between"
      ? { op: "unpack", name: null, text: "" }
      : { op: whole ? "arguments" : "iterate", name: null, ...iterableText(argument.argument) };
  const from = l.places.at(whole ? callPlace(l, whole) : l.places.value(argument.argument));
  const guarded =
    l.form === "call" ? placed(l, "_getiter_", [operand], site, from) : guard(l, "s", operand, site, from);
  return { type: "SpreadElement", argument: guarded } as t.SpreadElement;
}

function callPlace(l: Lowering, node: CallNode): number {
  return node.type === "NewExpression" ? (node.start ?? -1) : l.places.call(node);
}

/** Where a call is for V8, with what it calls noted when the emitted callee reads differently. */
export function callAt(
  l: Lowering,
  node: Exclude<CallNode, t.NewExpression> | t.TaggedTemplateExpression,
): Node {
  const from = l.places.at(l.places.call(node));
  const callee = node.type === "TaggedTemplateExpression" ? node.tag : (node.callee as Node);
  if (l.form === "call" || !isPlain(callee))
    note(l, { op: "call", name: null, text: nativeText(callee) }, from);
  return from;
}

/** Names and dots only: V8 prints the emitted callee like the source's. */
function isPlain(node: Node): boolean {
  if (node.type === "MemberExpression")
    return !node.computed && node.property.type === "Identifier" && isPlain(node.object);
  return node.type === "Identifier" || node.type === "ThisExpression" || node.type === "Super";
}

export function lowerCall(l: Lowering, f: Frame, node: t.CallExpression): Expression {
  const { callee } = node;
  if (callee.type === "Super") return call(callee, lowerArguments(l, f, node), node);
  if (callee.type === "OptionalMemberExpression") return lowerChainReceiver(l, f, callee, node);
  if (callee.type === "MemberExpression") return methodCall(l, f, callee, node);
  if (callee.type === "Import" || callee.type === "V8IntrinsicIdentifier") return node;
  const target = l.expr(callee, f);
  return plainCall(l, f, target, node);
}

/** A call without a receiver. */
export function plainCall(
  l: Lowering,
  f: Frame,
  target: Expression,
  node: Exclude<CallNode, t.NewExpression>,
): Expression {
  const args = lowerArguments(l, f, node);
  const from = callAt(l, node);
  if (l.form === "inline") {
    if (target.type === "Identifier") return call(target, args, node);
    return call(ending(l, target, l.places.call(node)), args, node);
  }
  const spread = node.arguments.some((a) => a.type === "SpreadElement");
  return call(spread ? "_apply_" : "_call_", [target, array(args)], from);
}

/** Call form: what `super.m` gives is looked at before it is called. */
function superCall(l: Lowering, f: Frame, callee: t.MemberExpression, node: t.CallExpression): Expression {
  const args = lowerArguments(l, f, node);
  if (l.form === "inline") return call(superMember(l, f, callee), args, node);
  const receiver = { type: "ThisExpression" } as t.ThisExpression;
  return call("_callwith_", [superRead(l, f, callee), receiver, array(args)], callAt(l, node));
}

function methodCall(l: Lowering, f: Frame, callee: t.MemberExpression, node: t.CallExpression): Expression {
  if (callee.object.type === "Super") return superCall(l, f, callee, node);
  if (callee.property.type === "PrivateName") {
    const ref = privateMember(l, f, callee);
    return call(ref, lowerArguments(l, f, node), node);
  }
  if (l.form === "call")
    return withTemps(l, f, node, (alloc, inner) =>
      invoke(l, inner, alloc, l.expr(callee.object, inner), callee, node),
    );
  const from = callAt(l, node);
  return withTemps(l, f, node, (alloc, inner) => {
    const { before, ref } = reference(l, inner, callee, "g", alloc);
    return seq([...before, call(calledAt(ref, from), lowerArguments(l, inner, node), node)]);
  });
}

/** Call form: the method is read before the arguments are evaluated, where they could tell. */
export function invoke(
  l: Lowering,
  f: Frame,
  alloc: Alloc,
  object: Expression,
  link: MemberNode,
  node: Exclude<CallNode, t.NewExpression>,
): Expression {
  const key = keyArgument(l, f, link.property as Expression, link.computed);
  const from = callAt(l, node);
  if (node.arguments.every((a) => isQuiet(l.references, a)))
    return call("_invoke_", [object, key.node, array(lowerArguments(l, f, node))], from);
  const [keepObject, receiver] = hold(alloc, object);
  const kept = [keepObject];
  let name = (): Expression => ({ ...key.node }) as Expression;
  if (key.name === null) {
    const [keepKey, held] = hold(alloc, key.node);
    kept.push(keepKey);
    name = held;
  }
  const site: Site = { op: "read", name: key.name, text: nativeText(link.object) };
  const at = l.places.at(l.places.member(link));
  const read = placed(l, key.name === null ? "_getitem_" : "_getattr_", [receiver(), name()], site, at);
  const [keepMethod, method] = hold(alloc, read);
  const list = array(lowerArguments(l, f, node));
  return seq([...kept, keepMethod, call("_invoke_", [receiver(), name(), list, method()], from)]);
}

export function lowerNew(l: Lowering, f: Frame, node: t.NewExpression): Expression {
  const callee = l.expr(node.callee as Expression, f);
  const args = lowerArguments(l, f, node);
  note(l, { op: "construct", name: null, text: nativeText(node.callee) }, node);
  if (l.form === "call") return call("_new_", [callee, array(args)], node);
  return { type: "NewExpression", callee, arguments: args, loc: node.loc } as unknown as t.NewExpression;
}

/** V8 places the call of a written member at its name, and of a computed one behind it. */
export function calledAt(ref: t.MemberExpression, from: Node): t.MemberExpression {
  const loc = from.loc ?? null;
  if (!ref.computed && loc) return { ...ref, property: { ...ref.property, loc } as typeof ref.property };
  return loc && ref.loc ? { ...ref, loc: { ...ref.loc, end: loc.start } } : ref;
}

/** The strings of a tagged template are one object per place; the tag stays native so that they still are. */
export function lowerTagged(l: Lowering, f: Frame, node: t.TaggedTemplateExpression): Expression {
  // The tag gets the parts as they are.
  const parts = node.quasi.expressions.map((e) => l.expr(e as Expression, f));
  const quasi = { type: node.quasi.type, quasis: node.quasi.quasis, expressions: parts, loc: node.quasi.loc };
  const make = (tag: Expression): Expression =>
    ({ type: "TaggedTemplateExpression", tag, quasi, loc: node.loc }) as unknown as Expression;
  const put = (tag: Expression): Expression => make(ending(l, tag, l.places.call(node)));
  const { tag } = node;
  const from = callAt(l, node);
  if (tag.type === "MemberExpression" && tag.object.type !== "Super" && tag.property.type !== "PrivateName") {
    if (l.form === "call") {
      const key = keyArgument(l, f, tag.property, tag.computed);
      return put(call("_tag_", [l.expr(tag.object, f), key.node], from));
    }
    return withTemps(l, f, node, (alloc, inner) => {
      const { before, ref } = reference(l, inner, tag, "g", alloc);
      return seq([...before, make(calledAt(ref, from))]);
    });
  }
  const own = tag.type === "MemberExpression" && l.form === "call" ? ownTag(l, f, tag) : null;
  const target = own ?? (tag.type === "OptionalMemberExpression" ? chainTag(l, f, tag) : l.expr(tag, f));
  return put(l.form === "call" ? call("_tag_", [target], from) : target);
}

/** Keeps an operand in a temporary: `(_t0_ = e)` to evaluate it, `_t0_` to use it. */
export function hold(
  alloc: () => t.Identifier,
  value: Expression,
): readonly [Expression, () => t.Identifier] {
  const name = alloc().name;
  return [assign(id(name), unnamed(value)), () => id(name)];
}

/** In a comma expression an anonymous function or class gets no name from the temporary that takes it. */
export function unnamed(value: Expression): Expression {
  return /^(?:Function|ArrowFunction|Class)Expression$/.test(value.type) ? seq([num(0), value]) : value;
}
