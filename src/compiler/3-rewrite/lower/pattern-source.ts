import type { Expression, Node, t } from "../../../ast/index.js";
import { spelledKey } from "../../2-check/names.js";
import { nativeText } from "../../native/text.js";
import { guard, type Lowering, placed, type Site } from "../context.js";
import { isSafeReceiver } from "../facts.js";

export type Pattern = t.ArrayPattern | t.ObjectPattern;

/** How V8 prints a parameter with a default: as the conditional expression that it makes of it. */
const DEFAULTED = "(intermediate value)(intermediate value)(intermediate value)";
/** Where the value of a pattern comes from, for what the engine says when it cannot be taken apart. */
export interface Origin {
  /** The expression that the pattern stands over, where there is one. */
  readonly node?: Node | null | undefined;
  readonly kind: "declared" | "assigned" | "parameter" | "nested";
  /** The value stands in a temporary, so that a literal is no literal any more. */
  readonly held?: boolean;
}

/** The value a pattern takes apart, behind the guard that suits the pattern. */
export function guarded(l: Lowering, pattern: Pattern, source: Expression, origin: Origin): Expression {
  const site = patternSite(pattern, origin);
  const at = l.places.at(patternPlace(l, pattern, origin));
  if (l.form === "call")
    return placed(l, pattern.type === "ArrayPattern" ? "_unpack_sequence_" : "_object_", [source], site, at);
  const direct = origin.kind === "declared" || origin.kind === "assigned";
  const from = direct && origin.held !== true ? origin.node : null;
  const fits =
    pattern.type === "ArrayPattern"
      ? from?.type === "ArrayExpression"
      : from && isSafeReceiver(from) && (from.type === "ObjectExpression" || from.type === "ArrayExpression");
  if (fits === true) return source;
  // What a rest collects is charged: an iterator of the engine's own may never end and calls nothing of the program's.
  return guard(l, hasRest(pattern) ? "s" : "g", source, site, at);
}

/** An array pattern that takes all there is. */
export function hasRest(pattern: Pattern): boolean {
  return pattern.type === "ArrayPattern" && pattern.elements.at(-1)?.type === "RestElement";
}

function patternSite(pattern: Pattern, { node, kind }: Origin): Site {
  if (pattern.type === "ArrayPattern")
    return {
      op: "unpack",
      name: null,
      text: kind === "declared" && node?.type === "Identifier" ? node.name : "",
    };
  const [first] = pattern.properties;
  const named = first?.type === "ObjectProperty" ? first : null;
  const name =
    named === null
      ? null
      : !named.computed && named.key.type === "NumericLiteral"
        ? String(named.key.value)
        : spelledKey(named.key, named.computed);
  // A default or a nested pattern in the first place: V8 sees a read and no pattern.
  const plain = name !== null && (named?.value.type === "AssignmentPattern" || (kind === "nested" && !node));
  return {
    op: plain ? "nested" : "pattern",
    name,
    text: node ? (kind === "parameter" ? DEFAULTED : nativeText(node)) : "",
  };
}

/** At the target of the first property; at the whole pattern or at what it stands over when there is none. */
function patternPlace(l: Lowering, pattern: Pattern, { node, kind }: Origin): number {
  const start = pattern.start ?? -1;
  if (pattern.type === "ArrayPattern") {
    if (kind === "assigned") return l.places.operator(pattern);
    return kind === "declared" && node ? l.places.value(node) : start;
  }
  const [first] = pattern.properties;
  if (first === undefined || (first.type === "ObjectProperty" && first.computed)) return start;
  return (first.type === "RestElement" ? first.argument.start : (first.value as Node).start) ?? start;
}
