import type { Expression, t } from "../../../ast/index.js";
import { spelledKey } from "../../2-check/names.js";
import { nativeText } from "../../native/text.js";
import { assign, at, call, id, member, seq, str } from "../build.js";
import { type Alloc, ending, type Frame, guard, type Lowering, withTemps } from "../context.js";
import { isSized, sized } from "../sizes.js";
import { hold } from "./call.js";
import { keyName } from "./member.js";

/** A compound assignment whose operator is left to `_op_`: `x = _op_("*", x, e)`. Null: the operator may stand. */
export function lowerSized(l: Lowering, f: Frame, node: t.AssignmentExpression): Expression | null {
  const operator = node.operator.slice(0, -1);
  const { left } = node;
  if (node.operator === "=" || !isSized(l.sizes, operator, left, node.right)) return null;
  if (left.type === "Identifier") {
    const target = ending(l, left, l.places.operator(left));
    const value = sized(operator, [at(id(left.name), left), l.expr(node.right, f)], node);
    return assign(target, value, "=", node);
  }
  if (left.type !== "MemberExpression") return null;
  return withTemps(l, f, node, (alloc, inner) => {
    const { before, target, read } = place(l, inner, left, alloc);
    const value = sized(operator, [read, l.expr(node.right, inner)], node);
    return seq([...before, assign(ending(l, target, l.places.operator(left)), value, "=", node)]);
  });
}

interface SizedPlace {
  readonly before: readonly Expression[];
  readonly target: t.MemberExpression;
  readonly read: Expression;
}

/** One place to write to and to read from, its object and key evaluated once. Not for plain members of the call form. */
function place(l: Lowering, f: Frame, left: t.MemberExpression, alloc: Alloc): SizedPlace {
  if (left.object.type === "Super") return superPlace(l, f, left, alloc);
  const [keepObject, object] = hold(alloc, l.expr(left.object as Expression, f));
  if (left.property.type === "PrivateName") {
    const made = (): t.MemberExpression => member(object(), left.property as t.PrivateName, false, left);
    return { before: [keepObject], target: made(), read: made() };
  }
  const from = l.places.at(l.places.inner(left));
  const site = { op: "read", name: keyName(left), text: nativeText(left.object) } as const;
  const guarded = (kind: "g" | "w"): Expression => guard(l, kind, object(), site, from);
  const name = spelledKey(left.property, left.computed);
  if (name !== null) {
    const made = (kind: "g" | "w"): t.MemberExpression => member(guarded(kind), str(name), true, left);
    return { before: [keepObject], target: made("w"), read: made("g") };
  }
  const [keepKey, key] = hold(alloc, l.expr(left.property as Expression, f));
  // A null receiver is noticed before the key is asked for its text.
  const [keepName, held] = hold(alloc, seq([guarded("g"), call("_k_", [key()], left.property)]));
  const made = (kind: "g" | "w"): t.MemberExpression =>
    member(guarded(kind), call("_k_", [held()], left.property), true, left);
  return { before: [keepObject, keepKey, keepName], target: made("w"), read: made("g") };
}

function superPlace(l: Lowering, f: Frame, left: t.MemberExpression, alloc: Alloc): SizedPlace {
  const made = (key: Expression): t.MemberExpression => member(left.object, key, true, left);
  const reading = (read: Expression): Expression =>
    l.form === "call" ? call("_super_", [read], left) : read;
  const name = spelledKey(left.property, left.computed);
  if (name !== null) return { before: [], target: made(str(name)), read: reading(made(str(name))) };
  const [keepKey, key] = hold(alloc, call("_k_", [l.expr(left.property as Expression, f)], left.property));
  const checked = (): Expression => call("_k_", [key()], left.property);
  return { before: [keepKey], target: made(checked()), read: reading(made(checked())) };
}
