import type { Expression, Node, t } from "../../ast/index.js";
import { eachChild } from "../children.js";
import { analyze } from "../scope/analyze.js";
import type { Binding, Resolution } from "../scope/scope.js";

type Strength = "read" | "write";
type Key = Binding | string | object;

/** What is known at a place; an inner place sees what the outer ones know, and tells them nothing. */
class Known {
  #own: Map<Key, Strength> | null = null;
  readonly #outer: Known | null;

  constructor(outer: Known | null) {
    this.#outer = outer !== null && outer.#own === null ? outer.#outer : outer;
  }

  get(key: Key): Strength | undefined {
    return this.#own?.get(key) ?? this.#outer?.get(key);
  }

  set(key: Key, strength: Strength): void {
    this.#own ??= new Map();
    this.#own.set(key, strength);
  }
}

/**
 * Takes away the guards of names that have certainly passed one before and never change (invariant I26). It works on
 * the finished tree, so that it sees the names the verifier will see.
 */
export function dropEstablished(root: t.FunctionExpression): void {
  const statement = { type: "ExpressionStatement", expression: root } as unknown as t.Statement;
  const resolution = analyze({ type: "Program", body: [statement], directives: [] } as unknown as t.Program);
  const walk = walker(resolution);
  const known = new Known(null);
  const self = {};
  for (const s of root.body.body) walk(s, known, self);
}

/** Assignments whose right side may not be evaluated. */
const LOGICAL: ReadonlySet<string> = new Set(["&&=", "||=", "??="]);

type Walk = (node: Node, known: Known, self: object) => void;

function walker(resolution: Resolution): Walk {
  const keyOf = (node: Node, self: object): Key | undefined => {
    if (node.type === "ThisExpression") return self;
    if (node.type !== "Identifier" || node.name === "arguments") return undefined;
    const binding = resolution.references.get(node);
    if (binding === undefined) return undefined;
    if (binding !== null) return isFixed(binding) ? binding : undefined;
    return resolution.assignedFree.has(node.name) ? undefined : node.name;
  };
  const certainly = (node: Node | null | undefined, known: Known, self: object): void => {
    if (node) walk(node, known, self);
  };
  const maybe = (node: Node | null | undefined, known: Known, self: object): void => {
    if (node) walk(node, new Known(known), self);
  };
  const allCertainly = (nodes: readonly (Node | null)[], known: Known, self: object): void => {
    for (let i = 0; i < nodes.length; i++) certainly(nodes[i], known, self);
  };

  /** `_g3_(a).b` becomes `a.b` where `a` is known to have passed. */
  const member = (node: t.MemberExpression, known: Known, self: object): void => {
    const guard = siteCall(node.object);
    const key = guard === null ? undefined : keyOf(guard.operand, self);
    const strength = key === undefined ? undefined : known.get(key);
    // The guard at `exec` does more than to check: it watches the matcher.
    const droppable = !(node.property.type === "Identifier" && node.property.name === "exec");
    if (droppable && guard !== null && strength !== undefined && (guard.kind === "g" || strength === "write"))
      node.object = guard.operand;
    certainly(node.object, known, self);
    if (node.computed) certainly(node.property, known, self);
  };

  const call = (node: t.CallExpression, known: Known, self: object): void => {
    certainly(node.callee, known, self);
    allCertainly(node.arguments, known, self);
    const guard = siteCall(node);
    const key = guard === null ? undefined : keyOf(guard.operand, self);
    if (key === undefined || guard === null) return;
    if (known.get(key) !== "write") known.set(key, guard.kind === "w" ? "write" : "read");
  };

  const walk: Walk = (node, known, self) => {
    switch (node.type) {
      case "MemberExpression":
        return member(node, known, self);
      case "CallExpression":
        return call(node, known, self);
      case "FunctionDeclaration":
        return allCertainly(node.body.body, new Known(null), {});
      case "FunctionExpression":
      case "ObjectMethod":
        if (node.type === "ObjectMethod" && node.computed) maybe(node.key, known, self);
        return allCertainly(node.body.body, new Known(known), {});
      case "ArrowFunctionExpression":
        return allCertainly(
          node.body.type === "BlockStatement" ? node.body.body : [node.body],
          new Known(known),
          self,
        );
      case "ClassDeclaration":
      case "ClassExpression":
        certainly(node.superClass, known, self);
        for (const part of node.body.body) classPart(part as Node, new Known(known), !node.superClass);
        return;
      case "AssignmentExpression":
        if (node.left.type === "ObjectPattern" || node.left.type === "ArrayPattern") {
          certainly(node.right, known, self);
          return maybe(node.left, known, self);
        }
        certainly(node.left, known, self);
        return LOGICAL.has(node.operator)
          ? maybe(node.right, known, self)
          : certainly(node.right, known, self);
      case "VariableDeclarator":
        certainly(node.init, known, self);
        return node.id.type === "Identifier" ? undefined : maybe(node.id as Node, known, self);
      case "LogicalExpression":
        certainly(node.left, known, self);
        return maybe(node.right, known, self);
      case "ConditionalExpression":
      case "IfStatement":
        certainly(node.test, known, self);
        maybe(node.consequent, known, self);
        return maybe(node.alternate, known, self);
      case "ForStatement":
        certainly(node.init, known, self);
        certainly(node.test, known, self);
        maybe(node.body, known, self);
        return maybe(node.update, known, self);
      case "WhileStatement":
        certainly(node.test, known, self);
        return maybe(node.body, known, self);
      case "ForOfStatement":
      case "ForInStatement":
        certainly(node.right, known, self);
        return maybe(node.body, known, self);
      case "ExpressionStatement":
      case "VariableDeclaration":
      case "BlockStatement":
      case "ReturnStatement":
      case "ThrowStatement":
      case "ArrayExpression":
      case "SequenceExpression":
      case "BinaryExpression":
      case "UnaryExpression":
      case "UpdateExpression":
      case "SpreadElement":
      case "AwaitExpression":
      case "NewExpression":
        return eachChild(node, (child) => walk(child, known, self));
      case "TemplateLiteral":
        return allCertainly(node.expressions as Node[], known, self);
      default:
        return eachChild(node, (child) => maybe(child, known, self));
    }
  };

  /** A class body's parts run at other times, each with a `this` of its own. */
  const classPart = (part: Node, known: Known, base: boolean): void => {
    if (part.type === "ClassMethod" || part.type === "ClassPrivateMethod") {
      const self = {};
      // The engine has just made it.
      if (base && part.kind === "constructor") known.set(self, "write");
      return allCertainly(part.body.body, known, self);
    }
    if (part.type === "StaticBlock") {
      for (const statement of part.body) maybe(statement, known, {});
      return;
    }
    if ("value" in part && part.value) maybe(part.value as Node, known, {});
  };

  return walk;
}

function siteCall(node: Node): { readonly kind: "g" | "w"; readonly operand: Expression } | null {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier" || node.arguments.length !== 1)
    return null;
  const kind = /^_([gw])\d+_$/.exec(node.callee.name)?.[1];
  return kind === "g" || kind === "w" ? { kind, operand: node.arguments[0] as Expression } : null;
}

function isFixed(binding: Binding): boolean {
  if (binding.kind === "const") return true;
  if (binding.changes > 0 || binding.bare) return false;
  return binding.kind === "let" || binding.kind === "param";
}
