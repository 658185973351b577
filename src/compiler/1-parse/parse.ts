import { forEachChild, type Node, parseProgram, parseSingleExpression, type t } from "../../ast/index.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import {
  MOST_FINDINGS,
  makeDiagnostic,
  pointOf,
  type SourceText,
} from "../../diagnostics/make-diagnostic.js";
import { eachChild } from "../children.js";
import type { Settings } from "../options.js";
import { fromBabel } from "./babel-error.js";
import { babelOptions } from "./babel-options.js";
import { parserText } from "./bounded-text.js";
import { tooDeep } from "./depth.js";
import { type Param, parseParams } from "./params.js";
import { refuseText } from "./refuse-text.js";
import { hasTypes } from "./strip/has-types.js";
import { stripped } from "./strip/stripped.js";

export interface Parsed {
  readonly program: t.Program;
  /** Mode `function`: the parameters, each parsed on its own. */
  readonly params: readonly Param[];
  /** Their texts, which positions in them count from. */
  readonly paramSources: readonly SourceText[];
  readonly comments: readonly t.Comment[];
}

/** The tree of a source in plain JavaScript, or every reason why there is none. */
export function parse(source: SourceText, settings: Settings): Parsed | readonly Diagnostic[] {
  const refused = refuseText(source, settings);
  if (refused !== null) return [refused];
  const read = readProgram(source, settings.mode, settings.language);
  const found = parseParams(settings);
  const wrong = "errors" in found ? found.errors : [];
  if (!("program" in read)) return [...wrong, ...explained(read, source, settings)];
  // Types are taken away by their fields; no stage before the check looks at what no row has.
  const each = settings.language === "ts" ? forEachChild : eachChild;
  const deep = tooDeep(read.program, settings.limits.nesting, each);
  if (deep !== null) {
    const message = "The source is nested too deeply.";
    const range = { start: pointOf(deep, "start"), end: pointOf(deep, "end") };
    return [makeDiagnostic(source, { code: "SOURCE_NESTING", message, ...range })];
  }
  const findings = settings.language === "ts" ? stripped(read.program, source) : [];
  if (findings.length > 0 || "errors" in found) return [...wrong, ...findings];
  return {
    ...read,
    params: found.params.map((p) => p.node),
    paramSources: found.params.map((p) => p.source),
  };
}

type Read = Omit<Parsed, "params" | "paramSources">;

function readProgram(
  source: SourceText,
  mode: Settings["mode"],
  language: Settings["language"],
): Read | readonly Diagnostic[] {
  try {
    const options = babelOptions(language);
    const text = parserText(source.text, language);
    const root = mode === "eval" ? parseSingleExpression(text, options) : parseProgram(text, options);
    const errors = (root as { errors?: unknown[] | null }).errors ?? [];
    if (errors.length > 0) return errors.slice(0, MOST_FINDINGS).map((error) => fromBabel(source, error));
    const comments = ((root as { comments?: t.Comment[] | null }).comments ?? []) as t.Comment[];
    return { program: root.type === "File" ? root.program : programOf(root), comments };
  } catch (error) {
    return [fromBabel(source, error)];
  }
}

/** One expression as a program. */
function programOf(expression: t.Expression): t.Program {
  const statement = { type: "ExpressionStatement", expression, loc: expression.loc ?? null } as Node;
  return { type: "Program", body: [statement], directives: [], sourceType: "script" } as unknown as t.Program;
}

/**
 * A better reason, at the place where the parser stopped: what is no expression may be a program, and what is no JavaScript
 * may be TypeScript.
 */
function explained(
  found: readonly Diagnostic[],
  source: SourceText,
  settings: Settings,
): readonly Diagnostic[] {
  const [first] = found;
  if (first?.code !== "SYNTAX_ERROR" && first?.code !== "SYNTAX_PROPOSAL") return found;
  const { start, end } = first;
  const { mode, language } = settings;
  if (mode === "eval" && "program" in readProgram(source, "exec", language)) {
    const message = "Mode `eval` takes exactly one expression.";
    return [makeDiagnostic(source, { code: "SYNTAX_MODE", message, start, end })];
  }
  if (language === "ts" || first.code !== "SYNTAX_ERROR") return found;
  const typed = readProgram(source, mode, "ts");
  if (!("program" in typed) || !hasTypes(typed.program)) return found;
  const message = "TypeScript syntax is not available in a JavaScript program.";
  return [makeDiagnostic(source, { code: "SYNTAX_TYPESCRIPT", message, start, end })];
}
