import { isReservedShape } from "./names.js";

/** Decisions about the language beyond the defaults; only `defineLanguagePolicy` makes one. Frozen, lists and all. */
export interface LanguagePolicy {
  readonly openNames: readonly string[];
  /** Every node type and form that is refused, groups resolved. */
  readonly refusedNodes: readonly string[];
  readonly refusedNames: readonly string[];
  readonly refusedMembers: readonly string[];
  readonly reservedNames: readonly { readonly startsWith: string; readonly endsWith: string }[];
}

/** Why a policy refuses something: what to write instead, if the host said so. */
export interface Refusal {
  readonly help: string | undefined;
  /** Named by the host, not only left out of what it allows. */
  readonly explicit: boolean;
}

/** Names that begin and end so; both must hold, and neither may overlap the other. */
export interface Affix {
  readonly startsWith: string;
  readonly endsWith: string;
  readonly nameHelp: string | undefined;
  readonly memberHelp: string | undefined;
}

/** A language policy as the stages use it; never handed to a host. */
export interface PolicyRules {
  /** Underscore names that programs may use. */
  readonly openNames: ReadonlySet<string>;
  /** Babel node types and forms (node-groups.ts) that the source may not have. */
  readonly nodes: ReadonlyMap<string, Refusal>;
  readonly names: ReadonlyMap<string, Refusal>;
  readonly members: ReadonlyMap<string, Refusal>;
  /** For variables and members alike. */
  readonly affixes: readonly Affix[];
}

export const NO_RULES: PolicyRules = Object.freeze({
  openNames: new Set<string>(),
  nodes: new Map<string, Refusal>(),
  names: new Map<string, Refusal>(),
  members: new Map<string, Refusal>(),
  affixes: [],
});

const rules = new WeakMap<object, PolicyRules>();

/** Marks an object as a policy. Copies, proxies and objects of the same shape have no rules and so are none. */
export function brandPolicy(policy: object, itsRules: PolicyRules): void {
  rules.set(policy, itsRules);
}

export function rulesOf(policy: unknown): PolicyRules | undefined {
  return typeof policy === "object" && policy !== null ? rules.get(policy) : undefined;
}

/** Whether the policy refuses a variable, parameter, function, class or label of that name. */
export function refusedName(name: string, policy: PolicyRules): Refusal | undefined {
  return policy.names.get(name) ?? refusedAffix(name, policy, "nameHelp");
}

/** Whether the policy refuses a member of that name. */
export function refusedMember(name: string, policy: PolicyRules): Refusal | undefined {
  if ((policy.members.size === 0 && policy.affixes.length === 0) || isNumberName(name)) return undefined;
  return policy.members.get(name) ?? refusedAffix(name, policy, "memberHelp");
}

/** What a number may be as a key: such keys are never refused, since no check of names sees them. */
export function isNumberName(name: string): boolean {
  return name === "Infinity" || name === "NaN" || /^[-\d]/.test(name);
}

function refusedAffix(
  name: string,
  { affixes }: PolicyRules,
  help: "nameHelp" | "memberHelp",
): Refusal | undefined {
  if (affixes.length === 0 || isReservedShape(name)) return undefined;
  const found = affixes.find(
    ({ startsWith, endsWith }) =>
      name.length >= startsWith.length + endsWith.length &&
      name.startsWith(startsWith) &&
      name.endsWith(endsWith),
  );
  return found === undefined ? undefined : { help: found[help], explicit: true };
}
