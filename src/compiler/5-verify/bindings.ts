import type { AnyNode, AssignmentExpression, Expression, Identifier, UpdateExpression } from "acorn";

export type BindingKind =
  | "var"
  | "let"
  | "const"
  | "parameter"
  | "rest"
  | "function"
  | "class"
  | "catch"
  | "own name";

/** What an identifier is at its place. `key` covers written-out property names, labels and `new.target`. */
export type Role = "declare" | "read" | "write" | "update" | "key" | "label";

export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  /** The node whose scope holds it: for a parameter its function. */
  readonly owner: AnyNode;
  /** Initialisers, one for each simple declarator; null where there is none. */
  readonly initialisers: readonly (Expression | null)[];
  /** Assignments and updates of the plain name. */
  readonly writes: readonly (AssignmentExpression | UpdateExpression)[];
  /** Something unknown may be written: a parameter, a pattern, a loop head, a second declaration of another kind. */
  readonly opaque: boolean;
  /** Written after its declaration, or declared again. */
  readonly changed: boolean;
  readonly references: readonly Identifier[];
}

export interface MutableBinding extends Binding {
  readonly initialisers: (Expression | null)[];
  readonly writes: (AssignmentExpression | UpdateExpression)[];
  readonly references: Identifier[];
  opaque: boolean;
  changed: boolean;
}

export interface Scope {
  readonly parent: Scope | undefined;
  readonly owner: AnyNode;
  /** `var` lands in the nearest scope of this sort. */
  readonly takesVar: boolean;
  /** The parameters, seen from the scope of a function's body. */
  readonly parameters: Scope | undefined;
  /** Made for the first name: most blocks declare none. */
  names: Map<string, MutableBinding> | undefined;
}

export function createScope(
  parent: Scope | undefined,
  owner: AnyNode,
  sort: "block" | "var" = "block",
  parameters?: Scope,
): Scope {
  return { parent, owner, takesVar: sort === "var", parameters, names: undefined };
}

const TRANSPARENT_KINDS: ReadonlySet<BindingKind> = new Set(["var", "let", "const"]);

/**
 * Declares a name. A body `var` or function of a parameter's name starts with, or is, the parameter: both are taken
 * for the parameter, which no fact holds of. Any second declaration counts as a change.
 */
export function declare(scope: Scope, id: Identifier, kind: BindingKind): MutableBinding {
  const target = kind === "var" ? varScope(scope) : scope;
  const parameter = target.parameters?.names?.get(id.name);
  const known = target.names?.get(id.name) ?? parameter;
  if (known !== undefined) {
    known.changed = true;
    if (known.kind !== kind || !TRANSPARENT_KINDS.has(kind)) known.opaque = true;
    return known;
  }
  const binding: MutableBinding = {
    name: id.name,
    kind,
    owner: target.owner,
    initialisers: [],
    writes: [],
    opaque: !TRANSPARENT_KINDS.has(kind),
    changed: false,
    references: [],
  };
  target.names ??= new Map();
  target.names.set(id.name, binding);
  return binding;
}

export function lookUp(scope: Scope, name: string): MutableBinding | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const binding = at.names?.get(name);
    if (binding !== undefined) return binding;
  }
  return undefined;
}

function varScope(scope: Scope): Scope {
  let at = scope;
  while (!at.takesVar && at.parent !== undefined) at = at.parent;
  return at;
}
