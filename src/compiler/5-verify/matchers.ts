import type { AnyNode, MemberExpression } from "acorn";
import { isSiteCall } from "./match.js";
import { parentOf } from "./notes.js";

/** Where a text may read the member `exec`, by which the native matcher of regular expressions is had. */
export interface MatcherReads {
  /** Names of the site guards whose result is used for nothing else. */
  readonly sites: ReadonlySet<string>;
  /** It is read in other ways, too. */
  readonly elsewhere: boolean;
}

const EXEC = "exec";

/** Names written out only: a computed key passes `_k_`, which sees it when the program runs. */
export function matcherReads(nodes: readonly AnyNode[]): MatcherReads {
  const found = new Set<string>();
  let elsewhere = false;
  for (const node of nodes) {
    if (node.type === "Property" && parentOf(node)?.type === "ObjectPattern")
      elsewhere ||= spells(node.key, node.computed);
    if (node.type !== "MemberExpression" || !spells(node.property, node.computed)) continue;
    if (isWrite(node, parentOf(node))) continue;
    const guard =
      isSiteCall(node.object, "g") && node.object.callee.type === "Identifier" ? node.object.callee : null;
    if (guard === null) elsewhere = true;
    else found.add(guard.name);
  }
  const uses = new Map<string, number>([...found].map((name) => [name, 0]));
  if (found.size > 0)
    for (const node of nodes) {
      const count = node.type === "Identifier" ? uses.get(node.name) : undefined;
      if (count !== undefined) uses.set((node as { readonly name: string }).name, count + 1);
    }
  for (const count of uses.values()) elsewhere ||= count !== 1;
  return { sites: found, elsewhere };
}

function spells(key: AnyNode, computed: boolean): boolean {
  if (key.type === "Identifier") return !computed && key.name === EXEC;
  if (key.type === "Literal") return key.value === EXEC;
  return key.type === "TemplateLiteral" && key.quasis.some((part) => part.value.cooked === EXEC);
}

function isWrite(node: MemberExpression, parent: AnyNode | undefined): boolean {
  return parent?.type === "AssignmentExpression" && parent.operator === "=" && parent.left === node;
}
