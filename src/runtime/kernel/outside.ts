import type { Budget } from "./budget.js";
import type { ErrorKit } from "./errors/index.js";
import { createCallGuards, type Guards } from "./guards-call.js";
import { createKeyCheck } from "./keys.js";

const { apply } = Reflect;
const nothing = (): void => {};

/** The default guards for a host that asks them while no program runs: nobody is charged, nothing is told. */
export function plainGuards(errors: ErrorKit, denied: readonly unknown[]): Guards {
  const key = createKeyCheck(errors, new Set(), null, nothing);
  const budget = { allocate: nothing } as unknown as Budget;
  const parts = {
    errors,
    budget,
    own: nothing,
    key,
    audit: nothing,
    injected: {},
    denied,
    iterating: new Map(),
  };
  return createCallGuards(parts);
}

/** The constructors that turn text into functions: refused by identity, whatever name they come under. */
export function codeMakers(): readonly unknown[] {
  // biome-ignore lint/security/noGlobalEval: it is named here in order to be refused
  const evaluator = globalThis.eval;
  const of = (f: object): unknown => Object.getPrototypeOf(f).constructor;
  return [of(() => {}), of(async () => {}), of(function* () {}), of(async function* () {}), evaluator];
}

/** The same guards; what they give the host's own guards may come back. */
export function showing(guards: Guards, show: <T>(value: T) => T): Guards {
  const out: Record<string, Guards[string]> = {};
  for (const name of Object.keys(guards)) {
    const guard = guards[name] as (...args: unknown[]) => unknown;
    out[name] = (...args: never[]) => show(apply(guard, undefined, args));
  }
  return out;
}
