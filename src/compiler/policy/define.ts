import { isIdentifierName, isReservedShape, isUnderscoreName } from "../../language/names.js";
import type { NodeGroup } from "../../language/node-groups.js";
import {
  type Affix,
  brandPolicy,
  type LanguagePolicy,
  NO_RULES,
  type PolicyRules,
  type Refusal,
  rulesOf,
} from "../../language/policy.js";
import { allBut, refusedBy } from "./nodes.js";
import { didYouMean, invalid, readList, readRecord, readText } from "./read.js";

/** `true`, or what the author of a program should write instead. */
export type Refused = Readonly<Record<string, true | string>>;

export interface ReservedName {
  readonly startsWith?: string;
  readonly endsWith?: string;
  readonly help?: string;
}

export interface LanguagePolicySpec {
  /** Policies that this one adds to; what one of them refuses stays refused. */
  readonly extends?: LanguagePolicy | readonly LanguagePolicy[];
  /** Underscore names that programs may use as variables and members, e.g. `_id`. */
  readonly openNames?: readonly string[];
  /** Node types, forms and groups of `NODE_GROUPS` that a source may not have. */
  readonly refuseNodes?: Refused;
  /** The only node types, forms and groups that a source may have. */
  readonly onlyNodes?: readonly (NodeGroup | (string & {}))[];
  /** Variables, parameters, functions, classes, imports and labels that a source may not mention. */
  readonly refuseNames?: Refused;
  /** Members that a program may not read, write or define, written out or computed. */
  readonly refuseMembers?: Refused;
  /** Refuses each variable and member whose name begins or ends so. */
  readonly reservedNames?: readonly ReservedName[];
  /** What to write instead, for refusals that have no text of their own. */
  readonly messages?: Readonly<Partial<Record<"POLICY_NODE" | "POLICY_NAME" | "POLICY_MEMBER", string>>>;
}

const KEYS = "extends openNames refuseNodes onlyNodes refuseNames refuseMembers reservedNames messages".split(
  " ",
);
const CODES = ["POLICY_NODE", "POLICY_NAME", "POLICY_MEMBER"] as const;
const PART = /^[\p{ID_Continue}$\u200c\u200d]+$/u;

/**
 * RestrictedPython's policy class: what programs of one host may be made of. A policy can refuse node types, names and
 * members, and open single underscore names; it cannot open anything else, and cannot be changed afterwards.
 * @throws GuardError `POLICY_INVALID`
 */
export function defineLanguagePolicy(spec: LanguagePolicySpec = {}): LanguagePolicy {
  const given = readRecord(spec, "the policy");
  for (const key of given.keys())
    if (!KEYS.includes(key)) throw invalid(`unknown key \`${key}\`${didYouMean(key, KEYS)}`);
  const help = messages(given.get("messages"));
  const own: PolicyRules = {
    openNames: new Set(list(given, "openNames").map(openName)),
    nodes: refusedNodes(given, help.get("POLICY_NODE")),
    names: refusals(given, "refuseNames", help.get("POLICY_NAME")),
    members: refusals(given, "refuseMembers", help.get("POLICY_MEMBER")),
    affixes: list(given, "reservedNames").map((one) => affix(one, help)),
  };
  return policyOf([...bases(given.get("extends")), own].reduce(both, NO_RULES));
}

function policyOf(rules: PolicyRules): LanguagePolicy {
  const policy = Object.freeze({
    openNames: Object.freeze([...rules.openNames]),
    refusedNodes: Object.freeze([...rules.nodes.keys()]),
    refusedNames: Object.freeze([...rules.names.keys()]),
    refusedMembers: Object.freeze([...rules.members.keys()]),
    reservedNames: Object.freeze(
      rules.affixes.map(({ startsWith, endsWith }) => Object.freeze({ startsWith, endsWith })),
    ),
  });
  brandPolicy(policy, rules);
  return policy;
}

/** What either refuses is refused; the later one's texts win. */
function both(a: PolicyRules, b: PolicyRules): PolicyRules {
  return {
    openNames: new Set([...a.openNames, ...b.openNames]),
    nodes: merged(a.nodes, b.nodes),
    names: merged(a.names, b.names),
    members: merged(a.members, b.members),
    affixes: [...b.affixes, ...a.affixes],
  };
}

function merged(
  a: ReadonlyMap<string, Refusal>,
  b: ReadonlyMap<string, Refusal>,
): ReadonlyMap<string, Refusal> {
  const out = new Map(a);
  for (const [name, refusal] of b) if (refusal.explicit || !out.has(name)) out.set(name, refusal);
  return out;
}

function bases(value: unknown): readonly PolicyRules[] {
  if (value === undefined) return [];
  const policies = Array.isArray(value) ? readList(value, "`extends`") : [value];
  return policies.map((policy) => {
    const rules = rulesOf(policy);
    if (rules === undefined) throw invalid("`extends` takes policies made by defineLanguagePolicy()");
    return rules;
  });
}

function refusedNodes(
  given: ReadonlyMap<string, unknown>,
  help: string | undefined,
): ReadonlyMap<string, Refusal> {
  const found = new Map<string, Refusal>();
  if (given.get("onlyNodes") !== undefined)
    for (const [type, refusal] of allBut(given.get("onlyNodes"))) found.set(type, { ...refusal, help });
  for (const [word, refusal] of entries(given, "refuseNodes", help))
    for (const type of refusedBy(word)) found.set(type, refusal);
  return found;
}

function refusals(
  given: ReadonlyMap<string, unknown>,
  key: string,
  help: string | undefined,
): ReadonlyMap<string, Refusal> {
  const found = entries(given, key, help);
  for (const name of found.keys())
    if (!isIdentifierName(name)) throw invalid(`\`${key}\` names \`${name}\`, which is not a name`);
  return found;
}

function entries(
  given: ReadonlyMap<string, unknown>,
  key: string,
  help: string | undefined,
): ReadonlyMap<string, Refusal> {
  const value = given.get(key);
  const found = new Map<string, Refusal>();
  if (value === undefined) return found;
  for (const [name, reason] of readRecord(value, `\`${key}\``)) {
    if (reason !== true && (typeof reason !== "string" || reason === ""))
      throw invalid(`\`${name}\` of \`${key}\` must be true, or say what to write instead`);
    found.set(name, { help: reason === true ? help : reason, explicit: true });
  }
  return found;
}

function list(given: ReadonlyMap<string, unknown>, key: string): readonly unknown[] {
  const value = given.get(key);
  return value === undefined ? [] : readList(value, `\`${key}\``);
}

function openName(value: unknown): string {
  const name = readText(value, "each of `openNames`");
  if (!isIdentifierName(name)) throw invalid(`\`${name}\` of \`openNames\` is not a name`);
  if (!isUnderscoreName(name)) throw invalid(`\`${name}\` has no leading underscore and needs no opening`);
  if (isReservedShape(name) || name.startsWith("__"))
    throw invalid(`\`${name}\` is reserved and cannot be opened`);
  return name;
}

function affix(value: unknown, help: ReadonlyMap<string, string>): Affix {
  const given = readRecord(value, "each of `reservedNames`");
  const keys = ["startsWith", "endsWith", "help"];
  for (const key of given.keys())
    if (!keys.includes(key))
      throw invalid(`unknown key \`${key}\` in \`reservedNames\`${didYouMean(key, keys)}`);
  const part = (key: string): string => {
    const text = given.get(key);
    if (text === undefined) return "";
    if (typeof text === "string" && PART.test(text)) return text;
    throw invalid(`\`${key}\` of \`reservedNames\` must be a text of letters that names may have`);
  };
  const found = { startsWith: part("startsWith"), endsWith: part("endsWith") };
  if (found.startsWith === "" && found.endsWith === "")
    throw invalid("each of `reservedNames` needs `startsWith` or `endsWith`");
  const own = given.has("help") ? readText(given.get("help"), "`help`") : undefined;
  return {
    ...found,
    nameHelp: own ?? help.get("POLICY_NAME"),
    memberHelp: own ?? help.get("POLICY_MEMBER"),
  };
}

function messages(value: unknown): ReadonlyMap<string, string> {
  if (value === undefined) return new Map();
  const given = readRecord(value, "`messages`");
  for (const key of given.keys())
    if (!CODES.some((code) => code === key))
      throw invalid(`\`messages\` has no code \`${key}\`${didYouMean(key, CODES)}`);
  return new Map([...given].map(([code, text]) => [code, readText(text, `\`${code}\` of \`messages\``)]));
}
