import { forEachChild, type Node, parseSingleExpression, type t } from "../../ast/index.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import {
  makeDiagnostic,
  pointAt,
  type SourceText,
  START,
  sourceText,
} from "../../diagnostics/make-diagnostic.js";
import type { Settings } from "../options.js";
import { patternNames } from "../scope/patterns.js";
import { fromBabel } from "./babel-error.js";
import { babelOptions } from "./babel-options.js";
import { parserText } from "./bounded-text.js";
import { tooDeep } from "./depth.js";
import { refuseText } from "./refuse-text.js";
import { stripped } from "./strip/stripped.js";

export type Param = t.ArrowFunctionExpression["params"][number];

/** One parameter of mode `function`, with the text that positions in it count from. */
export interface ParsedParam {
  readonly node: Param;
  readonly source: SourceText;
}

/**
 * Parses each parameter's text as the only parameter of an arrow, so that it cannot reach out of its place.
 * What is wrong with one is reported at the parameter, under the file name `program.js (parameter 2)`.
 */
export function parseParams(
  settings: Settings,
): { readonly params: readonly ParsedParam[] } | { readonly errors: readonly Diagnostic[] } {
  const params: ParsedParam[] = [];
  const errors: Diagnostic[] = [];
  settings.params.forEach((text, i) => {
    const source = sourceText(text, `${settings.filename} (parameter ${i + 1})`);
    const found = parseParam(source, settings);
    if (Array.isArray(found)) errors.push(...found);
    else params.push({ node: found as Param, source });
  });
  errors.push(...together(params));
  return errors.length > 0 ? { errors } : { params };
}

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;
const OPENING = "(";
const CLOSING = "\n) => 0";

function parseParam(source: SourceText, settings: Settings): Param | readonly Diagnostic[] {
  const refused = refuseText(source, settings);
  if (refused !== null) return [refused];
  const { text } = source;
  let arrow: t.Expression;
  try {
    arrow = parseSingleExpression(parserText(`${OPENING}${text}${CLOSING}`, settings.language), {
      ...babelOptions(settings.language),
      errorRecovery: false,
    });
  } catch (error) {
    return [fromBabel(source, shifted(error, text))];
  }
  const comments = ((arrow as { comments?: t.Comment[] }).comments ?? []) as readonly t.Comment[];
  const [param] = arrow.type === "ArrowFunctionExpression" ? arrow.params : [];
  const isOne =
    arrow.type === "ArrowFunctionExpression" &&
    arrow.params.length === 1 &&
    arrow.body.type === "NumericLiteral" &&
    // The arrow's body is the one that was put there, not one of the text's own.
    arrow.body.start === OPENING.length + text.length + CLOSING.length - 1 &&
    comments.every((c) => !/^(?:<!--|-->|#!)/.test(text.slice((c.start ?? 1) - OPENING.length)));
  if (!isOne || param === undefined)
    return [finding(source, `\`${text}\` is not one parameter.`, wholeOf(source))];
  if (tooDeep(arrow, settings.limits.nesting, forEachChild) !== null) return [nested(source)];
  moveBack(arrow);
  const findings = settings.language === "ts" ? stripped(arrow, source) : [];
  const [plain] = (arrow as t.ArrowFunctionExpression).params;
  if (findings.length > 0 || plain === undefined) return findings;
  return plain;
}

/** What is only wrong between parameters: one name twice, or a rest parameter before another. */
function together(params: readonly ParsedParam[]): readonly Diagnostic[] {
  const errors: Diagnostic[] = [];
  const seen = new Set<string>();
  params.forEach(({ node, source }, i) => {
    const whole = wholeOf(source);
    if (node.type === "RestElement" && i < params.length - 1)
      errors.push(finding(source, "A rest parameter is the last one.", whole));
    for (const name of patternNames(node)) {
      if (seen.has(name)) errors.push(finding(source, `\`${name}\` is a parameter already.`, whole));
      seen.add(name);
    }
  });
  return errors;
}

function finding(source: SourceText, message: string, at: Pick<Diagnostic, "start" | "end">): Diagnostic {
  const help = "Pass one text per parameter: `params: ['a', 'b = 1', '...rest']`.";
  return makeDiagnostic(source, { code: "SYNTAX_ERROR", message, help, start: at.start, end: at.end });
}

function wholeOf(source: SourceText): Pick<Diagnostic, "start" | "end"> {
  return { start: START, end: pointAt(source, source.text.length) };
}

function nested(source: SourceText): Diagnostic {
  const message = "The parameter is nested too deeply.";
  return makeDiagnostic(source, { code: "SOURCE_NESTING", message, start: START, end: START });
}

interface Place {
  line: number;
  column: number;
  index: number;
}

/** Positions without the parenthesis in front, and none behind the text's end. */
function shifted(error: unknown, text: string): unknown {
  const { loc } = error as { loc?: Place };
  if (!(error instanceof SyntaxError) || loc === undefined) return error;
  back(loc);
  if (loc.index > text.length || loc.line > text.split(LINE_BREAK).length) {
    const lines = text.split(LINE_BREAK);
    Object.assign(loc, { line: lines.length, column: (lines.at(-1) ?? "").length, index: text.length });
  }
  if (error.message.startsWith("Unexpected parseExpression() input"))
    error.message = `\`${text}\` is not one parameter.`;
  return error;
}

function back(place: Place): void {
  if (place.line === 1) place.column = Math.max(0, place.column - OPENING.length);
  place.index = Math.max(0, place.index - OPENING.length);
}

function moveBack(root: Node): void {
  const places = new Set<Place>();
  const visit = (node: Node): void => {
    if (node.loc) for (const place of [node.loc.start, node.loc.end]) places.add(place as Place);
    node.start = (node.start ?? OPENING.length) - OPENING.length;
    node.end = (node.end ?? OPENING.length) - OPENING.length;
    forEachChild(node, visit);
  };
  visit(root);
  for (const place of places) back(place);
}

/** A parameter's text has lines of its own, which no source map of the program knows: what follows the check has no place. */
export function forgetPlaces(node: Node): void {
  node.loc = null;
  node.start = null;
  node.end = null;
  forEachChild(node, forgetPlaces);
}
