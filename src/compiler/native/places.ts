import type { Node, t } from "../../ast/index.js";
import type { SourceText } from "../../diagnostics/make-diagnostic.js";

/**
 * Where V8 says an operation happens: the property of a read, the operator of an assignment, the callee's last name of a
 * call. Emitted nodes take these places, so that an error points where it points natively.
 */
export interface Places {
  /** A node that stands at an offset of the source; the printer maps to it. */
  at(offset: number): Node;
  member(node: t.MemberExpression | t.OptionalMemberExpression): number;
  call(node: t.CallExpression | t.OptionalCallExpression | t.TaggedTemplateExpression): number;
  /** No place in the source: the frame is the library's. */
  readonly nowhere: Node;
  /** A member that is read in order to be written, or deleted: at its key when that is computed. */
  inner(node: t.MemberExpression | t.OptionalMemberExpression): number;
  /** Marks the end of an arrow that the compiler made and calls at once: its caller's frame is no frame of the source. */
  hop<T extends Node>(arrow: T, from: Node): T;
  /** The operator behind an operand. */
  operator(left: Node): number;
  /** The place of an expression's own operation. */
  value(node: Node): number;
}

export function createPlaces(source: SourceText): Places {
  const { text } = source;
  let starts: readonly number[] | null = null;
  const at = (offset: number): Node => {
    if (offset < 0) return { type: "EmptyStatement" } as Node;
    starts ??= lineStarts(text);
    const point = pointAt(starts, offset);
    return { type: "EmptyStatement", loc: { start: point, end: point } } as unknown as Node;
  };
  const end = { line: hopLine(source), column: 0 };
  const nowhere = { type: "EmptyStatement", loc: { start: end, end } } as unknown as Node;
  const hop: Places["hop"] = (arrow, from) => (from.loc ? { ...arrow, loc: { ...from.loc, end } } : arrow);
  const after = (node: Node): number => (typeof node.end === "number" ? skip(text, node.end) : -1);
  const member: Places["member"] = (node) => {
    const dot = after(node.object);
    if (dot < 0) return dot;
    if (node.computed) return text[dot] === "?" ? skip(text, dot + 2) : dot;
    return hasCall(node.object) || node.optional === true || isOpenChain(node.object)
      ? dot
      : (node.property.start ?? dot);
  };
  const call: Places["call"] = (node) => {
    if (node.type === "TaggedTemplateExpression") return node.quasi.start ?? -1;
    return callee(node.callee) ?? opening(node);
  };
  /** The last name of a callee, when the name is the token before the arguments. */
  const callee = (node: Node): number | null => {
    if (/^\s*\)/.test(text.slice(node.end ?? 0, (node.end ?? 0) + 40))) return null;
    if (node.type === "Identifier" || node.type === "Super") return node.start ?? null;
    if (node.type !== "MemberExpression" && node.type !== "OptionalMemberExpression") return null;
    if (node.computed) return null;
    const { property } = node;
    if (property.type === "PrivateName") return property.start ?? null;
    return property.type === "Identifier" && !RESERVED.has(property.name) ? (property.start ?? null) : null;
  };
  const opening = (node: t.CallExpression | t.OptionalCallExpression): number => {
    const from = after(node.callee);
    if (from < 0) return from;
    return text[from] === "?" ? skip(text, from + 2) : from;
  };
  const value = (node: Node): number => {
    switch (node.type) {
      case "MemberExpression":
      case "OptionalMemberExpression":
        return member(node);
      case "CallExpression":
      case "OptionalCallExpression":
      case "TaggedTemplateExpression":
        return call(node);
      case "BinaryExpression":
      case "LogicalExpression":
      case "AssignmentExpression":
        return after(node.left as Node);
      default:
        return node.start ?? -1;
    }
  };
  const inner: Places["inner"] = (node) => (node.computed ? (node.property.start ?? -1) : member(node));
  return { at, nowhere, hop, inner, member, call, operator: after, value };
}

/** A line behind the last of the source. */
export function hopLine(source: SourceText): number {
  return source.lines.length + 1;
}

/** Names that are no names for V8's scanner, so that a call behind them is placed at its parenthesis. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    "break case catch class const continue debugger default delete do else enum export extends false finally for function if " +
    "import in instanceof new null return switch this throw true try typeof var void while with"
  ).split(" "),
);

/** Past a call, V8 places a read at its dot. */
function hasCall(node: Node): boolean {
  switch (node.type) {
    case "CallExpression":
    case "OptionalCallExpression":
      return node.callee.type !== "Import";
    case "MemberExpression":
    case "OptionalMemberExpression":
      return !isParenthesised(node) && hasCall(node.object);
    case "TaggedTemplateExpression":
      return !isParenthesised(node) && hasCall(node.tag);
    default:
      return false;
  }
}

function isOpenChain(node: Node): boolean {
  return (
    (node.type === "OptionalMemberExpression" || node.type === "OptionalCallExpression") &&
    !isParenthesised(node)
  );
}

function isParenthesised(node: Node): boolean {
  return (node.extra as { parenthesized?: boolean } | undefined)?.parenthesized === true;
}

/** Over white space, comments and closing parentheses. */
export function skip(text: string, from: number): number {
  let i = from;
  for (;;) {
    const c = text[i];
    if (c === undefined) return from;
    if (c === "/" && text[i + 1] === "/") {
      while (i < text.length && !/[\n\r\u2028\u2029]/.test(text[i] as string)) i++;
    } else if (c === "/" && text[i + 1] === "*") {
      const end = text.indexOf("*/", i + 2);
      if (end < 0) return from;
      i = end + 2;
    } else if (c === ")" || /\s/.test(c)) i++;
    else return i;
  }
}

export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const found of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(found.index + found[0].length);
  return starts;
}

/** Line from 1, column from 0, as Babel counts. */
export function pointAt(
  starts: readonly number[],
  offset: number,
): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] as number) };
}
