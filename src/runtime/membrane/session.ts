import type { BuiltinToken } from "../../builtins/token.js";
import type { BigintUse } from "../../language/bigints.js";
import { isUnderscoreName } from "../../language/names.js";
import { type PolicyRules, refusedMember } from "../../language/policy.js";
import type { Policy } from "../../policies/policy.js";
import type { Auditor } from "../audit.js";
import type { Gate } from "../gate.js";
import type { Hints } from "../hints.js";
import type { Budget } from "../kernel/budget.js";
import type { Outcome } from "../kernel/host.js";
import type { Kernel } from "../kernel/index.js";
import type { FrozenCopies } from "./frozen.js";
import type { Copiers } from "./rows.js";

/** What the membrane knows of one run. */
export interface Session {
  readonly id: number;
  readonly kernel: Kernel;
  readonly gate: Gate;
  /** The policies this run may use. */
  readonly policies: readonly Policy[];
  readonly registry: PolicyRegistry;
  /** The realm's copiers of rows; the host's own realm has none. */
  readonly copiers: Copiers | null;
  /** The realm's copies of frozen data, and whether one of the run's policies claims a part of the original. */
  readonly frozenCopies: FrozenCopies;
  readonly vetted: WeakMap<object, boolean>;
  /** One facet per host object, so that the guest sees one identity. */
  readonly facets: WeakMap<object, object>;
  readonly wrappers: WeakMap<object, (...args: unknown[]) => unknown>;
  /** Host-callable forms of guest functions, and back. */
  readonly exported: Readonly<Record<"raw" | "copy", WeakMap<object, (...args: unknown[]) => unknown>>>;
  readonly origins: WeakMap<object, object>;
  readonly resultNodes: number;
  /** Members that programs may not name stay behind with the host: see `staysBehind`. */
  readonly policy: PolicyRules;
  /** What the program's operators do to bigints. */
  readonly bigints: BigintUse;
  /** The guest realm's object that a token of the host's stands for. */
  builtin(token: BuiltinToken): unknown;
  /** What the program could have meant, for help in errors. */
  hints: Hints | null;
  budget: Budget | null;
  readonly audit: Auditor;
  /** False once the run has ended: what is left of it in promises can no longer reach the host. */
  alive: boolean;
  /** What a wrapped host function does: host code for the guest. */
  asked(f: (...args: never[]) => unknown): (args: readonly unknown[]) => Outcome;
  /** Runs guest code for the host; opens the run's gate when no guest code is active. */
  call(f: (...args: unknown[]) => unknown, args: unknown[]): unknown;
}

/** Policies that a realm has made facet prototypes for; a policy's place in `list` is its number there. */
export interface PolicyRegistry {
  readonly list: Policy[];
  readonly shapes: Map<Policy, object>;
}

/** A guest's throw on its way through host frames, which may belong to a run inside of its own. */
export class GuestThrow {
  constructor(
    readonly session: Session,
    readonly value: unknown,
  ) {}
}

/**
 * A member with a leading underscore is the host's own, and one that the language policy refuses is not for programs:
 * `Object.values` and spread must not show what a dot may not.
 */
export function staysBehind(name: string, { policy }: Session): boolean {
  return (isUnderscoreName(name) && !policy.openNames.has(name)) || refusedMember(name, policy) !== undefined;
}
