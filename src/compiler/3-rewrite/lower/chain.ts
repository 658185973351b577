import type { Expression, Node, t } from "../../../ast/index.js";
import {
  array,
  arrow,
  assign,
  at,
  block,
  call,
  cond,
  id,
  isNullish,
  member,
  ret,
  seq,
  undef,
} from "../build.js";
import { type Alloc, ending, type Frame, type Lowering, withTemps } from "../context.js";
import { callAt, calledAt, hold, invoke, lowerArguments, unnamed } from "./call.js";
import { keyArgument } from "./key.js";
import {
  callRead,
  groups,
  type MemberNode,
  privateMember,
  type Reference,
  reference,
  superRead,
} from "./member.js";
import { tick } from "./tick.js";

type Link = t.OptionalMemberExpression | t.OptionalCallExpression | t.MemberExpression | t.CallExpression;
type Chain = t.OptionalMemberExpression | t.OptionalCallExpression;

/** The links of an optional chain from its base outwards. */
function unroll(node: Chain): { readonly base: Expression; readonly links: readonly Link[] } {
  const links: Link[] = [];
  let current: Expression = node;
  while (current.type === "OptionalMemberExpression" || current.type === "OptionalCallExpression") {
    links.unshift(current);
    current = (current.type === "OptionalMemberExpression" ? current.object : current.callee) as Expression;
  }
  // `a.b?.()`: the member before the first `?.` is part of the chain, because the call needs its receiver.
  const first = links[0];
  if (
    first?.type === "OptionalCallExpression" &&
    current.type === "MemberExpression" &&
    current.object.type !== "Super"
  ) {
    links.unshift(current);
    current = current.object;
  }
  return { base: current, links };
}

/** What a finished chain is used for; the innermost value (or reference) is handed over. */
export interface Use {
  readonly nullish: Expression;
  /** Called with the last member link, unread, when the use needs the reference and not the value. */
  member?(object: Expression, link: MemberNode, alloc: Alloc): Expression;
}

export function lowerChain(l: Lowering, f: Frame, node: Chain, use: Use = { nullish: undef() }): Expression {
  const { base, links } = unroll(node);
  const [first, ...rest] = links;
  if (isSuperMember(base) && first?.type === "OptionalCallExpression")
    return withTemps(l, f, node, (alloc, inner) => superCall(l, inner, alloc, base, first, rest, use));
  return withTemps(l, f, node, (alloc, inner) =>
    walk(l, inner, alloc, l.expr(base, inner), base, links, use),
  );
}

function isSuperMember(node: Expression): boolean {
  return node.type === "MemberExpression" && node.object.type === "Super";
}

/** `super.m?.()`: the receiver is `this`, which the chain has no link for. */
function superCall(
  l: Lowering,
  f: Frame,
  alloc: Alloc,
  base: Expression,
  first: t.OptionalCallExpression,
  rest: readonly Link[],
  use: Use,
): Expression {
  const callee = alloc();
  const fetched = assign(callee, l.expr(base, f));
  const receiver = { type: "ThisExpression" } as t.ThisExpression;
  const called = callWith(l, id(callee.name), receiver, lowerArguments(l, f, first), callAt(l, first));
  return cond(isNullish(fetched), use.nullish, walk(l, f, alloc, called, first, rest, use));
}

function walk(
  l: Lowering,
  f: Frame,
  alloc: Alloc,
  value: Expression,
  source: Expression,
  links: readonly Link[],
  use: Use,
): Expression {
  const [link, ...rest] = links;
  if (link === undefined) return value;
  if ("optional" in link && link.optional === true) {
    const held = alloc();
    const test = isNullish(assign(held, unnamed(value)));
    return cond(test, use.nullish, step(l, f, alloc, id(held.name), id(held.name), link, rest, use));
  }
  return step(l, f, alloc, value, source, link, rest, use);
}

function step(
  l: Lowering,
  f: Frame,
  alloc: Alloc,
  value: Expression,
  source: Expression,
  link: Link,
  rest: readonly Link[],
  use: Use,
): Expression {
  if (link.type === "OptionalCallExpression" || link.type === "CallExpression") {
    const args = lowerArguments(l, f, link);
    const from = callAt(l, link);
    const spread = args.some((a) => a.type === "SpreadElement");
    const called =
      l.form === "inline"
        ? call(placedCallee(l, value, link, from), args, link)
        : call(spread ? "_apply_" : "_call_", [value, array(args)], from);
    return walk(l, f, alloc, called, link, rest, use);
  }
  const [next] = rest;
  const memberLink = link as MemberNode;
  if (next?.type === "OptionalCallExpression")
    return method(l, f, alloc, value, source, memberLink, next, rest.slice(1), use);
  if (rest.length === 0 && use.member !== undefined) return use.member(value, memberLink, alloc);
  return walk(l, f, alloc, read(l, f, alloc, value, source, memberLink), link, rest, use);
}

/** A callee that the call behind it is placed by. */
function placedCallee(
  l: Lowering,
  value: Expression,
  link: t.OptionalCallExpression | t.CallExpression,
  from: Node,
): Expression {
  return value.type === "Identifier" ? at(id(value.name), from) : ending(l, value, l.places.call(link));
}

function read(
  l: Lowering,
  f: Frame,
  alloc: Alloc,
  value: Expression,
  source: Expression,
  link: MemberNode,
): Expression {
  if (link.property.type === "PrivateName") return privateMember(l, f, link, value);
  if (l.form === "call") return callRead(l, f, value, link);
  const { before, ref } = linked(l, f, alloc, value, source, link);
  return seq([...before, groups(link, ref)]);
}

/** A link whose object may stand in a temporary; its place and text are the source's. */
function linked(
  l: Lowering,
  f: Frame,
  alloc: Alloc,
  value: Expression,
  source: Expression,
  link: MemberNode,
): Reference {
  const node = { ...link, object: source } as MemberNode;
  const from = l.places.at(l.places.member(link));
  return reference(l, f, node, "g", alloc, { object: value, source: link.object, from });
}

/** A member link followed by a call: the call keeps its receiver. */
function method(
  l: Lowering,
  f: Frame,
  alloc: Alloc,
  value: Expression,
  source: Expression,
  link: MemberNode,
  next: t.OptionalCallExpression,
  rest: readonly Link[],
  use: Use,
): Expression {
  if (!next.optional && l.form === "call" && link.property.type !== "PrivateName") {
    const called = invoke(l, f, alloc, value, link, next);
    return walk(l, f, alloc, called, next, rest, use);
  }
  if (!next.optional) {
    const { before, ref } = linked(l, f, alloc, value, source, link);
    const called = call(calledAt(ref, callAt(l, next)), lowerArguments(l, f, next), next);
    return seq([...before, walk(l, f, alloc, called, next, rest, use)]);
  }
  const receiver = alloc();
  const callee = alloc();
  const held = assign(receiver, value);
  const fetched = assign(callee, read(l, f, alloc, id(receiver.name), source, link));
  const args = lowerArguments(l, f, next);
  const called = callWith(l, id(callee.name), id(receiver.name), args, callAt(l, next));
  return cond(isNullish(seq([held, fetched])), use.nullish, walk(l, f, alloc, called, next, rest, use));
}

function callWith(
  l: Lowering,
  callee: Expression,
  receiver: Expression,
  args: ReturnType<typeof lowerArguments>,
  from: Node,
): Expression {
  if (l.form === "inline") return call("_callm_", [callee, receiver, ...args], from);
  return call("_callwith_", [callee, receiver, array(args)], from);
}

/** `` (a?.b)`x` ``: a function that calls the tag with its receiver. */
export function chainTag(l: Lowering, f: Frame, tag: t.OptionalMemberExpression): Expression {
  return withTemps(l, f, tag, (alloc, inner) => {
    const { receiver, target } = receiverAndValue(l, inner, alloc, tag);
    const [keep, value] = hold(alloc, target);
    return seq([keep, callingTag(l, value(), id(receiver.name), tag)]);
  });
}

/** Call form: `` super.m`x` `` and `` x.#m`y` ``, whose receivers the tag guard could not hand over. */
export function ownTag(l: Lowering, f: Frame, tag: t.MemberExpression): Expression {
  return withTemps(l, f, tag, (alloc, inner) => {
    if (tag.object.type === "Super") {
      const [keep, value] = hold(alloc, superRead(l, inner, tag));
      return seq([keep, callingTag(l, value(), { type: "ThisExpression" } as t.ThisExpression, tag)]);
    }
    const [keepObject, receiver] = hold(alloc, l.expr(tag.object, inner));
    const [keep, value] = hold(alloc, member(receiver(), tag.property, false, tag));
    return seq([keepObject, keep, callingTag(l, value(), receiver(), tag)]);
  });
}

function callingTag(l: Lowering, value: Expression, receiver: Expression, tag: MemberNode): Expression {
  const rest = l.fresh("x");
  const all = { type: "SpreadElement", argument: id(rest) } as t.SpreadElement;
  const called = callWith(l, value, receiver, [all], tag);
  const params = [{ type: "RestElement", argument: id(rest) } as t.RestElement];
  return arrow(params, block([tick(l), ret(called)]));
}

/** `(a?.b)(x)`: parentheses end the chain but keep the receiver. */
export function lowerChainReceiver(
  l: Lowering,
  f: Frame,
  callee: t.OptionalMemberExpression,
  node: t.CallExpression,
): Expression {
  return withTemps(l, f, node, (alloc, inner) => {
    const { receiver, target } = receiverAndValue(l, inner, alloc, callee);
    const args = lowerArguments(l, inner, node);
    const from = callAt(l, node);
    if (l.form === "inline") return callWith(l, target, id(receiver.name), args, from);
    const [keep, value] = hold(alloc, target);
    return seq([keep, callWith(l, value(), id(receiver.name), args, from)]);
  });
}

function receiverAndValue(
  l: Lowering,
  f: Frame,
  alloc: Alloc,
  chain: t.OptionalMemberExpression,
): { readonly receiver: t.Identifier; readonly target: Expression } {
  const receiver = alloc();
  const use: Use = {
    nullish: undef(),
    member: (object, link, more) => {
      const held = assign(receiver, object);
      return seq([held, read(l, f, more, id(receiver.name), link.object as Expression, link)]);
    },
  };
  return { receiver, target: lowerChain(l, f, chain, use) };
}

/** `delete a?.b`. */
export function lowerDeleteChain(l: Lowering, f: Frame, node: t.OptionalMemberExpression): Expression {
  const use: Use = {
    nullish: { type: "BooleanLiteral", value: true } as t.BooleanLiteral,
    member: (object, link, alloc) => deleteMember(l, f, alloc, object, link),
  };
  return lowerChain(l, f, node, use);
}

export function deleteMember(
  l: Lowering,
  f: Frame,
  alloc: Alloc,
  object: Expression,
  link: MemberNode,
): Expression {
  const from = l.places.at(l.places.inner(link));
  if (l.form === "call") {
    const key = keyArgument(l, f, link.property as Expression, link.computed);
    return call(key.name === null ? "_delitem_" : "_delattr_", [object, key.node], from);
  }
  const { before, ref } = reference(l, f, link, "w", alloc, { object, from, op: "delete" });
  const removal = { type: "UnaryExpression", operator: "delete", prefix: true, argument: ref };
  return seq([...before, removal as t.UnaryExpression]);
}
