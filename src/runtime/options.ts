import { types } from "node:util";
import { GuardError } from "../diagnostics/errors.js";
import { didYouMean } from "../diagnostics/suggest.js";
import { isModuleName } from "../language/modules.js";
import { FORBIDDEN_IDENTIFIERS, isUnderscoreName } from "../language/names.js";
import { CALL_GUARDS } from "../language/runtime-names.js";
import { isPolicy, type Policy } from "../policies/policy.js";
import type { AuditListener } from "./audit.js";
import type { RealmKind } from "./environment.js";
import { type Limits, resolveLimits } from "./limits/limits.js";
import type { PrintedLine } from "./result.js";

export type BuiltinSet = "safe" | "limited" | "utility" | "none";

/** A host function that stands in for one guard; it gets the guest's own values, which are hostile. */
export type InjectedGuard = (...args: never[]) => unknown;

export interface ExecOptions {
  /** Names the program may use besides the built-ins. */
  readonly globals?: Readonly<Record<string, unknown>>;
  readonly builtins?: BuiltinSet | Readonly<Record<string, unknown>>;
  /** Host-injected guards; the program is then compiled in the call form. */
  readonly guards?: Readonly<Record<string, InjectedGuard>>;
  readonly policies?: readonly Policy[];
  /** What `import` takes: modules by name, each an object of its exports. */
  readonly modules?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly limits?: Partial<Limits>;
  /**
   * `isolated` (the default): a guest realm of its own, behind the guards. `shared`: the host's own realm, where the guards
   * of the call form stand alone.
   */
  readonly realm?: RealmKind;
  /** Called at each refusal, before the run returns or throws. */
  readonly onAudit?: AuditListener;
  /** Called for each printed line, while the program runs. */
  readonly onPrint?: (line: PrintedLine) => void;
  /** What `Date` takes for the present, in milliseconds as `Date.now()`; default the machine's clock. */
  readonly clock?: () => number;
  /** What `Math.random` returns and `random` of the `utility` set is seeded with: from 0 up and below 1; default the engine's. */
  readonly random?: () => number;
  /** `execRestrictedAsync` only. */
  readonly signal?: AbortSignal;
}

export interface RunSettings {
  readonly globals: Readonly<Record<string, unknown>>;
  readonly builtins: BuiltinSet | Readonly<Record<string, unknown>>;
  readonly guards: Readonly<Record<string, InjectedGuard>>;
  readonly policies: readonly Policy[];
  readonly modules: Readonly<Record<string, unknown>>;
  readonly realm: RealmKind;
  readonly limits: Limits;
  readonly onAudit: AuditListener | undefined;
  readonly onPrint: ((line: PrintedLine) => void) | undefined;
  readonly clock: (() => number) | undefined;
  readonly random: (() => number) | undefined;
  readonly signal: AbortSignal | undefined;
}

const KEYS: ReadonlySet<string> = new Set([
  "globals",
  "builtins",
  "guards",
  "policies",
  "modules",
  "limits",
  "realm",
  "onAudit",
  "onPrint",
  "clock",
  "random",
  "signal",
]);
const SETS: ReadonlySet<unknown> = new Set(["safe", "limited", "utility", "none"]);

/** Parts of other guards; a host hears of the whole. */
const INNER: ReadonlySet<string> = new Set(["_key_", "_callwith_", "_numeric_", "_super_"]);

/** Guards a host may inject: those of the call form, and those that are asked in both. */
export const INJECTABLE: ReadonlySet<string> = new Set(
  [...CALL_GUARDS.keys(), "_caught_", "_in_", "_write_", "_import_", "_print_"].filter(
    (name) => !INNER.has(name),
  ),
);

/** Guards that both forms ask. */
const BOTH_FORMS: ReadonlySet<string> = new Set(["_import_", "_print_", "_caught_", "_in_"]);

/** Whether a guard is injected that only the call form asks, or the guards stand alone. */
export function needsCallForm({ guards, realm }: Pick<RunSettings, "guards" | "realm">): boolean {
  return realm === "shared" || Object.keys(guards).some((name) => !BOTH_FORMS.has(name));
}

/** @throws GuardError `OPTION_UNKNOWN`, `OPTION_VALUE`, `OPTION_GLOBAL` */
export function runSettings(options: ExecOptions): RunSettings {
  for (const key of Object.keys(options)) {
    if (!KEYS.has(key))
      throw fail(
        "OPTION_UNKNOWN",
        `execRestricted has no option \`${key}\`.${didYouMean(key, KEYS)} It has ${[...KEYS].join(", ")}.`,
      );
  }
  const realm = options.realm ?? "isolated";
  if (realm !== "isolated" && realm !== "shared")
    throw fail("OPTION_VALUE", "`realm` must be 'isolated' or 'shared'.");
  for (const name of ["clock", "random"] as const)
    if (options[name] !== undefined && typeof options[name] !== "function")
      throw fail("OPTION_VALUE", `\`${name}\` must be a function that returns a number.`);
  if (options.onAudit !== undefined && typeof options.onAudit !== "function")
    throw fail("OPTION_VALUE", "`onAudit` must be a function.");
  const builtins = options.builtins ?? "safe";
  if (
    typeof builtins === "string" ? !SETS.has(builtins) : typeof builtins !== "object" || builtins === null
  ) {
    throw fail(
      "OPTION_VALUE",
      "`builtins` must be 'safe', 'limited', 'utility', 'none' or an object of globals.",
    );
  }
  const globals = options.globals ?? {};
  for (const name of [
    ...Object.keys(globals),
    ...(typeof builtins === "string" ? [] : Object.keys(builtins)),
  ])
    checkGlobal(name);
  for (const [name, guard] of Object.entries(options.guards ?? {})) {
    if (!INJECTABLE.has(name))
      throw fail(
        "OPTION_UNKNOWN",
        `There is no guard \`${name}\`.${didYouMean(name, INJECTABLE)} The guards are ${[...INJECTABLE].join(", ")}.`,
      );
    if (typeof guard !== "function") throw fail("OPTION_VALUE", `The guard \`${name}\` must be a function.`);
  }
  for (const policy of options.policies ?? []) {
    if (!isPolicy(policy)) throw fail("OPTION_VALUE", "Each of `policies` must be made by definePolicy().");
  }
  return {
    globals,
    builtins,
    guards: options.guards ?? {},
    policies: options.policies ?? [],
    modules: checkModules(options.modules ?? {}),
    realm,
    limits: resolveLimits(options.limits),
    onAudit: options.onAudit,
    onPrint: options.onPrint,
    clock: options.clock,
    random: options.random,
    signal: options.signal,
  };
}

/** @throws GuardError `OPTION_VALUE` */
function checkModules(modules: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  for (const [name, module] of Object.entries(modules)) {
    if (!isModuleName(name))
      throw fail(
        "OPTION_VALUE",
        `\`modules\` has bare module names such as 'plotly/express', not ${JSON.stringify(name)}.`,
      );
    if ((typeof module !== "object" && typeof module !== "function") || module === null)
      throw fail("OPTION_VALUE", `The module \`${name}\` must be an object of its exports.`);
    // A package's namespace holds whatever its authors export next year.
    if (types.isModuleNamespaceObject(module))
      throw fail(
        "OPTION_VALUE",
        `The module \`${name}\` is a package's whole namespace; list what programs may use: { mean, median }.`,
      );
  }
  return modules;
}

/** @throws GuardError `OPTION_GLOBAL` */
export function checkGlobal(name: string): void {
  if (isUnderscoreName(name))
    throw fail(
      "OPTION_GLOBAL",
      `A global cannot be named \`${name}\`: names with a leading underscore belong to the library.`,
    );
  if (FORBIDDEN_IDENTIFIERS.has(name) || name === "arguments")
    throw fail("OPTION_GLOBAL", `A global cannot be named \`${name}\`: programs may not mention that name.`);
}

function fail(code: "OPTION_UNKNOWN" | "OPTION_VALUE" | "OPTION_GLOBAL", message: string): GuardError {
  return new GuardError({ code, message });
}
