import { PRODUCTIONS } from "./productions/index.js";
import type { Slot, Sort, Tree } from "./tree.js";

/** What a sort shrinks to at last. */
const SIMPLEST: Readonly<Partial<Record<Sort, string>>> = {
  any: "Number",
  number: "Number",
  statement: "Empty",
  key: "Key",
  target: "TargetName",
  callable: "CallableName",
  object: "ObjectName",
  iterable: "Array",
};
const PROGRAM: readonly Slot[] = [{ sort: "statement", min: 0, max: 8 }];

/** Smaller programs, the biggest steps first. Each is a program like any other: names are decided by the printer. */
export function* shrinkProgram(root: Tree): Generator<Tree, void> {
  yield* smallerLists(root, PROGRAM);
  yield* insideSlots(root, PROGRAM);
  if (root.n !== 0) yield { ...root, n: 0 };
}

function* shrinkNode(tree: Tree, sort: Sort): Generator<Tree, void> {
  const simplest = SIMPLEST[sort];
  if (simplest !== undefined && tree.kind !== simplest)
    yield { kind: simplest, n: 0, slots: empty(simplest) };
  for (const below of descendants(tree)) if (fits(below, sort)) yield below;
  const slots = PRODUCTIONS.get(tree.kind)?.slots ?? [];
  yield* smallerLists(tree, slots);
  yield* insideSlots(tree, slots);
  for (const n of smallerNumbers(tree.n)) yield { ...tree, n };
}

function empty(kind: string): Tree["slots"] {
  return (PRODUCTIONS.get(kind)?.slots ?? []).map(() => []);
}

function fits(tree: Tree, sort: Sort): boolean {
  return (PRODUCTIONS.get(tree.kind)?.in[sort] ?? 0) > 0;
}

/** Everything below a node, the nearest last: the deepest cut comes first. */
function descendants(tree: Tree): readonly Tree[] {
  const found: Tree[] = [];
  let layer: readonly Tree[] = tree.slots.flat();
  while (layer.length > 0) {
    found.push(...layer);
    layer = layer.flatMap((t) => t.slots.flat());
  }
  return found.reverse();
}

/** Lists without a run of their elements, the long runs first. */
function* smallerLists(tree: Tree, slots: readonly Slot[]): Generator<Tree, void> {
  for (const [i, list] of tree.slots.entries()) {
    const least = slots[i]?.min ?? 0;
    for (let run = list.length - least; run > 0; run = run >> 1)
      for (let at = 0; at + run <= list.length; at++)
        yield withSlot(tree, i, [...list.slice(0, at), ...list.slice(at + run)]);
  }
}

function* insideSlots(tree: Tree, slots: readonly Slot[]): Generator<Tree, void> {
  for (const [i, list] of tree.slots.entries()) {
    const sort = slots[i]?.sort;
    if (sort === undefined) continue;
    for (const [at, child] of list.entries())
      for (const smaller of shrinkNode(child, sort))
        yield withSlot(tree, i, [...list.slice(0, at), smaller, ...list.slice(at + 1)]);
  }
}

function withSlot(tree: Tree, at: number, list: readonly Tree[]): Tree {
  return { ...tree, slots: tree.slots.map((slot, i) => (i === at ? list : slot)) };
}

/** The number holds one digit per choice: fewer digits are simpler choices. */
function* smallerNumbers(n: number): Generator<number, void> {
  if (n === 0) return;
  yield 0;
  for (const part of [2, 6, 40, 300, 10_000, 1_000_000]) if (n >= part) yield n % part;
  for (const part of [2, 6, 40, 300, 10_000]) if (n >= part && n % part !== 0) yield n - (n % part);
}
