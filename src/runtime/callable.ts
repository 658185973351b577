import type { Budget } from "./kernel/budget.js";
import { exportValue, RESULT } from "./membrane/export.js";
import { importValue } from "./membrane/import.js";
import type { RunSettings } from "./options.js";
import type { Run } from "./run.js";
import { guestPromise } from "./wait.js";

/**
 * Mode `function` with `async`: the guest's function for the host, as one that returns a promise. A call has fresh limits
 * unless another one is still going on: those that overlap share theirs.
 */
export function asyncCallable(
  run: Run,
  settings: RunSettings,
  value: unknown,
  name: string,
): (...args: unknown[]) => Promise<unknown> {
  const { session } = run;
  const budget = session.budget as Budget;
  let active = 0;
  const call = async (...args: unknown[]): Promise<unknown> => {
    if (active++ === 0) {
      budget.open(true);
      session.alive = true;
    }
    try {
      const promise = start(run, budget, value as (...a: unknown[]) => unknown, args);
      return exportValue(session, await guestPromise(run, promise, settings), RESULT);
    } finally {
      if (--active === 0) {
        session.alive = false;
        budget.retire();
        session.audit.settle();
      }
    }
  };
  return Object.defineProperty(call, "name", { value: name });
}

/** The part of the call that runs at once. */
function start(run: Run, budget: Budget, f: (...args: unknown[]) => unknown, args: unknown[]): object {
  const { kernel, gate } = run.session;
  const given = kernel.newArray(0);
  for (const [i, argument] of args.entries())
    given[i] = importValue(run.session, argument, `argument ${i + 1}`);
  return gate.within(budget, () => {
    const { ok, value } = kernel.callGuest(f, given);
    if (!ok) throw run.fail(value);
    return value as object;
  });
}
