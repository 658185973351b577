import type { Table } from "../policies/table.js";
import { hostError } from "./failures.js";
import type { Budget } from "./kernel/budget.js";
import { exportValue, RESULT } from "./membrane/export.js";
import { importValue } from "./membrane/import.js";
import { createRecords, importRows, importTable } from "./membrane/record.js";
import { GuestThrow, type Session } from "./membrane/session.js";
import { areSimple, isSimple } from "./membrane/simple.js";

export interface ActiveSession extends Session {
  /** Guest frames of this run that are active: above zero, guest calls share the running budget. */
  depth: number;
}

type GuestFunction = (...args: unknown[]) => unknown;

/** A call from host code that the guest itself called: what the guest throws goes back to the guest. */
export function settle(session: ActiveSession, f: GuestFunction, args: readonly unknown[]): unknown {
  // The host may call from a timer, or from inside of another run: the work is this run's.
  return session.gate.within(session.budget, () => {
    const { ok, value } = session.kernel.callGuest(f, args);
    if (!ok) throw new GuestThrow(session, value);
    return value;
  });
}

/** A call from the host after the run: fresh limits, and the host's kind of error. */
export function fresh(session: ActiveSession, f: GuestFunction, args: readonly unknown[]): unknown {
  const budget = session.budget as Budget;
  const before = enter(session, budget);
  try {
    return freshly(session, f, args, budget);
  } finally {
    exit(session, budget, before);
  }
}

function freshly(
  session: ActiveSession,
  f: GuestFunction,
  args: readonly unknown[],
  budget: Budget,
): unknown {
  const { ok, value } = session.kernel.callFresh(f, args, budget);
  if (!ok) throw hostError(session, value);
  return value;
}

/** Opens the run's gate for one entry of the host's. At the end of the stack this throws, and nothing has changed. */
function enter(session: ActiveSession, budget: Budget): Budget | null {
  const before = session.gate.open(budget);
  session.alive = true;
  session.depth++;
  return before;
}

function exit(session: ActiveSession, budget: Budget, before: Budget | null): void {
  session.depth--;
  session.alive = false;
  budget.retire();
  session.gate.close(budget, before);
  session.audit.settle();
}

/** Opens the run's gate and closes it again, whatever happens. */
function entered<T>(session: ActiveSession, budget: Budget, work: () => T): T {
  const before = enter(session, budget);
  try {
    return work();
  } finally {
    exit(session, budget, before);
  }
}

/** Arguments for the guest; the host's own list where all of them cross as they are. */
export function bringAll(session: Session, args: readonly unknown[]): readonly unknown[] {
  return areSimple(args)
    ? args
    : args.map((argument, i) => importValue(session, argument, `argument ${i + 1}`));
}

/** A guest's result for the host. */
export function leave(session: Session, value: unknown): unknown {
  return isSimple(value) ? value : exportValue(session, value, RESULT);
}

/** One guest function that the host calls very often. */
export interface Caller {
  /** Fresh limits, and the result as a copy. `names` say what the arguments are, for errors. */
  call(args: readonly unknown[], names: readonly string[]): unknown;
  /** Calls once per element of `values`, which takes the place `at` of `args`; one entry, fresh limits for each call. */
  each(
    values: Iterable<unknown> | Table,
    args: readonly unknown[],
    names: readonly string[],
    at: number,
  ): unknown[];
}

export function createCaller(session: ActiveSession, f: GuestFunction): Caller {
  const budget = session.budget as Budget;
  const record = createRecords(session);
  const bring = (value: unknown, name: string): unknown =>
    record(value) ?? importValue(session, value, `\`${name}\``);
  const one = (args: readonly unknown[]): unknown => leave(session, freshly(session, f, args, budget));
  const all = (args: readonly unknown[], names: readonly string[]): unknown[] =>
    args.map((value, i) => bring(value, names[i] as string));
  return {
    call(args, names) {
      const given = areSimple(args) ? args : all(args, names);
      const before = enter(session, budget);
      try {
        return one(given);
      } finally {
        exit(session, budget, before);
      }
    },
    each(values, args, names, at) {
      const given = all(args, names);
      const table = Symbol.iterator in values ? null : values;
      const list = table === null ? Array.from(values as Iterable<unknown>) : [];
      const rows =
        at < 0 ? undefined : table === null ? importRows(session, list) : importTable(session, table);
      if (rows !== undefined)
        return entered(session, budget, () => {
          const { ok, value } = session.kernel.callRows(f, { ...rows, at }, given, budget);
          if (!ok) throw hostError(session, value);
          return (value as unknown[]).map((result) => leave(session, result));
        });
      return entered(session, budget, () =>
        (table === null ? list : recordsOf(table)).map((value) => {
          if (at >= 0) given[at] = bring(value, names[at] ?? "");
          return one(given);
        }),
      );
    },
  };
}

function recordsOf(table: Table): Record<string, unknown>[] {
  const columns = table.names.map((name) => [name, table.column(name)] as const);
  return Array.from({ length: table.length }, (_, i) =>
    Object.fromEntries(columns.map(([name, values]) => [name, values[i]])),
  );
}
