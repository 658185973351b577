import type { Expression, Node, t } from "../../../ast/index.js";
import { patternNames } from "../../scope/patterns.js";
import { array, assign, call, id, member, object, orDefault, property, seq } from "../build.js";
import { type Alloc, type Frame, guard, type Lowering, withTemps } from "../context.js";
import { isSafeReceiver, siteText } from "../facts.js";
import { hold } from "./call.js";
import { keyArgument, lowerKey } from "./key.js";
import { reference, superMember } from "./member.js";

type Pattern = t.ArrayPattern | t.ObjectPattern;

/** A lowered pattern, the source it stands over, and pairs that must follow it. */
export interface Bound {
  readonly target: Node;
  readonly source: Expression;
  readonly after: readonly (readonly [Node, Expression])[];
}

/** How a pattern names what it needs: declared by the pattern itself, or allocated beside it. */
interface Names {
  /** A name the pattern may bind on its own. */
  bind(): t.Identifier;
  /** A name that is declared elsewhere. */
  readonly alloc: Alloc;
}

const NIL_KEY = "_nil_";

export function isPattern(node: Node | null | undefined): node is Pattern {
  return node?.type === "ArrayPattern" || node?.type === "ObjectPattern";
}

/** Lowers `pattern = source` for a declaration; the names it adds are declared by it. */
export function lowerDeclared(
  l: Lowering,
  f: Frame,
  pattern: Pattern,
  source: Expression,
  from: Node,
): Bound {
  const alloc: Alloc = (letter = "t") => {
    const name = l.fresh(letter);
    f.temps.push(name);
    return id(name);
  };
  return lower(l, f, pattern, guarded(l, pattern, source, from), { bind: () => id(l.fresh("p")), alloc });
}

export function lowerPatternAssignment(
  l: Lowering,
  f: Frame,
  pattern: Pattern,
  right: Expression,
): Expression {
  return withTemps(l, f, (alloc, inner) => {
    const names: Names = { bind: alloc, alloc };
    const direct = l.form === "inline" && !needsStash(pattern) && !hasNestedRest(pattern);
    if (direct) {
      const bound = lower(l, inner, pattern, guarded(l, pattern, l.expr(right, inner), right), names);
      return assign(bound.target, bound.source);
    }
    const [keep, value] = hold(alloc, l.expr(right, inner));
    const bound = lower(
      l,
      inner,
      pattern,
      guarded(l, pattern, value(), { ...right, type: "Identifier" } as Node),
      names,
    );
    return seq([
      keep,
      assign(bound.target, bound.source),
      ...bound.after.map(([target, source]) => assign(target, source)),
      value(),
    ]);
  });
}

/** The value a pattern takes apart, behind the guard that suits the pattern. */
export function guarded(l: Lowering, pattern: Pattern, source: Expression, from: Node): Expression {
  if (l.form === "call")
    return call(pattern.type === "ArrayPattern" ? "_unpack_sequence_" : "_object_", [source], from);
  const fits =
    pattern.type === "ArrayPattern"
      ? from.type === "ArrayExpression"
      : isSafeReceiver(from) && (from.type === "ObjectExpression" || from.type === "ArrayExpression");
  if (fits) return source;
  return guard(l, "g", source, { op: "pattern", name: firstName(pattern), text: siteText(from) }, from);
}

function firstName(pattern: Pattern): string {
  return pattern.type === "ArrayPattern" ? "" : (patternNames(pattern)[0] ?? "");
}

function lower(l: Lowering, f: Frame, pattern: Pattern, source: Expression, names: Names): Bound {
  return pattern.type === "ArrayPattern"
    ? lowerArray(l, f, pattern, source, names)
    : lowerObject(l, f, pattern, source, names);
}

function lowerObject(
  l: Lowering,
  f: Frame,
  pattern: t.ObjectPattern,
  source: Expression,
  names: Names,
): Bound {
  const parts: Node[] = [];
  const after: (readonly [Node, Expression])[] = [];
  if (l.form === "call") {
    callObject(l, f, pattern, source, names, parts);
    return {
      target: { type: "ObjectPattern", properties: parts } as t.ObjectPattern,
      source: object([]),
      after,
    };
  }
  for (const p of pattern.properties) {
    if (p.type === "RestElement") {
      parts.push({ type: "RestElement", argument: plainTarget(l, f, p.argument) } as t.RestElement);
      continue;
    }
    const key = lowerKey(l, f, p.key as Expression, p.computed);
    const { target, fallback } = parted(p.value as Node);
    if (key.name === "groups") {
      const held = names.bind();
      parts.push(property(key.node as Expression, held, key.computed));
      parts.push(nil(branded(l, f, target, id(held.name), fallback, names)));
      continue;
    }
    if (!isPattern(target)) {
      parts.push(
        property(
          key.node as Expression,
          withDefault(plainTarget(l, f, target), fallback && l.expr(fallback, f)),
          key.computed,
        ),
      );
      continue;
    }
    const held = names.bind();
    parts.push(property(key.node as Expression, held, key.computed));
    parts.push(nil(nested(l, f, target, id(held.name), fallback, names)));
  }
  return { target: { type: "ObjectPattern", properties: parts } as t.ObjectPattern, source, after };
}

/** `groups` of a match has no prototype and so no brand; the target gets the helper's branded copy. */
function branded(
  l: Lowering,
  f: Frame,
  target: Node,
  held: t.Identifier,
  fallback: Expression | null,
  names: Names,
): Node {
  const copy = call("_groups_", [held]);
  if (isPattern(target)) return nested(l, f, target, copy, fallback, names);
  return withDefault(
    plainTarget(l, f, target),
    fallback === null ? copy : orDefault(id(held.name), copy, l.expr(fallback, f)),
  );
}

/** Call form: every property is read by a guard in a default that is always taken. */
function callObject(
  l: Lowering,
  f: Frame,
  pattern: t.ObjectPattern,
  source: Expression,
  names: Names,
  parts: Node[],
): void {
  const whole = names.bind();
  parts.push(nil(withDefault(whole, source)));
  const keys: Expression[] = [];
  for (const p of pattern.properties) {
    if (p.type === "RestElement") {
      parts.push(nil(storing(l, f, p.argument, call("_rest_", [id(whole.name), array(keys)]), null, names)));
      continue;
    }
    const key = keyArgument(l, f, p.key as Expression, p.computed);
    let read: Expression;
    if (key.name !== null) {
      keys.push({ type: "StringLiteral", value: key.name } as t.StringLiteral);
      read = call("_getattr_", [id(whole.name), key.node], p);
      if (key.name === "groups") read = call("_groups_", [read]);
    } else {
      const held = names.bind();
      parts.push(nil(withDefault(held, call("_key_", [key.node]))));
      keys.push(id(held.name));
      read = call("_getitem_", [id(whole.name), id(held.name)], p);
    }
    const { target, fallback } = parted(p.value as Node);
    parts.push(nil(storing(l, f, target, read, fallback, names)));
  }
}

/** `target = default` in a place whose value is always undefined, so that `value` is what the target gets. */
function storing(
  l: Lowering,
  f: Frame,
  target: Node,
  value: Expression,
  fallback: Expression | null,
  names: Names,
): Node {
  if (isPattern(target)) {
    const held = names.bind();
    const pattern = nested(l, f, target, id(held.name), fallback, names);
    const both = [nil(withDefault(held, value)), nil(pattern)];
    return withDefault({ type: "ObjectPattern", properties: both } as t.ObjectPattern, object([]));
  }
  if (target.type === "MemberExpression") {
    const held = names.bind();
    const filled =
      fallback === null ? value : orDefault(assign(id(held.name), value), id(held.name), l.expr(fallback, f));
    return withDefault(held, setMember(l, f, target, filled));
  }
  if (fallback === null) return withDefault(plainTarget(l, f, target), value);
  // Over a literal the engine itself takes the default, and names an anonymous function as it would natively.
  const inner = property(id("v"), withDefault(plainTarget(l, f, target), l.expr(fallback, f)), false);
  return withDefault(
    { type: "ObjectPattern", properties: [inner] } as t.ObjectPattern,
    object([property(id("v"), value, false)]),
  );
}

function setMember(l: Lowering, f: Frame, target: t.MemberExpression, value: Expression): Expression {
  if (target.object.type === "Super") return assign(superMember(l, f, target), value);
  if (target.property.type === "PrivateName")
    return assign(member(l.expr(target.object, f), target.property, false), value);
  const key = keyArgument(l, f, target.property, target.computed);
  return call(
    key.name === null ? "_setitem_" : "_setattr_",
    [l.expr(target.object, f), key.node, value],
    target.property,
  );
}

function lowerArray(l: Lowering, f: Frame, pattern: t.ArrayPattern, source: Expression, names: Names): Bound {
  const after: (readonly [Node, Expression])[] = [];
  const stashed: number[] = [];
  const stash = needsStash(pattern) || hasMemberTarget(l, pattern) ? names.alloc("u") : null;
  const elements = pattern.elements.map((element, index): Node | null => {
    if (element === null) return null;
    if (element.type === "RestElement") {
      if (l.form === "call" && element.argument.type === "MemberExpression") {
        const held = names.bind();
        const stored = nil(storing(l, f, element.argument, id(held.name), null, names));
        after.push([{ type: "ObjectPattern", properties: [stored] } as t.ObjectPattern, object([])]);
        return { type: "RestElement", argument: held } as t.RestElement;
      }
      if (!isPattern(element.argument))
        return { type: "RestElement", argument: plainTarget(l, f, element.argument) } as t.RestElement;
      const held = names.bind();
      const bound = lower(l, f, element.argument, guarded(l, element.argument, id(held.name), held), names);
      after.push([bound.target, bound.source], ...bound.after);
      return { type: "RestElement", argument: held } as t.RestElement;
    }
    const { target, fallback } = parted(element as Node);
    const special = isPattern(target) || (l.form === "call" && target.type === "MemberExpression");
    if (!special || stash === null)
      return withDefault(plainTarget(l, f, target), fallback && l.expr(fallback, f));
    stashed.push(index);
    const cell = (): Expression => member(id(stash.name), id("v"), false);
    if (isPattern(target)) return nested(l, f, target, cell(), fallback, names);
    const stored = nil(storing(l, f, target, cell(), fallback, names));
    return withDefault({ type: "ObjectPattern", properties: [stored] } as t.ObjectPattern, object([]));
  });
  const made = { type: "ArrayPattern", elements } as unknown as t.ArrayPattern;
  if (stash === null || stashed.length === 0) return { target: made, source, after };
  const indices = stashed.map((i) => ({ type: "NumericLiteral", value: i }) as t.NumericLiteral);
  return { target: made, source: assign(id(stash.name), call("_stash_", [source, ...indices])), after };
}

/** A nested pattern with its guarded source as the default that is always taken. */
function nested(
  l: Lowering,
  f: Frame,
  target: Pattern,
  value: Expression,
  fallback: Expression | null,
  names: Names,
): Node {
  const again = value.type === "Identifier" ? id(value.name) : ({ ...value } as Expression);
  const filled = fallback === null ? value : orDefault(value, again, l.expr(fallback, f));
  const from = { type: "NullLiteral" } as Node;
  const bound = lower(l, f, target, guarded(l, target, filled, from), names);
  return withDefault(bound.target, bound.source);
}

/** An identifier, or a member as a write target. */
function plainTarget(l: Lowering, f: Frame, target: Node): Node {
  if (target.type !== "MemberExpression") return target;
  if (target.object.type === "Super") return superMember(l, f, target);
  const none: Alloc = () => id(l.fresh("t"));
  const key = lowerKey(l, f, target.property as Expression, target.computed);
  if (target.property.type === "PrivateName") return member(l.expr(target.object, f), target.property, false);
  const { ref } = reference(
    l,
    f,
    { ...target, property: literalKey(target) } as t.MemberExpression,
    "w",
    none,
  );
  return { ...ref, property: key.node, computed: key.computed } as t.MemberExpression;
}

/** Stands in for the key so that `reference` needs no temporaries; the real key is put in its place. */
function literalKey(target: t.MemberExpression): Node {
  return target.computed ? ({ type: "StringLiteral", value: "" } as t.StringLiteral) : target.property;
}

function withDefault(target: Node, fallback: Expression | null | undefined): Node {
  return fallback
    ? ({ type: "AssignmentPattern", left: target, right: fallback } as unknown as t.AssignmentPattern)
    : target;
}

function nil(value: Node): t.ObjectProperty {
  return property(id(NIL_KEY), value, true);
}

function parted(value: Node): { readonly target: Node; readonly fallback: Expression | null } {
  return value.type === "AssignmentPattern"
    ? { target: value.left, fallback: value.right }
    : { target: value, fallback: null };
}

function needsStash(pattern: Pattern): boolean {
  if (pattern.type === "ObjectPattern") return false;
  return pattern.elements.some(
    (e) => e !== null && e.type !== "RestElement" && isPattern(parted(e as Node).target),
  );
}

/** Whether lowering needs a stash anywhere in a parameter's patterns. */
export function stashes(node: Node | null): boolean {
  switch (node?.type) {
    case "ArrayPattern":
      return needsStash(node) || node.elements.some((e) => stashes(e as Node | null));
    case "ObjectPattern":
      return node.properties.some((p) => stashes(p.type === "RestElement" ? p.argument : (p.value as Node)));
    case "AssignmentPattern":
      return stashes(node.left);
    case "RestElement":
      return stashes(node.argument);
    default:
      return false;
  }
}

function hasMemberTarget(l: Lowering, pattern: t.ArrayPattern): boolean {
  return (
    l.form === "call" &&
    pattern.elements.some(
      (e) => e !== null && e.type !== "RestElement" && parted(e as Node).target.type === "MemberExpression",
    )
  );
}

/** Whether a rest element needs more than the pattern can say. */
function hasNestedRest(pattern: Pattern): boolean {
  const items: readonly (Node | null)[] =
    pattern.type === "ArrayPattern" ? (pattern.elements as (Node | null)[]) : pattern.properties;
  return items.some((item) => item?.type === "RestElement" && isPattern(item.argument));
}

/** A sequence of bindings in a parameter list: `...{[_nil_]: target = value, …}`. */
export function restSequence(parts: readonly (readonly [Node, Expression])[]): t.RestElement {
  const properties = parts.map(([target, value]) => nil(withDefault(target, value)));
  return { type: "RestElement", argument: { type: "ObjectPattern", properties } } as unknown as t.RestElement;
}

/** `name = default` over a value in a temporary, so that the engine takes the default and names functions. */
export function defaulted(
  target: t.Identifier,
  fallback: Expression,
  value: Expression,
): readonly [Node, Expression] {
  const inner = property(id("v"), withDefault(target, fallback), false);
  return [
    { type: "ObjectPattern", properties: [inner] } as t.ObjectPattern,
    object([property(id("v"), value, false)]),
  ];
}
