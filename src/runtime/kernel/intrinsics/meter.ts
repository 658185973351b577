/** What taming needs of the run in progress. */
export interface Meter {
  charge(units: number, kind: "step" | "bytes"): void;
  limits(): { readonly stringLength: number; readonly arrayLength: number };
  limitError(code: string, message: string): never;
  /**
   * An error is about to be handed to a callback of the guest's, as `catch` blocks hand theirs to `_caught_`. Gives what
   * the callback gets: the limit's error, where this ends the run.
   */
  rejected(error: unknown): unknown;
  /** The guest got as far as something that no guard lets it reach. */
  forbidden(code: string, name: string): void;
  /** Runs one native call that may take long, and ends the run when its time is up. No guest code may run in it. */
  watch(run: () => void): void;
  /** Ends the run when its time is up. */
  clock(): void;
  /** Something is about to be called that can queue promise jobs. */
  queues(): void;
}

const UNMETERED: Meter = {
  charge() {},
  limits: () => ({ stringLength: 2 ** 29 - 24, arrayLength: 2 ** 32 - 1 }),
  limitError(_code, message) {
    throw new NativeRangeError(message);
  },
  rejected: (error) => error,
  forbidden() {},
  watch: (run) => run(),
  clock() {},
  queues() {},
};
const NativeRangeError = RangeError;

/** The one realm's meter. The bundle is evaluated once in each realm, so this is the realm's state, not shared between realms. */
const slot: { current: Meter } = { current: UNMETERED };

export function installMeter(given: Meter): void {
  slot.current = given;
}

/** Always asks the installed meter: helpers are made before it is known. */
export const meter: Meter = {
  charge: (units, kind) => slot.current.charge(units, kind),
  limits: () => slot.current.limits(),
  limitError: (code, message) => slot.current.limitError(code, message),
  rejected: (error) => slot.current.rejected(error),
  forbidden: (code, name) => slot.current.forbidden(code, name),
  watch: (run) => slot.current.watch(run),
  clock: () => slot.current.clock(),
  queues: () => slot.current.queues(),
};

/** Admits an array of `length` elements of `width` bytes, before it is made. */
export function admitArray(length: number, width = 8): void {
  // Not `<=`: a length that is no number goes on to the native, which refuses it.
  if (!(length > SMALL)) return;
  const { arrayLength } = meter.limits();
  if (length > arrayLength)
    meter.limitError(
      "LIMIT_ARRAY",
      `The program asked for an array of ${length} elements; the limit is ${arrayLength}.`,
    );
  meter.charge(length * width, "bytes");
}

/** Admits a string of `length` UTF-16 units of `width` bytes, before it is made. */
export function admitString(length: number, width = 2): void {
  if (!(length > SMALL)) return;
  const { stringLength } = meter.limits();
  if (length > stringLength)
    meter.limitError(
      "LIMIT_STRING",
      `The program asked for a string of ${length} characters; the limit is ${stringLength}.`,
    );
  meter.charge(length * width, "bytes");
}

/** Below this an operation costs about a step, which the loop around it has paid. */
const SMALL = 16;
