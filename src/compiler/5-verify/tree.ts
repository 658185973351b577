import type { AnyNode, FunctionExpression } from "acorn";
import type { Findings } from "./findings.js";
import { type Child, NODE_TYPES, type NodeRow, type Scalar } from "./node-types.js";
import { noteParent } from "./notes.js";

export interface Tree {
  readonly root: FunctionExpression;
  /** Every node below the root and the root itself, parents before children. */
  readonly nodes: readonly AnyNode[];
}

/** Fields every acorn node has. */
const COMMON_FIELDS: ReadonlySet<string> = new Set(["type", "start", "end"]);

/** Lists the nodes, checking each against its row. What is not listed here is never looked at again. */
export function buildTree(root: FunctionExpression, findings: Findings): Tree {
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
    const parent = node;
    eachChildFromLast(node, row, (child) => {
      noteParent(child, parent);
      pending.push(child);
    });
  }
  return { root, nodes };
}

function eachChildFromLast(node: AnyNode, { children }: NodeRow, visit: (child: AnyNode) => void): void {
  for (let c = children.length - 1; c >= 0; c--) {
    const value = fieldOf(node, (children[c] as Child).field);
    if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--) if (isNode(value[i])) visit(value[i]);
    } else if (isNode(value)) visit(value);
  }
}

export function eachChild(node: AnyNode, visit: (child: AnyNode) => void): void {
  const children = rowOf(node)?.children ?? [];
  for (let c = 0; c < children.length; c++) {
    const value = fieldOf(node, (children[c] as Child).field);
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) if (isNode(value[i])) visit(value[i]);
    } else if (isNode(value)) visit(value);
  }
}

export function childrenOf(node: AnyNode): readonly AnyNode[] {
  const found: AnyNode[] = [];
  eachChild(node, (child) => found.push(child));
  return found;
}

const ROWS: ReadonlyMap<string, NodeRow> = new Map(Object.entries(NODE_TYPES));

function rowOf(node: AnyNode): NodeRow | undefined {
  return ROWS.get(node.type);
}

interface Fields {
  readonly scalars: readonly (readonly [field: string, allowed: Scalar])[];
  /** Every field that a node of the row may have. */
  readonly known: ReadonlySet<PropertyKey>;
}

const FIELDS: ReadonlyMap<NodeRow, Fields> = new Map([...ROWS.values()].map((row) => [row, fieldsOf(row)]));

function fieldsOf({ children, scalars }: NodeRow): Fields {
  const known = new Set([...COMMON_FIELDS, ...children.map(({ field }) => field), ...Object.keys(scalars)]);
  return { scalars: Object.entries(scalars), known };
}

function fieldOf(node: AnyNode, field: string): unknown {
  return (node as unknown as Readonly<Record<string, unknown>>)[field];
}

/** The first field that the row does not have, or that holds what the row does not accept. */
export function wrongField(node: AnyNode, row: NodeRow): string | undefined {
  const { scalars, known } = FIELDS.get(row) ?? fieldsOf(row);
  const { children } = row;
  for (let i = 0; i < children.length; i++) {
    const { field, holds } = children[i] as Child;
    if (!holdsNodes(holds, fieldOf(node, field))) return field;
  }
  for (let i = 0; i < scalars.length; i++) {
    const [field, allowed] = scalars[i] as Fields["scalars"][number];
    if (!accepts(allowed, fieldOf(node, field))) return field;
  }
  // Parsers add plain fields; `Reflect.ownKeys` would take thirty times as long.
  const own = Object.keys(node);
  for (let i = 0; i < own.length; i++) if (!known.has(own[i] as string)) return own[i];
  return undefined;
}

function holdsNodes(holds: Child["holds"], value: unknown): boolean {
  if (holds === "node" || holds === "node?")
    return isNode(value) || (holds === "node?" && (value === null || value === undefined));
  if (!Array.isArray(value)) return false;
  // By index: a hole is `undefined`, which is neither.
  for (let i = 0; i < value.length; i++)
    if (!isNode(value[i]) && !(holds === "holes" && value[i] === null)) return false;
  return true;
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
