/** Forms that are a value of a field and not a node type of their own; a policy names them like node types. */
export interface Form {
  readonly types: readonly string[];
  readonly field: string;
  readonly values: readonly unknown[];
}

const FUNCTIONS = [
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "ObjectMethod",
  "ClassMethod",
  "ClassPrivateMethod",
] as const;

export const NODE_FORMS: Readonly<Record<string, Form>> = Object.freeze({
  AsyncFunction: { types: FUNCTIONS, field: "async", values: [true] },
  GeneratorFunction: { types: FUNCTIONS, field: "generator", values: [true] },
  Accessor: {
    types: ["ObjectMethod", "ClassMethod", "ClassPrivateMethod"],
    field: "kind",
    values: ["get", "set"],
  },
  ForAwaitStatement: { types: ["ForOfStatement"], field: "await", values: [true] },
  VarDeclaration: { types: ["VariableDeclaration"], field: "kind", values: ["var"] },
  DeleteExpression: { types: ["UnaryExpression"], field: "operator", values: ["delete"] },
});

/** Node types without which there is no program at all. */
export const ALWAYS_ALLOWED: readonly string[] = Object.freeze(["File", "Program", "ExpressionStatement"]);

/** Types that stand only inside others of their group: refusing the group, it is enough to refuse those. */
export const NODE_PARTS: ReadonlySet<string> = new Set([
  "ClassBody",
  "ClassProperty",
  "ClassPrivateProperty",
  "ClassMethod",
  "ClassPrivateMethod",
  "StaticBlock",
  "Super",
  "CatchClause",
  "SwitchCase",
  "VariableDeclarator",
  "TemplateElement",
  "ImportSpecifier",
  "ImportDefaultSpecifier",
  "ImportNamespaceSpecifier",
]);

const words = (text: string): readonly string[] => Object.freeze(text.split(" "));

/** Names for many node types at once, for `refuseNodes` and `onlyNodes`. */
export const NODE_GROUPS = Object.freeze({
  loops: words("ForStatement ForInStatement ForOfStatement WhileStatement DoWhileStatement"),
  classes: words(
    "ClassDeclaration ClassExpression ClassBody ClassProperty ClassPrivateProperty ClassMethod ClassPrivateMethod StaticBlock Super",
  ),
  functions: FUNCTIONS as readonly string[],
  generators: words("GeneratorFunction YieldExpression"),
  async: words("AsyncFunction AwaitExpression ForAwaitStatement"),
  exceptions: words("ThrowStatement TryStatement CatchClause"),
  assignment: words("AssignmentExpression UpdateExpression DeleteExpression"),
  accessors: words("Accessor"),
  spread: words("SpreadElement RestElement"),
  patterns: words("ArrayPattern ObjectPattern AssignmentPattern RestElement"),
  templates: words("TemplateLiteral TaggedTemplateExpression TemplateElement"),
  regexp: words("RegExpLiteral"),
  imports: words("ImportDeclaration ImportSpecifier ImportDefaultSpecifier ImportNamespaceSpecifier"),
  statements: words(
    "BlockStatement BreakStatement ContinueStatement DoWhileStatement EmptyStatement ForInStatement ForOfStatement ForAwaitStatement " +
      "ForStatement IfStatement LabeledStatement ReturnStatement SwitchStatement SwitchCase ThrowStatement TryStatement CatchClause " +
      "WhileStatement VariableDeclaration VariableDeclarator VarDeclaration FunctionDeclaration ClassDeclaration Directive DirectiveLiteral",
  ),
  /** Values and how they are put together; functions are arrows without a block; nothing is written to. */
  expressions: words(
    "Identifier StringLiteral NumericLiteral BigIntLiteral BooleanLiteral NullLiteral RegExpLiteral TemplateLiteral TemplateElement " +
      "ArrayExpression ObjectExpression ObjectProperty SpreadElement UnaryExpression BinaryExpression LogicalExpression " +
      "ConditionalExpression SequenceExpression MemberExpression OptionalMemberExpression CallExpression OptionalCallExpression " +
      "NewExpression TaggedTemplateExpression ArrowFunctionExpression ArrayPattern ObjectPattern AssignmentPattern RestElement",
  ),
});

export type NodeGroup = keyof typeof NODE_GROUPS;

/** What the author of a program calls a node type or form; all others are called by their type. */
export const NODE_LABELS: Readonly<Record<string, string>> = Object.freeze({
  ArrowFunctionExpression: "An arrow function",
  AssignmentExpression: "Assignment",
  AsyncFunction: "An `async` function",
  AwaitExpression: "`await`",
  BlockStatement: "A block",
  ClassDeclaration: "`class`",
  ClassExpression: "`class`",
  DeleteExpression: "`delete`",
  DoWhileStatement: "`do … while`",
  ForAwaitStatement: "`for await`",
  ForInStatement: "`for … in`",
  ForOfStatement: "`for … of`",
  ForStatement: "`for`",
  FunctionDeclaration: "`function`",
  FunctionExpression: "`function`",
  GeneratorFunction: "A generator function",
  Accessor: "A getter or setter",
  IfStatement: "`if`",
  ImportDeclaration: "`import`",
  NewExpression: "`new`",
  RegExpLiteral: "A regular expression",
  ReturnStatement: "`return`",
  SpreadElement: "`...`",
  SwitchStatement: "`switch`",
  TaggedTemplateExpression: "A tagged template",
  TemplateLiteral: "A template literal",
  ThrowStatement: "`throw`",
  TryStatement: "`try`",
  UpdateExpression: "`++` or `--`",
  VarDeclaration: "`var`",
  VariableDeclaration: "A declaration of variables",
  WhileStatement: "`while`",
  YieldExpression: "`yield`",
});

/** The node's type and the forms it has. */
export function formsOf(node: { readonly type: string }): readonly string[] {
  const fields = node as unknown as Readonly<Record<string, unknown>>;
  const forms = Object.entries(NODE_FORMS)
    .filter(([, form]) => form.types.includes(node.type) && form.values.includes(fields[form.field]))
    .map(([name]) => name);
  return [node.type, ...forms];
}
