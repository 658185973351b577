import type { Expression, Node, t } from "../../../ast/index.js";
import { assign, id, object, orDefault, property, seq } from "../build.js";
import { type Alloc, ending, type Frame, type Lowering, withTemps } from "../context.js";
import { hold, unnamed } from "./call.js";
import { arrayIsDirect, lowerArray } from "./pattern-array.js";
import { lowerObject, objectIsDirect } from "./pattern-object.js";
import { guarded, type Origin, type Pattern } from "./pattern-source.js";

/** A lowered pattern and the source it stands over. */
export interface Bound {
  readonly target: Node;
  readonly source: Expression;
}

/** How a pattern names what it needs: declared by the pattern itself, or allocated beside it. */
export interface Names {
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
  origin: Origin,
  alloc: Alloc = inFrame(l, f),
): Bound {
  return lowerOver(l, f, pattern, guarded(l, pattern, source, origin), {
    bind: () => id(l.fresh("p")),
    alloc,
  });
}

function inFrame(l: Lowering, f: Frame): Alloc {
  return (letter = "t") => {
    const name = l.fresh(letter);
    f.temps.push(name);
    return id(name);
  };
}

export function lowerPatternAssignment(
  l: Lowering,
  f: Frame,
  pattern: Pattern,
  right: Expression,
): Expression {
  return withTemps(l, f, pattern, (alloc, inner) => {
    const names: Names = { bind: alloc, alloc };
    const operator = l.places.operator(pattern);
    const direct =
      pattern.type === "ArrayPattern" ? arrayIsDirect(l, pattern, right) : objectIsDirect(l, pattern);
    if (direct) {
      const source = guarded(l, pattern, l.expr(right, inner), { node: right, kind: "assigned" });
      const bound = lowerOver(l, inner, pattern, source, names, right);
      return assign(ending(l, bound.target, operator), bound.source);
    }
    const [keep, value] = hold(alloc, l.expr(right, inner));
    const source = guarded(l, pattern, value(), { node: right, kind: "assigned", held: true });
    const bound = lowerOver(l, inner, pattern, source, names);
    return seq([keep, assign(ending(l, bound.target, operator), bound.source), value()]);
  });
}

export function lowerOver(
  l: Lowering,
  f: Frame,
  pattern: Pattern,
  source: Expression,
  names: Names,
  from?: Node,
): Bound {
  return pattern.type === "ArrayPattern"
    ? lowerArray(l, f, pattern, source, names, from)
    : lowerObject(l, f, pattern, source, names);
}

/** A nested pattern with its guarded source as the default that is always taken. */
export function nested(
  l: Lowering,
  f: Frame,
  target: Pattern,
  value: Expression,
  fallback: Expression | null,
  names: Names,
): Node {
  const again = value.type === "Identifier" ? id(value.name) : ({ ...value } as Expression);
  const filled = fallback === null ? value : orDefault(value, again, l.expr(fallback, f));
  const bound = lowerOver(
    l,
    f,
    target,
    guarded(l, target, filled, { node: fallback, kind: "nested" }),
    names,
  );
  return withDefault(bound.target, bound.source);
}

export function withDefault(target: Node, fallback: Expression | null | undefined): Node {
  if (!fallback) return target;
  // A name in parentheses names nothing.
  const right = target.extra?.["parenthesized"] === true ? unnamed(fallback) : fallback;
  return { type: "AssignmentPattern", left: target, right } as unknown as t.AssignmentPattern;
}

/** A step of an object pattern whose default is always taken: no object has the key. */
export function nil(value: Node): t.ObjectProperty {
  return property(id(NIL_KEY), value, true);
}

/** Steps one after the other, as a pattern over a literal. */
export function steps(parts: readonly t.ObjectProperty[]): Node {
  return withDefault(inOrder(parts), object([]));
}

export function inOrder(parts: readonly Node[]): t.ObjectPattern {
  return { type: "ObjectPattern", properties: [...parts] } as t.ObjectPattern;
}

/** What a pattern cannot say at its end follows it: `{[_nil_]: pattern = source, [_nil_]: …} = {}`. */
export function followed(main: Node, source: Expression, tail: readonly Node[]): Bound {
  if (tail.length === 0) return { target: main, source };
  return { target: inOrder([nil(withDefault(main, source)), ...tail]), source: object([]) };
}

export function parted(value: Node): { readonly target: Node; readonly fallback: Expression | null } {
  return value.type === "AssignmentPattern"
    ? { target: value.left, fallback: value.right }
    : { target: value, fallback: null };
}

/** A sequence of bindings in a parameter list: `...{[_nil_]: target = value, …}`. */
export function restSequence(parts: readonly (readonly [Node, Expression])[]): t.RestElement {
  const properties = parts.map(([target, value]) => nil(withDefault(target, value)));
  return { type: "RestElement", argument: { type: "ObjectPattern", properties } } as unknown as t.RestElement;
}

/** `name = default` over a value in a temporary, so that the engine takes the default and names functions. */
export function defaulted(
  target: Node,
  fallback: Expression,
  value: Expression,
): readonly [Node, Expression] {
  return [
    inOrder([property(id("v"), withDefault(target, fallback), false)]),
    object([property(id("v"), value, false)]),
  ];
}
