import type { Node, Statement, t } from "../../../ast/index.js";
import { eachChild } from "../../children.js";
import { patternNames } from "../../scope/patterns.js";
import { assign, declare, id, seq, statement } from "../build.js";
import type { Lowering } from "../context.js";
import { isFunctionLike } from "../facts.js";

/** A function body whose own names must not meet the parameters that are bound in front of it. */
export interface Separated {
  readonly statements: readonly Statement[];
  /** The body has to be a block of its own. */
  readonly own: boolean;
  readonly before: readonly Statement[];
  readonly inside: readonly Statement[];
}

/**
 * Parameters with patterns have a scope of their own, around that of the body. Where the body declares a name that the
 * parameters mention or bind, it becomes a block: its functions, classes, `let` and `const` are safe there, and a `var`
 * becomes a `let` that starts as the parameter it is named after.
 */
export function separateBody(
  l: Lowering,
  body: readonly Statement[],
  names: ReadonlySet<string>,
  bound: ReadonlySet<string>,
): Separated {
  if (names.size === 0) return { statements: body, own: false, before: [], inside: [] };
  const vars = new Set(body.flatMap(varNames));
  const functions = new Set(
    body.flatMap((s) => (s.type === "FunctionDeclaration" && s.id ? [s.id.name] : [])),
  );
  const declared = [...vars, ...functions, ...body.flatMap(lexicalNames)];
  if (!declared.some((name) => names.has(name)))
    return { statements: body, own: false, before: [], inside: [] };
  const clashing = new Set([...vars].filter((name) => names.has(name)));
  const before: Statement[] = [];
  const inside: Statement[] = [];
  for (const name of clashing) {
    if (functions.has(name)) continue;
    if (!bound.has(name)) {
      inside.push(declare("let", [[id(name), null]]));
      continue;
    }
    const held = l.fresh("p");
    before.push(declare("const", [[id(held), id(name)]]));
    inside.push(declare("let", [[id(name), id(held)]]));
  }
  return { statements: body.flatMap((s) => withoutVar(s, clashing)), own: true, before, inside };
}

/** The `var` names of a statement, those of inner functions left out. */
function varNames(node: Node): readonly string[] {
  if (isFunctionLike(node)) return [];
  const names: string[] = [];
  if (node.type === "VariableDeclaration" && node.kind === "var")
    for (const d of node.declarations) names.push(...patternNames(d.id));
  eachChild(node, (child) => void names.push(...varNames(child)));
  return names;
}

function lexicalNames(node: Statement): readonly string[] {
  if (node.type === "ClassDeclaration" && node.id) return [node.id.name];
  if (node.type !== "VariableDeclaration" || node.kind === "var") return [];
  return node.declarations.flatMap((d) => patternNames(d.id));
}

/** Declarations of the names become assignments; what else they declare is declared in front of them. */
function withoutVar(node: Statement, names: ReadonlySet<string>): Statement[] {
  const one = (s: Statement): Statement => {
    const [only, ...more] = withoutVar(s, names);
    if (only !== undefined && more.length === 0) return only;
    return {
      type: "BlockStatement",
      body: [...(only ? [only] : []), ...more],
      directives: [],
    } as unknown as Statement;
  };
  const all = (list: readonly Statement[]): Statement[] => list.flatMap((s) => withoutVar(s, names));
  switch (node.type) {
    case "VariableDeclaration": {
      const { others, assigned } = parts(node, names);
      return assigned === null
        ? [node]
        : [...others, ...(assigned.length > 0 ? [statement(seq(assigned))] : [])];
    }
    case "BlockStatement":
      return [{ ...node, body: all(node.body) }];
    case "IfStatement":
      return [
        { ...node, consequent: one(node.consequent), alternate: node.alternate ? one(node.alternate) : null },
      ];
    case "LabeledStatement":
    case "WhileStatement":
    case "DoWhileStatement":
      return [{ ...node, body: one(node.body) } as Statement];
    case "ForStatement": {
      if (node.init?.type !== "VariableDeclaration") return [{ ...node, body: one(node.body) }];
      const { others, assigned } = parts(node.init, names);
      if (assigned === null) return [{ ...node, body: one(node.body) }];
      const init = assigned.length > 0 ? seq(assigned) : null;
      return [...others, { ...node, init, body: one(node.body) } as Statement];
    }
    case "ForInStatement":
    case "ForOfStatement": {
      if (node.left.type !== "VariableDeclaration") return [{ ...node, body: one(node.body) }];
      const { others, assigned } = parts(node.left, names);
      if (assigned === null) return [{ ...node, body: one(node.body) }];
      return [...others, { ...node, left: node.left.declarations[0]?.id, body: one(node.body) } as Statement];
    }
    case "SwitchStatement":
      return [{ ...node, cases: node.cases.map((c) => ({ ...c, consequent: all(c.consequent) })) }];
    case "TryStatement": {
      const within = (b: t.BlockStatement): t.BlockStatement => ({ ...b, body: all(b.body) });
      const handler = node.handler ? { ...node.handler, body: within(node.handler.body) } : null;
      const finalizer = node.finalizer ? within(node.finalizer) : null;
      return [{ ...node, block: within(node.block), handler, finalizer }];
    }
    default:
      return [node];
  }
}

/** `assigned` is null when the declaration has none of the names. */
function parts(
  node: t.VariableDeclaration,
  names: ReadonlySet<string>,
): { readonly others: readonly Statement[]; readonly assigned: t.AssignmentExpression[] | null } {
  const declared = node.declarations.flatMap((d) => patternNames(d.id));
  if (node.kind !== "var" || !declared.some((name) => names.has(name))) return { others: [], assigned: null };
  const rest = declared.filter((name) => !names.has(name));
  const others =
    rest.length === 0
      ? []
      : [
          declare(
            "var",
            rest.map((name) => [id(name), null] as const),
          ),
        ];
  const assigned = node.declarations.flatMap((d) => (d.init ? [assign(d.id as Node, d.init, "=", d)] : []));
  return { others, assigned };
}
