import generatorModule, { type GeneratorOptions, type GeneratorResult } from "@babel/generator";
import {
  parse as babelParse,
  parseExpression as babelParseExpression,
  type ParserOptions,
} from "@babel/parser";
import type * as t from "@babel/types";

export type { t };
export type Node = t.Node;
export type Expression = t.Expression;
export type Statement = t.Statement;

/** Babel 7 is CommonJS; under ESM its default export may sit one level down. */
type Generate = (node: t.Node, options: GeneratorOptions, source?: string) => GeneratorResult;
const generator: Generate =
  (generatorModule as unknown as { default?: Generate }).default ?? (generatorModule as unknown as Generate);

export function parseProgram(source: string, options: ParserOptions): t.File {
  return babelParse(source, options) as t.File;
}

export function parseSingleExpression(source: string, options: ParserOptions): t.Expression {
  return babelParseExpression(source, options) as t.Expression;
}

export function generate(node: t.Node, options: GeneratorOptions, source?: string): GeneratorResult {
  return generator(node, options, source);
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
