import type { forEachChild, Node } from "../../ast/index.js";

/**
 * The first node found that is nested deeper than the limit, or null. Found without recursion, before any stage that
 * recurses: a regular expression that V8 compiles where the stack ends takes the process down on Node 20 and 22.
 */
export function tooDeep(root: Node, limit: number, each: typeof forEachChild): Node | null {
  let level: Node[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return level[0] ?? null;
    const next: Node[] = [];
    const add = (child: Node): void => void next.push(child);
    for (const node of level) each(node, add);
    level = next;
  }
  return null;
}
