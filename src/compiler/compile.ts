import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { GuardError, type Position } from "../diagnostics/errors.js";
import { makeDiagnostic, type SourceText, START, sourceText } from "../diagnostics/make-diagnostic.js";
import { type Parsed, parse } from "./1-parse/parse.js";
import { check } from "./2-check/check.js";
import type { Site } from "./3-rewrite/context.js";
import { rewrite } from "./3-rewrite/rewrite.js";
import { generate } from "./4-generate/generate.js";
import { type SourceMap, sourceMap } from "./4-generate/source-map.js";
import { type Verified, verifyProgram } from "./5-verify/verify.js";
import { storeOf } from "./cache.js";
import { asFunction, type CompiledExpression, firstUses } from "./expression.js";
import { type ImportedName, importedModules, importedNames } from "./imports.js";
import type { Task } from "./native/tasks.js";
import { type CompileOptions, compileSettings, type GuardForm, type Mode, type Settings } from "./options.js";
import { analyze } from "./scope/analyze.js";
import type { Resolution } from "./scope/scope.js";

/** What `compileRestricted` returns; frozen. `code` is null exactly when there are errors. */
export interface CompileResult {
  readonly ok: boolean;
  readonly code: string | null;
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  /** Free names: what the host must supply beyond the language's own constants. */
  readonly usedNames: readonly string[];
  /** Top-level declarations. */
  readonly definedNames: readonly string[];
  readonly map: SourceMap | null;
  readonly mode: Mode;
  readonly filename: string;
  readonly guards: GuardForm;
}

export type { ImportedName } from "./imports.js";
export { hopLine } from "./native/places.js";
export { taskName } from "./native/tasks.js";

/** What the run time needs of a program besides its text. */
export interface Program {
  readonly result: CompileResult;
  readonly source: SourceText;
  readonly settings: Settings;
  readonly sites: readonly Site[];
  readonly tasks: readonly Task[];
  readonly verified: Verified;
  readonly imports: readonly ImportedName[];
  readonly modules: readonly string[];
}

const programs = new WeakMap<CompileResult, Program>();
/** Kept apart, so that no run of the package takes one of them. */
const ablated = new WeakMap<CompileResult, Program>();
const NONE: readonly string[] = Object.freeze([]);
const CONSTANTS: ReadonlySet<string> = new Set(["undefined", "NaN", "Infinity"]);

/** The program behind a result, or undefined for anything that `compileRestricted` did not make. */
export function programOf(result: object): Program | undefined {
  return programs.get(result as CompileResult);
}

/** The program behind a result of `compileAblated`. */
export function ablatedProgramOf(result: object): Program | undefined {
  return ablated.get(result as CompileResult);
}

/**
 * Compiles with the member guards taken out: the tests measure the second wall alone with it. The package's main entry
 * does not reach this function, and the programs it makes are not accepted there.
 */
export function compileAblated(source: string, options: CompileOptions): CompileResult {
  return compileWith(
    source,
    { ...compileSettings({ ...options, guards: "inline" }), unguarded: true },
    finish,
  );
}

/**
 * Compiles a guest's source: parse, check, rewrite, generate, verify.
 * Never throws for what the guest wrote; every finding is in `errors`.
 * @throws GuardError `OPTION_UNKNOWN`, `OPTION_VALUE` for the host's own mistakes, `SOURCE_TYPE` for a source that is no string.
 */
export function compileRestricted(source: string, options: CompileOptions = {}): CompileResult {
  const settings = compileSettings(options);
  return settings.cache === undefined || typeof source !== "string"
    ? compileWith(source, settings, finish)
    : remembered(source, settings, settings.cache);
}

/** Only what compiled: what was refused may depend on how much stack the host had left. */
function remembered(source: string, { cache: _, ...settings }: Settings, cache: object): CompileResult {
  const store = storeOf(cache);
  const key = store.key(source, settings);
  const known = key === undefined ? undefined : store.get(key);
  if (known !== undefined) return known;
  const result = compileWith(source, settings, finish);
  if (key !== undefined && result.ok)
    store.set(key, result, 2 * (source.length + (result.code?.length ?? 0)) + (placeBytes.get(result) ?? 0));
  return result;
}

/** What the places of a result weigh until they are a source map. */
const placeBytes = new WeakMap<CompileResult, number>();
const again = new WeakMap<CompileResult, () => CompileResult>();
const variants = new WeakMap<Program, Program | undefined>();

/** The same program, compiled for bigints of the host's; undefined when it is one already. Made once. */
export function withBigints(program: Program): Program | undefined {
  if (program.verified.bigints === "guarded") return undefined;
  if (!variants.has(program)) {
    const made = again.get(program.result)?.();
    variants.set(program, made && (programs.get(made) ?? ablated.get(made)));
  }
  return variants.get(program);
}

const refusedSources = new WeakMap<CompileResult, SourceText>();

/** The source of a result of `compileRestricted`; undefined for anything else. */
export function sourceOf(result: CompileResult): SourceText | undefined {
  return programs.get(result)?.source ?? refusedSources.get(result);
}

function compileWith(source: string, settings: Settings, last: LastStages): CompileResult {
  if (typeof source !== "string") {
    throw new GuardError({
      code: "SOURCE_TYPE",
      message: `The source must be a string, not ${source === null ? "null" : typeof source}.`,
    });
  }
  const text = sourceText(source, settings.filename);
  const result = compileText(text, settings, last);
  if (!result.ok) refusedSources.set(result, text);
  else again.set(result, () => compileText(text, { ...settings, bigints: true }, last));
  return result;
}

function compileText(text: SourceText, settings: Settings, last: LastStages): CompileResult {
  try {
    return stages(text, settings, last);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refused(
      [
        makeDiagnostic(text, {
          code: "SOURCE_NESTING",
          message: "The source is nested too deeply.",
          start: START,
          end: START,
        }),
      ],
      settings,
    );
  }
}

/**
 * Compiles one expression to a function whose parameters are the names that `isBound` does not know, in alphabetical
 * order. The function is built as a tree: no text is put together.
 * @throws GuardError like `compileRestricted`
 */
export function compileExpression(
  source: string,
  options: CompileOptions,
  isBound: (name: string) => boolean,
): CompiledExpression {
  const uses = new Map<string, Position>();
  const last: LastStages = (source, parsed, resolution, found, settings) => {
    for (const [name, at] of firstUses(resolution)) if (!isBound(name)) uses.set(name, at);
    const names = [...uses.keys()].sort();
    const made = asFunction(parsed, names);
    const again = analyze(made.program, made.params);
    return finish(source, made, again, found, { ...settings, mode: "function", params: names });
  };
  const result = compileWith(source, compileSettings({ ...options, mode: "eval" }), last);
  return { result, parameters: [...uses.keys()].sort(), uses };
}

function stages(source: SourceText, settings: Settings, last: LastStages): CompileResult {
  const parsed = parse(source, settings);
  if (!("program" in parsed)) return refused(parsed, settings);
  const resolution = analyze(parsed.program, parsed.params);
  const found = check(source, parsed, resolution, settings);
  if (found.some((d) => d.severity === "error")) return refused(found, settings);
  return last(source, parsed, resolution, found, settings);
}

type LastStages = (
  source: SourceText,
  parsed: Parsed,
  resolution: Resolution,
  found: readonly Diagnostic[],
  settings: Settings,
) => CompileResult;

/** The stages after the check. */
function finish(
  source: SourceText,
  parsed: Parsed,
  resolution: Resolution,
  found: readonly Diagnostic[],
  settings: Settings,
): CompileResult {
  const { node, sites, tasks } = rewrite(source, parsed, resolution, settings);
  const { code, places } = generate(node);
  const verified = verifyProgram(code, {
    guards: settings.guards,
    policy: settings.policy,
    readonlyNames: settings.readonlyNames,
    unguarded: settings.unguarded,
    bigints: settings.bigints,
    filename: settings.filename,
  });
  // The host may call with little stack left: a text too deep to be proved is not a bug.
  if (verified.findings.some((f) => f.code === "VERIFY_DEPTH")) throw new RangeError("too deep to be proved");
  const imports = importedNames(parsed.program);
  const own = new Set([...CONSTANTS, ...imports.map((i) => i.local)]);
  // Most programs never fail where anyone asks for the place.
  let map: SourceMap | undefined;
  const result = Object.freeze({
    ...common(settings),
    ok: true,
    code,
    errors: Object.freeze([]),
    warnings: Object.freeze(found),
    usedNames: Object.freeze(verified.freeNames.filter((name) => !own.has(name))),
    definedNames: Object.freeze([...resolution.topLevel]),
    get map(): SourceMap {
      map ??= sourceMap(places, source);
      return map;
    },
  });
  placeBytes.set(result, places.byteLength);
  const modules = importedModules(parsed.program);
  const register = settings.unguarded ? ablated : programs;
  register.set(result, { result, source, settings, sites, tasks, verified, imports, modules });
  return result;
}

function refused(found: readonly Diagnostic[], settings: Settings): CompileResult {
  const errors = Object.freeze(found.filter((d) => d.severity === "error"));
  const warnings = Object.freeze(found.filter((d) => d.severity === "warning"));
  return Object.freeze({
    ...common(settings),
    ok: false,
    code: null,
    errors,
    warnings,
    usedNames: NONE,
    definedNames: NONE,
    map: null,
  });
}

function common(settings: Settings): Pick<CompileResult, "mode" | "filename" | "guards"> {
  return { mode: settings.mode, filename: settings.filename, guards: settings.guards };
}
