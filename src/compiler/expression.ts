import type { Node, t } from "../ast/index.js";
import type { Position } from "../diagnostics/errors.js";
import type { Parsed } from "./1-parse/parse.js";
import type { CompileResult } from "./compile.js";
import type { Resolution } from "./scope/scope.js";

export interface CompiledExpression {
  readonly result: CompileResult;
  readonly parameters: readonly string[];
  /** Where each parameter is first mentioned. */
  readonly uses: ReadonlyMap<string, Position>;
}

/** The tree of `(…names) => expression`, made of the expression's own nodes so that positions stay. */
export function asFunction(parsed: Parsed, names: readonly string[]): Parsed {
  const [statement] = parsed.program.body;
  const { expression, loc } = statement as t.ExpressionStatement;
  const body = [{ type: "ReturnStatement", argument: expression, loc } as Node as t.Statement];
  const params = names.map((name) => ({ type: "Identifier", name }) as t.Identifier);
  return { ...parsed, params, program: { ...parsed.program, body } };
}

/** Where each free name is first mentioned. */
export function firstUses({ references }: Resolution): ReadonlyMap<string, Position> {
  const found = new Map<string, Position>();
  for (const [node, binding] of references) {
    if (binding !== null || node.type !== "Identifier" || node.name === "arguments" || found.has(node.name))
      continue;
    found.set(node.name, { line: node.loc?.start.line ?? 1, column: (node.loc?.start.column ?? 0) + 1 });
  }
  return found;
}
