import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { type LanguagePolicy, NO_RULES, rulesOf } from "../../language/policy.js";
import { type Verified, type VerifyOptions, verifyProgram } from "./verify.js";

export interface VerifyRestrictedOptions {
  /** The form the text is in. Left out, a text that is proved in either form passes. */
  readonly guards?: "inline" | "call";
  /** Names with a leading underscore that the language policy opened; `policy` says so too. */
  readonly openNames?: ReadonlySet<string>;
  /** The language policy that the text was compiled with, made by `defineLanguagePolicy`. */
  readonly policy?: LanguagePolicy;
  /** Names that the text must neither write nor declare at its root. */
  readonly readonlyNames?: readonly string[];
  /** What diagnostics call the text. */
  readonly filename?: string;
}

const OPTION_KEYS: ReadonlySet<string> = new Set([
  "guards",
  "openNames",
  "policy",
  "readonlyNames",
  "filename",
]);
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
  const { guards, policy: given, ...asked } = options;
  const policy = given === undefined ? NO_RULES : rulesOf(given);
  if (policy === undefined) throw new TypeError("`policy` is not made by `defineLanguagePolicy`; make it so");
  const rest = { ...asked, policy, unguarded: false };
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
