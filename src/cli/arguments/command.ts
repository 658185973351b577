import type { ExitCode } from "../exit-codes.js";
import type { CliIo } from "../io.js";

export interface OptionSpec {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  /** What stands for the value in help texts. */
  readonly value?: string;
  readonly help: string;
}

/** One subcommand, as data: the parser, the help text and the dispatcher read it. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** The positional arguments as help shows them. */
  readonly operands: string;
  readonly operandCount: { readonly min: number; readonly max: number };
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly notes: readonly string[];
  run(given: Arguments, io: CliIo): Promise<ExitCode>;
}

/** Parsed and checked arguments of one command. */
export interface Arguments {
  readonly operands: readonly string[];
  flag(name: string): boolean;
  text(name: string): string | undefined;
  list(name: string): readonly string[];
}
