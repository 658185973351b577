import { hostError } from "./failures.js";
import type { Budget } from "./kernel/budget.js";
import { exportValue, RESULT } from "./membrane/export.js";
import { importValue } from "./membrane/import.js";
import { importRecord } from "./membrane/record.js";
import { GuestThrow, type Session } from "./membrane/session.js";

export interface ActiveSession extends Session {
  /** Guest frames of this run that are active: above zero, guest calls share the running budget. */
  depth: number;
}

type GuestFunction = (...args: unknown[]) => unknown;

/** A call from host code that the guest itself called: what the guest throws goes back to the guest. */
export function settle(session: ActiveSession, f: GuestFunction, args: unknown[]): unknown {
  const { ok, value } = session.kernel.callGuest(f, args);
  if (!ok) throw new GuestThrow(value);
  return value;
}

/** A call from the host after the run: fresh limits, and the host's kind of error. */
export function fresh(session: ActiveSession, f: GuestFunction, args: unknown[]): unknown {
  const budget = session.budget as Budget;
  budget.open(true);
  return entered(session, budget, () => {
    const { ok, value } = session.kernel.callGuest(f, args);
    if (!ok) throw hostError(session, value);
    return value;
  });
}

/** Opens the run's gate for one entry of the host's and closes it again, whatever happens. */
function entered<T>(session: ActiveSession, budget: Budget, work: () => T): T {
  session.alive = true;
  const before = session.kernel.enter(budget);
  session.depth++;
  try {
    return work();
  } finally {
    session.depth--;
    session.kernel.enter(before);
    session.alive = false;
    budget.retire();
  }
}

/** One guest function that the host calls very often. */
export interface Caller {
  /** Fresh limits, and the result as a copy. `names` say what the arguments are, for errors. */
  call(args: readonly unknown[], names: readonly string[]): unknown;
  /** Calls once per element of `values`, which takes the place `at` of `args`; one entry, fresh limits for each call. */
  each(values: Iterable<unknown>, args: readonly unknown[], names: readonly string[], at: number): unknown[];
}

export function createCaller(session: ActiveSession, f: GuestFunction): Caller {
  const budget = session.budget as Budget;
  const bring = (value: unknown, name: string): unknown =>
    importRecord(session, value) ?? importValue(session, value, `\`${name}\``);
  const one = (args: unknown[]): unknown => {
    budget.lease();
    const { ok, value } = session.kernel.callGuest(f, args);
    if (!ok) throw hostError(session, value);
    return typeof value === "object" || typeof value === "function" || typeof value === "symbol"
      ? exportValue(session, value, RESULT)
      : value;
  };
  const all = (args: readonly unknown[], names: readonly string[]): unknown[] =>
    args.map((value, i) => bring(value, names[i] as string));
  return {
    call(args, names) {
      const given = all(args, names);
      return entered(session, budget, () => one(given));
    },
    each(values, args, names, at) {
      const given = all(args, names);
      const name = names[at] ?? "";
      return entered(session, budget, () =>
        Array.from(values, (value) => {
          if (at >= 0) given[at] = bring(value, name);
          return one(given);
        }),
      );
    },
  };
}
