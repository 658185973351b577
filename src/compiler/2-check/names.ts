import type { Node } from "../../ast/index.js";
import type { Code } from "../../diagnostics/codes.js";
import {
  FORBIDDEN_IDENTIFIERS,
  IDENTIFIER_HELP,
  isForbiddenMember,
  isUnderscoreName,
} from "../../language/names.js";
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
  if (!FORBIDDEN_IDENTIFIERS.has(name)) return null;
  const help = Object.hasOwn(IDENTIFIER_HELP, name) ? IDENTIFIER_HELP[name] : undefined;
  return { code: "NAME_FORBIDDEN", message: `\`${name}\` is not available to programs.`, help };
}

/** A property name that is written out. */
export function checkMember(name: string, settings: Settings): NameFinding | null {
  if (!isForbiddenMember(name, settings.policy.openNames)) return null;
  if (isUnderscoreName(name)) {
    return {
      code: "NAME_UNDERSCORE",
      message: `The member \`${name}\` is private: it begins with an underscore.`,
    };
  }
  return { code: "NAME_MEMBER", message: `The member \`${name}\` is not available to programs.` };
}

/** The property name that a key expression spells out, or null when it is only known at run time. */
export function spelledKey(key: Node, computed: boolean): string | null {
  if (!computed && key.type === "Identifier") return key.name;
  if (key.type === "StringLiteral") return key.value;
  if (key.type === "TemplateLiteral" && key.expressions.length === 0)
    return key.quasis[0]?.value.cooked ?? null;
  return null;
}
