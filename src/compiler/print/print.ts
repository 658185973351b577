import type { Node } from "../../ast/index.js";
import * as e from "./expressions.js";
import * as f from "./functions.js";
import * as l from "./literals.js";
import * as needs from "./parentheses.js";
import { type Form, type NodeOf, Printer, type Row } from "./printer.js";
import * as s from "./statements.js";

export interface Printed {
  readonly text: string;
  /** Line and column of the text, line and column of the source, all from 0, where the place in the source changes. */
  readonly places: readonly number[];
}

/**
 * Prints from nodes alone.
 * @throws RangeError for nodes in each other deeper than `nesting`
 */
export function printNode(node: Node, nesting: number): Printed {
  const printer = new Printer(ROWS, nesting);
  printer.print(node, node);
  return { text: printer.text, places: printer.places };
}

const word =
  (text: string): Form =>
  (p) =>
    p.word(text);
const identifier: Form<NodeOf<"Identifier">> = (p, node) => p.name(node.name);

/** What each node type of the language looks like; a type in no row has no text. */
const FORMS = {
  Identifier: [identifier, needs.identifier],
  PrivateName: [e.privateName],
  StringLiteral: [l.stringLiteral],
  NumericLiteral: [l.numericLiteral],
  BigIntLiteral: [l.bigIntLiteral],
  BooleanLiteral: [(p: Printer, node: NodeOf<"BooleanLiteral">) => p.word(String(node.value))],
  NullLiteral: [word("null")],
  RegExpLiteral: [l.regExpLiteral],
  TemplateLiteral: [l.templateLiteral],
  ThisExpression: [word("this")],
  Super: [word("super")],
  MetaProperty: [e.metaProperty],

  MemberExpression: [e.memberExpression, needs.callee],
  OptionalMemberExpression: [e.memberExpression, needs.chain],
  CallExpression: [e.callExpression, needs.callee],
  OptionalCallExpression: [e.callExpression, needs.chain],
  NewExpression: [e.newExpression],
  TaggedTemplateExpression: [e.taggedTemplate, needs.callee],
  UnaryExpression: [e.unaryExpression, needs.unary],
  UpdateExpression: [e.updateExpression, needs.update],
  BinaryExpression: [e.binaryExpression, needs.binary],
  LogicalExpression: [e.binaryExpression, needs.binary],
  AssignmentExpression: [e.binaryExpression, needs.assignment],
  ConditionalExpression: [e.conditionalExpression, needs.conditional],
  SequenceExpression: [e.sequenceExpression, needs.sequence],
  AwaitExpression: [e.awaitExpression, needs.suspended],
  YieldExpression: [e.yieldExpression, needs.suspended],
  ArrayExpression: [e.arrayLike],
  ObjectExpression: [e.objectLike, needs.object],
  ObjectProperty: [e.objectProperty],
  SpreadElement: [e.spread],
  ArrayPattern: [e.arrayLike],
  ObjectPattern: [e.objectLike],
  AssignmentPattern: [e.assignmentPattern],
  RestElement: [e.spread],

  FunctionExpression: [f.functionLike, needs.declared],
  FunctionDeclaration: [f.functionLike],
  ArrowFunctionExpression: [f.arrowFunction, needs.conditional],
  ObjectMethod: [f.method],
  ClassExpression: [f.classLike, needs.declared],
  ClassDeclaration: [f.classLike],
  ClassBody: [f.classBody],
  ClassMethod: [f.method],
  ClassPrivateMethod: [f.method],
  ClassProperty: [f.field],
  ClassPrivateProperty: [f.field],
  StaticBlock: [f.staticBlock],

  Program: [s.program],
  Directive: [s.directive],
  DirectiveLiteral: [l.directiveLiteral],
  BlockStatement: [s.block],
  EmptyStatement: [(p: Printer) => p.token(";")],
  ExpressionStatement: [s.expressionStatement],
  IfStatement: [s.ifStatement],
  ReturnStatement: [s.jump("return")],
  ThrowStatement: [s.jump("throw")],
  BreakStatement: [s.jump("break")],
  ContinueStatement: [s.jump("continue")],
  LabeledStatement: [s.labeled],
  WhileStatement: [s.whileStatement],
  DoWhileStatement: [s.doWhile],
  ForStatement: [s.forStatement],
  ForInStatement: [s.forEach],
  ForOfStatement: [s.forEach],
  SwitchStatement: [s.switchStatement],
  SwitchCase: [s.switchCase],
  TryStatement: [s.tryStatement],
  CatchClause: [s.catchClause],
  VariableDeclaration: [s.variableDeclaration],
  VariableDeclarator: [s.variableDeclarator],
  ImportDeclaration: [s.importDeclaration],
  ImportSpecifier: [s.importSpecifier],
  ImportDefaultSpecifier: [s.importWhole],
  ImportNamespaceSpecifier: [s.importWhole],
} as const;

const ROWS: ReadonlyMap<string, Row> = new Map(
  Object.entries(FORMS).map(([type, [print, parentheses]]) => [
    type,
    { print, parentheses: parentheses as Row["parentheses"] } as Row,
  ]),
);
