import type { AnyNode, Identifier, MemberExpression } from "acorn";
import type { Binding } from "./bindings.js";
import { isSiteCall } from "./match.js";
import { childrenOf } from "./tree.js";

/** What is known of a name: its value passed a read guard, or a write guard (which is the stronger test). */
type Strength = "read" | "write";
type Key = Binding | string | object;

/** A layer over what was known outside. What is learnt inside a layer is not known outside of it. */
interface Known {
  readonly own: Map<Key, Strength>;
  readonly outer: Known | null;
}

export interface EstablishInput {
  readonly bindingOf: (id: Identifier) => Binding | undefined;
  /** Free names that the text assigns. */
  readonly assigned: ReadonlySet<string>;
}

/**
 * I26: member expressions whose object is a name that never changes and that has certainly passed a guard before.
 * A walk in evaluation order; what may not be evaluated works on a layer over what is known, and adds nothing to it.
 */
export function establishedMembers(
  root: AnyNode,
  input: EstablishInput,
): ReadonlyMap<MemberExpression, Strength> {
  const licensed = new Map<MemberExpression, Strength>();

  const keyOf = (node: AnyNode, self: object): Key | undefined => {
    if (node.type === "ThisExpression") return self;
    if (node.type !== "Identifier" || node.name === "arguments") return undefined;
    const binding = input.bindingOf(node);
    if (binding !== undefined) return isFixed(binding) ? binding : undefined;
    return input.assigned.has(node.name) ? undefined : node.name;
  };

  const maybe = (nodes: readonly (AnyNode | null | undefined)[], known: Known, self: object): void => {
    for (const node of nodes) if (node) walk(node, layer(known), self);
  };
  const certainly = (nodes: readonly (AnyNode | null | undefined)[], known: Known, self: object): void => {
    for (const node of nodes) if (node) walk(node, known, self);
  };
  /** A list whose later parts are reached only if the earlier ones completed. */
  const copy = (nodes: readonly AnyNode[], known: Known, self: object): void =>
    certainly(nodes, layer(known), self);

  const call = (node: Extract<AnyNode, { type: "CallExpression" }>, known: Known, self: object): void => {
    certainly([node.callee], known, self);
    if (node.optional) return maybe(node.arguments, known, self);
    certainly(node.arguments, known, self);
    const [operand] = node.arguments;
    const strength: Strength | undefined = isSiteCall(node, "w")
      ? "write"
      : isSiteCall(node, "g")
        ? "read"
        : undefined;
    const key = operand === undefined || strength === undefined ? undefined : keyOf(operand, self);
    if (key !== undefined && strengthOf(key, known) !== "write") known.own.set(key, strength as Strength);
  };

  const member = (node: MemberExpression, known: Known, self: object): void => {
    const key = keyOf(node.object, self);
    const strength = key === undefined ? undefined : strengthOf(key, known);
    if (strength !== undefined) licensed.set(node, strength);
    certainly([node.object], known, self);
    if (node.computed) certainly([node.property], known, self);
  };

  /** `this` is an object that the engine has just made, in this realm and with the class's own prototype. */
  const baseConstructor = (statements: readonly AnyNode[], known: Known): void => {
    const self = {};
    const inside = layer(known);
    inside.own.set(self, "write");
    certainly(statements, inside, self);
  };

  function walk(node: AnyNode, known: Known, self: object): void {
    switch (node.type) {
      case "MemberExpression":
        return member(node, known, self);
      case "CallExpression":
        return call(node, known, self);
      case "FunctionDeclaration":
        // Hoisted: it may run before anything that stands in front of it.
        return node.body.type === "BlockStatement" ? copy(node.body.body, layer(null), {}) : undefined;
      case "FunctionExpression":
        return copy(node.body.body, known, {});
      case "ArrowFunctionExpression":
        return copy(node.body.type === "BlockStatement" ? node.body.body : [node.body], known, self);
      case "ClassDeclaration":
      case "ClassExpression":
        certainly([node.superClass], known, self);
        for (const part of node.body.body) {
          if (!node.superClass && part.type === "MethodDefinition" && part.kind === "constructor")
            baseConstructor(part.value.body.body, known);
          else maybe([part], known, {});
        }
        return;
      case "AssignmentExpression":
        if (node.left.type === "ObjectPattern" || node.left.type === "ArrayPattern") {
          certainly([node.right], known, self);
          return maybe([node.left], known, self);
        }
        certainly([node.left], known, self);
        return /^(?:&&|\|\||\?\?)=$/.test(node.operator)
          ? maybe([node.right], known, self)
          : certainly([node.right], known, self);
      case "VariableDeclarator":
        certainly([node.init], known, self);
        return node.id.type === "Identifier" ? undefined : maybe([node.id], known, self);
      case "LogicalExpression":
        certainly([node.left], known, self);
        return maybe([node.right], known, self);
      case "ConditionalExpression":
      case "IfStatement":
        certainly([node.test], known, self);
        return maybe([node.consequent, node.alternate], known, self);
      case "ForStatement":
        certainly([node.init, node.test], known, self);
        return maybe([node.body, node.update], known, self);
      case "WhileStatement":
        certainly([node.test], known, self);
        return maybe([node.body], known, self);
      case "ForOfStatement":
      case "ForInStatement":
        certainly([node.right], known, self);
        return maybe([node.left, node.body], known, self);
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
        return certainly(childrenOf(node), known, self);
      default:
        // Loops that test last, `switch`, `try`, labels, patterns, literals with methods: whatever is inside may not run.
        return maybe(childrenOf(node), known, self);
    }
  }

  if (root.type === "FunctionExpression") copy(root.body.body, layer(null), {});
  return licensed;
}

function layer(known: Known | null): Known {
  // An empty layer is passed by: nothing is added to it while the inner one is worked on.
  return { own: new Map(), outer: known?.own.size === 0 ? known.outer : known };
}

function strengthOf(key: Key, known: Known): Strength | undefined {
  for (let at: Known | null = known; at !== null; at = at.outer) {
    const strength = at.own.get(key);
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
