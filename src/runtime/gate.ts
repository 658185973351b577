import type { Budget } from "./kernel/budget.js";
import type { Kernel } from "./kernel/index.js";
import { askForRoom } from "./room.js";

/**
 * The way into a realm. Promises of the realm have a queue of their own: what is left in it when the last of a run's
 * frames has gone goes on before anybody else comes in, at that run's cost.
 */
export interface Gate {
  /** Whether anybody is in the realm. */
  readonly busy: boolean;
  /**
   * From here on the work is that of `budget`'s run, until `close` gets it back together with what is returned: whose work
   * it was before. Throws at the end of the stack, and nothing has changed then.
   */
  open(budget: Budget | null): Budget | null;
  close(budget: Budget | null, before: Budget | null): void;
  /** The same with a function that closes. */
  enter(budget: Budget | null): () => void;
  within<T>(budget: Budget | null, work: () => T): T;
}

/** @param drain runs what waits in the realm's queue of promise jobs */
export function createGate(kernel: Kernel, drain: () => void): Gate {
  let depth = 0;
  /** Somebody who came in since the queue was last emptied may have left jobs. */
  let isLeft = false;
  const gate: Gate = {
    get busy() {
      return depth > 0;
    },
    open(budget) {
      // Leaving must not fail: whoever is not sure of some of the stack does not get in.
      askForRoom();
      const before = kernel.enter(budget);
      depth++;
      return before;
    },
    close(budget, before) {
      try {
        isLeft ||= budget === null || budget.waits;
        if (depth === 1 && isLeft) {
          isLeft = false;
          drain();
        }
      } finally {
        depth--;
        kernel.enter(before);
      }
    },
    enter(budget) {
      const before = gate.open(budget);
      return () => gate.close(budget, before);
    },
    within(budget, work) {
      const before = gate.open(budget);
      try {
        return work();
      } finally {
        gate.close(budget, before);
      }
    },
  };
  return gate;
}
