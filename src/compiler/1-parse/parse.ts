import { type Node, parseProgram, parseSingleExpression, type t } from "../../ast/index.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import {
  MOST_FINDINGS,
  makeDiagnostic,
  pointOf,
  type SourceText,
} from "../../diagnostics/make-diagnostic.js";
import type { Settings } from "../options.js";
import { fromBabel } from "./babel-error.js";
import { babelOptions } from "./babel-options.js";
import { parserText } from "./bounded-text.js";
import { type Param, parseParams } from "./params.js";
import { refuseText } from "./refuse-text.js";
import { strip } from "./strip/strip.js";

export interface Parsed {
  readonly program: t.Program;
  /** Mode `function`: the parameters, each parsed on its own. */
  readonly params: readonly Param[];
  readonly comments: readonly t.Comment[];
}

/** The tree of a source in plain JavaScript, or every reason why there is none. */
export function parse(source: SourceText, settings: Settings): Parsed | readonly Diagnostic[] {
  const refused = refuseText(source, settings);
  if (refused !== null) return [refused];
  const read = readProgram(source, settings, settings.language);
  if (!("program" in read)) return explained(read, source, settings);
  const findings = settings.language === "ts" ? stripped(read.program, source) : [];
  if (findings.length > 0) return findings;
  const params = parseParams(source, settings);
  return Array.isArray(params) ? { ...read, params } : [params as Diagnostic];
}

function stripped(program: t.Program, source: SourceText): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  strip(program, (node, finding) => {
    const range = { start: pointOf(node, "start"), end: pointOf(node, "end") };
    findings.push(makeDiagnostic(source, { ...finding, ...range }));
  });
  return findings;
}

type Read = Omit<Parsed, "params">;

function readProgram(
  source: SourceText,
  { mode }: Settings,
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

/** What does not parse as JavaScript and does as TypeScript is told so, at the place where JavaScript ended. */
function explained(
  found: readonly Diagnostic[],
  source: SourceText,
  settings: Settings,
): readonly Diagnostic[] {
  const [first] = found;
  if (settings.language === "ts" || first?.code !== "SYNTAX_ERROR") return found;
  if (!("program" in readProgram(source, settings, "ts"))) return found;
  const { start, end } = first;
  const message = "TypeScript syntax is not available in a JavaScript program.";
  return [makeDiagnostic(source, { code: "SYNTAX_TYPESCRIPT", message, start, end })];
}
