import { HELPER_NAMES, LIMITED_NAMES, OUTPUT_NAMES, UTILITY_NAMES } from "../language/builtins.js";
import { GLOBALS } from "../runtime/kernel/globals/table.js";
import { checkGlobal } from "../runtime/options.js";
import { issueToken, type TokenSet } from "./token.js";

/** Built-ins by name: constants, and opaque tokens that stand for the guest realm's own objects. */
export type Builtins = Readonly<Record<string, unknown>>;

const CONSTANTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["undefined", undefined],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
]);

function tokens(set: TokenSet, names: readonly string[]): Record<string, unknown> {
  const entries = names
    // A name that this engine lacks has no token.
    .filter((name) => !GLOBALS.some((row) => row.name === name) || name in globalThis)
    .map((name) => [name, CONSTANTS.has(name) ? CONSTANTS.get(name) : issueToken(set, name)] as const);
  return Object.fromEntries(entries);
}

/** What `builtins: "safe"` gives, one by one. RestrictedPython: `safe_builtins`. */
export const safeBuiltins: Builtins = Object.freeze({
  ...tokens("safe", [...GLOBALS.map((row) => row.name), ...HELPER_NAMES]),
  ...tokens("output", OUTPUT_NAMES),
});

/** What `builtins: "limited"` has in the place of safe ones. RestrictedPython: `limited_builtins`. */
export const limitedBuiltins: Builtins = Object.freeze(tokens("limited", LIMITED_NAMES));

/** What `builtins: "utility"` adds, and `Math`, `Set` and `Date`. RestrictedPython: `utility_builtins`. */
export const utilityBuiltins: Builtins = Object.freeze({
  ...tokens("utility", UTILITY_NAMES),
  Math: safeBuiltins.Math,
  Set: safeBuiltins.Set,
  Date: safeBuiltins.Date,
});

/**
 * A fresh frozen object of the safe built-ins and `extra`, for `globals` or `builtins`.
 * RestrictedPython: `safe_globals`, which is one object that everybody shares and changes.
 * @throws GuardError `OPTION_GLOBAL` for a name that programs may not use
 * @example execRestricted(source, { builtins: "none", globals: createSafeGlobals({ ...limitedBuiltins, df }) })
 */
export function createSafeGlobals(extra: Builtins = {}): Builtins {
  for (const name of Object.keys(extra)) checkGlobal(name);
  return Object.freeze({ ...safeBuiltins, ...extra });
}
