import { GuardError } from "../diagnostics/errors.js";
import { didYouMean } from "../diagnostics/suggest.js";
import { isModuleName } from "../language/modules.js";
import { FORBIDDEN_IDENTIFIERS, isIdentifierName, isUnderscoreName } from "../language/names.js";
import { type LanguagePolicy, NO_RULES, type PolicyRules, rulesOf } from "../language/policy.js";
import { type CompileCache, storeOf } from "./cache.js";

export type Mode = "exec" | "eval" | "function";
export type GuardForm = "inline" | "call";

export interface CompileOptions {
  readonly filename?: string;
  /** `exec`: a program. `eval`: exactly one expression. `function`: a function body, see `params` and `name`. */
  readonly mode?: Mode;
  /** Mode `function`: parameter names or patterns, each parsed on its own. */
  readonly params?: readonly string[];
  /** Mode `function`: the function's `name`; any string, never part of the emitted text. */
  readonly name?: string;
  /** `ts`: types are parsed and taken out; what makes code of its own (`enum`, `namespace` …) is refused. */
  readonly language?: "js" | "ts";
  /** Allow top-level `await`; the program must then be run with `execRestrictedAsync`. */
  readonly async?: boolean;
  readonly guards?: GuardForm;
  /** Modules that `import` may name, with their subpaths; default none. The run takes them from `modules`. */
  readonly imports?: readonly string[];
  /** Free names that the source may assign; their last values are among the result's bindings. */
  readonly globalize?: readonly string[];
  /** Free names that keep the host's value: no write to them, and no declaration of them outside of functions. */
  readonly readonlyNames?: readonly string[];
  /** As in RestrictedPython: `printed` is what the function around it has printed; see docs/guards.md. Default false. */
  readonly printed?: boolean;
  /**
   * The program gets bigints from the host, so that its operators must look at their size. A program that makes bigints by
   * itself is found to, whatever this says. Default false.
   */
  readonly bigints?: boolean;
  readonly policy?: LanguagePolicy;
  readonly limits?: Partial<CompileLimits>;
  /** Made by `createCompileCache`; without one every call compiles. */
  readonly cache?: CompileCache | undefined;
}

export interface CompileLimits {
  /** UTF-16 units of source. */
  readonly sourceLength: number;
  /** Syntax nodes. */
  readonly nodes: number;
  /** Levels of nesting of syntax nodes. */
  readonly nesting: number;
}

export const COMPILE_LIMITS: CompileLimits = Object.freeze({
  sourceLength: 1_000_000,
  nodes: 500_000,
  nesting: 400,
});

const optionKeys: ReadonlySet<string> = new Set([
  "filename",
  "mode",
  "params",
  "name",
  "language",
  "async",
  "guards",
  "imports",
  "globalize",
  "readonlyNames",
  "printed",
  "bigints",
  "policy",
  "limits",
  "cache",
]);
/** With `printed` these are the program's only to read. */
const PRINT_NAMES: readonly string[] = ["print", "printed"];

export type Settings = Required<Omit<CompileOptions, "limits" | "policy" | "cache">> & {
  readonly cache?: CompileCache;
  readonly limits: CompileLimits;
  readonly policy: PolicyRules;
  /** Members are not guarded: for measuring the realm alone. No option sets it. */
  readonly unguarded: boolean;
};

/** @throws GuardError `OPTION_UNKNOWN` or `OPTION_VALUE` */
export function compileSettings(given: CompileOptions): Settings {
  if (typeof given !== "object" || given === null)
    throw option("OPTION_VALUE", "The options of compileRestricted must be an object");
  // Each is read once: a getter may say something else the next time.
  const options = Object.fromEntries(
    [...optionKeys].map((key) => [key, given[key as keyof CompileOptions]]),
  ) as CompileOptions;
  for (const key of Object.keys(given)) {
    if (!optionKeys.has(key))
      throw option(
        "OPTION_UNKNOWN",
        `compileRestricted has no option \`${key}\`.${didYouMean(key, optionKeys)} It has ${[...optionKeys].join(", ")}.`,
      );
  }
  for (const key of Object.keys(options.limits ?? {})) {
    if (!Object.hasOwn(COMPILE_LIMITS, key))
      throw option(
        "OPTION_UNKNOWN",
        `compileRestricted has no limit \`${key}\`.${didYouMean(key, Object.keys(COMPILE_LIMITS))}`,
      );
  }
  const { cache } = options;
  if (cache !== undefined) storeOf(cache);
  const mode = oneOf("mode", options.mode ?? "exec", ["exec", "eval", "function"] as const);
  const policy = options.policy === undefined ? NO_RULES : rulesOf(options.policy);
  if (policy === undefined) throw option("OPTION_VALUE", "`policy` must be made by defineLanguagePolicy()");
  if (options.params !== undefined && !Array.isArray(options.params))
    throw option("OPTION_VALUE", "`params` must be an array with one text per parameter");
  if (mode !== "function" && options.params !== undefined)
    throw option("OPTION_VALUE", "`params` needs `mode: 'function'`");
  const printed = oneOf("printed", options.printed ?? false, [true, false] as const);
  const readonlyNames = [...(options.readonlyNames ?? []), ...(printed ? PRINT_NAMES : [])];
  return {
    filename: stringOption("filename", options.filename ?? "<restricted>"),
    mode,
    params: Array.from(options.params ?? [], (p) => stringOption("params", p)),
    name: stringOption("name", options.name ?? "anonymous"),
    language: oneOf("language", options.language ?? "js", ["js", "ts"] as const),
    async: options.async === true,
    guards: oneOf("guards", options.guards ?? "inline", ["inline", "call"] as const),
    imports: Array.from(options.imports ?? [], moduleOption),
    globalize: Array.from(options.globalize ?? [], (n) => globalizedName(n, readonlyNames)),
    printed,
    bigints: oneOf("bigints", options.bigints ?? false, [true, false] as const),
    readonlyNames: readonlyNames.map((n) => readonlyName(n)),
    policy,
    limits: { ...COMPILE_LIMITS, ...options.limits },
    unguarded: false,
    ...(cache === undefined ? {} : { cache }),
  };
}

function oneOf<T extends string | boolean>(name: string, value: unknown, accepted: readonly T[]): T {
  if (accepted.includes(value as T)) return value as T;
  const shown = accepted.map((a) => (typeof a === "string" ? `'${a}'` : `${a}`));
  throw option("OPTION_VALUE", `\`${name}\` must be one of ${shown.join(", ")}`);
}

function stringOption(name: string, value: unknown): string {
  if (typeof value === "string") return value;
  throw option("OPTION_VALUE", `\`${name}\` must be a string`);
}

function moduleOption(name: unknown): string {
  if (isModuleName(name)) return name;
  throw option(
    "OPTION_VALUE",
    `\`imports\` takes bare module names such as 'plotly' or 'plotly/express', not ${JSON.stringify(name)}`,
  );
}

function globalizedName(value: unknown, readonlyNames: readonly string[]): string {
  const name = stringOption("globalize", value);
  if (isUnderscoreName(name) || FORBIDDEN_IDENTIFIERS.has(name) || name === "arguments")
    throw option("OPTION_VALUE", `\`globalize\` cannot name \`${name}\`: programs may not mention it`);
  if (readonlyNames.includes(name))
    throw option("OPTION_VALUE", `\`${name}\` is in both \`globalize\` and \`readonlyNames\``);
  return name;
}

/** A misspelt name that protects nothing is refused. */
function readonlyName(value: unknown): string {
  const name = stringOption("readonlyNames", value);
  if (isIdentifierName(name)) return name;
  throw option("OPTION_VALUE", `\`readonlyNames\` takes names of variables, not ${JSON.stringify(name)}`);
}

function option(code: "OPTION_UNKNOWN" | "OPTION_VALUE", message: string): GuardError {
  return new GuardError({ code, message });
}
