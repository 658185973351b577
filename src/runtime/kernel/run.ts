import { type Budget, createBudget } from "./budget.js";
import type { ErrorKit } from "./errors.js";
import { createCallGuards, type Guard } from "./guards-call.js";
import { createHelpers } from "./helpers-inline.js";
import type { HostPort, RunLimits, SiteInfo } from "./host.js";
import { createKeyCheck, type KeyCheck } from "./keys.js";
import { createPolicyRefusal, type RefusedMembers } from "./policy.js";

const create = Object.create;
const assign = Object.assign;

export interface RunOptions {
  readonly program: number;
  readonly limits: RunLimits;
  readonly sites: readonly SiteInfo[];
  /** Free names of the program that nobody provides. */
  readonly missing: readonly string[];
  /** Guest values by name; a plain object of the guest realm. */
  readonly globals: Record<string, unknown>;
  readonly openNames: readonly string[];
  readonly refusedMembers: RefusedMembers;
  readonly injected: Readonly<Record<string, Guard | undefined>>;
  readonly audit: (code: string, name: string, place: string) => void;
}

/** What the program's wrapper destructures: every run-time name, the globals, and the way to the counter. */
export interface RunScope {
  readonly helpers: Readonly<Record<string, unknown>>;
  readonly globals: Record<string, unknown>;
  readonly budget: Budget;
}

export interface RunDependencies {
  readonly host: HostPort;
  readonly errors: ErrorKit;
  readonly markHandled: <T>(promise: T) => T;
  readonly denied: readonly unknown[];
  readonly onRefill: (budget: Budget) => void;
}

export function createRun(options: RunOptions, deps: RunDependencies): RunScope {
  const { host, errors } = deps;
  errors.programs.set(options.program, { sites: options.sites, missing: new Set(options.missing) });
  const budget = createBudget(options.limits, host, errors, () => host.depth(options.program));
  const audit = (code: string, name: string): void => options.audit(code, name, errors.here());
  const key = createKeyCheck(
    errors,
    new Set(options.openNames),
    createPolicyRefusal(options.refusedMembers),
    audit,
  );
  const helpers = createHelpers({
    errors,
    budget,
    key,
    sites: options.sites,
    provided: options.globals,
    audit,
    markHandled: deps.markHandled,
  });
  const injected = behindKeys(options.injected, key);
  const guards = createCallGuards({ errors, budget, key, audit, injected, denied: deps.denied });
  const refill = budget.refill;
  budget.refill = () => {
    deps.onRefill(budget);
    return refill();
  };
  const scope: Record<string, unknown> = create(null);
  assign(scope, guards, injected, helpers);
  return { helpers: scope, globals: options.globals, budget };
}

const KEYED = ["_getattr_", "_getitem_", "_setattr_", "_setitem_", "_delattr_", "_delitem_"] as const;

/** An injected guard that forgets to look at its key must not be a hole: the key is checked and coerced before it gets there. */
function behindKeys(injected: RunOptions["injected"], key: KeyCheck): RunOptions["injected"] {
  const out: Record<string, Guard | undefined> = { ...injected };
  for (const name of KEYED) {
    const guard = injected[name] as ((...args: unknown[]) => unknown) | undefined;
    if (guard === undefined) continue;
    out[name] = ((object: unknown, name: unknown, ...more: unknown[]) =>
      guard(object, key(name), ...more)) as Guard;
  }
  return out;
}
