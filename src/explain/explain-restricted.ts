import { type Parsed, parse } from "../compiler/1-parse/parse.js";
import { type CompileResult, compileRestricted } from "../compiler/compile.js";
import { compileSettings, type GuardForm, type Settings } from "../compiler/options.js";
import { analyze } from "../compiler/scope/analyze.js";
import { GuardError } from "../diagnostics/errors.js";
import { type SourceText, sourceText } from "../diagnostics/make-diagnostic.js";
import { allowance } from "./allow.js";
import { emitted } from "./emitted.js";
import type { Coverage, ExplainOptions, Explanation, Refusal } from "./explanation.js";
import { type Uses, usesOf } from "./guards.js";
import { explainedLines, type LineFacts } from "./lines.js";
import { neededGlobals, neededModules } from "./needs.js";
import { remainder } from "./remainder.js";
import { explanationText } from "./report.js";

/**
 * Says what a program means to its host, without running it: the guards that each line calls in both emission forms,
 * the globals and modules it needs and who provides them, where steps are counted, and what is refused with the
 * option that would allow it. The guards are read from the verified text and its source map.
 *
 * Never throws for what the guest wrote. Of a refused program the rest is explained, where it parses.
 * @throws GuardError `OPTION_UNKNOWN`, `OPTION_VALUE`, `SOURCE_TYPE` as `compileRestricted` does
 * @example explainRestricted("df.shape[0]").lines[0].guards.map((use) => use.guard)
 */
export function explainRestricted(source: string, options: ExplainOptions = {}): Explanation {
  if (Object.hasOwn(options, "guards"))
    throw new GuardError({
      code: "OPTION_VALUE",
      message: "explainRestricted always explains both forms; leave `guards` out.",
    });
  const result = compileRestricted(source, options);
  const settings = compileSettings(options);
  const text = sourceText(source, settings.filename);
  const parsed = parsedOrNothing(text, settings);
  const facts = factsOf(text, options, result, parsed);
  const lines = explainedLines(text.lines, facts);
  const resolution = parsed === undefined ? undefined : analyze(parsed.program, parsed.params);
  const sum = (count: (line: (typeof lines)[number]) => number): number =>
    lines.reduce((total, line) => total + count(line), 0);
  return finished({
    filename: settings.filename,
    mode: settings.mode,
    ok: result.ok,
    coverage: facts.coverage,
    lines,
    globals: parsed && resolution ? neededGlobals(parsed, resolution) : Object.freeze([]),
    modules: parsed === undefined ? Object.freeze([]) : neededModules(parsed),
    refusals: Object.freeze(
      result.errors.map((diagnostic): Refusal => Object.freeze({ diagnostic, allow: allowance(diagnostic) })),
    ),
    warnings: result.warnings,
    totals: Object.freeze({
      guards: sum((line) => line.guards.length),
      inline: sum((line) => line.inline.length),
      ticks: sum((line) => line.ticks.length),
    }),
  });
}

function finished(data: Omit<Explanation, "toString">): Explanation {
  const explanation = { ...data } as Explanation;
  // Not enumerable: the explanation is data, and JSON of it as well.
  Object.defineProperty(explanation, "toString", { value: () => explanationText(explanation) });
  return Object.freeze(explanation);
}

/** Undefined where the text cannot be parsed, or is nested more deeply than the stack allows. */
function parsedOrNothing(text: SourceText, settings: Settings): Parsed | undefined {
  try {
    const parsed = parse(text, settings);
    if (!("program" in parsed)) return undefined;
    analyze(parsed.program, parsed.params);
    return parsed;
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The guards of the program; of a refused one, those of the statements that are not refused. */
function factsOf(
  text: SourceText,
  options: ExplainOptions,
  result: CompileResult,
  parsed: Parsed | undefined,
): LineFacts & { readonly coverage: Coverage } {
  const rest = result.ok || parsed === undefined ? undefined : remainder(text.text, parsed, result.errors);
  const source = result.ok ? text.text : rest?.source;
  const refused = rest?.refused ?? [];
  const both = source === undefined ? undefined : bothForms(source, options);
  if (both === undefined) return { call: NOTHING, inline: NOTHING, refused, coverage: "nothing" };
  return { ...both, refused, coverage: result.ok ? "program" : "rest" };
}

const NOTHING: Uses = Object.freeze({ guards: [], ticks: [], established: [] });

/** Undefined when there is no text to read: it is refused, or the verifier did not accept it. */
function bothForms(
  source: string,
  options: ExplainOptions,
): { readonly call: Uses; readonly inline: Uses } | undefined {
  const read = (guards: GuardForm): Uses | undefined => {
    const text = emitted(compileRestricted(source, { ...options, guards }));
    return text === undefined ? undefined : usesOf(text);
  };
  const call = read("call");
  const inline = read("inline");
  return call && inline && { call, inline };
}
