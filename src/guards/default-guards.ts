import { INJECTABLE } from "../runtime/options.js";
import { type Guard, plainGuard } from "./values.js";
import { fullWriteGuard } from "./writing.js";

/**
 * What each guard does when nobody injects it, by name, for injected guards to fall back on:
 * `_call_: (f, args) => { count(); return defaultGuards._call_(f, args); }`. They take and return the guest's own values.
 * `_import_` and `_print_` have no default of this kind: modules come from `modules`, output goes to the result.
 */
export const defaultGuards: Readonly<Record<string, Guard>> = Object.freeze(makeGuards());

function makeGuards(): Record<string, Guard> {
  const own: Record<string, Guard> = {
    _write_: (object) => fullWriteGuard(object),
    // The library has looked at the error and at the key before a host's guard is asked.
    _caught_: (error) => error,
    _in_: (key, object) => (key as PropertyKey) in (object as object),
    _tick_: () => undefined,
  };
  const out: Record<string, Guard> = {};
  for (const name of INJECTABLE) {
    if (name === "_import_" || name === "_print_") continue;
    out[name] = own[name] ?? ((...args) => plainGuard(name)(...args));
  }
  return out;
}
