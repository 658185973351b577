import type { ErrorKit } from "./errors/index.js";
import type { HostPort, RunLimits } from "./host.js";

/** A slice is small at first, grows while slices are quick, and stays below 2^30 so that the counter is a small integer. */
const FIRST_SLICE = 1 << 10;
const LAST_SLICE = 1 << 22;
/** A call depth limit is looked at once a slice; shorter slices than this would cost more than the program. */
const SHORTEST = 64;
/** Bytes of one allocation from which on the clock is looked at. */
const LARGE = 1 << 20;
/** Where one operation may take a quarter of a millisecond. */
const WARY_SLICE = 1 << 8;
const QUICK_MS = 1;
const SLOW_MS = 8;

const ENDED = "The program has ended; its callbacks no longer run.";

const { floor, min } = Math;

/** The counter variable lives in the program's own scope; only the program's wrapper can reach it. */
export interface Counter {
  take(): number;
  give(steps: number): void;
}

export interface Budget {
  readonly limits: RunLimits;
  /** The run may have left promise jobs in the queue: it has async functions, or has called what makes promises. */
  waits: boolean;
  counter: Counter | null;
  /** Called by the program when its slice is used up; returns the next one or throws. */
  refill(): number;
  charge(steps: number): void;
  /** Gives back steps of a slice that were taken ahead and not used; a run that has ended gets nothing. */
  refund(steps: number): void;
  allocate(bytes: number): void;
  /** Ends the run for good: nothing of the guest's runs after this. */
  kill(code: string, message: string): never;
  /** What ended the run, or null. */
  death: Error | null;
  /** Milliseconds that are left; ends the run when there are none. */
  left(): number;
  /** Opens the gate for one entry into guest code; `close` gives back what was not used. */
  open(fresh: boolean): void;
  /**
   * Opens the gate for one short call with fresh limits. The first slice is given at once and without a look at the
   * clock; time counts from the second slice on.
   */
  lease(): void;
  /** From now on the clock is looked at often: one operation of the program may take as long as thousands of others. */
  beWary(): void;
  close(): void;
  retire(): void;
  usage(): { readonly steps: number; readonly allocated: number; readonly timeMs: number };
}

export function createBudget(
  limits: RunLimits,
  host: HostPort,
  errors: ErrorKit,
  depthOf: () => number,
): Budget {
  let remaining = limits.steps;
  let used = 0;
  let allocated = 0;
  let slice = FIRST_SLICE;
  let longest = LAST_SLICE;
  let granted = 0;
  let started = host.now();
  let ended = -1;
  let lastRefill = started;
  let retired = false;

  const settle = (left: number): void => {
    used += granted - (left > 0 ? left : 0);
    remaining += left > 0 ? left : 0;
    granted = 0;
  };

  const budget: Budget = {
    limits,
    waits: false,
    death: null,
    counter: null,
    refill() {
      if (budget.death !== null) throw budget.death;
      if (retired) budget.kill("LIMIT_ABORTED", ENDED);
      settle(0);
      if (remaining <= 0) budget.kill("LIMIT_STEPS", `The program used all of its ${limits.steps} steps.`);
      const now = host.now();
      if (started < 0) {
        started = now;
        lastRefill = now - QUICK_MS;
      }
      if (now - started > limits.timeMs)
        budget.kill("LIMIT_TIME", `The program ran for more than ${limits.timeMs} ms.`);
      if (limits.callDepth > 0 && depthOf() > limits.callDepth) {
        budget.kill("LIMIT_CALL_DEPTH", `The program called functions more than ${limits.callDepth} deep.`);
      }
      const took = now - lastRefill;
      lastRefill = now;
      // A call depth limit asks for frequent looks at the stack.
      if (limits.callDepth > 0) slice = limits.callDepth > SHORTEST ? limits.callDepth : SHORTEST;
      else if (took < QUICK_MS) slice = min(slice * 2, longest);
      else if (took > SLOW_MS) slice = slice > FIRST_SLICE ? floor(slice / 2) : min(FIRST_SLICE, longest);
      granted = min(slice, remaining);
      remaining -= granted;
      return granted - 1;
    },
    charge(steps) {
      if (budget.death !== null) throw budget.death;
      if (retired) budget.kill("LIMIT_ABORTED", ENDED);
      used += steps;
      remaining -= steps;
      // The slice at hand may hold what is left.
      if (remaining < 0) budget.close();
      if (remaining < 0) budget.kill("LIMIT_STEPS", `The program used all of its ${limits.steps} steps.`);
      if (steps <= FIRST_SLICE) return;
      if (started < 0) started = host.now();
      if (host.now() - started > limits.timeMs)
        budget.kill("LIMIT_TIME", `The program ran for more than ${limits.timeMs} ms.`);
    },
    refund(steps) {
      if (budget.death !== null || retired) return;
      used -= steps;
      remaining += steps;
    },
    allocate(bytes) {
      if (retired) budget.kill("LIMIT_ABORTED", ENDED);
      allocated += bytes;
      if (allocated > limits.allocatedBytes)
        budget.kill(
          "LIMIT_ALLOCATION",
          `The program asked for more than ${limits.allocatedBytes} bytes at once.`,
        );
      // What is large takes long, and costs few steps.
      if (bytes > LARGE) budget.left();
    },
    kill(code, message) {
      budget.death ??= errors.limitError(code, message);
      budget.counter?.give(-1);
      throw budget.death;
    },
    left() {
      if (budget.death !== null) throw budget.death;
      if (started < 0) started = host.now();
      const left = limits.timeMs - (host.now() - started);
      if (left < 0) budget.kill("LIMIT_TIME", `The program ran for more than ${limits.timeMs} ms.`);
      return left;
    },
    open(fresh) {
      if (fresh) {
        remaining = limits.steps;
        used = 0;
        allocated = 0;
        budget.death = null;
        started = host.now();
      }
      retired = false;
      lastRefill = host.now();
      ended = -1;
      budget.counter?.give(0);
    },
    lease() {
      granted = min(limits.callDepth > 0 ? SHORTEST : min(FIRST_SLICE, longest), limits.steps);
      remaining = limits.steps - granted;
      used = 0;
      allocated = 0;
      budget.death = null;
      retired = false;
      ended = -1;
      slice = min(FIRST_SLICE, longest);
      started = -1;
      budget.counter?.give(granted);
    },
    beWary() {
      if (longest === WARY_SLICE) return;
      // What is granted may be a long slice.
      if (granted > 0 && budget.counter !== null) settle(budget.counter.take());
      longest = WARY_SLICE;
      slice = WARY_SLICE;
    },
    close() {
      settle(budget.counter === null ? 0 : budget.counter.take());
    },
    retire() {
      budget.close();
      // A lease that never looked at the clock has nothing to say about time.
      ended = started < 0 ? started : host.now();
      retired = true;
    },
    usage: () => ({ steps: used, allocated, timeMs: (ended < 0 ? host.now() : ended) - started }),
  };
  return budget;
}
