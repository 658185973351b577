import type { Node, Statement } from "../../ast/index.js";
import { eachChild } from "../children.js";
import { isFunctionLike } from "./facts.js";

/** What the completion value of a program depends on. */
export interface Completions {
  /** Expression statements whose value may be the program's. */
  readonly values: ReadonlySet<Node>;
  /** Statements that have a value of their own, undefined to begin with, whatever came before. */
  readonly resets: ReadonlySet<Node>;
  /** `try` statements whose `finally` may leave by a jump and take its own value along. */
  readonly finals: ReadonlySet<Node>;
}

export const NO_COMPLETIONS: Completions = { values: new Set(), resets: new Set(), finals: new Set() };

interface Found {
  readonly values: Set<Node>;
  readonly resets: Set<Node>;
  readonly finals: Set<Node>;
}

/**
 * ECMAScript 8.1, UpdateEmpty: the last statement that produces a value, looked for from the end, with all of its
 * branches.
 */
export function completionsOf(body: readonly Statement[]): Completions {
  const found: Found = { values: new Set(), resets: new Set(), finals: new Set() };
  list(body, found);
  return found;
}

function list(statements: readonly Statement[], found: Found): boolean {
  for (let i = statements.length - 1; i >= 0; i--) {
    const s = statements[i];
    if (s !== undefined && last(s, found)) return true;
  }
  return false;
}

/** Marks a statement; false when it may produce no value of its own, so that an earlier one counts too. */
function last(s: Statement, found: Found): boolean {
  switch (s.type) {
    case "ExpressionStatement":
      found.values.add(s);
      return true;
    case "BlockStatement":
      return list(s.body, found);
    case "LabeledStatement":
      if (s.body.type !== "BlockStatement") return last(s.body, found);
      every(s.body.body, found);
      return false;
    default:
      return compound(s, found);
  }
}

/** Marks what is inside a statement that has a value of its own; false for all others. */
function compound(s: Statement, found: Found): boolean {
  switch (s.type) {
    case "IfStatement":
      every([s.consequent, ...(s.alternate ? [s.alternate] : [])], found);
      return true;
    case "WhileStatement":
    case "DoWhileStatement":
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
      every([s.body], found);
      return true;
    case "SwitchStatement":
      for (const c of s.cases) every(c.consequent, found);
      return true;
    case "TryStatement":
      every(s.block.body, found);
      if (s.handler) {
        found.resets.add(s.handler);
        every(s.handler.body.body, found);
      }
      if (s.finalizer && jumps(s.finalizer)) {
        found.finals.add(s);
        every(s.finalizer.body, found);
      }
      return true;
    default:
      return false;
  }
}

/** Inside a compound statement a jump may leave anywhere, so every expression statement counts. */
function every(statements: readonly Statement[], found: Found): void {
  for (const s of statements) {
    if (s.type === "BlockStatement") every(s.body, found);
    else if (s.type === "ExpressionStatement") found.values.add(s);
    else {
      const inner = unlabelled(s);
      if (inner.type === "BlockStatement") every(inner.body, found);
      else if (compound(inner, found)) found.resets.add(s);
      else if (inner !== s) every([inner], found);
    }
  }
}

function unlabelled(s: Statement): Statement {
  return s.type === "LabeledStatement" ? unlabelled(s.body) : s;
}

function jumps(node: Node): boolean {
  if (node.type === "BreakStatement" || node.type === "ContinueStatement") return true;
  if (isFunctionLike(node)) return false;
  let found = false;
  eachChild(node, (child) => {
    found ||= jumps(child);
  });
  return found;
}
