import type { Node, t } from "../../ast/index.js";
import { eachChild } from "../children.js";

/** An async function of the source: where it stands, and the name that the engine gives it in a stack trace. */
export interface Task {
  readonly start: Point;
  readonly end: Point;
  readonly name: string;
}

interface Point {
  readonly line: number;
  readonly column: number;
}

/** All functions of a program, outer ones first; those that are not async have an empty name. */
export function tasksOf(program: Node): readonly Task[] {
  const tasks: Task[] = [];
  const walk = (node: Node, given: string, owner: string): void => {
    if (isFunction(node) && node.loc) {
      const own = "id" in node && node.id ? node.id.name : given;
      const name = node.async === true && node.generator !== true ? own : "";
      tasks.push({ start: node.loc.start, end: node.loc.end, name });
    }
    const inside =
      node.type === "ClassDeclaration" || node.type === "ClassExpression"
        ? (node.id?.name ?? given)
        : node.type === "ObjectExpression"
          ? "Object"
          : owner;
    eachChild(node, (child, key) => walk(child, nameFor(node, child, key, inside), inside));
  };
  walk(program, "", "");
  return tasks;
}

/** The name of the innermost function at a place, if it is async. */
export function taskName(tasks: readonly Task[], line: number, column: number): string {
  let name = "";
  for (const { start, end, name: own } of tasks) {
    const begun = line > start.line || (line === start.line && column >= start.column);
    const over = line > end.line || (line === end.line && column >= end.column);
    if (begun && !over) name = own;
  }
  return name;
}

type FunctionNode =
  | t.FunctionDeclaration
  | t.FunctionExpression
  | t.ArrowFunctionExpression
  | t.ObjectMethod
  | t.ClassMethod
  | t.ClassPrivateMethod;

function isFunction(node: Node): node is FunctionNode {
  return "params" in node && "body" in node && "async" in node;
}

/** The name an anonymous function takes from where it stands. */
function nameFor(parent: Node, child: Node, key: string, owner: string): string {
  switch (parent.type) {
    case "VariableDeclarator":
      return key === "init" && parent.id.type === "Identifier" ? parent.id.name : "";
    case "AssignmentExpression":
    case "AssignmentPattern":
      return key === "right" && parent.left.type === "Identifier" ? parent.left.name : "";
    case "ObjectProperty":
    case "ClassProperty":
      return key === "value" ? keyText(parent.key) : "";
    case "ClassBody":
    case "ObjectExpression":
      if (child.type === "ClassMethod" || child.type === "ObjectMethod") {
        const isStatic = child.type === "ClassMethod" && child.static === true;
        const of = owner === "" ? "" : isStatic ? "Function." : `${owner}.`;
        return `${of}${keyText(child.key)}`;
      }
      return child.type === "ClassPrivateMethod" ? `${owner}.#${child.key.id.name}` : "";
    default:
      return "";
  }
}

function keyText(key: Node): string {
  if (key.type === "Identifier") return key.name;
  return key.type === "StringLiteral" ? key.value : "";
}
