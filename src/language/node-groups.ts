/** Forms that are a value of a field and not a node type of their own; a policy names them like node types. */
export interface Form {
  readonly types: readonly string[];
  readonly field: string;
  readonly values: readonly unknown[];
}

const FUNCTIONS: readonly string[] = Object.freeze([
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "ObjectMethod",
  "ClassMethod",
  "ClassPrivateMethod",
]);

const form = (types: readonly string[], field: string, ...values: readonly unknown[]): Form =>
  Object.freeze({ types: Object.freeze([...types]), field, values: Object.freeze(values) });

export const NODE_FORMS: Readonly<Record<string, Form>> = Object.freeze({
  AsyncFunction: form(FUNCTIONS, "async", true),
  GeneratorFunction: form(FUNCTIONS, "generator", true),
  Accessor: form(["ObjectMethod", "ClassMethod", "ClassPrivateMethod"], "kind", "get", "set"),
  ForAwaitStatement: form(["ForOfStatement"], "await", true),
  VarDeclaration: form(["VariableDeclaration"], "kind", "var"),
  DeleteExpression: form(["UnaryExpression"], "operator", "delete"),
});

/** Node types without which there is no program at all. */
export const ALWAYS_ALLOWED: readonly string[] = Object.freeze(["File", "Program", "ExpressionStatement"]);

/** Types that stand only inside another: where that one is refused too, it is the one to report. */
export const NODE_PARTS: Readonly<Record<string, string>> = Object.freeze({
  ClassBody: "ClassDeclaration",
  ClassProperty: "ClassDeclaration",
  ClassPrivateProperty: "ClassDeclaration",
  ClassMethod: "ClassDeclaration",
  ClassPrivateMethod: "ClassDeclaration",
  StaticBlock: "ClassDeclaration",
  Super: "ClassDeclaration",
  CatchClause: "TryStatement",
  SwitchCase: "SwitchStatement",
  VariableDeclarator: "VariableDeclaration",
  TemplateElement: "TemplateLiteral",
  ImportSpecifier: "ImportDeclaration",
  ImportDefaultSpecifier: "ImportDeclaration",
  ImportNamespaceSpecifier: "ImportDeclaration",
});

const words = (text: string): readonly string[] => Object.freeze(text.split(" "));

/** Names for many node types at once, for `refuseNodes` and `onlyNodes`. */
export const NODE_GROUPS = Object.freeze({
  loops: words("ForStatement ForInStatement ForOfStatement WhileStatement DoWhileStatement"),
  classes: words(
    "ClassDeclaration ClassExpression ClassBody ClassProperty ClassPrivateProperty ClassMethod ClassPrivateMethod StaticBlock Super",
  ),
  functions: FUNCTIONS,
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
