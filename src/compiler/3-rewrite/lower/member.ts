import type { Expression, t } from "../../../ast/index.js";
import { spelledKey } from "../../2-check/names.js";
import { call, member, seq } from "../build.js";
import { type Alloc, type Frame, guard, type Lowering, withTemps } from "../context.js";
import { isFixedName, isPure, isSafeReceiver, siteText } from "../facts.js";
import { hold } from "./call.js";
import { type Key, keyArgument, lowerKey } from "./key.js";

export type MemberNode = t.MemberExpression | t.OptionalMemberExpression;

/** A guarded member reference, and what must be evaluated before it to keep the source's order. */
export interface Reference {
  readonly before: readonly Expression[];
  readonly ref: t.MemberExpression;
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
  object = l.expr(node.object as Expression, f),
): Reference {
  if (node.property.type === "PrivateName")
    return { before: [], ref: member(object, node.property, false, node) };
  const site = {
    op: kind === "w" ? "write" : "read",
    name: keyName(node),
    text: siteText(node.object),
  } as const;
  const wrap = (e: Expression): Expression =>
    kind === "g" && isSafeReceiver(node.object) && isSafeReceiver(e)
      ? e
      : guard(l, kind, e, site, node.property);
  const placed = (receiver: Expression, key: Key): t.MemberExpression => {
    const made = member(receiver, key.node, key.computed, node);
    if (!key.computed)
      made.property = { ...made.property, loc: node.property.loc ?? null } as typeof made.property;
    return made;
  };
  if (
    !node.computed ||
    spelledKey(node.property, true) !== null ||
    isPure(l.references, node.property) ||
    (kind === "g" && isSafeReceiver(node.object))
  )
    return { before: [], ref: placed(wrap(object), lowerKey(l, f, node.property, node.computed)) };
  // The key is lowered once: twice, and keys inside keys would double the text at every level.
  const [keepKey, held] = hold(alloc, l.expr(node.property as Expression, f));
  const key: Key = { node: call("_k_", [held()]), computed: true, name: null };
  if (node.object.type === "ThisExpression" || isFixedName(l.references, node.object))
    return { before: [keepKey], ref: placed(wrap(object), key) };
  const [keepObject, receiver] = hold(alloc, object);
  return { before: [keepObject, keepKey], ref: placed(wrap(receiver()), key) };
}

export function superMember(l: Lowering, f: Frame, node: MemberNode): t.MemberExpression {
  const key = lowerKey(l, f, node.property, node.computed);
  return member(node.object, key.node, key.computed, node);
}

export function keyName(node: MemberNode): string {
  if (node.property.type === "PrivateName") return `#${node.property.id.name}`;
  if (!node.computed && node.property.type === "Identifier") return node.property.name;
  return node.property.type === "StringLiteral" ? node.property.value : "";
}

export function lowerRead(l: Lowering, f: Frame, node: t.MemberExpression): Expression {
  if (node.object.type === "Super") return superMember(l, f, node);
  if (node.property.type === "PrivateName") return member(l.expr(node.object, f), node.property, false, node);
  if (l.form === "call") return callRead(l, f, l.expr(node.object, f), node);
  return withTemps(l, f, (alloc, inner) => {
    const { before, ref } = reference(l, inner, node, "g", alloc);
    return seq([...before, groups(node, ref)]);
  });
}

export function callRead(l: Lowering, f: Frame, object: Expression, node: MemberNode): Expression {
  const key = keyArgument(l, f, node.property as Expression, node.computed);
  return groups(node, call(key.name === null ? "_getitem_" : "_getattr_", [object, key.node], node.property));
}

/** `match.groups` has no prototype and so no brand; the helper makes a branded copy of its strings. */
export function groups(node: MemberNode, read: Expression): Expression {
  return keyName(node) === "groups" ? call("_groups_", [read], node) : read;
}
