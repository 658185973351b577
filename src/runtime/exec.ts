import { type CompileResult, compileRestricted, type Program, programOf } from "../compiler/compile.js";
import type { CompileOptions } from "../compiler/options.js";
import { GuardError, LimitError } from "../diagnostics/errors.js";
import { asyncCallable } from "./callable.js";
import { type ExecOptions, needsCallForm, type RunSettings, runSettings } from "./options.js";
import { refused } from "./refused.js";
import { type ExecResult, lazily, live } from "./result.js";
import { createRun, exportResult, type Run } from "./run.js";
import { guestPromise } from "./wait.js";

/**
 * Runs a program to its end and returns its completion value, its top-level bindings, what it printed and what it cost.
 *
 * @param program source text, or the result of `compileRestricted`
 * @throws CompileError when the text is refused, GuardError when an access was, LimitError when a limit ended the run,
 *   GuestError for what the program threw itself, HostTypeError for a global that no policy covers, VerificationError
 *   for a bug in this library
 */
export function execRestricted(program: string | CompileResult, options: ExecOptions = {}): ExecResult {
  const settings = runSettings(options);
  if (settings.signal !== undefined)
    throw new GuardError({
      code: "OPTION_VALUE",
      message: "`signal` is for execRestrictedAsync; a synchronous run cannot hear it.",
    });
  return runProgram(prepare(program, settings, false), settings);
}

/** The run of a prepared program; the package's entry does not hand this out. */
export function runProgram(compiled: Program, settings: RunSettings): ExecResult {
  if (compiled.settings.async && compiled.settings.mode !== "function") {
    throw new GuardError({
      code: "OPTION_VALUE",
      message: "The program has top-level `await`; run it with execRestrictedAsync.",
    });
  }
  const run = createRun(compiled, settings);
  try {
    const finished = run.start(false);
    survived(run);
    return result(run, compiled, settings, finished);
  } finally {
    run.retire();
  }
}

/** Compiles in mode `eval`, runs, and returns the value. */
export function evalRestricted(expression: string, options: ExecOptions = {}): unknown {
  const guards =
    options.realm === "shared" || Object.keys(options.guards ?? {}).length > 0 ? "call" : "inline";
  return execRestricted(compileRestricted(expression, { mode: "eval", guards }), options).value;
}

/** Like `execRestricted`, for programs with top-level `await`; waits for a promise that the program ends with. */
export async function execRestrictedAsync(
  program: string | CompileResult,
  options: ExecOptions = {},
): Promise<ExecResult> {
  const settings = runSettings(options);
  return runProgramAsync(prepare(program, settings, true), settings);
}

/** Like `runProgram`, for programs that wait. */
export async function runProgramAsync(compiled: Program, settings: RunSettings): Promise<ExecResult> {
  if (settings.signal?.aborted) throw aborted();
  const run = createRun(compiled, settings);
  try {
    const started = run.start(true);
    const finished =
      compiled.settings.async && compiled.settings.mode !== "function"
        ? await guestPromise(run, started as object, settings)
        : started;
    const [value, bindings] = finished as [unknown, object];
    const settled = run.session.kernel.isPromise(value)
      ? await guestPromise(run, value as object, settings)
      : value;
    survived(run);
    return result(run, compiled, settings, [settled, bindings]);
  } finally {
    run.retire();
  }
}

/**
 * A limit that was reached inside of an async function is a rejection like any other to the engine, and
 * `Promise.allSettled` makes data of it: a run that has died has no result all the same.
 */
function survived(run: Run): void {
  const death = run.session.budget?.death ?? null;
  if (death !== null) throw run.fail(death);
}

function aborted(): LimitError {
  return new LimitError({ code: "LIMIT_ABORTED", message: "The host stopped the program before it began." });
}

function prepare(program: string | CompileResult, settings: RunSettings, isAsync: boolean): Program {
  const injects = needsCallForm(settings);
  const options: CompileOptions = {
    guards: injects ? "call" : "inline",
    async: isAsync,
    imports: Object.keys(settings.modules),
    limits: {
      sourceLength: settings.limits.sourceLength,
      nodes: settings.limits.nodes,
      nesting: settings.limits.nesting,
    },
  };
  const compiled = typeof program === "string" ? compileRestricted(program, options) : program;
  const found = typeof compiled === "object" && compiled !== null ? programOf(compiled) : undefined;
  if (found === undefined) {
    if (
      typeof compiled === "object" &&
      compiled !== null &&
      compiled.ok === false &&
      Array.isArray(compiled.errors)
    )
      throw refused(compiled, settings);
    throw new GuardError({
      code: "PROGRAM_UNKNOWN",
      message: "The program is neither source text nor a result of compileRestricted().",
    });
  }
  if (injects && found.settings.guards !== "call") {
    throw new GuardError({
      code: "OPTION_VALUE",
      message: `${settings.realm === "shared" ? "The shared realm needs" : "Injected guards need"} a program that is compiled with \`guards: 'call'\`.`,
    });
  }
  return found;
}

function result(run: Run, program: Program, settings: RunSettings, finished: unknown): ExecResult {
  const [value, bindings] = finished as [unknown, Record<string, unknown>];
  const { session } = run;
  const callable = program.settings.mode === "function";
  const read = callable
    ? () =>
        program.settings.async
          ? asyncCallable(run, settings, value, program.settings.name)
          : run.callable(value, program.settings.name)
    : () => exportResult(session, value);
  const names = Object.keys(bindings);
  run.session.budget?.close();
  const fixed = { printed: Object.freeze([...run.printed]), usage: run.usage() };
  const made = callable
    ? () => live(Object.fromEntries(names.map((name) => [name, run.callable(bindings[name], name)])))
    : () => lazily(Object.fromEntries(names.map((n) => [n, () => exportResult(session, bindings[n])])));
  return lazily<ExecResult>({ value: read, bindings: made }, fixed);
}
