import type { Expression, t } from "../../../ast/index.js";
import { assign, at, call, id, member, seq, str } from "../build.js";
import { type Alloc, ending, type Frame, type Lowering, withTemps } from "../context.js";
import { isFixedName, isPure } from "../facts.js";
import { hold, unnamed } from "./call.js";
import { keyArgument, lowerKey } from "./key.js";
import { privateMember, reference, superMember } from "./member.js";
import { lowerPatternAssignment } from "./pattern.js";
import { lowerSized } from "./sized.js";

const LOGICAL: ReadonlySet<string> = new Set(["&&=", "||=", "??="]);

export function lowerAssignment(l: Lowering, f: Frame, node: t.AssignmentExpression): Expression {
  const { left, operator } = node;
  if (left.type === "ArrayPattern" || left.type === "ObjectPattern")
    return lowerPatternAssignment(l, f, left, node.right);
  const isGuarded =
    l.form === "call" &&
    (left.type === "Identifier" || (left.type === "MemberExpression" && isPlainMember(left)));
  const checked = isGuarded ? null : lowerSized(l, f, node);
  if (checked !== null) return checked;
  if (left.type === "Identifier") return nameAssignment(l, f, node, left);
  if (left.type !== "MemberExpression") return node;
  if (left.object.type === "Super") return superAssignment(l, f, node, left);
  if (left.property.type === "PrivateName") {
    return assign(
      ending(l, privateMember(l, f, left), l.places.operator(left)),
      l.expr(node.right, f),
      operator,
      node,
    );
  }
  if (l.form === "call")
    return operator === "=" ? callSet(l, f, left, node.right) : callCompound(l, f, node, left);
  return withTemps(l, f, node, (alloc, inner) =>
    operator === "=" ? inlineSet(l, inner, node, left, alloc) : inlineCompound(l, inner, node, left, alloc),
  );
}

/** A member that `_inplacevar_` works on in the call form. */
function isPlainMember(left: t.MemberExpression): boolean {
  return left.object.type !== "Super" && left.property.type !== "PrivateName";
}

function nameAssignment(l: Lowering, f: Frame, node: t.AssignmentExpression, left: t.Identifier): Expression {
  // A name in parentheses names nothing.
  const value = l.expr(node.right, f);
  const right = left.extra?.["parenthesized"] === true ? unnamed(value) : value;
  if (l.form === "inline" || node.operator === "=" || LOGICAL.has(node.operator))
    return assign(ending(l, left, l.places.operator(left)), right, node.operator, node);
  return assign(
    left,
    call("_inplacevar_", [str(node.operator), at(id(left.name), left), right], node),
    "=",
    node,
  );
}

/** The key is coerced after the right side has run. */
function superAssignment(
  l: Lowering,
  f: Frame,
  node: t.AssignmentExpression,
  left: t.MemberExpression,
): Expression {
  // What a short circuit leaves in place is the value that was read.
  if (l.form === "call" && LOGICAL.has(node.operator))
    return call(
      "_super_",
      [assign(superMember(l, f, left), l.expr(node.right, f), node.operator, node)],
      node,
    );
  const coerced = lowerKey(l, f, left.property, left.computed).node.type === "CallExpression";
  if (!coerced || node.operator !== "=" || isPure(l.references, node.right))
    return assign(superMember(l, f, left), l.expr(node.right, f), node.operator, node);
  return withTemps(l, f, node, (alloc, inner) => {
    const [keepKey, key] = hold(alloc, l.expr(left.property as Expression, inner));
    const [keepValue, value] = hold(alloc, l.expr(node.right, inner));
    const place = member(left.object as t.Super, call("_k_", [key()], left.property), true, left);
    return seq([keepKey, keepValue, assign(place, value(), "=", node)]);
  });
}

/** The right side runs before a null receiver is noticed, so an effect on the right needs temporaries. */
function inlineSet(
  l: Lowering,
  f: Frame,
  node: t.AssignmentExpression,
  left: t.MemberExpression,
  alloc: Alloc,
): Expression {
  // The head of a loop has no operator.
  const operator = node.loc ? l.places.operator(left) : l.places.member(left);
  const from = l.places.at(operator);
  if (isPure(l.references, node.right)) {
    const { before, ref } = reference(l, f, left, "w", alloc, { from, op: "write" });
    return seq([...before, assign(ending(l, ref, operator), l.expr(node.right, f), "=", node)]);
  }
  const steps: Expression[] = [];
  const keep = (e: Expression): Expression => {
    const [set, use] = hold(alloc, e);
    steps.push(set);
    return use();
  };
  const object =
    left.object.type === "ThisExpression" || isFixedName(l.references, left.object)
      ? l.expr(left.object, f)
      : keep(l.expr(left.object as Expression, f));
  const stays = !left.computed || left.property.type.endsWith("Literal");
  const property = stays ? left.property : keep(l.expr(left.property as Expression, f));
  const value = keep(l.expr(node.right, f));
  // Temporaries are lowered already: the synthetic member below only adds the guards.
  const target = { ...left, property } as t.MemberExpression;
  const { before, ref } = reference(l, f, target, "w", alloc, { object, from, op: "write" });
  return seq([...steps, ...before, assign(ending(l, ref, operator), value, "=", node)]);
}

function inlineCompound(
  l: Lowering,
  f: Frame,
  node: t.AssignmentExpression,
  left: t.MemberExpression,
  alloc: Alloc,
): Expression {
  const { before, ref } = reference(l, f, left, "w", alloc, { from: l.places.at(l.places.inner(left)) });
  const target = ending(l, ref, l.places.operator(left));
  return seq([...before, assign(target, l.expr(node.right, f), node.operator, node)]);
}

function callSet(l: Lowering, f: Frame, left: t.MemberExpression, right: Expression): Expression {
  const object = l.expr(left.object as Expression, f);
  const key = keyArgument(l, f, left.property as Expression, left.computed);
  return call(
    key.name === null ? "_setitem_" : "_setattr_",
    [object, key.node, l.expr(right, f)],
    l.places.at(l.places.operator(left)),
  );
}

/** Call-form access to one place, its object and key evaluated once. */
export interface Place {
  readonly before: readonly Expression[];
  get(): Expression;
  set(value: Expression): Expression;
}

export function callPlace(l: Lowering, f: Frame, left: t.MemberExpression, alloc: Alloc): Place {
  const [setObject, object] = hold(alloc, l.expr(left.object as Expression, f));
  const key = keyArgument(l, f, left.property as Expression, left.computed);
  const from = l.places.at(l.places.inner(left));
  const put = l.places.at(l.places.operator(left));
  if (key.name !== null) {
    const name = key.name;
    return {
      before: [setObject],
      get: () => call("_getattr_", [object(), str(name)], from),
      set: (value) => call("_setattr_", [object(), str(name), value], put),
    };
  }
  const [setKey, held] = hold(alloc, call("_key_", [key.node, object()], from));
  return {
    before: [setObject, setKey],
    get: () => call("_getitem_", [object(), held()], from),
    set: (value) => call("_setitem_", [object(), held(), value], put),
  };
}

function callCompound(
  l: Lowering,
  f: Frame,
  node: t.AssignmentExpression,
  left: t.MemberExpression,
): Expression {
  return withTemps(l, f, node, (alloc, inner) => {
    const place = callPlace(l, inner, left, alloc);
    if (LOGICAL.has(node.operator)) {
      const operator = node.operator.slice(0, -1);
      const value = {
        type: "LogicalExpression",
        operator,
        left: place.get(),
        right: place.set(l.expr(node.right, inner)),
      };
      return seq([...place.before, value as t.LogicalExpression]);
    }
    return seq([
      ...place.before,
      place.set(call("_inplacevar_", [str(node.operator), place.get(), l.expr(node.right, inner)], node)),
    ]);
  });
}

export function lowerUpdate(l: Lowering, f: Frame, node: t.UpdateExpression): Expression {
  const target = node.argument;
  if (target.type !== "MemberExpression") return { ...node };
  const update = (argument: Expression): Expression =>
    ({
      type: "UpdateExpression",
      operator: node.operator,
      prefix: node.prefix,
      argument,
      loc: node.loc,
    }) as unknown as Expression;
  if (target.object.type === "Super") return update(superMember(l, f, target));
  if (target.property.type === "PrivateName") return update(privateMember(l, f, target));
  return withTemps(l, f, node, (alloc, inner) => {
    if (l.form === "inline") {
      const from = l.places.at(l.places.inner(target));
      const { before, ref } = reference(l, inner, target, "w", alloc, { from });
      return seq([...before, update(ref)]);
    }
    const place = callPlace(l, inner, target, alloc);
    const step = (value: Expression): Expression =>
      place.set(call("_inplacevar_", [str(node.operator), value], node));
    if (node.prefix) return seq([...place.before, step(place.get())]);
    const [keep, old] = hold(alloc, call("_numeric_", [place.get()]));
    return seq([...place.before, keep, step(old()), old()]);
  });
}
