import type { Expression, Node, t } from "../../../ast/index.js";
import { assign, call, id, member, num } from "../build.js";
import type { Frame, Lowering } from "../context.js";
import {
  type Bound,
  followed,
  isPattern,
  lowerOver,
  type Names,
  nested,
  nil,
  parted,
  steps,
  withDefault,
} from "./pattern.js";
import { guarded, hasRest } from "./pattern-source.js";
import { filled, isDirectTarget, plainTarget, prepareTarget } from "./pattern-target.js";

/** Whether the pattern stands over its source as it is, so that an assignment's value is that source. */
export function arrayIsDirect(l: Lowering, pattern: t.ArrayPattern, right: Node): boolean {
  // What is charged as it is collected is not the source itself.
  if (hasRest(pattern) && right.type !== "ArrayExpression") return false;
  return l.form === "inline" && pattern.elements.every((e) => isPlain(l, e, right));
}

function isPlain(l: Lowering, element: Node | null, from: Node | undefined): boolean {
  if (element === null) return true;
  const { target, fallback } = parted(element.type === "RestElement" ? element.argument : element);
  if (isPattern(target)) return false;
  // Over an array literal nothing can be told of when its elements are taken.
  const quiet = from?.type === "ArrayExpression" && l.form === "inline" && fallback === null;
  return isDirectTarget(l, target) || (quiet && element.type !== "RestElement");
}

/**
 * Elements that need more than the engine's own pattern go through a stash: its iterator gives `undefined` in their
 * place, so that a default is taken that finds the real value in the stash. At a place with a half added the stash takes
 * nothing from the source: there the object and key of a member target are evaluated.
 */
export function lowerArray(
  l: Lowering,
  f: Frame,
  pattern: t.ArrayPattern,
  source: Expression,
  names: Names,
  from?: Node,
): Bound {
  const elements: (Node | null)[] = [];
  const places: Expression[] = [];
  const tail: Node[] = [];
  const stash: t.Identifier[] = [];
  const cell = (): Expression => {
    if (stash.length === 0) stash.push(names.alloc("u"));
    return member(id((stash[0] as t.Identifier).name), id("v"), false);
  };
  const prepared = (target: Node): ReturnType<typeof prepareTarget> => {
    const made = prepareTarget(l, f, target as t.MemberExpression, names);
    if (made.before.length > 0) {
      cell();
      places.push(num(elements.length + 0.5));
      elements.push(steps(made.before));
    }
    return made;
  };
  for (const element of pattern.elements as (Node | null)[]) {
    if (element === null) elements.push(null);
    else if (element.type === "RestElement") rest(element.argument);
    else single(element);
  }

  function single(element: Node): void {
    const { target, fallback } = parted(element);
    if (isPlain(l, element, from)) {
      elements.push(withDefault(plainTarget(l, f, target), fallback && l.expr(fallback, f)));
      return;
    }
    const made = isPattern(target) ? null : prepared(target);
    const value = cell();
    places.push(num(elements.length));
    elements.push(
      made === null
        ? nested(l, f, target as t.ArrayPattern, value, fallback, names)
        : steps(filled(l, f, made, value, fallback, names)),
    );
  }

  function rest(target: Node): void {
    if (!isPattern(target) && isDirectTarget(l, target)) {
      elements.push({ type: "RestElement", argument: plainTarget(l, f, target) } as t.RestElement);
      return;
    }
    const made = isPattern(target) ? null : prepared(target);
    const held = names.bind();
    elements.push({ type: "RestElement", argument: held } as t.RestElement);
    if (made !== null) {
      tail.push(made.store(id(held.name)));
      return;
    }
    const pattern = target as t.ArrayPattern;
    const bound = lowerOver(l, f, pattern, guarded(l, pattern, id(held.name), { kind: "nested" }), names);
    tail.push(nil(withDefault(bound.target, bound.source)));
  }

  const made = { type: "ArrayPattern", elements } as unknown as t.ArrayPattern;
  return followed(made, stashed(stash[0], source, places), tail);
}

function stashed(
  stash: t.Identifier | undefined,
  source: Expression,
  places: readonly Expression[],
): Expression {
  return stash === undefined ? source : assign(id(stash.name), call("_stash_", [source, ...places]));
}
