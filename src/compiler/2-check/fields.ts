import { isNode, type Node } from "../../ast/index.js";
import { CODES, type Code } from "../../diagnostics/codes.js";
import { isIdentifierName } from "../../language/names.js";
import {
  COMMON_FIELDS,
  FIELD_CODES,
  type FieldRow,
  type FieldRule,
  NODE_FIELDS,
} from "../../language/node-fields.js";

export interface FieldFinding {
  readonly code: Code;
  readonly message: string;
}

/** The first field of a node that is not decided on, or whose value is not accepted; null when all are. */
export function checkFields(node: Node): FieldFinding | null {
  const row = ROWS.get(node.type);
  if (row === undefined) return null;
  const fields = node as unknown as Readonly<Record<PropertyKey, unknown>>;
  for (const field of row.names)
    if (!accepts(row.rules[field] as FieldRule, fields[field])) return refused(node, field);
  for (const field of Reflect.ownKeys(node)) if (!row.known.has(field)) return refused(node, field);
  return null;
}

interface Row {
  readonly rules: FieldRow;
  readonly names: readonly string[];
  /** Those names and the ones that every node may have. */
  readonly known: ReadonlySet<PropertyKey>;
}

const ROWS: ReadonlyMap<string, Row> = new Map(
  Object.entries(NODE_FIELDS).map(([type, rules]) => {
    const names = Object.keys(rules);
    return [type, { rules, names, known: new Set([...COMMON_FIELDS, ...names]) }];
  }),
);

function accepts(rule: FieldRule, value: unknown): boolean {
  switch (rule) {
    case "node":
      return isNode(value);
    case "node?":
      return value === undefined || value === null || isNode(value);
    case "nodes":
      return isList(value, isNode);
    case "holes":
      return isList(value, (item) => item === null || isNode(item));
    case "empty":
      return value === undefined || value === null || isList(value, () => false);
    case "text":
      return typeof value === "string";
    case "name":
      return typeof value === "string" && isIdentifierName(value);
    case "number":
      return typeof value === "number";
    case "template":
      return isTemplate(value);
    default:
      return rule instanceof RegExp ? typeof value === "string" && rule.test(value) : rule.includes(value);
  }
}

/** By index, so that holes are seen; `every` would step over them. */
function isList(value: unknown, accepted: (item: unknown) => boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let i = 0; i < value.length; i++) if (!accepted(value[i])) return false;
  return true;
}

/** The text as written, and what it stands for: null in a tagged template with an unknown escape. */
function isTemplate(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { raw, cooked, ...more } = value as { raw?: unknown; cooked?: unknown };
  return (
    typeof raw === "string" &&
    (typeof cooked === "string" || cooked === null) &&
    Reflect.ownKeys(more).length === 0
  );
}

function refused(node: Node, field: PropertyKey): FieldFinding {
  const name = String(field);
  const code = (Object.hasOwn(FIELD_CODES, name) ? FIELD_CODES[name] : "SYNTAX_FIELD") as Code;
  if (code !== "SYNTAX_FIELD") return { code, message: CODES[code].title };
  return { code, message: `The part \`${name}\` of this \`${node.type}\` is not known to restrictedjs.` };
}
