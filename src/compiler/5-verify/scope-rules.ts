import type { AnyNode, Class, Function as FunctionNode, Identifier, Statement } from "acorn";
import { createScope, type Scope } from "./bindings.js";
import type { NodeType } from "./node-types.js";
import type { ScopeWalk } from "./scope.js";
import { eachChild } from "./tree.js";

type Rule<T extends NodeType> = (node: Extract<AnyNode, { type: T }>, scope: Scope, walk: ScopeWalk) => void;
type Rules = { readonly [T in NodeType]?: Rule<T> };

const generic = (node: AnyNode, scope: Scope, walk: ScopeWalk): void =>
  eachChild(node, (child) => walk.visit(child, scope));

const block = (
  node: AnyNode & { readonly body: readonly Statement[] },
  scope: Scope,
  walk: ScopeWalk,
): void => walk.visitAll(node.body, createScope(scope, node));

const loop = (node: AnyNode, scope: Scope, walk: ScopeWalk): void =>
  generic(node, createScope(scope, node), walk);

const label = (id: Identifier | null | undefined, walk: ScopeWalk): void => {
  if (id !== null && id !== undefined) walk.mark(id, "label");
};

/** A written-out key is no reference; a computed one is evaluated where the object or class stands. */
const key = (
  node: AnyNode & { readonly computed: boolean; readonly key: AnyNode },
  scope: Scope,
  walk: ScopeWalk,
): void => {
  if (node.computed) walk.visit(node.key, scope);
  else if (node.key.type === "Identifier") walk.mark(node.key, "key");
};

/** Three scopes: the function's own name, its parameters (which never see the body's names), its body. */
const functionParts = (node: FunctionNode & AnyNode, scope: Scope, walk: ScopeWalk): void => {
  let outer = scope;
  if (node.type === "FunctionExpression" && node.id) {
    outer = createScope(scope, node);
    walk.declareName(node.id, outer, "own name");
  }
  const parameters = createScope(outer, node, "var");
  for (const parameter of node.params) {
    if (parameter.type === "RestElement") walk.bind(parameter.argument, parameters, "rest");
    else walk.bind(parameter, parameters, "parameter");
  }
  const body = createScope(parameters, node, "var", parameters);
  if (node.body.type === "BlockStatement") walk.visitAll(node.body.body, body);
  else walk.visit(node.body, body);
};

const classParts = (node: Class & AnyNode, scope: Scope, walk: ScopeWalk): void => {
  const inner = createScope(scope, node);
  if (node.id) {
    // A class's own name inside itself is another binding than the one its declaration makes.
    if (node.type === "ClassDeclaration") walk.declareName(node.id, scope, "class");
    walk.declareName(node.id, inner, "own name");
  }
  walk.visit(node.superClass, inner);
  walk.visit(node.body, inner);
};

const forHead = (
  node: Extract<AnyNode, { type: "ForInStatement" | "ForOfStatement" }>,
  scope: Scope,
  walk: ScopeWalk,
): void => {
  const head = createScope(scope, node);
  if (node.left.type === "VariableDeclaration") {
    for (const declarator of node.left.declarations) {
      if (node.left.kind === "var" || node.left.kind === "let" || node.left.kind === "const") {
        walk.bind(declarator.id, head, node.left.kind);
      }
      walk.visit(declarator.init, head);
    }
  } else {
    walk.bind(node.left, head, "assign");
  }
  walk.visit(node.right, head);
  walk.visit(node.body, head);
};

const RULES: Rules = {
  FunctionDeclaration: (node, scope, walk) => {
    if (node.id) walk.declareName(node.id, scope, "function");
    functionParts(node, scope, walk);
  },
  FunctionExpression: functionParts,
  ArrowFunctionExpression: functionParts,
  ClassDeclaration: classParts,
  ClassExpression: classParts,
  MethodDefinition: (node, scope, walk) => {
    key(node, scope, walk);
    walk.visit(node.value, scope);
  },
  PropertyDefinition: (node, scope, walk) => {
    key(node, scope, walk);
    walk.visit(node.value, createScope(scope, node, "var"));
  },
  StaticBlock: (node, scope, walk) => walk.visitAll(node.body, createScope(scope, node, "var")),
  BlockStatement: block,
  SwitchStatement: (node, scope, walk) => {
    walk.visit(node.discriminant, scope);
    walk.visitAll(node.cases, createScope(scope, node));
  },
  ForStatement: loop,
  ForInStatement: forHead,
  ForOfStatement: forHead,
  CatchClause: (node, scope, walk) => {
    const head = createScope(scope, node);
    if (node.param) walk.bind(node.param, head, "catch");
    walk.visit(node.body, head);
  },
  VariableDeclaration: (node, scope, walk) => {
    if (node.kind !== "var" && node.kind !== "let" && node.kind !== "const") return;
    for (const { id, init } of node.declarations) {
      if (id.type === "Identifier") walk.initialise(id, scope, node.kind, init ?? null);
      else walk.bind(id, scope, node.kind);
      walk.visit(init, scope);
    }
  },
  AssignmentExpression: (node, scope, walk) => {
    if (node.left.type === "Identifier") walk.write(node.left, scope, node);
    else walk.bind(node.left, scope, "assign");
    walk.visit(node.right, scope);
  },
  UpdateExpression: (node, scope, walk) => {
    if (node.argument.type === "Identifier") walk.write(node.argument, scope, node);
    else walk.visit(node.argument, scope);
  },
  Property: (node, scope, walk) => {
    key(node, scope, walk);
    walk.visit(node.value, scope);
  },
  MemberExpression: (node, scope, walk) => {
    walk.visit(node.object, scope);
    if (node.computed) walk.visit(node.property, scope);
    else if (node.property.type === "Identifier") walk.mark(node.property, "key");
  },
  MetaProperty: (node, _scope, walk) => {
    walk.mark(node.meta, "key");
    walk.mark(node.property, "key");
  },
  LabeledStatement: (node, scope, walk) => {
    label(node.label, walk);
    walk.visit(node.body, scope);
  },
  BreakStatement: (node, _scope, walk) => label(node.label, walk),
  ContinueStatement: (node, _scope, walk) => label(node.label, walk),
};

type AnyRule = (node: never, scope: Scope, walk: ScopeWalk) => void;

const RULE_OF: ReadonlyMap<string, AnyRule> = new Map(Object.entries(RULES) as [string, AnyRule][]);

/** A node type in no rule makes no scope and no name: its children are visited in the scope it stands in. */
export function scopeRuleOf(type: string): AnyRule {
  return RULE_OF.get(type) ?? generic;
}
