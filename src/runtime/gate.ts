import type { Budget } from "./kernel/budget.js";
import type { Kernel } from "./kernel/index.js";

/**
 * The way into a realm. Promises of the realm have a queue of their own: what is left in it when the last of a run's
 * frames has gone goes on before anybody else comes in, at that run's cost.
 */
export interface Gate {
  /** Whether anybody is in the realm. */
  readonly busy: boolean;
  /** From here on the work is that of `budget`'s run, until the function that is returned is called. */
  enter(budget: Budget | null): () => void;
  within<T>(budget: Budget | null, work: () => T): T;
}

/** Leaving must not fail: whoever is not sure of this much of the stack, 2.4 KB, does not get in. */
const ROOM: readonly undefined[] = new Array<undefined>(300).fill(undefined);
const nothing = (): void => {};

/** @param drain runs what waits in the realm's queue of promise jobs */
export function createGate(kernel: Kernel, drain: () => void): Gate {
  let depth = 0;
  /** Somebody who came in since the queue was last emptied may have left jobs. */
  let isLeft = false;
  const gate: Gate = {
    get busy() {
      return depth > 0;
    },
    enter(budget) {
      Reflect.apply(nothing, undefined, ROOM);
      const before = kernel.enter(budget);
      depth++;
      return () => {
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
      };
    },
    within(budget, work) {
      const leave = gate.enter(budget);
      try {
        return work();
      } finally {
        leave();
      }
    },
  };
  return gate;
}
