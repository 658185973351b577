/**
 * What each field of each allowed Babel node type may hold: one node, a node or nothing, a list of nodes, a list with
 * holes, text, a name, a number, the two texts of a template's part, an empty list or nothing, text of one form, or one of a few values. A field in no
 * row is refused; a test compares the rows with Babel's own definitions, so that a new field fails the build.
 */
export type FieldRule =
  | "node"
  | "node?"
  | "nodes"
  | "holes"
  | "text"
  | "name"
  | "number"
  | "template"
  | "empty"
  | RegExp
  | readonly unknown[];

export type FieldRow = Readonly<Record<string, FieldRule>>;

const NOTHING = [undefined, null] as const;
const OFF = [undefined, null, false] as const;
const BOTH = [true, false] as const;

/** Positions, comments and the parser's notes: no stage after the parser looks at them. */
export const COMMON_FIELDS: ReadonlySet<PropertyKey> = new Set([
  "type",
  "start",
  "end",
  "loc",
  "range",
  "extra",
  "leadingComments",
  "trailingComments",
  "innerComments",
  "comments",
  "errors",
  "tokens",
]);

const HOLDS_NODES: ReadonlySet<unknown> = new Set<FieldRule>(["node", "node?", "nodes", "holes"]);

const TYPED: FieldRow = { typeAnnotation: NOTHING, optional: OFF, decorators: NOTHING };
const GENERIC: FieldRow = { typeArguments: NOTHING, typeParameters: NOTHING };
const FUNCTION: FieldRow = {
  params: "nodes",
  body: "node",
  generator: BOTH,
  async: BOTH,
  returnType: NOTHING,
  typeParameters: NOTHING,
};
const CLASS: FieldRow = {
  id: "node?",
  superClass: "node?",
  body: "node",
  typeParameters: NOTHING,
  superTypeParameters: NOTHING,
  implements: NOTHING,
  mixins: NOTHING,
  decorators: NOTHING,
};
const MEMBER: FieldRow = {
  abstract: OFF,
  accessibility: NOTHING,
  override: OFF,
  optional: OFF,
  decorators: NOTHING,
};
const FIELD: FieldRow = {
  typeAnnotation: NOTHING,
  definite: OFF,
  readonly: OFF,
  variance: NOTHING,
  optional: OFF,
  decorators: NOTHING,
};
const METHOD: FieldRow = {
  key: "node",
  ...FUNCTION,
  ...MEMBER,
  id: NOTHING,
  static: BOTH,
  access: NOTHING,
};
const IMPORTED: FieldRow = { local: "node" };

const BINARY = "== != === !== < <= > >= << >> >>> + - * / % ** & | ^ in instanceof".split(" ");
const ASSIGNMENT = "= += -= *= /= %= **= <<= >>= >>>= &= |= ^= &&= ||= ??=".split(" ");
const FLAGS = /^(?!.*(.).*\1)[dgimsuvy]*$/;
const BIGINT = /^(?:0[box])?[\da-f]+$/i;

/** Every node type that the language allows, with every field that Babel knows of it or adds to it. */
export const NODE_FIELDS: Readonly<Record<string, FieldRow>> = Object.freeze({
  File: { program: "node" },
  Program: { body: "nodes", directives: "nodes", sourceType: ["script"], interpreter: NOTHING },
  Directive: { value: "node" },
  DirectiveLiteral: { value: "text" },

  Identifier: { name: "name", ...TYPED },
  PrivateName: { id: "node" },
  StringLiteral: { value: "text" },
  NumericLiteral: { value: "number" },
  BigIntLiteral: { value: BIGINT },
  BooleanLiteral: { value: BOTH },
  NullLiteral: {},
  RegExpLiteral: { pattern: "text", flags: FLAGS },
  TemplateLiteral: { quasis: "nodes", expressions: "nodes" },
  TemplateElement: { value: "template", tail: BOTH },
  ThisExpression: {},
  Super: {},
  MetaProperty: { meta: "node", property: "node" },

  ExpressionStatement: { expression: "node" },
  BlockStatement: { body: "nodes", directives: "nodes" },
  StaticBlock: { body: "nodes" },
  EmptyStatement: {},
  ReturnStatement: { argument: "node?" },
  LabeledStatement: { label: "node", body: "node" },
  BreakStatement: { label: "node?" },
  ContinueStatement: { label: "node?" },
  IfStatement: { test: "node", consequent: "node", alternate: "node?" },
  SwitchStatement: { discriminant: "node", cases: "nodes" },
  SwitchCase: { test: "node?", consequent: "nodes" },
  ThrowStatement: { argument: "node" },
  TryStatement: { block: "node", handler: "node?", finalizer: "node?" },
  CatchClause: { param: "node?", body: "node" },
  WhileStatement: { test: "node", body: "node" },
  DoWhileStatement: { body: "node", test: "node" },
  ForStatement: { init: "node?", test: "node?", update: "node?", body: "node" },
  ForInStatement: { left: "node", right: "node", body: "node" },
  ForOfStatement: { left: "node", right: "node", body: "node", await: BOTH },

  VariableDeclaration: { declarations: "nodes", kind: ["var", "let", "const"], declare: OFF },
  VariableDeclarator: { id: "node", init: "node?", definite: OFF },
  // Only `export default`, which is refused, has a declaration without a name.
  FunctionDeclaration: { id: "node?", ...FUNCTION, declare: OFF, predicate: NOTHING },
  FunctionExpression: { id: "node?", ...FUNCTION, predicate: NOTHING },
  ArrowFunctionExpression: {
    ...FUNCTION,
    id: NOTHING,
    generator: OFF,
    expression: [undefined, ...BOTH],
    predicate: NOTHING,
  },
  ClassDeclaration: { ...CLASS, declare: OFF, abstract: OFF },
  ClassExpression: CLASS,
  ClassBody: { body: "nodes" },
  ClassMethod: { ...METHOD, computed: BOTH, kind: ["constructor", "method", "get", "set"] },
  ClassPrivateMethod: { ...METHOD, computed: OFF, kind: ["method", "get", "set"] },
  ClassProperty: {
    ...MEMBER,
    ...FIELD,
    key: "node",
    value: "node?",
    static: BOTH,
    computed: BOTH,
    declare: OFF,
  },
  ClassPrivateProperty: { ...FIELD, key: "node", value: "node?", static: BOTH },

  ArrayExpression: { elements: "holes" },
  ObjectExpression: { properties: "nodes" },
  ObjectProperty: {
    key: "node",
    value: "node",
    computed: BOTH,
    shorthand: BOTH,
    method: OFF,
    decorators: NOTHING,
  },
  ObjectMethod: {
    key: "node",
    ...FUNCTION,
    id: NOTHING,
    computed: BOTH,
    kind: ["method", "get", "set"],
    method: BOTH,
    decorators: NOTHING,
  },
  SpreadElement: { argument: "node" },
  UnaryExpression: {
    operator: ["-", "+", "!", "~", "typeof", "void", "delete"],
    prefix: [true],
    argument: "node",
  },
  UpdateExpression: { operator: ["++", "--"], prefix: BOTH, argument: "node" },
  BinaryExpression: { operator: BINARY, left: "node", right: "node" },
  LogicalExpression: { operator: ["&&", "||", "??"], left: "node", right: "node" },
  AssignmentExpression: { operator: ASSIGNMENT, left: "node", right: "node" },
  ConditionalExpression: { test: "node", consequent: "node", alternate: "node" },
  SequenceExpression: { expressions: "nodes" },
  MemberExpression: { object: "node", property: "node", computed: BOTH, optional: OFF },
  OptionalMemberExpression: { object: "node", property: "node", computed: BOTH, optional: BOTH },
  CallExpression: { callee: "node", arguments: "nodes", optional: OFF, ...GENERIC },
  OptionalCallExpression: { callee: "node", arguments: "nodes", optional: BOTH, ...GENERIC },
  NewExpression: { callee: "node", arguments: "nodes", ...GENERIC },
  TaggedTemplateExpression: { tag: "node", quasi: "node", typeParameters: NOTHING },
  YieldExpression: { delegate: BOTH, argument: "node?" },
  AwaitExpression: { argument: "node" },

  ArrayPattern: { elements: "holes", ...TYPED },
  ObjectPattern: { properties: "nodes", ...TYPED },
  AssignmentPattern: { left: "node", right: "node", ...TYPED },
  RestElement: { argument: "node", ...TYPED },

  ImportDeclaration: {
    specifiers: "nodes",
    source: "node",
    importKind: [undefined, null, "value"],
    phase: NOTHING,
    module: OFF,
    attributes: "empty",
    assertions: "empty",
  },
  ImportSpecifier: { ...IMPORTED, imported: "node", importKind: [undefined, null, "value"] },
  ImportDefaultSpecifier: IMPORTED,
  ImportNamespaceSpecifier: IMPORTED,
});

/** The fields of each of those types that hold nodes, in the order of the source. */
export const CHILD_FIELDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(NODE_FIELDS).map(([type, row]) => [
    type,
    Object.keys(row).filter((field) => HOLDS_NODES.has(row[field])),
  ]),
);

/** The code that says best why a field is refused; all others are `SYNTAX_FIELD`. */
export const FIELD_CODES: Readonly<Record<string, string>> = Object.freeze({
  decorators: "SYNTAX_DECORATOR",
  interpreter: "SYNTAX_HASHBANG",
  phase: "SYNTAX_IMPORT",
  module: "SYNTAX_IMPORT",
  attributes: "SYNTAX_IMPORT",
  assertions: "SYNTAX_IMPORT",
  importKind: "SYNTAX_IMPORT",
  operator: "SYNTAX_PROPOSAL",
  variance: "SYNTAX_FLOW",
  predicate: "SYNTAX_FLOW",
  mixins: "SYNTAX_FLOW",
  typeAnnotation: "SYNTAX_TYPESCRIPT",
  returnType: "SYNTAX_TYPESCRIPT",
  typeParameters: "SYNTAX_TYPESCRIPT",
  typeArguments: "SYNTAX_TYPESCRIPT",
  superTypeParameters: "SYNTAX_TYPESCRIPT",
  implements: "SYNTAX_TYPESCRIPT",
  optional: "SYNTAX_TYPESCRIPT",
  definite: "SYNTAX_TYPESCRIPT",
  declare: "SYNTAX_TYPESCRIPT",
  abstract: "SYNTAX_TYPESCRIPT",
  accessibility: "SYNTAX_TYPESCRIPT",
  override: "SYNTAX_TYPESCRIPT",
  readonly: "SYNTAX_TYPESCRIPT",
});
