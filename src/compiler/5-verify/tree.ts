import type { AnyNode, FunctionExpression } from "acorn";
import type { Findings } from "./findings.js";
import { NODE_TYPES, type NodeRow, type Scalar } from "./node-types.js";

export interface Tree {
  readonly root: FunctionExpression;
  /** Every node below the root and the root itself, parents before children. */
  readonly nodes: readonly AnyNode[];
  readonly parentOf: (node: AnyNode) => AnyNode | undefined;
}

/** Fields every acorn node has. */
const COMMON_FIELDS: ReadonlySet<string> = new Set(["type", "start", "end"]);

/** Lists the nodes, checking each against its row. What is not listed here is never looked at again. */
export function buildTree(root: FunctionExpression, findings: Findings): Tree {
  const parents = new Map<AnyNode, AnyNode>();
  const nodes: AnyNode[] = [];
  const pending: AnyNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    nodes.push(node);
    const row = rowOf(node);
    if (row === undefined || !row.allowed) {
      findings.add("VERIFY_NODE", node, node.type);
      continue;
    }
    checkFields(node, row, findings);
    for (const child of childrenOf(node).toReversed()) {
      parents.set(child, node);
      pending.push(child);
    }
  }
  return { root, nodes, parentOf: (node) => parents.get(node) };
}

export function childrenOf(node: AnyNode): readonly AnyNode[] {
  const found: AnyNode[] = [];
  for (const field of rowOf(node)?.children ?? []) {
    const value = fieldOf(node, field);
    for (const item of Array.isArray(value) ? value : [value]) if (isNode(item)) found.push(item);
  }
  return found;
}

function rowOf(node: AnyNode): NodeRow | undefined {
  return Object.hasOwn(NODE_TYPES, node.type) ? NODE_TYPES[node.type] : undefined;
}

function fieldOf(node: AnyNode, field: string): unknown {
  return (node as unknown as Readonly<Record<string, unknown>>)[field];
}

function checkFields(node: AnyNode, row: NodeRow, findings: Findings): void {
  for (const field of Object.keys(node)) {
    if (COMMON_FIELDS.has(field) || row.children.includes(field)) continue;
    const allowed = Object.hasOwn(row.scalars, field) ? row.scalars[field] : undefined;
    if (allowed === undefined || !accepts(allowed, fieldOf(node, field))) {
      findings.add("VERIFY_NODE", node, `${node.type}.${field}`);
    }
  }
}

function accepts(allowed: Scalar, value: unknown): boolean {
  if (allowed === "any") return true;
  if (allowed === "string") return typeof value === "string";
  return allowed.includes(value);
}

function isNode(value: unknown): value is AnyNode {
  return (
    typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string"
  );
}
