import { type Cell, isMissing } from "../values/cell.js";
import type { Column } from "../values/column.js";

export interface Groups {
  /** Group of each row; -1 where a key is missing. */
  readonly ids: Int32Array;
  /** First and last row of each group. */
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly sizes: readonly number[];
}

/**
 * Rows with equal keys share a group. Keys are compared as values, column by column, so that neither 1 and "1" nor
 * ("a-b", "c") and ("a", "b-c") merge. Order as in danfojs: groups with the same first key stand together, and both
 * levels are in order of first appearance.
 */
export function groupRows(keys: readonly Column[], length: number): Groups {
  let codes = encode(keys[0]?.values ?? [], length);
  for (const key of keys.slice(1)) codes = combine(codes, encode(key.values, length), length);
  return numbered(codes, encode(keys[0]?.values ?? [], length), length);
}

interface Codes {
  readonly codes: Int32Array;
  readonly count: number;
}

function encode(values: readonly Cell[], length: number): Codes {
  const seen = new Map<Cell, number>();
  const codes = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const value = values[i];
    if (isMissing(value)) {
      codes[i] = -1;
      continue;
    }
    const code = seen.get(value) ?? seen.size;
    if (code === seen.size) seen.set(value, code);
    codes[i] = code;
  }
  return { codes, count: seen.size };
}

/** Pairs of codes as new codes; a pair fits a safe integer because both counts are at most the number of rows. */
function combine(left: Codes, right: Codes, length: number): Codes {
  const pairs = Array.from({ length }, (_, i) => {
    const a = left.codes[i] as number;
    const b = right.codes[i] as number;
    return a < 0 || b < 0 ? null : a * right.count + b;
  });
  return encode(pairs, length);
}

function numbered({ codes, count }: Codes, outer: Codes, length: number): Groups {
  const first: number[] = new Array(count).fill(-1);
  for (let i = length - 1; i >= 0; i--) if ((codes[i] as number) >= 0) first[codes[i] as number] = i;
  const byOuter = (a: number, b: number): number =>
    (outer.codes[first[a] as number] as number) - (outer.codes[first[b] as number] as number);
  const order = first.map((_, code) => code).sort(byOuter);
  const rank = new Int32Array(count);
  order.forEach((code, i) => {
    rank[code] = i;
  });
  const ids = new Int32Array(length);
  const last: number[] = new Array(count).fill(-1);
  const sizes: number[] = new Array(count).fill(0);
  for (let i = 0; i < length; i++) {
    const code = codes[i] as number;
    const id = code < 0 ? -1 : (rank[code] as number);
    ids[i] = id;
    if (id < 0) continue;
    last[id] = i;
    sizes[id] = (sizes[id] as number) + 1;
  }
  return { ids, first: order.map((code) => first[code] as number), last, sizes };
}
