import { forEachChild, type Node, parseSingleExpression, type t } from "../../ast/index.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { makeDiagnostic, type SourceText, START, sourceText } from "../../diagnostics/make-diagnostic.js";
import type { Settings } from "../options.js";
import { plainMessage } from "./babel-error.js";
import { babelOptions } from "./babel-options.js";
import { parserText } from "./bounded-text.js";
import { tooDeep } from "./depth.js";
import { refuseText } from "./refuse-text.js";
import { strip } from "./strip/strip.js";

export type Param = t.ArrowFunctionExpression["params"][number];

/** Mode `function`: the parameters, or the first reason why one of them is none. They have no place in the source. */
export function parseParams(source: SourceText, settings: Settings): readonly Param[] | Diagnostic {
  const params: Param[] = [];
  for (const text of settings.params) {
    const found = parseParam(text, settings);
    if (typeof found === "string") {
      const message = `The parameter ${JSON.stringify(text.slice(0, 80))} cannot be used: ${found}`;
      return makeDiagnostic(source, { code: "SYNTAX_ERROR", message, start: START, end: START });
    }
    params.push(found);
  }
  return params;
}

/** A parameter's text is parsed as the only parameter of an arrow, so that it cannot reach out of its place. */
function parseParam(text: string, settings: Settings): Param | string {
  const refused = refuseText(sourceText(text, settings.filename), settings);
  if (refused !== null) return refused.message;
  const arrow = parseArrow(text, settings.language);
  if (typeof arrow === "string") return arrow;
  if (
    arrow.type !== "ArrowFunctionExpression" ||
    arrow.params.length !== 1 ||
    arrow.body.type !== "NumericLiteral"
  )
    return "It is not one parameter.";
  if (tooDeep(arrow, settings.limits.nesting) !== null) return "It is nested too deeply.";
  let problem: string | undefined;
  if (settings.language === "ts")
    strip(arrow, (_node, { message }) => {
      problem = message;
    });
  const [param] = arrow.params;
  if (problem !== undefined || param === undefined) return problem ?? "It is not one parameter.";
  forgetPlace(param);
  return param;
}

function parseArrow(text: string, language: Settings["language"]): t.Expression | string {
  try {
    const arrow = parserText(`(${text}\n) => 0`, language);
    return parseSingleExpression(arrow, { ...babelOptions(language), errorRecovery: false });
  } catch (error) {
    if (error instanceof RangeError) return "It is nested too deeply.";
    return error instanceof SyntaxError ? plainMessage(error.message) : "It cannot be parsed.";
  }
}

function forgetPlace(node: Node): void {
  node.loc = null;
  node.start = null;
  node.end = null;
  forEachChild(node, forgetPlace);
}
