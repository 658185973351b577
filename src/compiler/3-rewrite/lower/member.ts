import type { Expression, Node, t } from "../../../ast/index.js";
import { spelledKey } from "../../2-check/names.js";
import { nativeText } from "../../native/text.js";
import { call, member, seq } from "../build.js";
import {
  type Alloc,
  ending,
  type Frame,
  guard,
  type Lowering,
  placed,
  type Site,
  withTemps,
} from "../context.js";
import { isFixedName, isPure, isSafeReceiver } from "../facts.js";
import { hold } from "./call.js";
import { type Key, keyArgument, lowerKey } from "./key.js";

export type MemberNode = t.MemberExpression | t.OptionalMemberExpression;

/** A guarded member reference, and what must be evaluated before it to keep the source's order. */
export interface Reference {
  readonly before: readonly Expression[];
  readonly ref: t.MemberExpression;
}

/** What the caller of `reference` has made already, or knows better. */
export interface Known {
  /** The object, lowered. */
  readonly object?: Expression;
  /** The object as the source has it, where a temporary stands for it. */
  readonly source?: Node;
  /** Where the operation is for V8. */
  readonly from?: Node;
  readonly op?: Site["op"];
}

/**
 * `a.b` as `_g_(a).b` (kind g) or `_w_(a).b` (kind w). A key with effects is evaluated into a temporary first,
 * because the guard would otherwise refuse a null receiver before the key had its effects.
 */
export function reference(
  l: Lowering,
  f: Frame,
  node: MemberNode,
  kind: "g" | "w",
  alloc: Alloc,
  known: Known = {},
): Reference {
  const object = known.object ?? l.expr(node.object as Expression, f);
  const from = known.from ?? l.places.at(l.places.member(node));
  if (node.property.type === "PrivateName") return { before: [], ref: privateMember(l, f, node, object) };
  const site: Site = {
    op: known.op ?? "read",
    name: keyName(node),
    text: nativeText(known.source ?? node.object),
  };
  const wrap = (e: Expression): Expression =>
    kind === "g" && isSafeReceiver(node.object) && isSafeReceiver(e) ? e : guard(l, kind, e, site, from);
  const over = (receiver: Expression, key: Key): t.MemberExpression => {
    const made = member(receiver, key.node, key.computed, node);
    if (!key.computed) made.property = { ...made.property, loc: from.loc ?? null } as typeof made.property;
    return made;
  };
  if (
    !node.computed ||
    spelledKey(node.property, true) !== null ||
    isPure(l.references, node.property) ||
    (kind === "g" && isSafeReceiver(node.object))
  )
    return { before: [], ref: over(wrap(object), lowerKey(l, f, node.property, node.computed)) };
  // The key is lowered once: twice, and keys inside keys would double the text at every level.
  const [keepKey, held] = hold(alloc, l.expr(node.property as Expression, f));
  const key: Key = { node: call("_k_", [held()], node.property), computed: true, name: null };
  if (node.object.type === "ThisExpression" || isFixedName(l.references, node.object))
    return { before: [keepKey], ref: over(wrap(object), key) };
  const [keepObject, receiver] = hold(alloc, object);
  return { before: [keepObject, keepKey], ref: over(wrap(receiver()), key) };
}

/** `a.#b`: needs no guard. */
export function privateMember(
  l: Lowering,
  f: Frame,
  node: MemberNode,
  object: Expression = l.expr(node.object as Expression, f),
): t.MemberExpression {
  return member(ending(l, object, node.property.start ?? -1), node.property as t.PrivateName, false, node);
}

export function superMember(l: Lowering, f: Frame, node: MemberNode): t.MemberExpression {
  const key = lowerKey(l, f, node.property, node.computed);
  return member(node.object, key.node, key.computed, node);
}

/** What `super.b` gives may be the engine's own: in the call form, a guard looks at it. */
export function superRead(l: Lowering, f: Frame, node: MemberNode): Expression {
  const read = superMember(l, f, node);
  return l.form === "call" ? call("_super_", [read], node) : read;
}

/** The name that a member spells out, or null when it is only known at run time. */
export function keyName(node: MemberNode): string | null {
  if (node.property.type === "PrivateName") return `#${node.property.id.name}`;
  if (node.property.type === "NumericLiteral") return String(node.property.value);
  return spelledKey(node.property, node.computed);
}

export function lowerRead(l: Lowering, f: Frame, node: t.MemberExpression): Expression {
  if (node.object.type === "Super") return superRead(l, f, node);
  if (node.property.type === "PrivateName") return privateMember(l, f, node);
  if (l.form === "call") return callRead(l, f, l.expr(node.object, f), node);
  return withTemps(l, f, node, (alloc, inner) => {
    const { before, ref } = reference(l, inner, node, "g", alloc);
    return seq([...before, groups(node, ref)]);
  });
}

export function callRead(l: Lowering, f: Frame, object: Expression, node: MemberNode): Expression {
  const key = keyArgument(l, f, node.property as Expression, node.computed);
  const name = key.name === null ? "_getitem_" : "_getattr_";
  const from = l.places.at(l.places.member(node));
  const site: Site = { op: "read", name: key.name, text: nativeText(node.object) };
  return groups(node, placed(l, name, [object, key.node], site, from));
}

/** `match.groups` has no prototype and so no brand; the helper makes a branded copy of its strings. */
export function groups(node: MemberNode, read: Expression): Expression {
  return keyName(node) === "groups" ? call("_groups_", [read], node) : read;
}
