import type { Node } from "../../ast/index.js";
import { LONGEST_EXPRESSION, MOST_UNICODE_PROPERTIES } from "../../language/regexp.js";

/** What V8 takes, less than the 65,535 and 65,534 it allows: guards add a few of their own. */
const MOST_ARGUMENTS = 65_000;

/**
 * Why the engine that this runs on would refuse a node that both parsers take, or null: its regular
 * expressions have limits of their own, and so have its calls. (Names are decided with the fields.)
 */
export function engineRefusal(node: Node): string | null {
  switch (node.type) {
    case "RegExpLiteral":
      return regexpProblem(node.pattern, node.flags);
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression":
      return tooMany(node.arguments, "argument");
    case "TaggedTemplateExpression":
      return tooMany(node.quasi.expressions, "substitution");
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "ObjectMethod":
    case "ClassMethod":
    case "ClassPrivateMethod":
      return tooMany(node.params, "parameter");
    default:
      return null;
  }
}

function regexpProblem(pattern: string, flags: string): string | null {
  // The engine would read it here, and again where it runs; nothing can end that.
  if (pattern.length > LONGEST_EXPRESSION || propertiesIn(pattern) > MOST_UNICODE_PROPERTIES)
    return "The regular expression is too large; write it with fewer choices, or as several.";
  try {
    new RegExp(pattern, flags);
    return null;
  } catch (error) {
    // The engine's message repeats the whole expression before it gives the reason.
    const reason = error instanceof Error ? error.message.slice(error.message.lastIndexOf(": ") + 2) : "";
    return `The regular expression is not valid: ${reason}.`;
  }
}

function propertiesIn(pattern: string): number {
  return pattern.match(/\\[pP]\{/g)?.length ?? 0;
}

function tooMany(list: readonly unknown[], what: string): string | null {
  if (list.length <= MOST_ARGUMENTS) return null;
  return `There are ${list.length} ${what}s in one place; the most is ${MOST_ARGUMENTS}.`;
}
