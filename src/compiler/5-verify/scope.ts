import type {
  AnyNode,
  AssignmentExpression,
  Expression,
  FunctionExpression,
  Identifier,
  UpdateExpression,
} from "acorn";
import {
  type Binding,
  type BindingKind,
  createScope,
  declare,
  lookUp,
  type MutableBinding,
  type Role,
  type Scope,
} from "./bindings.js";
import { noteBinding, noteRole } from "./notes.js";
import { scopeRuleOf } from "./scope-rules.js";

/** How a pattern binds: it declares, or it assigns to what there is. */
export type Target = BindingKind | "assign";

/** What the rules of scope-rules.ts do with the children of a node. */
export interface ScopeWalk {
  readonly visit: (node: AnyNode | null | undefined, scope: Scope) => void;
  readonly visitAll: (nodes: readonly (AnyNode | null)[], scope: Scope) => void;
  /** A pattern or a single target, whose parts receive values nobody knows. */
  readonly bind: (pattern: AnyNode, scope: Scope, target: Target) => void;
  readonly declareName: (id: Identifier, scope: Scope, kind: BindingKind) => MutableBinding;
  readonly initialise: (id: Identifier, scope: Scope, kind: BindingKind, value: Expression | null) => void;
  readonly write: (id: Identifier, scope: Scope, by: AssignmentExpression | UpdateExpression) => void;
  readonly mark: (id: Identifier, role: Role) => void;
}

interface Reference {
  readonly id: Identifier;
  readonly scope: Scope;
  readonly effect: "none" | "opaque" | AssignmentExpression | UpdateExpression;
  /** For the initialiser of a declarator: the binding it declares. */
  readonly declared?: MutableBinding;
}

/**
 * Scope analysis for strict mode: notes the role of each identifier and the binding it refers to, and lists the bindings.
 * The work list is explicit, so that depth of nesting costs no stack.
 */
export function analyseNames(root: FunctionExpression): readonly Binding[] {
  const declared = new Set<string>();
  const bindings = new Set<MutableBinding>();
  const references: Reference[] = [];
  const pending: AnyNode[] = [];
  const scopes: Scope[] = [];

  const declareName = (id: Identifier, scope: Scope, kind: BindingKind): MutableBinding => {
    const binding = declare(scope, id, kind);
    noteRole(id, "declare");
    noteBinding(id, binding);
    bindings.add(binding);
    declared.add(id.name);
    return binding;
  };
  const walk: ScopeWalk = {
    visit: (node, scope) => {
      if (node === null || node === undefined) return;
      if (node.type === "Identifier") {
        noteRole(node, "read");
        references.push({ id: node, scope, effect: "none" });
        return;
      }
      pending.push(node);
      scopes.push(scope);
    },
    visitAll: (nodes, scope) => {
      for (let i = 0; i < nodes.length; i++) walk.visit(nodes[i], scope);
    },
    bind: (pattern, scope, target) => {
      if (pattern.type !== "Identifier") {
        // At once, not later: a body `var` must find the parameters declared.
        bindParts(pattern, scope, target, walk);
      } else if (target === "assign") {
        noteRole(pattern, "write");
        references.push({ id: pattern, scope, effect: "opaque" });
      } else {
        declareName(pattern, scope, target).opaque = true;
      }
    },
    declareName,
    initialise: (id, scope, kind, value) => {
      const binding = declareName(id, scope, kind);
      binding.initialisers.push(value);
      // `catch (e) { var e = 1; }` declares one name and writes another: resolved like any reference.
      if (value !== null) references.push({ id, scope, effect: "opaque", declared: binding });
    },
    write: (id, scope, by) => {
      noteRole(id, by.type === "AssignmentExpression" && by.operator === "=" ? "write" : "update");
      references.push({ id, scope, effect: by });
    },
    mark: noteRole,
  };

  walk.visit(root, createScope(undefined, root, "var"));
  for (let node = pending.pop(); node !== undefined; node = pending.pop())
    scopeRuleOf(node.type)(node as never, scopes.pop() as Scope, walk);
  // Most names of a text are the run time's: nothing in the text declares them, whatever scope they stand in.
  for (const reference of references) if (declared.has(reference.id.name)) resolve(reference);
  return [...bindings];
}

function bindParts(pattern: AnyNode, scope: Scope, target: Target, walk: ScopeWalk): void {
  switch (pattern.type) {
    case "AssignmentPattern":
      walk.bind(pattern.left, scope, target);
      walk.visit(pattern.right, scope);
      return;
    case "RestElement":
      walk.bind(pattern.argument, scope, target);
      return;
    case "ArrayPattern":
      for (const element of pattern.elements) if (element !== null) walk.bind(element, scope, target);
      return;
    case "ObjectPattern":
      for (const part of pattern.properties) {
        if (part.type === "RestElement") {
          walk.bind(part, scope, target);
          continue;
        }
        if (part.computed) walk.visit(part.key, scope);
        else if (part.key.type === "Identifier") walk.mark(part.key, "key");
        walk.bind(part.value, scope, target);
      }
      return;
    default:
      walk.visit(pattern, scope);
      return;
  }
}

function resolve(reference: Reference): void {
  const { id, scope, effect, declared } = reference;
  const binding = lookUp(scope, id.name);
  if (binding === undefined) return;
  if (declared !== undefined) {
    if (binding !== declared) {
      binding.opaque = true;
      binding.changed = true;
    }
    return;
  }
  noteBinding(id, binding);
  binding.references.push(id);
  if (effect === "none") return;
  binding.changed = true;
  if (effect === "opaque") binding.opaque = true;
  else binding.writes.push(effect);
}
