import { isNode, type Node } from "../../ast/index.js";
import { CODES, type Code } from "../../diagnostics/codes.js";
import { isIdentifierName } from "../../language/names.js";
import { COMMON_FIELDS, FIELD_CODES, type FieldRule, NODE_FIELDS } from "../../language/node-fields.js";

export interface FieldFinding {
  readonly code: Code;
  readonly message: string;
}

/** The first field of a node that is not decided on, or whose value is not accepted; null when all are. */
export function checkFields(node: Node): FieldFinding | null {
  const row = ROWS.get(node.type);
  return row === undefined || hasOnlyGood(node, row) ? null : firstBad(node, row);
}

interface Row {
  readonly names: readonly string[];
  /** How many may not be left out. */
  readonly needed: number;
  /** Of each field; null for the fields that every node may have. */
  readonly tests: ReadonlyMap<string, Test | null>;
}

interface Test {
  readonly accepts: (value: unknown) => boolean;
  readonly isNeeded: boolean;
}

const ROWS: ReadonlyMap<string, Row> = new Map(
  Object.entries(NODE_FIELDS).map(([type, row]) => {
    const common = [...COMMON_FIELDS].map((name) => [String(name), null] as const);
    const own = Object.entries(row).map(([name, rule]) => {
      const test = testOf(rule);
      return [name, { accepts: test, isNeeded: !test(undefined) }] as const;
    });
    const needed = own.filter(([, { isNeeded }]) => isNeeded).length;
    return [
      type,
      { names: Object.keys(row), needed, tests: new Map<string, Test | null>([...common, ...own]) },
    ];
  }),
);

/**
 * By the fields that the node has: most of those it may have are absent. Parsers and plugins add plain ones;
 * `Reflect.ownKeys` would take thirty times as long.
 */
function hasOnlyGood(node: Node, { tests, needed }: Row): boolean {
  const fields = node as unknown as Readonly<Record<string, unknown>>;
  const own = Object.keys(node);
  let missing = needed;
  for (let i = 0; i < own.length; i++) {
    const field = own[i] as string;
    const test = tests.get(field);
    if (test === null) continue;
    if (test === undefined || !test.accepts(fields[field])) return false;
    if (test.isNeeded) missing--;
  }
  return missing === 0;
}

function firstBad(node: Node, { names, tests }: Row): FieldFinding | null {
  const fields = node as unknown as Readonly<Record<string, unknown>>;
  for (const name of names) if (tests.get(name)?.accepts(fields[name]) !== true) return refused(node, name);
  for (const field of Object.keys(node)) if (!tests.has(field)) return refused(node, field);
  return null;
}

function testOf(rule: FieldRule): Test["accepts"] {
  switch (rule) {
    case "node":
      return isNode;
    case "node?":
      return (value) => value === undefined || value === null || isNode(value);
    case "nodes":
      return (value) => isList(value, isNode);
    case "holes":
      return (value) => isList(value, isNodeOrHole);
    case "empty":
      return (value) => value === undefined || value === null || isList(value, () => false);
    case "text":
      return (value) => typeof value === "string";
    case "name":
      return (value) => typeof value === "string" && isIdentifierName(value);
    case "number":
      return (value) => typeof value === "number";
    case "template":
      return isTemplate;
    default:
      return rule instanceof RegExp
        ? (value) => typeof value === "string" && rule.test(value)
        : (value) => rule.includes(value);
  }
}

function isNodeOrHole(item: unknown): boolean {
  return item === null || isNode(item);
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
