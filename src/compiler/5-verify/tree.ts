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
    if (!listChildren(node, row, pending) || !hasOnlyKnown(node, row))
      findings.add("VERIFY_NODE", node, `${node.type}.${wrongField(node, row)}`);
  }
  return { root, nodes };
}

/** The children from last to first; false when a field does not hold what it may. */
function listChildren(node: AnyNode, { children }: NodeRow, pending: AnyNode[]): boolean {
  let isGood = true;
  for (let c = children.length - 1; c >= 0; c--) {
    const { field, holds } = children[c] as Child;
    const value = fieldOf(node, field);
    if (Array.isArray(value)) {
      isGood &&= holds === "nodes" || holds === "holes";
      // By index: a hole is `undefined`, which is neither a node nor null.
      for (let i = value.length - 1; i >= 0; i--) {
        const item: unknown = value[i];
        if (isNode(item)) {
          noteParent(item, node);
          pending.push(item);
        } else isGood &&= holds === "holes" && item === null;
      }
    } else if (isNode(value)) {
      isGood &&= holds === "node" || holds === "node?";
      noteParent(value, node);
      pending.push(value);
    } else isGood &&= holds === "node?" && (value === null || value === undefined);
  }
  return isGood;
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
  readonly scalars: readonly { readonly field: string; readonly accepts: (value: unknown) => boolean }[];
  /** Every field that a node of the row may have. */
  readonly known: ReadonlySet<PropertyKey>;
}

function fieldsOf({ children, scalars }: NodeRow): Fields {
  const known = new Set([...COMMON_FIELDS, ...children.map(({ field }) => field), ...Object.keys(scalars)]);
  const tests = Object.entries(scalars).map(([field, allowed]) => ({ field, accepts: testOf(allowed) }));
  return { scalars: tests, known };
}

const FIELDS: ReadonlyMap<NodeRow, Fields> = new Map([...ROWS.values()].map((row) => [row, fieldsOf(row)]));

/** Parsers add plain fields; `Reflect.ownKeys` would take thirty times as long. */
function hasOnlyKnown(node: AnyNode, row: NodeRow): boolean {
  const { scalars, known } = FIELDS.get(row) ?? fieldsOf(row);
  for (let i = 0; i < scalars.length; i++) {
    const scalar = scalars[i] as Fields["scalars"][number];
    if (!scalar.accepts(fieldOf(node, scalar.field))) return false;
  }
  const own = Object.keys(node);
  for (let i = 0; i < own.length; i++) if (!known.has(own[i] as string)) return false;
  return true;
}

function fieldOf(node: AnyNode, field: string): unknown {
  return (node as unknown as Readonly<Record<string, unknown>>)[field];
}

/** The first field that the row does not have, or that holds what the row does not accept. */
export function wrongField(node: AnyNode, row: NodeRow): string | undefined {
  const { scalars, known } = FIELDS.get(row) ?? fieldsOf(row);
  for (const { field, holds } of row.children) if (!holdsNodes(holds, fieldOf(node, field))) return field;
  for (const { field, accepts } of scalars) if (!accepts(fieldOf(node, field))) return field;
  return Object.keys(node).find((field) => !known.has(field));
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

function testOf(allowed: Scalar): (value: unknown) => boolean {
  switch (allowed) {
    case "string":
      return (value) => typeof value === "string";
    case "string?":
      return (value) => value === undefined || typeof value === "string";
    case "literal":
      return (value) => value === null || value instanceof RegExp || isLiteral(value);
    case "regex?":
      return (value) => value === undefined || hasTexts(value, "pattern", "flags");
    case "template":
      return (value) => hasTexts(value, "raw", "cooked");
    default:
      return (value) => allowed.includes(value);
  }
}

function isLiteral(value: unknown): boolean {
  return LITERAL_TYPES.has(typeof value);
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
