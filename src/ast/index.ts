import { createRequire } from "node:module";
import type { ParserOptions } from "@babel/parser";
import type * as t from "@babel/types";

export type { t };
export type Node = t.Node;
export type Expression = t.Expression;
export type Statement = t.Statement;

/**
 * Babel takes longer to load than all the rest together, so it is loaded when the first text is compiled and not by
 * `import`. `require`, because compiling is synchronous.
 */
const load = createRequire(import.meta.url);
const parser = once(() => load("@babel/parser") as typeof import("@babel/parser"));

/** What throws is tried again. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export function parseProgram(source: string, options: ParserOptions): t.File {
  return parser().parse(source, options) as t.File;
}

export function parseSingleExpression(source: string, options: ParserOptions): t.Expression {
  return parser().parseExpression(source, options) as t.Expression;
}

const SKIPPED: ReadonlySet<string> = new Set([
  "loc",
  "extra",
  "leadingComments",
  "trailingComments",
  "innerComments",
  "errors",
  "comments",
  "tokens",
]);

const PLACES: ReadonlySet<string> = new Set(["start", "end"]);

export function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string"
  );
}

/** A node's fields but those that only say where it stood and what stood around it. */
export function ownFields(node: Node): readonly (readonly [name: string, value: unknown])[] {
  return Object.entries(node).filter(([name]) => !PLACES.has(name) && !SKIPPED.has(name));
}

/** Visits every child node, whatever field it sits in: a field that nobody thought of is still walked. */
export function forEachChild(node: Node, visit: (child: Node, key: string) => void): void {
  for (const key of Object.keys(node)) {
    const value = (node as unknown as Readonly<Record<string, unknown>>)[key];
    if (typeof value !== "object" || value === null || SKIPPED.has(key)) continue;
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) visit(item, key);
    } else if (isNode(value)) visit(value, key);
  }
}
