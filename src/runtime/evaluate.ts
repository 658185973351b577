import type { Program } from "../compiler/compile.js";
import { VerificationError } from "../diagnostics/errors.js";
import { CALL_GUARDS, COMMON_HELPERS, INLINE_HELPERS, NIL } from "../language/runtime-names.js";
import { type SitedText, siteNames } from "./call-sites.js";
import type { NamedGuard } from "./kernel/errors/repair.js";
import { PROGRAM_PREFIX } from "./kernel/program-prefix.js";
import type { RunScope } from "./kernel/run.js";
import type { Realm } from "./realm/realm.js";

/** Makes one instance of a program: its root function over fresh globals and a fresh counter. */
export type Factory = (
  scope: RunScope,
  attach: (take: () => number, give: (steps: number) => void) => void,
) => () => unknown;

export interface Evaluated {
  readonly factory: Factory;
  /** What the sites of the call form do, for errors. */
  readonly guardNames: readonly NamedGuard[];
}

export interface Surroundings {
  /** The free names that somebody provides. */
  readonly provided: ReadonlySet<string>;
  /** The guards are the library's own, and the realm is the guest's: the brands tell what a guard needs to know. */
  readonly plain: boolean;
}

/** Lines of wrapper text in front of the program's own. */
export const WRAPPER_LINES = 1;

const GUARD_BODIES = {
  g: (n: number) => `if (o._safe_ === true) return o; throw _refuse_(o, ${n});`,
  o: (n: number) =>
    `if (o === undefined || o === null || o._safe_ === true) return o; throw _refuse_(o, ${n});`,
  w: (n: number) => `if (o._open_ === true) return o; throw _refuse_(o, ${n});`,
  s: (n: number) => `if (o._safe_ === true) return _spread_(o); throw _refuse_(o, ${n});`,
} as const;

/**
 * Takes the turns of a counted loop from the slice at hand, as many as are left in it, and says up to where they are paid;
 * gives back what was paid for turns that did not begin. Only whole numbers are counted here; nothing is below `0 / 0`.
 */
const AHEAD = [
  `function _ahead_(from, to, more) {`,
  `if (typeof from !== "number" || typeof to !== "number") return 0 / 0;`,
  `const end = to + more;`,
  `if ((from | 0) !== from || (end | 0) !== end) return 0 / 0;`,
  `if (end <= from || _steps_ < 0) return from;`,
  `const turns = end - from;`,
  `if (turns <= _steps_) { _steps_ -= turns; return end; }`,
  `const paid = from + _steps_; _steps_ = 0; return paid;`,
  `}`,
  `function _settle_(at, end) { if (at < end - 1) _budget_.refund(end - 1 - at); }`,
].join(" ");

/** What a site does where members are not guarded: for measuring the realm alone. */
const UNGUARDED_BODY = "return o;";
/** A `g` guard whose result is only asked for its `exec`. */
const MATCHER_BODY = (n: number): string =>
  `if (o._safe_ === true) return _matcher_(o); throw _refuse_(o, ${n});`;

/** Names of the language that nobody can assign to; the wrapper's own text relies on the first. */
const CONSTANT_NAMES: ReadonlySet<string> = new Set(["undefined", "NaN", "Infinity"]);

/**
 * The one place that turns text into a function. Only text that the verifier proved gets here; the names around it
 * come from the verifier's findings, not from the rewriter.
 */
export function evaluate(
  realm: Realm,
  program: Program,
  id: number,
  { provided, plain }: Surroundings,
): Evaluated {
  const { verified, result } = program;
  if (verified.findings.length > 0 || result.code === null) {
    throw new VerificationError({
      code: "VERIFICATION",
      message: `The compiled program failed verification: ${verified.findings[0] ?? "no code"}`,
      help: "This is a bug in restrictedjs; please report it with the program.",
      diagnostics: verified.findings,
    });
  }
  const sited = siteNames(result.code, plain ? verified.callSites : []);
  const text = wrapper(program, sited, provided);
  return { factory: realm.evaluate(text, `${PROGRAM_PREFIX}${id}`) as Factory, guardNames: sited.named };
}

function wrapper(program: Program, sited: SitedText, provided: ReadonlySet<string>): string {
  const { verified, settings } = program;
  // An imported name is constant, as it is natively.
  const imported = new Set(program.imports.map((i) => i.local));
  const assigned = new Set(
    verified.assignedNames.filter((name) => !imported.has(name) && !CONSTANT_NAMES.has(name)),
  );
  const known = verified.freeNames.filter((name) => provided.has(name));
  // A name nobody provides stays in its temporal dead zone for ever: it can never reach the realm's global object.
  const missing = verified.freeNames.filter((name) => !provided.has(name));
  const bind = (kind: string, names: readonly string[]): string =>
    names.length === 0 ? "" : `${kind} { ${names.join(", ")} } = _rt_.globals;`;
  const helpers = [...COMMON_HELPERS.keys()].filter((name) => name !== "_k_");
  const guards =
    settings.guards === "call"
      ? [...CALL_GUARDS.keys()].filter((name) => name !== "_tick_" && name !== "_key_")
      : [...INLINE_HELPERS.keys()];
  return [
    `(function (_rt_, _attach_) { "use strict";`,
    `const { ${[...helpers, ...guards, settings.guards === "call" ? "_keyat_: _key_" : "_key_", "_spread_", "_matcher_", NIL].join(", ")} } = _rt_.helpers;`,
    // `var`: what reads a `let` or `const` of an outer function also checks that it is initialised. That is a third of a
    // tick's bytecode, and keeps a guard with a long number below the 27 bytes that V8 always inlines.
    "const _budget_ = _rt_.budget; var _steps_ = -1, { _refuse_ } = _rt_.helpers;",
    "function _out_() { _steps_ = _budget_.refill(); }",
    settings.guards === "call"
      ? "const _hook_ = _rt_.helpers._tick_; function _tick_() { if (--_steps_ < 0) _out_(); if (_hook_ !== undefined) _hook_(); }"
      : AHEAD,
    `function _k_(k) { return typeof k === "number" ? k : _key_(k); }`,
    "_attach_(() => { const left = _steps_; _steps_ = -1; return left; }, (steps) => { _steps_ = steps; });",
    ...verified.sites.map(({ kind, index }) => {
      const name = `_${kind}${index}_`;
      const guarded = verified.matchers.sites.has(name) ? MATCHER_BODY : GUARD_BODIES[kind];
      return `function ${name}(o) { ${settings.unguarded ? UNGUARDED_BODY : guarded(index)} }`;
    }),
    sited.functions.length === 0 ? "" : "const _native_ = _rt_.call;",
    ...sited.functions,
    bind(
      "const",
      known.filter((name) => !assigned.has(name)),
    ),
    bind(
      "let",
      known.filter((name) => assigned.has(name)),
    ),
    `return (\n${sited.code});`,
    missing.length === 0 ? "" : `let ${missing.join(", ")};`,
    "})",
  ].join(" ");
}
