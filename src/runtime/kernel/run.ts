import { type Budget, createBudget } from "./budget.js";
import type { ErrorKit } from "./errors/index.js";
import type { NamedGuard } from "./errors/repair.js";
import { createCallGuards, type Guards } from "./guards-call.js";
import { createHelpers } from "./helpers-inline.js";
import type { HostPort, Outcome, RunLimits, SiteInfo } from "./host.js";
import { composeInjected, type Guard, type Iterating } from "./injected.js";
import { watchExec } from "./intrinsics/watched-exec.js";
import { anyKey, createKeyCheck } from "./keys.js";
import { createPolicyRefusal, type RefusedMembers } from "./policy.js";
import type { InspectOptions } from "./print/inspect.js";
import { makeOutput, type Output, type PrintPort } from "./print/output.js";

const create = Object.create;
const assign = Object.assign;
const call = Function.prototype.call;
const DONE: Outcome = Object.freeze({ ok: true, value: undefined });

export interface RunOptions {
  readonly program: number;
  readonly limits: RunLimits;
  readonly sites: readonly SiteInfo[];
  /** Functions of the call form's sites. */
  readonly guardNames: readonly NamedGuard[];
  /** Free names of the program that nobody provides. */
  readonly missing: readonly string[];
  /** Guest values by name; a plain object of the guest realm. */
  readonly globals: Record<string, unknown>;
  readonly openNames: readonly string[];
  readonly refusedMembers: RefusedMembers;
  readonly injected: Readonly<Record<string, Guard | undefined>>;
  readonly audit: (code: string, name: string, place: string, isFacet: boolean) => void;
  readonly callForm: boolean;
  /** The text has async functions. */
  readonly waits: boolean;
  /** Members are not guarded: for measuring the realm alone. */
  readonly unguarded: boolean;
  /** The text may come by the native `exec` without passing a guard that knows it. */
  readonly readsExec: boolean;
  /** The text may hold bigints. */
  readonly bigints: boolean;
  readonly print: PrintPort;
  /** The host's collector of what the run prints, or null. */
  readonly collector: unknown;
}

/** What the program's wrapper destructures: every run-time name, the globals, and the way to the counter. */
export interface RunScope {
  readonly helpers: Readonly<Record<string, unknown>>;
  readonly globals: Record<string, unknown>;
  readonly budget: Budget;
  /** The default guards, for the host's own to fall back on. */
  readonly defaults: () => Guards;
  /** Tells the host of a refusal. */
  readonly audit: Refused;
  /** The native `Function.prototype.call`. */
  readonly call: typeof call;
  /** `print` and `console` of this run. */
  readonly output: Output;
}

/** Tells the host that a guard refused `name`, a member of `object`. */
export type Refused = (code: string, name: string, object?: object) => void;

export interface RunDependencies {
  readonly host: HostPort;
  readonly errors: ErrorKit;
  readonly markHandled: <T>(promise: T) => T;
  readonly denied: readonly unknown[];
  readonly iterating: Iterating;
  readonly enter: (ask: () => Outcome) => unknown;
  readonly inspect: InspectOptions;
  readonly isFacet: (object: object) => boolean;
  readonly own: (budget: Budget) => unknown;
}

export function createRun(options: RunOptions, deps: RunDependencies): RunScope {
  const { host, errors } = deps;
  errors.register(options.program, options.sites, options.missing, options.guardNames);
  if (options.readsExec) watchExec();
  const budget = createBudget(options.limits, host, errors, () => host.depth(options.program));
  if (options.bigints) budget.beWary();
  budget.waits = options.waits;
  const audit: Refused = (code, name, object) => {
    const place = errors.here();
    const isFacet = object !== undefined && deps.isFacet(object);
    deps.enter(() => {
      options.audit(code, name, place, isFacet);
      return DONE;
    });
  };
  const refusal = createPolicyRefusal(options.refusedMembers);
  const key = options.unguarded ? anyKey : createKeyCheck(errors, new Set(options.openNames), refusal, audit);
  const { denied, iterating } = deps;
  const injected = composeInjected(options.injected, { errors, key, audit, denied, iterating });
  const output = makeOutput({
    errors,
    budget,
    port: options.print,
    enter: deps.enter,
    inspect: deps.inspect,
    target: options.collector,
  });
  const helpers = createHelpers({
    injected,
    errors,
    budget,
    key,
    sites: options.sites,
    provided: options.globals,
    unguarded: options.unguarded,
    audit,
    markHandled: deps.markHandled,
  });
  const own = (): unknown => deps.own(budget);
  const parts = { errors, budget, own, key, audit, denied, iterating };
  // Made when they are asked for: most runs are of the inline form, and most hosts inject nothing.
  let made: Guards | null = null;
  const defaults = (): Guards => {
    made ??= createCallGuards({ ...parts, injected: {} });
    return made;
  };
  const guards = options.callForm ? createCallGuards({ ...parts, injected }) : {};
  const refill = budget.refill;
  budget.refill = () => {
    own();
    return refill();
  };
  const scope: Record<string, unknown> = create(null);
  assign(scope, guards, injected, helpers, output.helpers);
  return {
    helpers: scope,
    globals: options.globals,
    budget,
    defaults,
    audit,
    output,
    call,
  };
}
