import type { AnyNode, FunctionExpression } from "acorn";
import type { Findings } from "./findings.js";
import { type Child, NODE_TYPES, type NodeRow, type Scalar } from "./node-types.js";

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
    const wrong = wrongField(node, row);
    if (wrong !== undefined) findings.add("VERIFY_NODE", node, `${node.type}.${wrong}`);
    for (const child of childrenOf(node).toReversed()) {
      parents.set(child, node);
      pending.push(child);
    }
  }
  return { root, nodes, parentOf: (node) => parents.get(node) };
}

export function childrenOf(node: AnyNode): readonly AnyNode[] {
  const found: AnyNode[] = [];
  for (const { field } of rowOf(node)?.children ?? []) {
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

/** The first field that the row does not have, or that holds what the row does not accept. */
export function wrongField(node: AnyNode, row: NodeRow): string | undefined {
  const wrong = row.children.find(({ field, holds }) => !holdsNodes(holds, fieldOf(node, field)));
  if (wrong !== undefined) return wrong.field;
  for (const [field, allowed] of Object.entries(row.scalars))
    if (!accepts(allowed, fieldOf(node, field))) return field;
  const children = row.children.map((child) => child.field);
  const unknown = Reflect.ownKeys(node).find(
    (field) =>
      typeof field === "symbol" ||
      !(COMMON_FIELDS.has(field) || children.includes(field) || Object.hasOwn(row.scalars, field)),
  );
  return unknown === undefined ? undefined : String(unknown);
}

function holdsNodes(holds: Child["holds"], value: unknown): boolean {
  if (holds === "node" || holds === "node?")
    return isNode(value) || (holds === "node?" && (value === null || value === undefined));
  if (!Array.isArray(value)) return false;
  return Array.from<unknown>(value).every((item) => isNode(item) || (holds === "holes" && item === null));
}

function accepts(allowed: Scalar, value: unknown): boolean {
  switch (allowed) {
    case "string":
      return typeof value === "string";
    case "string?":
      return value === undefined || typeof value === "string";
    case "literal":
      return value === null || value instanceof RegExp || LITERAL_TYPES.has(typeof value);
    case "regex?":
      return value === undefined || hasTexts(value, "pattern", "flags");
    case "template":
      return hasTexts(value, "raw", "cooked");
    default:
      return allowed.includes(value);
  }
}

const LITERAL_TYPES: ReadonlySet<string> = new Set(["string", "number", "boolean", "bigint"]);

/** Two strings and nothing else; the second of a template is null when an escape of a tagged one means nothing. */
function hasTexts(value: unknown, first: string, second: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  const isText = (field: string): boolean =>
    typeof fields[field] === "string" || (field === "cooked" && fields[field] === null);
  return Reflect.ownKeys(value).length === 2 && isText(first) && isText(second);
}

function isNode(value: unknown): value is AnyNode {
  return (
    typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string"
  );
}
