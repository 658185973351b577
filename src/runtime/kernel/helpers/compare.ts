import { meter } from "../intrinsics/meter.js";
import { arraySort, dateGetTime, isArray, log2, NativeTypeError, trunc } from "../intrinsics/primordials.js";
import { kindOf } from "./collect.js";

export type Key = (value: unknown) => unknown;

function dateOf(value: unknown): number | undefined {
  try {
    return dateGetTime(value);
  } catch {
    return undefined;
  }
}

/** Orders as Python does: numbers, strings, booleans, dates, and arrays by their first different element. */
export function compare(a: unknown, b: unknown, helper: string): number {
  const numeric = (x: unknown): boolean =>
    typeof x === "number" || typeof x === "bigint" || typeof x === "boolean";
  if ((numeric(a) && numeric(b)) || (typeof a === "string" && typeof b === "string"))
    return order(a as number, b as number);
  if (isArray(a) && isArray(b)) {
    for (let i = 0; i < a.length && i < b.length; i++) {
      meter.charge(1, "step");
      const found = compare(a[i], b[i], helper);
      if (found !== 0) return found;
    }
    return order(a.length, b.length);
  }
  const left = dateOf(a);
  const right = dateOf(b);
  if (left !== undefined && right !== undefined) return order(left, right);
  throw new NativeTypeError(
    `\`${helper}\` cannot order ${kindOf(a)} and ${kindOf(b)}; give \`{ key: x => … }\` that makes them comparable.`,
  );
}

function order(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A stable sort of a list that the caller owns; keys are computed once each. */
export function sortBy(items: unknown[], key: Key | undefined, reverse: boolean, helper: string): unknown[] {
  meter.charge(trunc(items.length * log2(items.length + 2)), "step");
  const rows: { readonly value: unknown; readonly key: unknown }[] = [];
  for (let i = 0; i < items.length; i++)
    rows[i] = { value: items[i], key: key === undefined ? items[i] : key(items[i]) };
  const sign = reverse ? -1 : 1;
  arraySort(
    rows,
    (a: { readonly key: unknown }, b: { readonly key: unknown }) => sign * compare(a.key, b.key, helper),
  );
  const out: unknown[] = [];
  for (let i = 0; i < rows.length; i++) out[i] = rows[i]?.value;
  return out;
}
