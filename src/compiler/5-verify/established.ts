import type { AnyNode, MemberExpression } from "acorn";
import type { Binding } from "./bindings.js";
import { isSiteCall } from "./match.js";
import { bindingOf, noteLicence, type Strength } from "./notes.js";
import { eachChild } from "./tree.js";

type Key = Binding | string | object;

/** A layer over what was known outside. What is learnt inside a layer is not known outside of it. */
interface Known {
  own: Map<Key, Strength> | null;
  readonly outer: Known | null;
}

type Nodes = readonly (AnyNode | null)[];

/**
 * I26: notes member expressions whose object is a name that never changes and that has certainly passed a guard before.
 * `assigned` are the free names that the text assigns. A walk in evaluation order; what may not be evaluated works on a layer over what is known, and adds nothing to it.
 */
export function establishMembers(root: AnyNode, assigned: ReadonlySet<string>): void {
  const keyOf = (node: AnyNode, self: object): Key | undefined => {
    if (node.type === "ThisExpression") return self;
    if (node.type !== "Identifier" || node.name === "arguments") return undefined;
    const binding = bindingOf(node);
    if (binding !== undefined) return isFixed(binding) ? binding : undefined;
    return assigned.has(node.name) ? undefined : node.name;
  };

  const maybe = (node: AnyNode | null | undefined, known: Known, self: object): void => {
    if (node) walk(node, layer(known), self);
  };
  const certainly = (node: AnyNode | null | undefined, known: Known, self: object): void => {
    if (node) walk(node, known, self);
  };
  const allCertainly = (nodes: Nodes, known: Known, self: object): void => {
    for (let i = 0; i < nodes.length; i++) certainly(nodes[i], known, self);
  };
  /** A list whose later parts are reached only if the earlier ones completed. */
  const copy = (nodes: Nodes, known: Known | null, self: object): void =>
    allCertainly(nodes, layer(known), self);

  const call = (node: Extract<AnyNode, { type: "CallExpression" }>, known: Known, self: object): void => {
    certainly(node.callee, known, self);
    if (node.optional) {
      for (const argument of node.arguments) maybe(argument, known, self);
      return;
    }
    allCertainly(node.arguments, known, self);
    const operand = node.arguments[0];
    const key = operand === undefined ? undefined : keyOf(operand, self);
    if (key === undefined) return;
    const strength = isSiteCall(node, "w") ? "write" : isSiteCall(node, "g") ? "read" : undefined;
    if (strength === undefined || strengthOf(key, known) === "write") return;
    known.own ??= new Map();
    known.own.set(key, strength);
  };

  const member = (node: MemberExpression, known: Known, self: object): void => {
    const key = keyOf(node.object, self);
    const strength = key === undefined ? undefined : strengthOf(key, known);
    if (strength !== undefined) noteLicence(node, strength);
    certainly(node.object, known, self);
    if (node.computed) certainly(node.property, known, self);
  };

  /** `this` is an object that the engine has just made, in this realm and with the class's own prototype. */
  const baseConstructor = (statements: readonly AnyNode[], known: Known): void => {
    const self = {};
    const inside = layer(known);
    inside.own = new Map([[self, "write"]]);
    allCertainly(statements, inside, self);
  };

  function walk(node: AnyNode, known: Known, self: object): void {
    switch (node.type) {
      case "MemberExpression":
        return member(node, known, self);
      case "CallExpression":
        return call(node, known, self);
      case "FunctionDeclaration":
        // Hoisted: it may run before anything that stands in front of it.
        return node.body.type === "BlockStatement" ? copy(node.body.body, null, {}) : undefined;
      case "FunctionExpression":
        return copy(node.body.body, known, {});
      case "ArrowFunctionExpression":
        return copy(node.body.type === "BlockStatement" ? node.body.body : [node.body], known, self);
      case "ClassDeclaration":
      case "ClassExpression":
        certainly(node.superClass, known, self);
        for (const part of node.body.body) {
          if (!node.superClass && part.type === "MethodDefinition" && part.kind === "constructor")
            baseConstructor(part.value.body.body, known);
          else maybe(part, known, {});
        }
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
        return node.id.type === "Identifier" ? undefined : maybe(node.id, known, self);
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
        maybe(node.left, known, self);
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
      case "TemplateLiteral":
      case "NewExpression":
        return eachChild(node, (child) => walk(child, known, self));
      default:
        // Loops that test last, `switch`, `try`, labels, patterns, literals with methods: whatever is inside may not run.
        return eachChild(node, (child) => maybe(child, known, self));
    }
  }

  if (root.type === "FunctionExpression") copy(root.body.body, null, {});
}

/** Assignments whose right side may not be evaluated. */
const LOGICAL: ReadonlySet<string> = new Set(["&&=", "||=", "??="]);

function layer(known: Known | null): Known {
  // An empty layer is passed by: nothing is added to it while the inner one is worked on.
  return { own: null, outer: known?.own === null ? known.outer : known };
}

function strengthOf(key: Key, known: Known): Strength | undefined {
  for (let at: Known | null = known; at !== null; at = at.outer) {
    const strength = at.own?.get(key);
    if (strength !== undefined) return strength;
  }
  return undefined;
}

/** A name whose value is one value for as long as it can be read. */
function isFixed(binding: Binding): boolean {
  if (binding.kind === "const") return true;
  if (binding.changed) return false;
  // A pattern or a loop head leaves no initialiser here, and initialises all the same.
  if (binding.kind === "let") return binding.initialisers.every((value) => value !== null);
  return binding.kind === "parameter" || binding.kind === "rest";
}
