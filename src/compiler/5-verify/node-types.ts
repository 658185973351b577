import type { AnyNode } from "acorn";

export type NodeType = AnyNode["type"];

/** What a scalar field may hold: a list of values, a string, or what the parser makes of a literal or a template's part. */
export type Scalar = readonly unknown[] | "string" | "string?" | "literal" | "regex?" | "template";

export interface Child {
  readonly field: string;
  /** One node, a node or nothing, a list of nodes, a list with holes. */
  readonly holds: "node" | "node?" | "nodes" | "holes";
}

export interface NodeRow {
  /** Fields that hold nodes, null, or lists of those, in source order. */
  readonly children: readonly Child[];
  readonly scalars: Readonly<Record<string, Scalar>>;
  /** Absent: the node type is refused wherever it stands. */
  readonly allowed: boolean;
}

const BOTH = [true, false] as const;
const NO = [false] as const;

function row(children: string, scalars: Readonly<Record<string, Scalar>> = {}): NodeRow {
  const fields = children === "" ? [] : children.split(" ");
  return { children: fields.map(child), scalars, allowed: true };
}

/** `test`, `alternate?`, `body*`, and `elements*?` for a list with holes. */
function child(written: string): Child {
  const field = written.replace(/[*?]+$/, "");
  const holds = ({ "": "node", "?": "node?", "*": "nodes", "*?": "holes" } as const)[
    written.slice(field.length)
  ];
  if (holds === undefined) throw new TypeError(`\`${written}\` is not a child field`);
  return { field, holds };
}

const REFUSED: NodeRow = { children: [], scalars: {}, allowed: false };

const FUNCTION = { expression: BOTH, generator: BOTH, async: BOTH } as const;

const BINARY = [
  "==",
  "!=",
  "===",
  "!==",
  "<",
  "<=",
  ">",
  ">=",
  "<<",
  ">>",
  ">>>",
  "+",
  "-",
  "*",
  "/",
  "%",
  "|",
  "^",
  "&",
  "in",
  "instanceof",
  "**",
] as const;
const ASSIGNMENT = [
  "=",
  "+=",
  "-=",
  "*=",
  "/=",
  "%=",
  "<<=",
  ">>=",
  ">>>=",
  "|=",
  "^=",
  "&=",
  "**=",
  "||=",
  "&&=",
  "??=",
] as const;

/** Every node type acorn can make, with every field it may have. A type or a field in no row is refused. */
export const NODE_TYPES: Readonly<Record<NodeType, NodeRow>> = Object.freeze({
  Program: REFUSED,
  Identifier: row("", { name: "string" }),
  PrivateIdentifier: row("", { name: "string" }),
  Literal: row("", { value: "literal", raw: "string", regex: "regex?", bigint: "string?" }),
  TemplateLiteral: row("expressions* quasis*"),
  TemplateElement: row("", { value: "template", tail: BOTH }),
  ThisExpression: row(""),
  Super: row(""),
  MetaProperty: row("meta property"),

  ExpressionStatement: row("expression", { directive: "string?" }),
  BlockStatement: row("body*"),
  StaticBlock: row("body*"),
  EmptyStatement: row(""),
  DebuggerStatement: REFUSED,
  WithStatement: REFUSED,
  ReturnStatement: row("argument?"),
  LabeledStatement: row("label body"),
  BreakStatement: row("label?"),
  ContinueStatement: row("label?"),
  IfStatement: row("test consequent alternate?"),
  SwitchStatement: row("discriminant cases*"),
  SwitchCase: row("test? consequent*"),
  ThrowStatement: row("argument"),
  TryStatement: row("block handler? finalizer?"),
  CatchClause: row("param? body"),
  WhileStatement: row("test body"),
  DoWhileStatement: row("body test"),
  ForStatement: row("init? test? update? body"),
  ForInStatement: row("left right body"),
  ForOfStatement: row("left right body", { await: BOTH }),

  FunctionDeclaration: row("id params* body", FUNCTION),
  FunctionExpression: row("id? params* body", FUNCTION),
  ArrowFunctionExpression: row("id? params* body", { ...FUNCTION, generator: NO }),
  VariableDeclaration: row("declarations*", { kind: ["var", "let", "const"] }),
  VariableDeclarator: row("id init?"),

  ClassDeclaration: row("id superClass? body"),
  ClassExpression: row("id? superClass? body"),
  ClassBody: row("body*"),
  MethodDefinition: row("key value", {
    kind: ["constructor", "method", "get", "set"],
    static: BOTH,
    computed: BOTH,
  }),
  PropertyDefinition: row("key value?", { static: BOTH, computed: BOTH }),

  ArrayExpression: row("elements*?"),
  ObjectExpression: row("properties*"),
  Property: row("key value", { kind: ["init", "get", "set"], method: BOTH, shorthand: BOTH, computed: BOTH }),
  SpreadElement: row("argument"),
  UnaryExpression: row("argument", {
    operator: ["-", "+", "!", "~", "typeof", "void", "delete"],
    prefix: [true],
  }),
  UpdateExpression: row("argument", { operator: ["++", "--"], prefix: BOTH }),
  BinaryExpression: row("left right", { operator: BINARY }),
  LogicalExpression: row("left right", { operator: ["||", "&&", "??"] }),
  AssignmentExpression: row("left right", { operator: ASSIGNMENT }),
  ConditionalExpression: row("test consequent alternate"),
  SequenceExpression: row("expressions*"),
  MemberExpression: row("object property", { computed: BOTH, optional: BOTH }),
  ChainExpression: row("expression"),
  CallExpression: row("callee arguments*", { optional: BOTH }),
  NewExpression: row("callee arguments*"),
  TaggedTemplateExpression: row("tag quasi"),
  YieldExpression: row("argument?", { delegate: BOTH }),
  AwaitExpression: row("argument"),

  ArrayPattern: row("elements*?"),
  ObjectPattern: row("properties*"),
  AssignmentPattern: row("left right"),
  RestElement: row("argument"),

  // Parentheses are not kept as nodes; one would mean that the parse options changed.
  ParenthesizedExpression: REFUSED,
  ImportExpression: REFUSED,
  ImportDeclaration: REFUSED,
  ImportSpecifier: REFUSED,
  ImportDefaultSpecifier: REFUSED,
  ImportNamespaceSpecifier: REFUSED,
  ImportAttribute: REFUSED,
  ExportNamedDeclaration: REFUSED,
  ExportSpecifier: REFUSED,
  ExportDefaultDeclaration: REFUSED,
  ExportAllDeclaration: REFUSED,
});
