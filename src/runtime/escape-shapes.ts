import type { Diagnostic } from "../diagnostics/diagnostic.js";
import {
  AHEAD_CALLS,
  CALL_GUARDS,
  COMMON_HELPERS,
  INLINE_HELPERS,
  SITE_GUARD,
  TEMPORARY,
} from "../language/runtime-names.js";

/** Names that no honest program has a use for: the way to prototypes, and the library's own run-time names. */
const FORGED: ReadonlySet<string> = new Set([
  ...CALL_GUARDS.keys(),
  ...COMMON_HELPERS.keys(),
  ...INLINE_HELPERS.keys(),
  ...AHEAD_CALLS.keys(),
  "_safe_",
  "_open_",
  "__proto__",
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
]);
/** What stands between two members of one chain. */
const LINK = /^[\s.?[\]]{1,20}$/;

/** The findings of a refused source that are a known way out of sandboxes, and not only something a program may not use. */
export function escapeShapes(found: readonly Diagnostic[], text: string): ReadonlySet<Diagnostic> {
  const shapes = new Set<Diagnostic>();
  for (const [i, d] of found.entries()) {
    const name = d.name ?? "";
    if (FORGED.has(name) || SITE_GUARD.test(name) || TEMPORARY.test(name)) shapes.add(d);
    const next = found[i + 1];
    // `x.constructor.constructor` is how text becomes a function.
    if (next !== undefined && name === "constructor" && next.name === "constructor") {
      if (LINK.test(text.slice(d.end.offset, next.start.offset))) shapes.add(d).add(next);
    }
  }
  return shapes;
}
