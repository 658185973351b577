import { EXIT, type ExitCode } from "./exit-codes.js";

/** An expected failure of the command line: shown as one sentence, never with a stack. */
export class CliError extends Error {
  readonly exitCode: ExitCode;
  /** A second line: what to do instead. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string, exitCode: ExitCode = EXIT.usage) {
    super(message);
    this.name = "CliError";
    this.hint = hint;
    this.exitCode = exitCode;
  }
}
