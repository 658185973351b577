/**
 * What the kernel asks of the host. These are host-realm functions: the kernel calls them, never hands them to a guest,
 * and treats whatever escapes from them (a stack overflow is a host-realm error) as foreign.
 */
export interface HostPort {
  /** Milliseconds from a monotonic clock. */
  now(): number;
  /** `file:line:column` in the guest's source for a place in the text of program `id`. */
  place(id: number, line: number, column: number): string;
  /** Host function number `index` of run `run` with guest arguments; never throws but for a stack overflow. */
  call(run: number, index: number, args: unknown[]): Outcome;
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
  /** How many frames of program `id` are on the stack. */
  depth(id: number): number;
  describe(policy: number, target: object): string;
}

export type FacetOperation = "get" | "set" | "call" | "item" | "iterate";

export interface Outcome {
  readonly ok: boolean;
  readonly value: unknown;
}

export interface SiteInfo {
  readonly op: string;
  readonly name: string;
  readonly text: string;
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
