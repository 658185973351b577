/** What the process's exit code says; documented in docs/cli.md. */
export const EXIT = Object.freeze({
  ok: 0,
  /** Refused by the compiler, a guard, the membrane or the verifier. */
  refused: 1,
  /** The command line, a file or a data set is not usable. */
  usage: 2,
  /** The program threw, or its value is not what `--out` needs. */
  guest: 3,
  /** A limit was reached. */
  limit: 4,
} as const);

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
