import { cellsOf, Series } from "../series.js";
import { type Label, type Labels, labelPositions } from "../values/labels.js";
import { positionsOf, span } from "../verbs/rows.js";
import { kindOf, quote } from "./quote.js";
import { mask } from "./values.js";

export interface Asked {
  readonly method: string;
  readonly charge: (steps: number) => void;
}

const SLICE = /^(\d{0,15}):(\d{0,15})$/;

/** `iloc`: whole numbers from 0, slices such as "1:3" (the end is not in it), or a mask. */
export function rowPositions(value: unknown, length: number, { method, charge }: Asked): ArrayLike<number> {
  if (isMask(value)) return positionsOf(mask(value, length, method));
  const positions: number[] = [];
  for (const item of arrayOf(value, method)) {
    if (typeof item === "string") {
      const found = slice(item, length, method);
      // Before the positions are written out: many short slices can name very many rows.
      charge(found.length);
      for (const position of found) positions.push(position);
    } else positions.push(inRange(item, length, method));
  }
  return positions;
}

/** `loc`: index labels, or a mask. */
export function labelledPositions(
  value: unknown,
  { labels, length }: { readonly labels: Labels; readonly length: number },
  method: string,
): ArrayLike<number> {
  if (isMask(value)) return positionsOf(mask(value, length, method));
  const known = labelPositions(labels, length);
  return arrayOf(value, method).map((item) => {
    const position =
      typeof item === "string" || typeof item === "number" ? known.get(item as Label) : undefined;
    if (position === undefined)
      throw new TypeError(
        `\`${method}\` finds no row ${typeof item === "string" ? quote(item) : typeof item === "number" ? item : `for ${kindOf(item)}`}; pass labels that are in \`index\`.`,
      );
    return position;
  });
}

/** A Series is always a mask; an array is one when it begins with a boolean. */
function isMask(value: unknown): boolean {
  return Series.is(value) ? true : Array.isArray(value) && typeof value[0] === "boolean";
}

function arrayOf(value: unknown, method: string): readonly unknown[] {
  if (Series.is(value)) return cellsOf(value);
  if (!Array.isArray(value))
    throw new TypeError(`\`${method}\` takes an array, not ${kindOf(value)}; write it in brackets.`);
  return Array.from({ length: value.length }, (_, i) => value[i] as unknown);
}

function inRange(item: unknown, length: number, method: string): number {
  if (typeof item === "number" && Number.isInteger(item) && item >= 0 && item < length) return item;
  throw new RangeError(
    `\`${method}\` finds nothing at ${typeof item === "number" ? item : kindOf(item)}; pass whole numbers from 0 to ${length - 1}.`,
  );
}

function slice(item: string, length: number, method: string): Int32Array {
  const [, from, to] = SLICE.exec(item) ?? [];
  if (from === undefined || to === undefined)
    throw new TypeError(`\`${method}\` cannot read the slice ${quote(item)}; write it as "1:3".`);
  return span(Math.min(length, Number(from)), to === "" ? length : Math.min(length, Number(to)));
}
