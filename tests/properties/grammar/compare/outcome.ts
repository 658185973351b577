/** What a program did, as text on both sides: compared line by line. */
export interface Outcome {
  /** How it ended: the completion value, or what it threw. */
  readonly end: string;
  /** What it logged and printed, in order, after all microtasks. */
  readonly lines: readonly string[];
}

/** How many lines a program may log before it is cut short. */
export const MAX_LINES = 2_000;

/** Microtasks of every realm run before this is over. */
export function microtasks(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
