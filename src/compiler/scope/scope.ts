import type { Node, t } from "../../ast/index.js";

export type BindingKind = "var" | "let" | "const" | "function" | "class" | "param" | "catch" | "self";

/** One declared name. `writes` are the expressions it may get its value from; `opaque` says that there are others. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  readonly writes: Node[];
  opaque: boolean;
  /** Writes besides the declaration itself. */
  changes: number;
  /** Declared without an initial value. */
  bare: boolean;
  /** Memo of the arithmetic fact; "pending" while it is being found. */
  arithmetic?: boolean | "pending";
}

export class Scope {
  readonly bindings = new Map<string, Binding>();
  readonly root: Scope;
  /** Of the root: the most names that one scope below it declares. */
  widest = 0;

  constructor(
    readonly parent: Scope | null,
    readonly isFunction: boolean,
  ) {
    this.root = parent?.root ?? this;
  }

  declare(name: string, kind: BindingKind): Binding {
    const known = this.bindings.get(name);
    if (known !== undefined) {
      known.changes++;
      if (known.kind !== "var" || kind !== "var") known.opaque = true;
      return known;
    }
    const opaque = kind !== "var" && kind !== "let" && kind !== "const";
    const binding: Binding = { name, kind, writes: [], opaque, changes: 0, bare: false };
    this.bindings.set(name, binding);
    this.root.widest = Math.max(this.root.widest, this.bindings.size);
    return binding;
  }

  find(name: string): Binding | null {
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) {
      const binding = scope.bindings.get(name);
      if (binding !== undefined) return binding;
    }
    return null;
  }

  functionScope(): Scope {
    let scope: Scope = this;
    while (!scope.isFunction && scope.parent !== null) scope = scope.parent;
    return scope;
  }
}

export interface Resolution {
  /** Each identifier that mentions a variable: its binding, or null for a free name. */
  readonly references: ReadonlyMap<Node, Binding | null>;
  readonly freeNames: ReadonlySet<string>;
  readonly assignedFree: ReadonlySet<string>;
  /** The identifiers of those names where something is written to them. */
  readonly freeWrites: readonly t.Identifier[];
  /** Top-level declarations, in order. */
  readonly topLevel: readonly string[];
  /** The most names that one scope declares. */
  readonly widestScope: number;
}
