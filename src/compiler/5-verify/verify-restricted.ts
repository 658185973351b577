import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { type Verified, type VerifyOptions, verifyProgram } from "./verify.js";

export interface VerifyRestrictedOptions {
  /** The form the text is in. Left out, a text that is proved in either form passes. */
  readonly guards?: "inline" | "call";
  /** Names with a leading underscore that the language policy opened. */
  readonly openNames?: ReadonlySet<string>;
  /** What diagnostics call the text. */
  readonly filename?: string;
}

const OPTION_KEYS: ReadonlySet<string> = new Set(["guards", "openNames", "filename"]);
const FORMS: ReadonlySet<unknown> = new Set(["inline", "call", undefined]);

/**
 * Proves a compiled program text from anywhere; no finding means that it may run.
 *
 * @throws TypeError for an unknown option, or an unknown form
 */
export function verifyRestricted(code: string, options: VerifyRestrictedOptions = {}): readonly Diagnostic[] {
  for (const key of Object.keys(options)) {
    if (!OPTION_KEYS.has(key))
      throw new TypeError(`\`verifyRestricted\` has no option \`${key}\`; remove it`);
  }
  if (typeof code !== "string") throw new TypeError("`verifyRestricted` takes the program text as a string");
  const { guards, ...rest } = options;
  if (!FORMS.has(guards)) throw new TypeError("`guards` is neither `inline` nor `call`; use one of them");
  if (guards !== undefined) return verifyAs(code, { ...rest, guards }).findings;
  const inline = verifyAs(code, { ...rest, guards: "inline" }).findings;
  if (inline.length === 0) return inline;
  const call = verifyAs(code, { ...rest, guards: "call" }).findings;
  // The form with fewer findings is most likely the one that was meant.
  return call.length < inline.length ? call : inline;
}

function verifyAs(code: string, options: VerifyOptions): Verified {
  return verifyProgram(code, options);
}
