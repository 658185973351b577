import type { CompileOptions, Mode } from "../compiler/options.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Position } from "../diagnostics/errors.js";

/** Both forms are always explained, so there is no `guards`. */
export type ExplainOptions = Omit<CompileOptions, "guards">;

/** One call of a guard or helper in the verified text, and the place in the source that it stands for. */
export interface GuardUse extends Position {
  /** The name in the text: RestrictedPython's spelling in the call form, `_g_ _w_ _o_ _s_ _k_ …` in the inline form. */
  readonly guard: string;
  /** What it mediates, as one would write it: `df.query(…)`. */
  readonly text: string;
  /** What is looked into, called or iterated: `df`. */
  readonly operand: string;
  /** The member, where the program spells it out. */
  readonly member?: string;
}

/** A place that takes a step each time it is passed. */
export interface Tick extends Position {
  readonly of: "program" | "function" | "loop" | "static block" | "finally" | "class field";
}

export interface ExplainedLine {
  readonly line: number;
  readonly text: string;
  /** What the call form calls here, from left to right. */
  readonly guards: readonly GuardUse[];
  /** What remains of it in the inline form. */
  readonly inline: readonly GuardUse[];
  /** Names that the inline form reads or writes without a guard, because they passed one before. */
  readonly established: readonly string[];
  readonly ticks: readonly Tick[];
  /** The line belongs to a statement that is refused; its guards are not known. */
  readonly refused: boolean;
}

/** The smallest built-in set that has a name, or `host`: the host must provide it. */
export type Provider = "safe" | "limited" | "utility" | "host";

export interface NeededGlobal extends Position {
  readonly name: string;
  readonly provider: Provider;
  readonly uses: number;
  readonly assigned: boolean;
}

export interface NeededModule extends Position {
  readonly name: string;
  /** Its exports that the program names; `*` is the whole module. */
  readonly exports: readonly string[];
}

/** What it takes, and what it costs, to allow something that is refused. */
export interface Allowance {
  /** Whether an option of the host's allows it. */
  readonly possible: boolean;
  /** The option, as a host writes it; absent when nothing allows it. */
  readonly option?: string;
  /** What the option opens, or why nothing does. */
  readonly effect: string;
}

export interface Refusal {
  readonly diagnostic: Diagnostic;
  readonly allow: Allowance;
}

/** How much of the program the guards cover: all, all but the refused statements, or nothing. */
export type Coverage = "program" | "rest" | "nothing";

/** What `explainRestricted` returns: frozen plain data; `toString()` is the report. */
export interface Explanation {
  readonly filename: string;
  readonly mode: Mode;
  /** Whether the program compiles. */
  readonly ok: boolean;
  readonly coverage: Coverage;
  readonly lines: readonly ExplainedLine[];
  readonly globals: readonly NeededGlobal[];
  readonly modules: readonly NeededModule[];
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Diagnostic[];
  readonly totals: { readonly guards: number; readonly inline: number; readonly ticks: number };
  toString(): string;
}
