import type { Node, Statement } from "../../ast/index.js";

/**
 * The expression statements whose value may be the program's completion value (ECMAScript 8.1, UpdateEmpty): the last
 * statement that produces a value, looked for from the end, with all of its branches.
 */
export function completionStatements(body: readonly Statement[]): ReadonlySet<Node> {
  const found = new Set<Node>();
  list(body, found);
  return found;
}

function list(statements: readonly Statement[], found: Set<Node>): boolean {
  for (let i = statements.length - 1; i >= 0; i--) {
    const s = statements[i];
    if (s !== undefined && mark(s, found)) return true;
  }
  return false;
}

/** Marks a statement; false when it produces no value of its own, so that an earlier one counts. */
function mark(s: Statement, found: Set<Node>): boolean {
  switch (s.type) {
    case "ExpressionStatement":
      found.add(s);
      return true;
    case "BlockStatement":
      return list(s.body, found);
    case "LabeledStatement":
      return mark(s.body, found);
    case "IfStatement":
      every([s.consequent], found);
      if (s.alternate) every([s.alternate], found);
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
      if (s.handler) every(s.handler.body.body, found);
      return true;
    default:
      return false;
  }
}

/** Inside a compound statement a jump may leave anywhere, so every expression statement counts. */
function every(statements: readonly Statement[], found: Set<Node>): void {
  for (const s of statements) {
    if (s.type === "BlockStatement") every(s.body, found);
    else if (s.type === "LabeledStatement") every([s.body], found);
    else mark(s, found);
  }
}
