import type { Node } from "../../ast/index.js";
import type { Code } from "../../diagnostics/codes.js";
import { IDENTIFIER_HELP } from "../../language/absent.js";
import {
  FORBIDDEN_IDENTIFIERS,
  isForbiddenMember,
  isUnderscoreName,
  MEMBER_HELP,
} from "../../language/names.js";
import { formsOf, NODE_LABELS } from "../../language/node-groups.js";
import { refusedMember, refusedName } from "../../language/policy.js";
import type { Settings } from "../options.js";

export interface NameFinding {
  readonly code: Code;
  readonly message: string;
  readonly help?: string | undefined;
}

/** A variable, parameter, function, class or label name. */
export function checkName(name: string, settings: Settings): NameFinding | null {
  if (isUnderscoreName(name) && !settings.policy.openNames.has(name)) {
    return {
      code: "NAME_UNDERSCORE",
      message: `\`${name}\` is not a name for a program: it begins with an underscore.`,
    };
  }
  if (name === "await")
    return {
      code: "NAME_FORBIDDEN",
      message: "`await` is not available as a name.",
      help: "it is a keyword where programs may wait; choose another name",
    };
  if (!FORBIDDEN_IDENTIFIERS.has(name)) return policyName(name, settings);
  const help = Object.hasOwn(IDENTIFIER_HELP, name) ? IDENTIFIER_HELP[name] : undefined;
  return { code: "NAME_FORBIDDEN", message: `\`${name}\` is not available to programs.`, help };
}

/** A property name that is written out. */
export function checkMember(name: string, settings: Settings): NameFinding | null {
  if (settings.unguarded || !isForbiddenMember(name, settings.policy.openNames))
    return policyMember(name, settings);
  if (isUnderscoreName(name)) {
    return {
      code: "NAME_UNDERSCORE",
      message: `The member \`${name}\` is private: it begins with an underscore.`,
    };
  }
  const help = MEMBER_HELP[name];
  const message = `The member \`${name}\` is not available to programs.`;
  return { code: "NAME_MEMBER", message, ...(help === undefined ? {} : { help }) };
}

function policyName(name: string, { policy }: Settings): NameFinding | null {
  const refusal = refusedName(name, policy);
  if (refusal === undefined) return null;
  return { code: "POLICY_NAME", message: `The name \`${name}\` is not available here.`, help: refusal.help };
}

function policyMember(name: string, { policy }: Settings): NameFinding | null {
  const refusal = refusedMember(name, policy);
  if (refusal === undefined) return null;
  return {
    code: "POLICY_MEMBER",
    message: `The member \`${name}\` is not available here.`,
    help: refusal.help,
  };
}

/** Syntax that the language has and the host's policy refuses; `around` says that something around it is refused. */
export function policyNode(
  node: Node,
  { policy }: Settings,
  around: boolean,
): NameFinding | "said around it" | null {
  if (policy.nodes.size === 0) return null;
  const type = formsOf(node).findLast((form) => policy.nodes.has(form));
  const refusal = type === undefined ? undefined : policy.nodes.get(type);
  if (type === undefined || refusal === undefined) return null;
  if (around && !refusal.explicit) return "said around it";
  const label = Object.hasOwn(NODE_LABELS, type) ? NODE_LABELS[type] : `\`${type}\``;
  return { code: "POLICY_NODE", message: `${label} is not available here.`, help: refusal.help };
}

/** The property name that a key expression spells out, or null when it is only known at run time. */
export function spelledKey(key: Node, computed: boolean): string | null {
  if (!computed && key.type === "Identifier") return key.name;
  if (key.type === "StringLiteral") return key.value;
  if (key.type === "TemplateLiteral" && key.expressions.length === 0)
    return key.quasis[0]?.value.cooked ?? null;
  return null;
}
