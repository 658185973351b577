import { CODES, codeEntry } from "./codes.js";
import { EXAMPLES } from "./data/examples.js";

export interface CodeExplanation {
  readonly code: string;
  readonly title: string;
  readonly why: string;
  readonly help: string;
  /** Whose text brings it about: the guest's `program`, or the `host`'s. */
  readonly side: "program" | "host";
  /** A text that brings it about; undefined where none is known. */
  readonly example?: string;
  /** What to write instead of the example. */
  readonly instead?: string;
  /** What the host passes to `execRestricted` for the example. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** What the host passes to `compileRestricted` for the example. */
  readonly compile?: Readonly<Record<string, unknown>>;
  /** Why there is no example. */
  readonly unreachable?: string;
}

/** Every diagnostic and error code, in alphabetical order. */
export const DIAGNOSTIC_CODES: readonly string[] = Object.freeze(Object.keys(CODES).sort());

/** What a code means and what to write instead; undefined for a code that does not exist. */
export function explainCode(code: string): CodeExplanation | undefined {
  const entry = codeEntry(code);
  const example = entry === undefined ? undefined : EXAMPLES[code];
  if (entry === undefined || example === undefined) return undefined;
  if (example.kind === "none") return { code, ...entry, side: "program", unreachable: example.reason };
  const { kind, wrong, right } = example;
  const { options = undefined, compile = undefined } = example.kind === "program" ? example : {};
  return {
    code,
    ...entry,
    side: kind,
    example: wrong,
    instead: right,
    ...(options === undefined ? {} : { options }),
    ...(compile === undefined ? {} : { compile }),
  };
}
