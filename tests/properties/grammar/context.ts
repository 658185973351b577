import type { Choices } from "./choices.js";
import type { Binding, BindingKind, Scope } from "./scope.js";
import type { Hint, Production, Tree } from "./tree.js";

/** What the function around a place allows. */
export interface FunctionContext {
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  readonly hasThis: boolean;
  readonly hasArguments: boolean;
  readonly hasNewTarget: boolean;
  readonly superMember: boolean;
  readonly superCall: boolean;
  readonly returns: boolean;
}

export interface Label {
  readonly name: string;
  readonly loop: boolean;
}

/** One for the whole program. */
export interface Shared {
  readonly productions: ReadonlyMap<string, Production>;
  readonly declared: Map<Tree, readonly Binding[]>;
  counter: number;
}

export interface Context {
  readonly shared: Shared;
  readonly scope: Scope;
  /** Where `var` declares. */
  readonly varScope: Scope;
  readonly fn: FunctionContext;
  readonly labels: readonly Label[];
  readonly canBreak: boolean;
  readonly canContinue: boolean;
  /** Private names of the classes around, nearest first. */
  readonly privates: readonly string[];
  /** Inside a pattern: what its names are declared as; null where it assigns. */
  readonly declares: BindingKind | null;
  /** The member of a class that is being printed. */
  readonly member: { readonly name: string; readonly derived: boolean } | null;
}

export const ROOT_FUNCTION: FunctionContext = {
  isAsync: false,
  isGenerator: false,
  hasThis: false,
  hasArguments: false,
  hasNewTarget: false,
  superMember: false,
  superCall: false,
  returns: false,
};

const LETTERS: Readonly<Record<BindingKind, string>> = {
  let: "abcdkmnpqrstuxyz",
  const: "abcdkmnpqrstuxyz",
  var: "v",
  parameter: "abcdkmnpqrstuxyz",
  function: "fgh",
  class: "ABCD",
  loop: "ij",
  catch: "e",
};

/** A name that nothing in the program has. */
function fresh(shared: Shared, kind: BindingKind): string {
  const letters = LETTERS[kind];
  const count = shared.counter++;
  const round = Math.floor(count / letters.length);
  return `${letters[count % letters.length] as string}${round === 0 ? "" : round}`;
}

/** Declares a new name; now and then one that hides another. */
export function declare(
  context: Context,
  kind: BindingKind,
  choices: Choices,
  hint: Hint = "any",
  ready = false,
): Binding {
  const scope = kind === "var" ? context.varScope : context.scope;
  const hidden = scope.visible().filter((b) => b.kind !== "var" && b.kind !== "loop" && !scope.taken(b.name));
  const name =
    kind !== "var" && hidden.length > 0 && choices.chance(1, 8)
      ? (hidden[choices.int(hidden.length)] as Binding).name
      : unused(context, kind);
  return scope.declare(name, kind, hint, ready || kind === "var");
}

function unused(context: Context, kind: BindingKind): string {
  for (;;) {
    const name = fresh(context.shared, kind);
    if (!RESERVED.has(name)) return name;
  }
}

const RESERVED: ReadonlySet<string> = new Set([
  "do",
  "if",
  "in",
  "as",
  "of",
  "log",
  "print",
  "iter",
  "later",
  "settle",
  "drain",
]);

/** Remembers what a node of the tree declared. */
export function remember(context: Context, tree: Tree, bindings: readonly Binding[]): void {
  context.shared.declared.set(tree, bindings);
}

export function declaredBy(context: Context, tree: Tree): readonly Binding[] {
  return context.shared.declared.get(tree) ?? [];
}
