import type { Program } from "../compiler/compile.js";
import type { NamedGuard } from "./kernel/errors/repair.js";

type CallSite = Program["verified"]["callSites"][number];

/** A proved text whose guards have names of their own at each site, and the functions that these names are. */
export interface SitedText {
  readonly code: string;
  readonly functions: readonly string[];
  readonly named: readonly NamedGuard[];
}

/**
 * Kept short: V8 always inlines a function of at most 27 bytes of bytecode. Nothing and null have no brand to read, which
 * the engine says itself; the errors of the run time give that the words of the source.
 */
const READS = "o._safe_ === true";
const WRITES = "o._open_ === true";
/** Where the member is not written out, only the shared guard can tell its name. */
const HAS = "o !== undefined && o !== null";
/** Own members of the guest's functions come first: one that has a `call` of its own is called by the shared guard. */
const CALLS = `typeof f === "function" && f.call === _native_`;

/** `exec` is handed out by the shared guards alone, which know the watched one. */
const SHARED_ONLY: ReadonlySet<string> = new Set(["exec"]);
/** Operators that the engine is quick with, whatever the operands are. */
const QUICK: ReadonlySet<string> = new Set(["-=", ">>>=", "|=", "^=", "&="]);
/** Operators that take long for large bigints: the shared guard looks at their sizes. */
const SIZED: ReadonlySet<string> = new Set(["+=", "*=", "/=", "%=", "**=", "<<=", ">>="]);

/**
 * One function per guard's call. A shared guard sees every shape of the program, and the engine then looks each member
 * up; a site's own function sees its few. The name of a site is as long as the guard's: no place in the text moves.
 * What a site's function does not know, it asks the shared guard. Names are constants that the verifier has checked.
 */
export function siteNames(code: string, sites: readonly CallSite[]): SitedText {
  const functions: string[] = [];
  const named: NamedGuard[] = [];
  const counts = new Map<string, number>();
  let text = "";
  let from = 0;
  for (const site of [...sites].sort((a, b) => a.start - b.start)) {
    const index = counts.get(site.guard) ?? 0;
    const name = nameOf(site.guard, index);
    const rest = name === null ? null : bodyOf(site);
    if (name === null || rest === null || !code.startsWith(site.guard, site.start)) continue;
    counts.set(site.guard, index + 1);
    functions.push(`function ${name}${rest}`);
    if (site.name !== undefined && !site.early) named.push([name, opOf(site.guard), site.name]);
    text += code.slice(from, site.start) + name;
    from = site.start + site.guard.length;
  }
  return { code: text + code.slice(from), functions, named };
}

function opOf(guard: string): "read" | "write" {
  return guard === "_setattr_" ? "write" : "read";
}

/** None of these letters begins another numbered name of the run time. */
const LETTERS: Readonly<Record<string, string>> = {
  _getattr_: "a",
  _getitem_: "b",
  _setattr_: "c",
  _setitem_: "d",
  _call_: "f",
  _invoke_: "h",
  _inplacevar_: "m",
  _numeric_: "n",
};

/** `_a00002f_`; null when the guard's length leaves no further number. */
function nameOf(guard: string, index: number): string | null {
  const width = guard.length - 3;
  const digits = index.toString(36);
  return digits.length > width ? null : `_${LETTERS[guard]}${digits.padStart(width, "0")}_`;
}

function bodyOf({ guard, name, arity, early }: CallSite): string | null {
  if (name !== undefined && SHARED_ONLY.has(name)) return null;
  const key = JSON.stringify(name);
  const values = Array.from({ length: arity ?? 0 }, (_, i) => `a[${i}]`);
  switch (guard) {
    case "_getattr_":
      return name === undefined ? null : `(o, k) { if (${READS}) return o[${key}]; throw _getattr_(o, k); }`;
    case "_getitem_":
      return `(o, k) { if (typeof k === "number" && ${HAS} && ${READS}) return o[k]; return _getitem_(o, k); }`;
    case "_setattr_":
      return name === undefined
        ? null
        : `(o, k, v) { if (${WRITES}) return o[${key}] = v; throw _setattr_(o, k, v); }`;
    case "_setitem_":
      return `(o, k, v) { if (typeof k === "number" && ${HAS} && ${WRITES}) return o[k] = v; return _setitem_(o, k, v); }`;
    case "_inplacevar_":
      return name === undefined ? null : inplaceBody(name);
    case "_numeric_":
      return "(x) { return x++; }";
    case "_call_":
      return arity === undefined ? null : `(_f_, a) { return _f_(${values}); }`;
    case "_invoke_":
      if (arity === undefined) return null;
      if (early)
        return `(o, k, a, f) { if (${CALLS}) return f.call(${["o", ...values].join(", ")}); return _invoke_(o, k, a, f); }`;
      return name === undefined
        ? null
        : `(_o_, k, a) { if (_o_._safe_ === true) return _o_[${key}](${values}); throw _invoke_(_o_, k, a); }`;
    default:
      return null;
  }
}

function inplaceBody(name: string): string | null {
  if (name === "++" || name === "--") return `(k, x) { return ${name}x; }`;
  const value = `x ${name.slice(0, -1)} y`;
  if (QUICK.has(name)) return `(k, x, y) { return ${value}; }`;
  if (!SIZED.has(name)) return null;
  const both = (type: string): string => `typeof x === "${type}" && typeof y === "${type}"`;
  const known = name === "+=" ? `${both("number")} || ${both("string")}` : both("number");
  return `(k, x, y) { if (${known}) return ${value}; return _inplacevar_(k, x, y); }`;
}
