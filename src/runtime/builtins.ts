import { environment } from "./environment.js";
import type { BuiltinSet } from "./options.js";

/** The built-in sets, smallest first. */
const SETS = ["safe", "limited", "utility"] as const;
/** What every set but `none` has besides the realm's own: made for each run, because they write to it. */
export const PRINTERS: readonly string[] = Object.freeze(["print", "console"]);

/** The names a built-in set gives, as they are in the guest realm. */
export function builtinNames(set: BuiltinSet): ReadonlySet<string> {
  const names = Object.keys(environment().realm.kernel.globals(set));
  return new Set(set === "none" ? names : [...names, ...PRINTERS]);
}

/** The smallest built-in set that has a name; undefined when only a host can provide it. */
export function builtinSetOf(name: string): (typeof SETS)[number] | undefined {
  return SETS.find((set) => builtinNames(set).has(name));
}
