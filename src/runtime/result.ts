/** One line of `print` or `console` output. */
export interface PrintedLine {
  readonly level: "log" | "info" | "warn" | "error" | "debug";
  readonly text: string;
  /** Line of the guest's source, from 1; 0 when it is not known. */
  readonly line: number;
}

export interface Usage {
  /** Loop iterations, function calls and charged work. */
  readonly steps: number;
  readonly timeMs: number;
  /** Bytes asked for by single allocating operations. */
  readonly allocated: number;
  readonly printedBytes: number;
}

/** What a run hands back; frozen. */
export interface ExecResult {
  /**
   * The program's completion value, copied to the host at first use.
   * Reading it throws GuardError `EXPORT_FUNCTION` or `EXPORT_TYPE` when it holds something that cannot leave.
   */
  readonly value: unknown;
  /** Top-level declarations, each copied to the host at first use. */
  readonly bindings: Readonly<Record<string, unknown>>;
  readonly printed: readonly PrintedLine[];
  readonly usage: Usage;
}

/** A frozen object whose members are computed once, when they are first read. */
export function lazily<T extends object>(
  members: Readonly<Record<string, () => unknown>>,
  fixed: object = {},
): T {
  const object = { ...fixed };
  for (const [name, compute] of Object.entries(members)) {
    let done = false;
    let value: unknown;
    const get = (): unknown => {
      if (!done) {
        value = compute();
        done = true;
      }
      return value;
    };
    Object.defineProperty(object, name, { get, enumerable: true });
  }
  return Object.freeze(object) as T;
}

/** A frozen object whose members are computed at each read: names that calls of a function go on changing. */
export function live(members: Readonly<Record<string, () => unknown>>): Readonly<Record<string, unknown>> {
  const object = {};
  for (const [name, get] of Object.entries(members))
    Object.defineProperty(object, name, { get, enumerable: true });
  return Object.freeze(object);
}
