/**
 * What the kernel asks of the host. These are host-realm functions: the kernel calls them, never hands them to a guest,
 * and treats whatever escapes from them (a stack overflow is a host-realm error) as foreign.
 */
export interface HostPort {
  /** Milliseconds from a monotonic clock. */
  now(): number;
  /** A place in the text of program `id` as the guest's source has it; null for the wrapper's own lines. */
  frame(id: number, line: number, column: number): FramePlace | null;
  /** A member of a facet's target. */
  facet(
    run: number,
    policy: number,
    operation: FacetOperation,
    facet: object,
    target: object,
    name: string,
    args: unknown[],
  ): Outcome;
  /** The guest reads or writes a member of a facet that its policy does not permit. `here` tells the place. */
  unauthorized(
    run: number,
    policy: number,
    target: object,
    name: string,
    writes: boolean,
    here: () => string,
  ): void;
  /** How many frames of program `id` are on the stack. */
  depth(id: number): number;
  /** Whether the engine made the value as an error; runs no code of its own. */
  isError(value: object): boolean;
  describe(policy: number, target: object): string;
  /**
   * Runs one native call under the platform's watchdog and tells whether it ended in time. Only the native call may be
   * on the stack above: what is there when time is up is cut off where it stands.
   */
  watch(ms: number, run: () => void): boolean;
}

export interface FramePlace {
  /** `file:line:column`, or empty when the source has nothing there. */
  readonly place: string;
  /** The call of an arrow that the compiler made: one function of the source stands as two on the stack. */
  readonly hop: boolean;
  /** The source's async function there, which the engine may know as an arrow without a name. */
  readonly name: string;
}

export type FacetOperation = "get" | "set" | "call" | "item" | "iterate";

export interface Outcome {
  readonly ok: boolean;
  readonly value: unknown;
}

/** The host's time and chance for one run; a value is a number. */
export interface AmbientPort {
  readonly clock?: (() => Outcome) | null;
  readonly random?: (() => Outcome) | null;
}

export interface SiteInfo {
  readonly op: string;
  readonly name: string | null;
  readonly text: string;
  readonly called?: boolean;
  readonly at?: string;
}

export interface RunLimits {
  readonly steps: number;
  readonly timeMs: number;
  readonly callDepth: number;
  readonly allocatedBytes: number;
  readonly stringLength: number;
  readonly arrayLength: number;
  readonly printedBytes: number;
}
