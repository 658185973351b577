import type { Node, t } from "../../ast/index.js";
import type { Code } from "../../diagnostics/codes.js";
import type { Parsed } from "../1-parse/parse.js";
import { eachChild } from "../children.js";
import type { Settings } from "../options.js";
import { collect } from "../scope/patterns.js";
import type { Resolution } from "../scope/scope.js";

type Report = (node: Node, finding: { code: Code; message: string; help: string }, name: string) => void;

/**
 * Outside of every function a read-only name means the host's value and nothing else: nothing declares it there, and
 * nothing anywhere writes to it. A function may have a local or a parameter of that name; the host's value stays.
 */
export function checkReadonly(
  parsed: Parsed,
  resolution: Resolution,
  settings: Settings,
  report: Report,
): void {
  const names = new Set(settings.readonlyNames);
  if (names.size === 0) return;
  for (const id of resolution.freeWrites) {
    if (!names.has(id.name)) continue;
    const message = `\`${id.name}\` is read-only here: nothing may be assigned to it.`;
    report(
      id,
      { code: "NAME_READONLY", message, help: "Store the result under another name: `const result = …`." },
      id.name,
    );
  }
  declaredOutsideFunctions([...parsed.params, parsed.program], (id) => {
    if (!names.has(id.name)) return;
    const message = `\`${id.name}\` is read-only here: only a function may have a variable of that name.`;
    report(id, { code: "NAME_READONLY", message, help: "Choose another name for the variable." }, id.name);
  });
}

/** Visits the identifiers that declare something outside of every function; `nodes` may be parameters or a program. */
function declaredOutsideFunctions(nodes: readonly Node[], visit: (id: t.Identifier) => void): void {
  const bind = (pattern: Node): void =>
    collect(pattern, (target) => {
      if (target.type === "Identifier") visit(target);
    });
  const walk = (node: Node): void => {
    switch (node.type) {
      case "FunctionDeclaration":
        if (node.id) visit(node.id);
        return;
      // The name of a function expression is known to the function alone.
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        return;
      case "ObjectMethod":
      case "ClassMethod":
        if (node.computed) walk(node.key);
        return;
      case "ClassPrivateMethod":
        return;
      case "ClassDeclaration":
      case "ClassExpression":
        if (node.id) visit(node.id);
        break;
      case "VariableDeclarator":
        bind(node.id);
        break;
      case "CatchClause":
        if (node.param) bind(node.param);
        break;
      case "ImportSpecifier":
      case "ImportDefaultSpecifier":
      case "ImportNamespaceSpecifier":
        visit(node.local);
        return;
      default:
    }
    eachChild(node, walk);
  };
  for (const node of nodes) {
    if (node.type !== "Program") bind(node);
    walk(node);
  }
}
