import { forEachChild, type Node, parseProgram } from "../../../src/ast/index.js";

const FLAGS = [
  "operator",
  "kind",
  "static",
  "computed",
  "async",
  "generator",
  "await",
  "delegate",
  "prefix",
  "optional",
] as const;

/** Counts each node type of a program, and each type together with what its fields say. */
export function countNodes(source: string, counts: Map<string, number>): void {
  const add = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  const visit = (node: Node): void => {
    add(node.type);
    for (const flag of FLAGS) {
      const value = (node as unknown as Record<string, unknown>)[flag];
      if (value !== undefined && value !== null && value !== false)
        add(`${node.type} ${flag} ${String(value)}`);
    }
    forEachChild(node, visit);
  };
  visit(parseProgram(source, { sourceType: "script", strictMode: true, allowReturnOutsideFunction: false }));
}
