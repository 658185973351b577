import type { Budget } from "./budget.js";
import type { Outcome } from "./host.js";

const { apply } = Reflect;

type GuestFunction = (...args: unknown[]) => unknown;

/** Columns of equal length, as guest arrays, and the place of the row among the arguments. */
export interface Rows {
  readonly names: readonly string[];
  readonly columns: readonly unknown[][];
  readonly length: number;
  readonly at: number;
}

/** Calls a guest function for the host; a throw comes back as an outcome. */
export function callGuest(f: GuestFunction, args: readonly unknown[]): Outcome {
  try {
    return { ok: true, value: applied(f, args) };
  } catch (error) {
    return { ok: false, value: error };
  }
}

/** The same with fresh limits; one that a promise of the guest's swallowed has ended the call all the same. */
export function callFresh(f: GuestFunction, args: readonly unknown[], budget: Budget): Outcome {
  budget.lease();
  try {
    const value = applied(f, args);
    return budget.death === null ? { ok: true, value } : { ok: false, value: budget.death };
  } catch (error) {
    return { ok: false, value: error };
  }
}

/** Calls a guest function once per row of some columns, each time with fresh limits; rows are made here. */
export function callRows(
  f: GuestFunction,
  { names, columns, length, at }: Rows,
  args: unknown[],
  budget: Budget,
): Outcome {
  const out: unknown[] = [];
  try {
    for (let i = 0; i < length; i++) {
      const row: Record<string, unknown> = {};
      for (let j = 0; j < names.length; j++) row[names[j] as string] = (columns[j] as unknown[])[i];
      args[at] = row;
      budget.lease();
      out[i] = args.length === 1 ? f(row) : apply(f, undefined, args);
      if (budget.death !== null) throw budget.death;
    }
    return { ok: true, value: out };
  } catch (error) {
    return { ok: false, value: error };
  }
}

/** For either side: of a list of another realm's the engine is slow to make arguments, and one here may be the other side's. */
export function applied(f: (...args: unknown[]) => unknown, args: readonly unknown[]): unknown {
  switch (args.length) {
    case 0:
      return f();
    case 1:
      return f(args[0]);
    case 2:
      return f(args[0], args[1]);
    case 3:
      return f(args[0], args[1], args[2]);
    default: {
      const own: unknown[] = [];
      for (let i = 0; i < args.length; i++) own[i] = args[i];
      return apply(f, undefined, own);
    }
  }
}
