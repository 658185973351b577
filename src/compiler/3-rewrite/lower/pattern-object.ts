import type { Expression, Node, t } from "../../../ast/index.js";
import { array, call, id, object, property } from "../build.js";
import type { Frame, Lowering } from "../context.js";
import { isPure } from "../facts.js";
import { keyArgument, lowerKey } from "./key.js";
import {
  type Bound,
  followed,
  inOrder,
  isPattern,
  type Names,
  nested,
  nil,
  parted,
  withDefault,
} from "./pattern.js";
import { filled, isDirectTarget, plainTarget, prepareTarget, storing } from "./pattern-target.js";

/** Whether nothing has to follow the pattern, so that an assignment's value is the pattern's own source. */
export function objectIsDirect(l: Lowering, pattern: t.ObjectPattern): boolean {
  const rest = pattern.properties.at(-1);
  return l.form === "inline" && (rest?.type !== "RestElement" || isDirectTarget(l, rest.argument));
}

export function lowerObject(
  l: Lowering,
  f: Frame,
  pattern: t.ObjectPattern,
  source: Expression,
  names: Names,
): Bound {
  if (l.form === "call")
    return { target: inOrder(callObject(l, f, pattern, source, names)), source: object([]) };
  const parts: Node[] = [];
  const tail: Node[] = [];
  for (const p of pattern.properties) {
    if (p.type !== "RestElement") parts.push(...inlineProperty(l, f, p, names));
    else if (isDirectTarget(l, p.argument))
      parts.push({ type: "RestElement", argument: plainTarget(l, f, p.argument) } as t.RestElement);
    else {
      const prepared = prepareTarget(l, f, p.argument as t.MemberExpression, names);
      const held = names.bind();
      parts.push(...prepared.before, { type: "RestElement", argument: held } as t.RestElement);
      tail.push(prepared.store(id(held.name)));
    }
  }
  return followed(inOrder(parts), source, tail);
}

function inlineProperty(l: Lowering, f: Frame, p: t.ObjectProperty, names: Names): Node[] {
  const key = lowerKey(l, f, p.key as Expression, p.computed);
  const { target, fallback } = parted(p.value as Node);
  const read = (value: Node): t.ObjectProperty => property(key.node as Expression, value, key.computed);
  if (key.name === "groups") {
    const held = names.bind();
    // `groups` of a match has no prototype and so no brand; the target gets the helper's branded copy.
    return [read(held), ...storing(l, f, target, call("_groups_", [id(held.name)]), fallback, names)];
  }
  if (isPattern(target)) {
    const held = names.bind();
    return [read(held), nil(nested(l, f, target, id(held.name), fallback, names))];
  }
  if (isDirectTarget(l, target))
    return [read(withDefault(plainTarget(l, f, target), fallback && l.expr(fallback, f)))];
  const steps: Node[] = [];
  let again = read;
  if (key.computed && key.name === null && !isPure(l.references, p.key)) {
    const name = names.bind();
    steps.push(nil(withDefault(name, key.node as Expression)));
    again = (value) => property(call("_k_", [id(name.name)]), value, true);
  }
  const held = names.bind();
  const prepared = prepareTarget(l, f, target as t.MemberExpression, names);
  return [
    ...steps,
    ...prepared.before,
    again(withDefault(held, fallback && l.expr(fallback, f))),
    prepared.store(id(held.name)),
  ];
}

/** Call form: every property is read by a guard in a default that is always taken. */
function callObject(
  l: Lowering,
  f: Frame,
  pattern: t.ObjectPattern,
  source: Expression,
  names: Names,
): t.ObjectProperty[] {
  const whole = names.bind();
  const parts: t.ObjectProperty[] = [nil(withDefault(whole, source))];
  const keys: Expression[] = [];
  for (const p of pattern.properties) {
    if (p.type === "RestElement") {
      parts.push(
        ...callTarget(l, f, p.argument, () => call("_rest_", [id(whole.name), array(keys)]), null, names),
      );
      continue;
    }
    const key = keyArgument(l, f, p.key as Expression, p.computed);
    const { target, fallback } = parted(p.value as Node);
    let read = (): Expression => call("_getattr_", [id(whole.name), key.node], p.value);
    if (key.name !== null) keys.push({ type: "StringLiteral", value: key.name } as t.StringLiteral);
    else {
      const held = names.bind();
      parts.push(nil(withDefault(held, call("_key_", [key.node]))));
      keys.push(id(held.name));
      read = () => call("_getitem_", [id(whole.name), id(held.name)], p.value);
    }
    const value = key.name === "groups" ? () => call("_groups_", [read()]) : read;
    parts.push(...callTarget(l, f, target, value, fallback, names));
  }
  return parts;
}

/** A member's object and key come before the value is read. */
function callTarget(
  l: Lowering,
  f: Frame,
  target: Node,
  value: () => Expression,
  fallback: Expression | null,
  names: Names,
): t.ObjectProperty[] {
  if (target.type !== "MemberExpression") return storing(l, f, target, value(), fallback, names);
  const prepared = prepareTarget(l, f, target, names);
  const held = names.bind();
  return [
    ...prepared.before,
    nil(withDefault(held, value())),
    ...filled(l, f, prepared, id(held.name), fallback, names),
  ];
}
