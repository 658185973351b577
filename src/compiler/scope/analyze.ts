import type { Node, t } from "../../ast/index.js";
import { eachChild } from "../children.js";
import { collect, patternNames } from "./patterns.js";
import { type Binding, type Resolution, Scope } from "./scope.js";

type FunctionNode =
  | t.FunctionDeclaration
  | t.FunctionExpression
  | t.ArrowFunctionExpression
  | t.ObjectMethod
  | t.ClassMethod
  | t.ClassPrivateMethod;

/** Resolves every variable of a strict program. `params` are the parameters of mode `function`. */
export function analyze(program: t.Program, params: readonly Node[] = []): Resolution {
  const references = new Map<Node, Binding | null>();
  const freeNames = new Set<string>();
  const freeWrites: t.Identifier[] = [];
  const root = new Scope(null, true);
  const walk = makeWalker(references, freeNames, freeWrites);
  for (const param of params) for (const name of patternNames(param)) root.declare(name, "param");
  for (const param of params) walk.pattern(param, root, true);
  hoistVars(program.body, root);
  hoistLexical(program.body, root);
  for (const statement of program.body) walk.node(statement, root);
  const assignedFree = new Set(freeWrites.map((id) => id.name));
  const topLevel = inSourceOrder(program.body);
  return { references, freeNames, assignedFree, freeWrites, topLevel, widestScope: root.widest };
}

function inSourceOrder(body: readonly Node[]): readonly string[] {
  const names = new Set<string>();
  for (const statement of body) {
    const own = new Scope(null, true);
    hoistVars([statement], own);
    hoistLexical([statement], own);
    for (const name of own.bindings.keys()) names.add(name);
  }
  return [...names];
}

interface Walker {
  node(node: Node, scope: Scope): void;
  pattern(pattern: Node, scope: Scope, declares: boolean): void;
}

function makeWalker(
  references: Map<Node, Binding | null>,
  freeNames: Set<string>,
  freeWrites: t.Identifier[],
): Walker {
  const reference = (id: t.Identifier, scope: Scope): Binding | null => {
    const binding = id.name === "arguments" ? null : scope.find(id.name);
    references.set(id, binding);
    if (binding === null && id.name !== "arguments") freeNames.add(id.name);
    return binding;
  };

  const write = (target: Node, scope: Scope, value: Node | null, declares = false): void => {
    if (target.type !== "Identifier") return node(target, scope);
    const binding = reference(target, scope);
    if (binding === null) {
      freeWrites.push(target);
      return;
    }
    if (!declares) binding.changes++;
    if (value === null) binding.opaque = true;
    else binding.writes.push(value);
  };

  /** A pattern's targets are written with unknown values; its keys and defaults are ordinary expressions. */
  const pattern = (p: Node, scope: Scope, declares: boolean): void => {
    collect(p, (target) => write(target, scope, null, declares));
    patternParts(p, (part) => node(part, scope));
  };

  const fn = (f: FunctionNode, outer: Scope): void => {
    let scope = outer;
    if (f.type === "FunctionExpression" && f.id) {
      scope = new Scope(scope, false);
      scope.declare(f.id.name, "self");
    }
    const params = new Scope(scope, true);
    for (const param of f.params) for (const name of patternNames(param)) params.declare(name, "param");
    for (const param of f.params) pattern(param, params, true);
    if (f.body.type !== "BlockStatement") return node(f.body, params);
    const body = new Scope(params, true);
    hoistVars(f.body.body, body);
    hoistLexical(f.body.body, body);
    for (const name of params.bindings.keys()) {
      const shadow = body.bindings.get(name);
      if (shadow !== undefined) shadow.opaque = true;
    }
    for (const statement of f.body.body) node(statement, body);
  };

  const block = (statements: readonly Node[], outer: Scope): void => {
    const scope = new Scope(outer, false);
    hoistLexical(statements, scope);
    for (const statement of statements) node(statement, scope);
  };

  const klass = (c: t.Class, outer: Scope): void => {
    const scope = new Scope(outer, false);
    if (c.id) scope.declare(c.id.name, "self");
    if (c.superClass) node(c.superClass, scope);
    for (const member of c.body.body) {
      if (member.type === "StaticBlock") {
        const inner = new Scope(scope, true);
        hoistVars(member.body, inner);
        hoistLexical(member.body, inner);
        for (const statement of member.body) node(statement, inner);
        continue;
      }
      if ("computed" in member && member.computed) node(member.key, scope);
      if (member.type === "ClassMethod" || member.type === "ClassPrivateMethod") fn(member, scope);
      else if ("value" in member && member.value) node(member.value, new Scope(scope, true));
    }
  };

  const loopHead = (n: t.ForInStatement | t.ForOfStatement, outer: Scope): void => {
    const scope = new Scope(outer, false);
    if (n.left.type === "VariableDeclaration") {
      const declaration = n.left;
      if (declaration.kind !== "var") declareAll(declaration, scope);
      for (const d of declaration.declarations) pattern(d.id, scope, true);
    } else pattern(n.left, outer, false);
    node(n.right, scope);
    node(n.body, scope);
  };

  function node(n: Node, scope: Scope): void {
    switch (n.type) {
      case "Identifier":
        reference(n, scope);
        return;
      // The table of fields would say the same of the next five, in more time: most nodes are of these types.
      case "CallExpression":
        node(n.callee, scope);
        for (let i = 0; i < n.arguments.length; i++) node(n.arguments[i] as Node, scope);
        return;
      case "BinaryExpression":
      case "LogicalExpression":
        node(n.left, scope);
        return node(n.right, scope);
      case "ExpressionStatement":
        return node(n.expression, scope);
      case "StringLiteral":
      case "NumericLiteral":
        return;
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        return fn(n, scope);
      case "ObjectMethod":
        if (n.computed) node(n.key, scope);
        return fn(n, scope);
      case "ClassDeclaration":
      case "ClassExpression":
        return klass(n, scope);
      case "BlockStatement":
        return block(n.body, scope);
      case "SwitchStatement": {
        node(n.discriminant, scope);
        const inner = new Scope(scope, false);
        hoistLexical(
          n.cases.flatMap((c) => c.consequent),
          inner,
        );
        for (const c of n.cases) {
          if (c.test) node(c.test, inner);
          for (const statement of c.consequent) node(statement, inner);
        }
        return;
      }
      case "ForStatement": {
        const inner = new Scope(scope, false);
        if (n.init?.type === "VariableDeclaration" && n.init.kind !== "var") declareAll(n.init, inner);
        for (const part of [n.init, n.test, n.update, n.body]) if (part) node(part, inner);
        return;
      }
      case "ForInStatement":
      case "ForOfStatement":
        return loopHead(n, scope);
      case "CatchClause": {
        const inner = new Scope(scope, false);
        if (n.param) for (const name of patternNames(n.param)) inner.declare(name, "catch");
        if (n.param) pattern(n.param, inner, true);
        return block(n.body.body, inner);
      }
      case "VariableDeclaration":
        for (const d of n.declarations) {
          if (d.id.type === "Identifier") {
            if (d.init) write(d.id, scope, d.init, true);
            else if (n.kind === "var" || n.kind === "let") {
              write(d.id, scope, null, true);
              const binding = scope.find(d.id.name);
              if (binding !== null) binding.bare = true;
            }
          } else pattern(d.id, scope, true);
          if (d.init) node(d.init, scope);
        }
        return;
      case "AssignmentExpression":
        if (n.left.type === "Identifier") write(n.left, scope, n);
        else pattern(n.left, scope, false);
        return node(n.right, scope);
      case "UpdateExpression":
        if (n.argument.type === "Identifier") write(n.argument, scope, n);
        else node(n.argument, scope);
        return;
      case "MemberExpression":
      case "OptionalMemberExpression":
        node(n.object, scope);
        if (n.computed) node(n.property, scope);
        return;
      case "ObjectProperty":
        if (n.computed) node(n.key, scope);
        return node(n.value, scope);
      case "LabeledStatement":
        return node(n.body, scope);
      case "BreakStatement":
      case "ContinueStatement":
      case "MetaProperty":
      case "PrivateName":
      // An imported name is bound around the program, like any other name that the host provides.
      case "ImportDeclaration":
        return;
      default:
        eachChild(n, (child) => node(child, scope));
    }
  }

  return { node, pattern };
}

/** The expressions inside a pattern: computed keys and defaults. */
function patternParts(p: Node | null | undefined, visit: (part: Node) => void): void {
  if (p === null || p === undefined) return;
  switch (p.type) {
    case "ArrayPattern":
      for (const element of p.elements) patternParts(element, visit);
      return;
    case "ObjectPattern":
      for (const property of p.properties) {
        if (property.type === "RestElement") patternParts(property, visit);
        else {
          if (property.computed) visit(property.key);
          patternParts(property.value as Node, visit);
        }
      }
      return;
    case "AssignmentPattern":
      patternParts(p.left, visit);
      visit(p.right);
      return;
    case "RestElement":
      patternParts(p.argument, visit);
      return;
    default:
  }
}

function declareAll(declaration: t.VariableDeclaration, scope: Scope): void {
  const kind = declaration.kind === "var" ? "var" : declaration.kind === "const" ? "const" : "let";
  for (const d of declaration.declarations) for (const name of patternNames(d.id)) scope.declare(name, kind);
}

/** `let`, `const`, `class` and `function` of one block; strict mode keeps functions in their block. */
function hoistLexical(statements: readonly Node[], scope: Scope): void {
  for (const s of statements) {
    if (s.type === "VariableDeclaration" && s.kind !== "var") declareAll(s, scope);
    else if (s.type === "FunctionDeclaration" && s.id) scope.declare(s.id.name, "function");
    else if (s.type === "ClassDeclaration" && s.id) scope.declare(s.id.name, "class");
    else if (s.type === "LabeledStatement") hoistLexical([s.body], scope);
  }
}

/** `var` declarations anywhere in a function but not in the functions inside it. */
function hoistVars(nodes: readonly Node[], scope: Scope): void {
  for (const n of nodes) {
    if (n.type === "VariableDeclaration" && n.kind === "var") declareAll(n, scope);
    else if (HOLDS_STATEMENTS.has(n.type)) eachChild(n, (child) => hoistVars([child], scope));
  }
}

/** No `var` stands inside an expression, but for those of the functions in it. */
const HOLDS_STATEMENTS: ReadonlySet<string> = new Set([
  "BlockStatement",
  "CatchClause",
  "DoWhileStatement",
  "ForInStatement",
  "ForOfStatement",
  "ForStatement",
  "IfStatement",
  "LabeledStatement",
  "SwitchCase",
  "SwitchStatement",
  "TryStatement",
  "WhileStatement",
]);
