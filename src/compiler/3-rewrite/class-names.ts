import type { Node, t } from "../../ast/index.js";
import { FORBIDDEN_IDENTIFIERS, isUnderscoreName } from "../../language/names.js";
import { type PolicyRules, refusedName } from "../../language/policy.js";
import { spelledKey } from "../2-check/names.js";
import { eachChild } from "../children.js";
import { mentions } from "./facts.js";

/** The name of an anonymous class; `own` when the class may bear it itself because nothing in it says that name. */
export interface ClassName {
  readonly name: string;
  readonly own: boolean;
}

/**
 * An anonymous class takes the name of what it is assigned to. Where it is the argument of a guard, or stands behind a
 * tick, the engine would give it none.
 */
export function classNames(program: Node, policy: PolicyRules): ReadonlyMap<Node, ClassName> {
  const found = new Map<Node, ClassName>();
  const note = (value: Node | null | undefined, name: string | null): void => {
    if (value?.type !== "ClassExpression" || value.id || name === null) return;
    found.set(value, {
      name,
      own: isDeclarable(name, policy) && !mentions(value.body, name) && !mentionsBase(value, name),
    });
  };
  const visit = (node: Node): void => {
    const pair = naming(node);
    if (pair !== null) note(pair[1], pair[0]);
    eachChild(node, visit);
  };
  visit(program);
  return found;
}

/** A place that names its value: the name it gives, and the value. */
function naming(node: Node): readonly [string | null, Node | null | undefined] | null {
  switch (node.type) {
    case "VariableDeclarator":
      return [identifier(node.id), node.init];
    case "AssignmentExpression":
      return /^(?:=|&&=|\|\|=|\?\?=)$/.test(node.operator) ? [identifier(node.left), node.right] : null;
    case "AssignmentPattern":
      return [identifier(node.left), node.right];
    case "ObjectProperty":
    case "ClassProperty":
      return [keyText(node.key, node.computed === true), node.value as Node | null];
    case "ClassPrivateProperty":
      return [`#${node.key.id.name}`, node.value];
    default:
      return null;
  }
}

function identifier(node: Node): string | null {
  return node.type === "Identifier" && node.extra?.["parenthesized"] !== true ? node.name : null;
}

function keyText(key: Node, computed: boolean): string | null {
  return key.type === "NumericLiteral" ? String(key.value) : spelledKey(key, computed);
}

const RESERVED =
  /^(?:arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|undefined|var|void|while|with|yield)$/;

function isDeclarable(name: string, policy: PolicyRules): boolean {
  if (refusedName(name, policy) !== undefined) return false;
  const plain = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
  return plain && !RESERVED.test(name) && !isUnderscoreName(name) && !FORBIDDEN_IDENTIFIERS.has(name);
}

function mentionsBase(node: t.ClassExpression, name: string): boolean {
  return node.superClass ? mentions(node.superClass, name) : false;
}
