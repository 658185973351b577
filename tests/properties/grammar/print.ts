import { Choices } from "./choices.js";
import { type Context, declare } from "./context.js";
import { type Binding, Scope } from "./scope.js";
import { type Hint, LEVEL, type Text, type Tree } from "./tree.js";

export function printTree(tree: Tree, context: Context): Text {
  const production = context.shared.productions.get(tree.kind);
  if (production === undefined) throw new TypeError(`no production \`${tree.kind}\``);
  return production.print(tree.slots, context, new Choices(tree.n), tree);
}

/** The first tree of a slot as an expression of at least the level; `otherwise` where the slot is empty. */
export function expr(
  slot: readonly Tree[] | undefined,
  context: Context,
  level: number = LEVEL.assign,
  otherwise = "undefined",
): string {
  const tree = slot?.[0];
  return tree === undefined ? otherwise : within(printTree(tree, context), level);
}

export function within({ text, level }: Text, least: number): string {
  return level < least ? `(${text})` : text;
}

export function list(slot: readonly Tree[] | undefined, context: Context): string {
  return (slot ?? []).map((tree) => within(printTree(tree, context), LEVEL.assign)).join(", ");
}

export function hintOf(tree: Tree | undefined, context: Context): Hint {
  return (tree && context.shared.productions.get(tree.kind)?.hint) ?? "any";
}

/** Statements in a scope that is already made: all names are declared before the first statement is printed. */
export function statements(slot: readonly Tree[] | undefined, context: Context): string {
  const trees = slot ?? [];
  for (const tree of trees) context.shared.productions.get(tree.kind)?.hoist?.(tree, context);
  return trees.map((tree) => printTree(tree, context).text).join("\n");
}

/** `{ … }` with a scope of its own; `joined` where it may not redeclare what the scope around it has. */
export function block(slot: readonly Tree[] | undefined, context: Context, joined = false): string {
  return braces(statements(slot, { ...context, scope: new Scope(context.scope, joined) }));
}

export function braces(body: string): string {
  return body === "" ? "{}" : `{\n${body.replace(/^/gm, "  ")}\n}`;
}

/** The names of a list of statements that this place may mention, as the wanted kind of value if there is one. */
export function reference(context: Context, choices: Choices, want: Hint = "any"): string | null {
  const visible = context.scope.visible();
  if (choices.chance(1, 40)) return "nope";
  const usable = visible.filter((b) => b.ready && !b.open);
  const fitting = want === "any" ? usable : usable.filter((b) => fits(b, want));
  const pool = choices.chance(1, 16) ? visible : fitting.length > 0 ? fitting : [];
  return pool.length === 0 ? null : (pool[choices.int(pool.length)] as Binding).name;
}

function fits(binding: Binding, want: Hint): boolean {
  return (
    binding.hint === want || (want === "object" && ["iterable", "class", "promise"].includes(binding.hint))
  );
}

/** A name that may be written to; loop counters are left alone, so that loops end. */
export function writable(context: Context, choices: Choices): string | null {
  const usable = context.scope
    .visible()
    .filter((b) => b.kind !== "loop" && (b.ready || choices.chance(1, 16)));
  const open = usable.filter((b) => b.kind !== "const" && b.kind !== "function" && b.kind !== "class");
  const pool = open.length > 0 && !choices.chance(1, 10) ? open : usable;
  if (choices.chance(1, 60)) return "nope";
  return pool.length === 0 ? null : (pool[choices.int(pool.length)] as Binding).name;
}

/** A new parameter, loop or catch name that is ready at once. */
export function named(context: Context, kind: Binding["kind"], choices: Choices, hint: Hint = "any"): string {
  return declare(context, kind, choices, hint, true).name;
}
