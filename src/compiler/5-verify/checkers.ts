import type { AnyNode } from "acorn";
import { checkAsync, checkAwait } from "./checks/async.js";
import { checkField, checkFinally, checkFunctionBody, checkLoopBody, checkTick } from "./checks/bodies.js";
import { checkCall, checkChain, checkNew, checkTaggedTemplate } from "./checks/calls.js";
import { checkCatch } from "./checks/catch.js";
import { checkClass } from "./checks/classes.js";
import { checkIdentifier } from "./checks/identifiers.js";
import { checkForIn, checkForOf, checkSpread, checkYield } from "./checks/iteration.js";
import { checkClassKey, checkProperty } from "./checks/keys.js";
import { checkMember } from "./checks/members.js";
import { checkBinary, checkCompound, checkTemplate } from "./checks/operators.js";
import { checkParameters } from "./checks/parameters.js";
import { checkForHead, checkPattern } from "./checks/patterns.js";
import { checkDirective, checkMetaProperty, checkNotRoot } from "./checks/root.js";
import type { Check, Context, NodeOf } from "./context.js";
import type { NodeType } from "./node-types.js";

type Checkers = { readonly [T in NodeType]: readonly Check<NodeOf<T>>[] };

const refuse: Check = (node, cx) => cx.report("VERIFY_NODE", node, node.type);
/** The node's fields are checked with the table, and its parts each by their own row: nothing else to prove. */
const NOTHING = [] as const;
const REFUSED = [refuse] as const;
const FUNCTION = [checkParameters, checkFunctionBody, checkAsync] as const;

/** What is proved of each node type. The type makes the compiler ask for every type acorn has. */
export const CHECKERS: Checkers = {
  Program: REFUSED,
  Identifier: [checkIdentifier],
  PrivateIdentifier: NOTHING,
  Literal: NOTHING,
  TemplateLiteral: [checkTemplate],
  TemplateElement: NOTHING,
  ThisExpression: [checkNotRoot],
  Super: [checkNotRoot],
  MetaProperty: [checkMetaProperty],

  ExpressionStatement: [checkDirective],
  BlockStatement: NOTHING,
  StaticBlock: [checkTick],
  EmptyStatement: NOTHING,
  DebuggerStatement: REFUSED,
  WithStatement: REFUSED,
  ReturnStatement: NOTHING,
  LabeledStatement: NOTHING,
  BreakStatement: NOTHING,
  ContinueStatement: NOTHING,
  IfStatement: NOTHING,
  SwitchStatement: NOTHING,
  SwitchCase: NOTHING,
  ThrowStatement: NOTHING,
  TryStatement: [checkFinally],
  CatchClause: [checkCatch],
  WhileStatement: [checkLoopBody],
  DoWhileStatement: [checkLoopBody],
  ForStatement: [checkLoopBody],
  ForInStatement: [checkForHead, checkForIn, checkLoopBody],
  ForOfStatement: [checkForHead, checkForOf, checkLoopBody],

  FunctionDeclaration: FUNCTION,
  FunctionExpression: FUNCTION,
  ArrowFunctionExpression: FUNCTION,
  VariableDeclaration: NOTHING,
  VariableDeclarator: NOTHING,

  ClassDeclaration: [checkClass],
  ClassExpression: [checkClass],
  ClassBody: NOTHING,
  MethodDefinition: [checkClassKey],
  PropertyDefinition: [checkClassKey, checkField],

  ArrayExpression: NOTHING,
  ObjectExpression: NOTHING,
  Property: [checkProperty],
  SpreadElement: [checkSpread],
  UnaryExpression: NOTHING,
  UpdateExpression: NOTHING,
  BinaryExpression: [checkBinary],
  LogicalExpression: NOTHING,
  AssignmentExpression: [checkCompound],
  ConditionalExpression: NOTHING,
  SequenceExpression: NOTHING,
  MemberExpression: [checkMember],
  ChainExpression: [checkChain],
  CallExpression: [checkCall],
  NewExpression: [checkNew],
  TaggedTemplateExpression: [checkTaggedTemplate],
  YieldExpression: [checkYield],
  AwaitExpression: [checkAwait],

  ArrayPattern: [checkPattern],
  ObjectPattern: [checkPattern],
  AssignmentPattern: NOTHING,
  RestElement: NOTHING,

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
};

const CHECKS_OF: ReadonlyMap<string, readonly Check<never>[]> = new Map(
  Object.entries(CHECKERS) as [string, readonly Check<never>[]][],
);

export function checkNode(node: AnyNode, cx: Context): void {
  const checks = CHECKS_OF.get(node.type) ?? REFUSED;
  for (let i = 0; i < checks.length; i++) (checks[i] as Check)(node, cx);
}
