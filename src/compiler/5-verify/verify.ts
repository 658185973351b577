import type { AnyNode, Identifier } from "acorn";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { BigintUse } from "../../language/bigints.js";
import { NO_RULES, type PolicyRules } from "../../language/policy.js";
import { arithmeticBindings } from "./arithmetic.js";
import { growsBigints, mentionsBigints, numberJudge } from "./bigints.js";
import { type CallSite, callSites } from "./call-sites.js";
import { checkNode } from "./checkers.js";
import { checkRoot } from "./checks/root.js";
import type { Context } from "./context.js";
import { establishMembers } from "./established.js";
import { createFindings, type Findings } from "./findings.js";
import { type Form, isRuntimeShaped, type Site, siteOf } from "./guards.js";
import { type MatcherReads, matcherReads } from "./matchers.js";
import { bindingOf, licenceOf, parentOf, roleOf } from "./notes.js";
import { parseProgram, reportThrown } from "./parse.js";
import { refusedForms } from "./policy-nodes.js";
import { analyseNames } from "./scope.js";
import { buildTree } from "./tree.js";

export interface VerifyOptions {
  readonly guards: Form;
  /** Names with a leading underscore that the language policy opened; never one of the reserved shape. */
  readonly openNames?: ReadonlySet<string>;
  /** What the host's language policy refuses and opens. */
  readonly policy?: PolicyRules;
  /** Free names that the host keeps for itself. */
  readonly readonlyNames?: readonly string[];
  /** Only for programs that no run of the package takes. */
  readonly unguarded?: boolean;
  /** Bigints come from the host: the text must guard its operators as if it made some. */
  readonly bigints?: boolean;
  readonly filename?: string;
}

export interface Verified {
  /** Empty: every obligation of docs/invariants.md is proved. */
  readonly findings: readonly Diagnostic[];
  /** Host globals the text mentions, sorted. */
  readonly freeNames: readonly string[];
  /** Those of them that the text assigns. */
  readonly assignedNames: readonly string[];
  /** The site guards the text calls, each once. */
  readonly sites: readonly Site[];
  readonly isAsync: boolean;
  /** The text has async functions, the root among them. */
  readonly waits: boolean;
  /** Where the text reads the member `exec`. */
  readonly matchers: MatcherReads;
  /** What a bigint that came in could do there. `refused`: an operator could make a huge one of it, and is not guarded. */
  readonly bigints: BigintUse;
  /** Call form: the calls of guards. */
  readonly callSites: readonly CallSite[];
}

type Facts = Omit<Verified, "findings">;

const NOTHING_KNOWN: Facts = {
  freeNames: [],
  assignedNames: [],
  sites: [],
  isAsync: false,
  waits: true,
  matchers: { sites: new Set(), elsewhere: true },
  bigints: "refused",
  callSites: [],
};

/** Proves docs/invariants.md over a program text. Never throws: whatever goes wrong is a finding. */
export function verifyProgram(code: string, options: VerifyOptions): Verified {
  const findings = createFindings(code, options.filename ?? "program.js");
  let facts = NOTHING_KNOWN;
  try {
    facts = prove(code, options, findings);
  } catch (thrown) {
    reportThrown(thrown, code, findings);
  }
  return { findings: findings.list, ...facts };
}

function prove(code: string, options: VerifyOptions, findings: Findings): Facts {
  const root = parseProgram(code, findings);
  if (root === undefined) return NOTHING_KNOWN;
  const tree = buildTree(root, findings);
  const bindings = analyseNames(root);
  const arithmetic = arithmeticBindings(bindings);
  const facts = collect(tree.nodes);
  if (options.guards === "inline") establishMembers(root, new Set(facts.assignedNames));
  const policy = options.policy ?? NO_RULES;
  const bigints = options.bigints === true || mentionsBigints(tree.nodes);
  const refusedForm = refusedForms(policy.nodes);
  const cx: Context = {
    form: options.guards,
    openNames: new Set([...(options.openNames ?? []), ...policy.openNames]),
    policy,
    readonlyNames: new Set(options.readonlyNames),
    unguarded: options.unguarded === true,
    root,
    parentOf,
    roleOf,
    bindingOf,
    isArithmeticName: (binding) => arithmetic.has(binding),
    bigints,
    isNumber: numberJudge(bindings),
    establishedFor: licenceOf,
    report: findings.add,
  };
  checkRoot(cx);
  for (const node of tree.nodes) {
    checkNode(node, cx);
    // The root is the library's own; that it is async is the host's choice.
    const form = node === root ? undefined : refusedForm(node);
    if (form !== undefined) findings.add("VERIFY_POLICY_NODE", node, form);
  }
  return {
    ...facts,
    isAsync: root.async,
    waits: tree.nodes.some(isAsync),
    matchers: matcherReads(tree.nodes),
    bigints: bigints ? "guarded" : growsBigints(tree.nodes, cx) ? "refused" : "harmless",
    callSites: options.guards === "call" ? callSites(tree.nodes) : [],
  };
}

function isAsync(node: AnyNode): boolean {
  switch (node.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return node.async;
    default:
      return false;
  }
}

/** What the evaluate stage has to bind around the text. */
function collect(
  nodes: readonly AnyNode[],
): Omit<Facts, "isAsync" | "waits" | "matchers" | "bigints" | "callSites"> {
  const free = new Set<string>();
  const assigned = new Set<string>();
  const sites = new Map<string, Site>();
  for (const node of nodes) {
    if (node.type !== "Identifier" || !isFree(node)) continue;
    const site = siteOf(node.name);
    if (site !== undefined) sites.set(node.name, site);
    if (isRuntimeShaped(node.name) || node.name === "arguments") continue;
    free.add(node.name);
    if (roleOf(node) !== "read") assigned.add(node.name);
  }
  return {
    freeNames: [...free].sort(),
    assignedNames: [...assigned].sort(),
    sites: [...sites.values()].sort((a, b) => a.index - b.index || (a.kind < b.kind ? -1 : 1)),
  };
}

function isFree(id: Identifier): boolean {
  const role = roleOf(id);
  return (role === "read" || role === "write" || role === "update") && bindingOf(id) === undefined;
}
