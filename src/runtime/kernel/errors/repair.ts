import {
  AHEAD_CALLS,
  CALL_GUARDS,
  COMMON_HELPERS,
  INLINE_HELPERS,
  NIL,
} from "../../../language/runtime-names.js";
import type { SiteInfo } from "../host.js";
import { ofNothing, ofOther } from "./messages.js";
import { exec, replaceAll, slice, startsWith } from "./primordials.js";

/** A function of the call form that reads or writes one member. */
export type NamedGuard = readonly [name: string, op: "read" | "write", member: string];

/** A program as its errors need it. */
export interface ProgramFacts {
  readonly sites: readonly SiteInfo[];
  /** Free names that nobody provides. */
  readonly missing: ReadonlySet<string>;
  /** What a site of the call form does, by the name of its function. */
  guard(name: string): NamedGuard | undefined;
  /** The site of an operation that has no number, by what it does and where. */
  find(op: string, place: string): SiteInfo | undefined;
  isMissing(name: string): boolean;
}

/** Names that the text around a program declares. */
const AROUND = [
  "rt",
  "o",
  "f",
  "attach",
  "native",
  "budget",
  "hook",
  "steps",
  "out",
  "tick",
  "refuse",
  "spread",
  "matcher",
];
/** The library's names in emitted text, without their last underscore: a program's own words may look like them. */
const NAMES = `_(?:[gowstpxue]\\d+|cv|[abcdfhmn](?=[a-z]*\\d)[0-9a-z]+|keyat|safe|open|${[
  ...AROUND,
  ...[COMMON_HELPERS, INLINE_HELPERS, AHEAD_CALLS, CALL_GUARDS].flatMap((table) =>
    [...table.keys()].map((name) => name.slice(1, -1)),
  ),
  NIL.slice(1, -1),
].join("|")})`;
const INTERNAL = new RegExp(`(?:^|[^\\w$])${NAMES}_(?![\\w$])`);
const TRACE = new RegExp(`(?<![\\w$])${NAMES}_(?![\\w$])(?:\\(\\.\\.\\.\\))?`);
/** A name in its temporal dead zone. */
export const DEAD: RegExp = /^Cannot access '(.+)' before initialization$/;
/** A guard that looked for the brand of `undefined` or `null`. */
export const BRAND: RegExp = /^Cannot read properties of (undefined|null) \(reading '_(?:safe|open)_'\)$/;
const FAILED = " is not a function or its return value is not iterable";

/** The message the engine would have given for the source's own text; the same message when there is nothing to mend. */
export function repaired(message: string, facts: ProgramFacts, site: number, place: string): string {
  const dead = exec(DEAD, message);
  // Names that nobody provides are kept in their temporal dead zone.
  if (dead !== null) return facts.isMissing(dead[1] as string) ? `${dead[1]} is not defined` : message;
  const brand = exec(BRAND, message);
  if (brand !== null) {
    const value = brand[1] === "null" ? null : undefined;
    return ofNothing(facts.sites[site] ?? UNKNOWN, value);
  }
  const guard = exec(
    /^_[gows](\d+)_ is not (?:a function or its return value is not )?(?:async )?iterable/,
    message,
  );
  if (guard !== null) {
    const found = facts.sites[+(guard[1] as string)];
    if (found !== undefined) return ofOther(found);
  }
  const unpacked = exec(/^_(?:iter_)?(?:getiter|unpack_sequence)_ is not /, message);
  if (unpacked !== null) {
    const found =
      facts.find("iterate", place) ??
      facts.find("unpack", place) ??
      facts.find("arguments", place) ??
      facts.find("yield", place);
    if (found !== undefined) return ofOther(found);
  }
  if (
    exec(INTERNAL, message) === null &&
    exec(/^\(intermediate value\).* is not a function$/, message) === null
  )
    return message;
  return subject(message, facts, place) ?? cleaned(message, facts);
}

const UNKNOWN: SiteInfo = { op: "read", name: null, text: "" };

/** "X is not a function" and its kin, with X as the source has it. */
function subject(message: string, facts: ProgramFacts, place: string): string | null {
  const found = exec(/ is not (?:a function|a constructor)[\s\S]*$/, message);
  if (found === null) return null;
  const op = startsWith(found[0], " is not a constructor") ? "construct" : "call";
  const site = facts.find(op, place);
  return site === undefined ? null : `${site.text}${found[0]}`;
}

/** Guard calls become the text of their operand, other traces of the library go. */
function cleaned(message: string, facts: ProgramFacts): string {
  let fixed = message;
  for (;;) {
    const found = exec(/_[gows](\d+)_\(\.\.\.\)/, fixed);
    if (found === null) break;
    fixed = replaceAll(fixed, found[0], facts.sites[+(found[1] as string)]?.text || "(intermediate value)");
  }
  for (;;) {
    const tick = exec(/\s*(?:if \(--_steps_ < 0\) _out_\(\);|_tick_\(\);)(?:\s*(?=\}))?/, fixed);
    if (tick === null) break;
    fixed = replaceAll(fixed, tick[0], "");
  }
  for (;;) {
    const call = exec(/(?<![\w$])_(?:[gows]\d+|k|groups|handled|getattr|getitem)_\(([^()]*)\)/, fixed);
    if (call === null) break;
    fixed = replaceAll(fixed, call[0], call[1] as string);
  }
  for (;;) {
    const name = exec(TRACE, fixed);
    if (name === null) break;
    fixed = replaceAll(fixed, name[0], "(intermediate value)");
  }
  if (fixed !== message && fixed.length > FAILED.length && slice(fixed, -FAILED.length) === FAILED)
    fixed = `${slice(fixed, 0, -FAILED.length)} is not iterable`;
  return fixed;
}
