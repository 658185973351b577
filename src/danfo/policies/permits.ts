import type { GetPermit, MemberContext, MethodPermit, Permit } from "../../index.js";
import { readOptions } from "../arguments/options.js";
import { kindOf } from "../arguments/quote.js";
import type { Docs } from "../data/documentation.js";
import type { Column } from "../values/column.js";

/** A member that takes arguments: name, how many it takes, and what it does with them. */
export type Verb<T> = readonly [
  name: string,
  most: number,
  call: (target: T, args: readonly unknown[], context: MemberContext) => unknown,
];

export type Getter<T> = readonly [name: string, get: (target: T, context: MemberContext) => unknown];

/** What an error costs beyond the call: its message looks for a name that was meant. */
const ERROR_STEPS = 2000;

export function verbs<T>(
  width: (target: T) => number,
  list: readonly Verb<T>[],
  docs: Docs,
): Readonly<Record<string, Permit<T>>> {
  return Object.freeze(Object.fromEntries(list.map((verb) => [verb[0], methodPermit(width, verb, docs)])));
}

export function getters<T>(list: readonly Getter<T>[], docs: Docs): Readonly<Record<string, Permit<T>>> {
  return Object.freeze(
    Object.fromEntries(
      list.map(([name, get]): [string, GetPermit<T>] => [
        name,
        Object.freeze({ kind: "get", get, ...docs[name] }),
      ]),
    ),
  );
}

function methodPermit<T>(
  width: (target: T) => number,
  [name, most, call]: Verb<T>,
  docs: Docs,
): MethodPermit<T> {
  return Object.freeze({
    ...docs[name],
    kind: "method",
    call(target: T, args: readonly unknown[], context: MemberContext): unknown {
      // Every verb looks at each column once, however few rows there are.
      context.charge(1 + width(target));
      try {
        refuseExtra(args, most, name);
        return call(target, args, context);
      } catch (error) {
        context.charge(ERROR_STEPS + width(target));
        throw error;
      }
    },
  });
}

/** An argument that would be ignored is a misunderstanding, most often danfojs's `{inplace: true}`. */
function refuseExtra(args: readonly unknown[], most: number, name: string): void {
  for (let i = most; i < args.length; i++) {
    const extra = args[i];
    if (extra === undefined) continue;
    if (typeof extra === "object" && extra !== null && !Array.isArray(extra)) readOptions(extra, [], name);
    throw new TypeError(
      `\`${name}\` takes ${most === 0 ? "no arguments" : `at most ${most}`}, and ${kindOf(extra)} is one too many; leave it out.`,
    );
  }
}

/** Rows are walked in the guest's time; eight cells moved count as one step. */
export function chargeRows(context: MemberContext, rows: number, columns = 1): void {
  context.charge(rows + Math.ceil((rows * columns) / 8));
}

/** Comparing, hashing and joining long texts is work by their length; short ones are part of the row. */
export function chargeText(context: MemberContext, column: Column, times = 1): void {
  if (column.dtype !== "string") return;
  let length = 0;
  for (const value of column.values)
    if (typeof value === "string" && value.length > 64) length += value.length;
  if (length > 0) context.charge(Math.ceil((length * times) / 32));
}

export function chargeSort(context: MemberContext, rows: number, keys: readonly Column[]): void {
  const rounds = Math.log2(rows + 2);
  context.charge(Math.ceil(rows * rounds * keys.length));
  for (const key of keys) chargeText(context, key, rounds);
}
