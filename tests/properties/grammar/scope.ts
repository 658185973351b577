import type { Hint } from "./tree.js";

export type BindingKind = "let" | "const" | "var" | "parameter" | "function" | "class" | "loop" | "catch";

export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  hint: Hint;
  /** Whether the text printed so far has initialised it. */
  ready: boolean;
  /** Whether its own body is being printed: a call from there would recurse. */
  open: boolean;
}

/** The names of one block or function. A scope that is `joined` may not declare what its parent declares. */
export class Scope {
  readonly bindings: Binding[] = [];

  constructor(
    readonly parent: Scope | null,
    readonly joined = false,
  ) {}

  declare(name: string, kind: BindingKind, hint: Hint = "any", ready = false): Binding {
    const binding = { name, kind, hint, ready, open: false };
    this.bindings.push(binding);
    return binding;
  }

  /** Names that a declaration here would clash with. */
  taken(name: string): boolean {
    if (this.bindings.some((b) => b.name === name)) return true;
    return this.joined && (this.parent?.taken(name) ?? false);
  }

  /** Everything that can be named here, nearest first. */
  visible(): Binding[] {
    const found: Binding[] = [];
    const names = new Set<string>();
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) {
      for (let i = scope.bindings.length - 1; i >= 0; i--) {
        const binding = scope.bindings[i];
        if (binding === undefined || names.has(binding.name)) continue;
        names.add(binding.name);
        found.push(binding);
      }
    }
    return found;
  }
}
