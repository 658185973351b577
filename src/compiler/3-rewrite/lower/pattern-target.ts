import type { Expression, Node, t } from "../../../ast/index.js";
import { nativeText } from "../../native/text.js";
import { assign, call, id, member, orDefault } from "../build.js";
import { type Frame, guard, type Lowering } from "../context.js";
import { isFixedName } from "../facts.js";
import { unnamed } from "./call.js";
import { keyArgument, lowerKey } from "./key.js";
import { keyName, privateMember, superMember } from "./member.js";
import { defaulted, isPattern, type Names, nested, nil, withDefault } from "./pattern.js";

/** A member that a pattern assigns to: what is evaluated before the value is fetched, and the step that stores it. */
export interface Prepared {
  readonly before: readonly t.ObjectProperty[];
  store(value: Expression): t.ObjectProperty;
}

/**
 * Whether a member may stand in the pattern as it is. The engine evaluates object and key first, then fetches the value,
 * and only then looks at the object and coerces the key; the guards around object and key would look too early.
 */
export function isDirectTarget(l: Lowering, target: Node): boolean {
  if (target.type !== "MemberExpression") return true;
  if (l.form === "call") return false;
  const quiet = !target.computed || target.property.type.endsWith("Literal");
  if (target.property.type === "PrivateName") return true;
  if (target.object.type === "Super") return quiet;
  return quiet && (target.object.type === "ThisExpression" || target.object.type === "Identifier");
}

/** An identifier, or a member as a write target. */
export function plainTarget(l: Lowering, f: Frame, target: Node): Node {
  if (target.type !== "MemberExpression") return target;
  if (target.object.type === "Super") return superMember(l, f, target);
  if (target.property.type === "PrivateName") return privateMember(l, f, target);
  const key = lowerKey(l, f, target.property, target.computed);
  return writeTarget(l, l.expr(target.object, f), target, key.node as Expression, key.computed);
}

function writeTarget(
  l: Lowering,
  object: Expression,
  target: t.MemberExpression,
  key: Expression,
  computed: boolean,
): t.MemberExpression {
  const site = { op: "write", name: keyName(target), text: nativeText(target.object) } as const;
  return member(guard(l, "w", object, site, l.places.at(target.start ?? -1)), key, computed, target);
}

export function prepareTarget(l: Lowering, f: Frame, target: t.MemberExpression, names: Names): Prepared {
  const before: t.ObjectProperty[] = [];
  const keep = (value: Expression): t.Identifier => {
    const held = names.bind();
    before.push(nil(withDefault(held, unnamed(value))));
    return id(held.name);
  };
  const stays = target.object.type === "ThisExpression" || isFixedName(l.references, target.object);
  const lowered = target.object.type === "Super" ? target.object : l.expr(target.object, f);
  const receiver = target.object.type === "Super" || stays ? lowered : keep(lowered as Expression);
  if (target.property.type === "PrivateName") {
    const place = privateMember(l, f, target, receiver as Expression);
    return { before, store: (value) => stored(l, place, value, names) };
  }
  const name = keyArgument(l, f, target.property, target.computed);
  const key = name.name === null ? keep(name.node) : name.node;
  if (receiver.type === "Super") {
    const place = superMember(l, f, { ...target, property: key, computed: true } as t.MemberExpression);
    return { before, store: (value) => stored(l, place, value, names) };
  }
  if (l.form === "call") {
    const setter = name.name === null ? "_setitem_" : "_setattr_";
    return {
      before,
      store: (value) =>
        nil(withDefault(names.bind(), call(setter, [receiver, key, value], l.places.at(target.start ?? -1)))),
    };
  }
  return {
    before,
    store: (value) =>
      nil(
        withDefault(
          name.name === null
            ? writeTarget(l, receiver, target, call("_k_", [key]), true)
            : writeTarget(l, receiver, target, key, true),
          value,
        ),
      ),
  };
}

/** `super.x` and `x.#p` need no guard; the call form has them outside of patterns all the same. */
function stored(l: Lowering, place: t.MemberExpression, value: Expression, names: Names): t.ObjectProperty {
  return l.form === "inline"
    ? nil(withDefault(place, value))
    : nil(withDefault(names.bind(), assign(place, value)));
}

/** `target = value` with a default, in a place whose own value is always undefined. */
export function storing(
  l: Lowering,
  f: Frame,
  target: Node,
  value: Expression,
  fallback: Expression | null,
  names: Names,
): t.ObjectProperty[] {
  if (isPattern(target)) {
    const held = names.bind();
    return [nil(withDefault(held, value)), nil(nested(l, f, target, id(held.name), fallback, names))];
  }
  if (target.type === "MemberExpression") {
    const prepared = prepareTarget(l, f, target, names);
    return [...prepared.before, ...filled(l, f, prepared, value, fallback, names)];
  }
  if (fallback === null) return [nil(withDefault(target, value))];
  // Over a literal the engine itself takes the default, and names an anonymous function as it would natively.
  const [inner, source] = defaulted(target, l.expr(fallback, f), value);
  return [nil(withDefault(inner, source))];
}

/** Stores a value, or the default in its place, in a member whose object and key are evaluated already. */
export function filled(
  l: Lowering,
  f: Frame,
  prepared: Prepared,
  value: Expression,
  fallback: Expression | null,
  names: Names,
): t.ObjectProperty[] {
  if (fallback === null) return [prepared.store(value)];
  const held = names.bind();
  const chosen = orDefault(id(held.name), id(held.name), l.expr(fallback, f));
  return [nil(withDefault(held, value)), prepared.store(chosen)];
}
