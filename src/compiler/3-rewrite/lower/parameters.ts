import type { Expression, Node, Statement, t } from "../../../ast/index.js";
import { eachChild } from "../../children.js";
import { patternNames } from "../../scope/patterns.js";
import { declare, id, orDefault, undef } from "../build.js";
import { type Alloc, type Frame, type Lowering, SCRATCH } from "../context.js";
import { isInert } from "../facts.js";
import { bearingName } from "./class.js";
import type { FunctionNode } from "./function.js";
import { defaulted, isPattern, lowerDeclared, restSequence } from "./pattern.js";
import { guarded, type Pattern } from "./pattern-source.js";
import { tickedExpression } from "./tick.js";

export interface Parameters {
  readonly params: readonly Node[];
  /** What binds the moved parameters, at the start of the body. */
  readonly prelude: readonly Statement[];
  /** Names that mean something else, or something already, where the parameters are bound. */
  readonly names: ReadonlySet<string>;
}

/** Where moved parameters are bound, one after the other. */
interface Binder {
  put(target: Node, source: Expression): void;
  pattern(pattern: Pattern, value: Expression, fallback?: Node | null): void;
  readonly frame: Frame;
  readonly alloc?: Alloc;
}

/**
 * Plain parameters stay. From the first pattern on, patterns and defaults move into the body, in order; a generator
 * takes them apart in a rest sequence instead, because its parameters are bound when it is called and not when it first runs.
 */
export function lowerParams(l: Lowering, f: Frame, node: FunctionNode): Parameters {
  const params = node.params as readonly Node[];
  const first = firstMoved(params, node.generator === true);
  const kept = (first < 0 ? params : params.slice(0, first)).map((p) => plain(l, node, p));
  if (first < 0) return { params: kept, prelude: [], names: new Set() };
  const moved = params.slice(first);
  const mentioned = new Set(moved.flatMap(mentions));
  return node.generator === true
    ? inSequence(l, kept, moved, mentioned)
    : inBody(l, f, kept, moved, mentioned);
}

/** The first pattern; in front of it, the first default that sees a name which moves into the body. */
function firstMoved(params: readonly Node[], generator: boolean): number {
  let first = params.findIndex((p) => isPattern(bare(p)));
  if (generator) return first;
  for (let i = first - 1; i >= 0; i--) {
    const later = new Set(params.slice(first).flatMap(patternNames));
    if (mentions(params[i] as Node).some((name) => later.has(name))) first = i;
  }
  return first;
}

/** A parameter without its default and its dots. */
function bare(p: Node): Node {
  if (p.type === "AssignmentPattern") return p.left;
  return p.type === "RestElement" ? p.argument : p;
}

/** The names that the defaults and computed keys of a parameter mention. */
function mentions(p: Node): readonly string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (node.type === "Identifier") found.push(node.name);
    eachChild(node, visit);
  };
  visit(p);
  const bound = [...patternNames(p)];
  // What is left after each name that the parameter itself binds was taken out once.
  return found.filter((name) => {
    const at = bound.indexOf(name);
    if (at >= 0) bound.splice(at, 1);
    return at < 0;
  });
}

/** A generator's parameters run at each call and its body does not: calls in a default must count. */
function plain(l: Lowering, node: FunctionNode, p: Node): Node {
  if (p.type !== "AssignmentPattern") return p;
  const right =
    node.generator === true && !isInert(l, p.right)
      ? tickedExpression(l, l.expr(bearingName(l, p.right), SCRATCH), p.right)
      : l.expr(p.right, SCRATCH);
  return { ...p, right } as t.AssignmentPattern;
}

function inBody(
  l: Lowering,
  f: Frame,
  kept: readonly Node[],
  moved: readonly Node[],
  mentioned: ReadonlySet<string>,
): Parameters {
  const prelude: Statement[] = [];
  const put = (target: Node, source: Expression): void => {
    prelude.push(declare("let", [[target, source]]));
  };
  const binder: Binder = {
    put,
    pattern(pattern, value, fallback) {
      const bound = lowerDeclared(l, f, pattern, value, { node: fallback, kind: "parameter" });
      put(bound.target, bound.source);
    },
    frame: f,
  };
  const params = [...kept];
  for (const p of moved) {
    if (p.type === "RestElement" && isPattern(p.argument)) {
      const held = l.fresh("x");
      params.push({ type: "RestElement", argument: id(held) } as t.RestElement);
      binder.pattern(p.argument, id(held));
    } else if (p.type === "RestElement") params.push(p);
    else params.push(movedParam(l, p, mentioned, binder));
  }
  return { params, prelude, names: new Set([...mentioned, ...moved.flatMap(patternNames)]) };
}

function inSequence(
  l: Lowering,
  kept: readonly Node[],
  moved: readonly Node[],
  mentioned: ReadonlySet<string>,
): Parameters {
  const first = tickedExpression(l, { type: "NumericLiteral", value: 0 } as t.NumericLiteral);
  const sequence: (readonly [Node, Expression])[] = [[id(l.fresh("t")), first]];
  const put = (target: Node, source: Expression): void => void sequence.push([target, source]);
  const alloc: Alloc = (letter = "t") => {
    const name = l.fresh(letter);
    put(id(name), undef());
    return id(name);
  };
  const binder: Binder = {
    put,
    pattern(pattern, value, fallback) {
      const bound = lowerDeclared(l, SCRATCH, pattern, value, { node: fallback, kind: "parameter" }, alloc);
      put(bound.target, bound.source);
    },
    frame: SCRATCH,
    alloc,
  };
  const params = [...kept];
  moved.forEach((p, i) => {
    if (p.type === "RestElement") put(...elided(l, p.argument, kept.length + i, binder));
    else params.push(movedParam(l, p, mentioned, binder));
  });
  return { params: [...params, restSequence(sequence)], prelude: [], names: new Set() };
}

/** What stands in the list for a parameter that is bound later. */
function movedParam(l: Lowering, p: Node, mentioned: ReadonlySet<string>, binder: Binder): Node {
  const target = bare(p);
  const fallback = p.type === "AssignmentPattern" ? p.right : null;
  // A plain name that nothing mentions is bound at once: nobody can tell.
  if (fallback === null && target.type === "Identifier" && !mentioned.has(target.name)) return p;
  const held = l.fresh("x");
  if (isPattern(target)) {
    const value = fallback ? orDefault(id(held), id(held), l.expr(fallback, binder.frame)) : id(held);
    binder.pattern(target, value, fallback);
  } else if (fallback) binder.put(...defaulted(target, l.expr(fallback, binder.frame), id(held)));
  else binder.put(target, id(held));
  return fallback
    ? ({ type: "AssignmentPattern", left: id(held), right: undef() } as t.AssignmentPattern)
    : id(held);
}

/** A generator's rest parameter behind patterns: `arguments` without the parameters before it. */
function elided(l: Lowering, argument: Node, index: number, binder: Binder): readonly [Node, Expression] {
  const rest = isPattern(argument) ? id(l.fresh("x")) : argument;
  const elements = [...Array.from({ length: index }, () => null), { type: "RestElement", argument: rest }];
  const pattern = { type: "ArrayPattern", elements } as unknown as t.ArrayPattern;
  const source = guarded(l, pattern, id("arguments"), { kind: "parameter" });
  if (!isPattern(argument)) return [pattern, source];
  binder.put(pattern, source);
  const value = id((rest as t.Identifier).name);
  const bound = lowerDeclared(l, SCRATCH, argument, value, { kind: "parameter" }, binder.alloc);
  return [bound.target, bound.source];
}
