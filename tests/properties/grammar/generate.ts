import type fc from "fast-check";
import { PRODUCTIONS } from "./productions/index.js";
import type { Around, Production, Sort, Tree } from "./tree.js";

/** A sort's productions with running sums of their weights; the leaves are for when a program is big enough. */
interface Table {
  readonly all: Choice;
  readonly leaves: Choice;
}

interface Choice {
  readonly productions: readonly Production[];
  readonly sums: readonly number[];
}

/** How deep trees nest and how many nodes a program has, about. */
export interface Size {
  readonly depth: number;
  readonly nodes: number;
}

export const SIZE: Size = { depth: 6, nodes: 26 };

const UNIT = 2 ** 30;
const NOWHERE: Around = { loop: false, generator: false, async: false };
/** What only means something in a loop, a generator or an async function comes often there and seldom elsewhere. */
const LIKED = 4;
const UNLIKED = 0.3;

function weight(production: Production, sort: Sort, around: Around): number {
  const { likes } = production;
  const factor = likes === undefined ? 1 : around[likes] ? LIKED : UNLIKED;
  return factor * (production.in[sort] ?? 0);
}

function choice(sort: Sort, around: Around, list: readonly Production[]): Choice {
  let sum = 0;
  const sums = list.map((production) => {
    sum += weight(production, sort, around);
    return sum;
  });
  return { productions: list, sums };
}

const tables = new Map<string, Table>();

function table(sort: Sort, around: Around): Table {
  const key = `${sort} ${around.loop} ${around.generator} ${around.async}`;
  let known = tables.get(key);
  if (known === undefined) {
    const all = [...PRODUCTIONS.values()].filter((p) => (p.in[sort] ?? 0) > 0);
    const flat = all.filter((p) => p.slots.every((slot) => slot.min === 0));
    known = { all: choice(sort, around, all), leaves: choice(sort, around, flat.length > 0 ? flat : all) };
    tables.set(key, known);
  }
  return known;
}

function pick(random: fc.Random, { productions, sums }: Choice): Production {
  const at = (random.nextInt(0, UNIT - 1) / UNIT) * (sums.at(-1) ?? 0);
  return productions[sums.findIndex((sum) => at < sum)] as Production;
}

/** A random program. */
export function generateProgram(random: fc.Random, size: Size = SIZE): Tree {
  let left = size.nodes;
  const node = (sort: Sort, depth: number, outer: Around): Tree => {
    left--;
    const { all, leaves } = table(sort, outer);
    const { kind, slots, enters } = pick(random, depth <= 0 || left <= 0 ? leaves : all);
    const n = random.nextInt(0, 0x7fffffff);
    const around = enters?.(n, outer) ?? outer;
    const filled = slots.map((slot) => {
      const most = left <= 0 || depth <= 0 ? slot.min : slot.max;
      const length = random.nextInt(slot.min, most);
      return Array.from({ length }, () => node(slot.sort, depth - 1, around));
    });
    return { kind, n, slots: filled };
  };
  const statements: Tree[] = [];
  const count = random.nextInt(2, 6);
  while (statements.length < count && left > 0) statements.push(node("statement", size.depth, NOWHERE));
  return { kind: "Program", n: random.nextInt(0, 1), slots: [statements] };
}
