import { type Node, parseProgram, parseSingleExpression, type t } from "../../ast/index.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { makeDiagnostic, type SourceText, START } from "../../diagnostics/make-diagnostic.js";
import type { Settings } from "../options.js";
import { isProgram } from "./explain.js";
import { type Param, parseParams } from "./params.js";
import { fromBabel, OPTIONS, refuseText } from "./text.js";

export interface Parsed {
  readonly program: t.Program;
  /** Mode `function`: the parameters, each parsed on its own. */
  readonly params: readonly Param[];
  /** Their texts, which positions in them count from. */
  readonly paramSources: readonly SourceText[];
  readonly comments: readonly t.Comment[];
}

export function parse(source: SourceText, settings: Settings): Parsed | readonly Diagnostic[] {
  const refused = refuseText(source, settings);
  if (refused !== null) return [refused];
  try {
    if (settings.mode === "eval") return parseEval(source);
    const file = parseProgram(source.text, OPTIONS);
    const errors = recovered(source, file);
    const found = parseParams(settings);
    if ("errors" in found) return [...found.errors, ...errors];
    if (errors.length > 0) return errors;
    return {
      program: file.program,
      params: found.params.map((p) => p.node),
      paramSources: found.params.map((p) => p.source),
      comments: (file.comments ?? []) as t.Comment[],
    };
  } catch (error) {
    if (settings.mode === "eval" && isProgram(source.text)) return [notOneExpression(source)];
    return [fromBabel(source, error)];
  }
}

function parseEval(source: SourceText): Parsed | readonly Diagnostic[] {
  const expression = parseSingleExpression(source.text, OPTIONS);
  const errors = recovered(source, expression);
  if (errors.length > 0) return errors;
  const statement = {
    type: "ExpressionStatement",
    expression,
    loc: expression.loc ?? null,
  } as t.ExpressionStatement;
  const program = {
    type: "Program",
    body: [statement],
    directives: [],
    sourceType: "script",
  } as unknown as t.Program;
  return {
    program,
    params: [],
    paramSources: [],
    comments: ((expression as { comments?: t.Comment[] }).comments ?? []) as t.Comment[],
  };
}

function notOneExpression(source: SourceText): Diagnostic {
  const message = "Mode `eval` takes exactly one expression.";
  return makeDiagnostic(source, { code: "SYNTAX_MODE", message, start: START, end: START });
}

function recovered(source: SourceText, node: Node): readonly Diagnostic[] {
  const errors = (node as { errors?: unknown[] | null }).errors ?? [];
  return errors.map((error) => fromBabel(source, error));
}
