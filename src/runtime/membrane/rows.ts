import { types } from "node:util";
import type { Kernel } from "../kernel/index.js";
import { areObjectsFrozen, isFrozenObject } from "./frozen.js";
import { COPIER_PARAMETERS, copierText } from "./row-text.js";
import type { Session } from "./session.js";
import { count, type Size } from "./size.js";
import { isSpecial } from "./special.js";

type Claims = ((row: object) => boolean) | null;

/** Copies flat rows of one list of names; made by the guest realm, and so are the copies. */
export interface Copier {
  one(row: object, claims: Claims): object | undefined;
  all(
    first: unknown,
    rows: readonly unknown[],
    from: number,
    to: number,
    out: unknown[],
    more: {
      readonly seen: Map<object, unknown>;
      readonly stop: { item: unknown };
      readonly claims: Claims;
      readonly by: string;
      readonly kept: object[];
    },
  ): number;
}

/** One crossing of a value with rows in it. */
export interface Crossing extends Size {
  /** Copies of what has come across so far. */
  readonly seen: Map<object, unknown>;
  /** Rows that have come across and are not in `seen` yet. */
  kept: {
    readonly rows: readonly object[];
    readonly copies: readonly unknown[];
    readonly from: number;
  } | null;
}

/** The copy of an object that has come across before. */
export function copyOf(crossing: Crossing, value: object): unknown {
  const { seen, kept } = crossing;
  if (kept !== null) {
    crossing.kept = null;
    kept.rows.forEach((row, j) => void seen.set(row, kept.copies[kept.from + j]));
  }
  return seen.get(value);
}

/** The copiers of a realm, by the names of their rows. */
export interface Copiers {
  /** The copier for these names; it is made when the `uses` asked for are worth it. */
  find(names: readonly string[], uses: number): Copier | undefined;
}

/** From so many rows on a copier is worth the time that it takes to make it. */
const WORTH = 64;
/** Fewer rows are not worth the question. */
const FEWEST = 8;
/** Longer rows are copied name by name. */
const MOST_NAMES = 64;
/** Host data whose rows have names of their own each must not fill the memory. */
const MOST_COPIERS = 256;
const [ZERO, NINE] = [48, 57] as const;
/** An array whose rows differ this often is copied one by one. */
const MOST_STOPS = 8;

export function createCopiers(
  compile: (body: string, parameters: readonly string[]) => unknown,
  { rowNatives }: Kernel,
): Copiers {
  const known = new Map<string, { uses: number; copier: Copier | undefined }>();
  const make = (names: readonly string[]): Copier => {
    const outer = compile(copierText(names), COPIER_PARAMETERS) as (...natives: unknown[]) => Copier;
    const { apply, getPrototypeOf, lookUpGetter, hasOwn, isData } = rowNatives;
    return outer(apply, getPrototypeOf, lookUpGetter, hasOwn, isData, types.isProxy, Object.prototype);
  };
  return {
    find(names, uses) {
      const key = JSON.stringify(names);
      let entry = known.get(key);
      if (entry === undefined) {
        if (known.size >= MOST_COPIERS) known.clear();
        entry = { uses: 0, copier: undefined };
        known.set(key, entry);
      }
      entry.uses += uses;
      if (entry.copier === undefined && entry.uses >= WORTH) entry.copier = make(names);
      return entry.copier;
    },
  };
}

/** The names of a row that a copier may be made for: none that may have to stay behind, and none that is a place in a list. */
export function namesFor(session: Session, row: object): readonly string[] | undefined {
  if (types.isProxy(row) || Object.getPrototypeOf(row) !== Object.prototype) return undefined;
  const names = Object.keys(row);
  if (names.length === 0 || names.length > MOST_NAMES) return undefined;
  return names.some((name) => isSpecial(session, name) || isIndex(name)) ? undefined : names;
}

/** Without an expression: the engine's compiler of expressions ends the process where a program has left little of the stack. */
function isIndex(name: string): boolean {
  for (let i = 0; i < name.length; i++)
    if (name.charCodeAt(i) < ZERO || name.charCodeAt(i) > NINE) return false;
  return true;
}

/** What a policy claims is not copied, and what the host has frozen is copied elsewhere. */
export function isClaimed({ policies }: Session, row: object): boolean {
  return isFrozenObject(row) || policies.some((policy) => policy.matches(row));
}

/** The question for many rows; null where the answer is no for all. */
export function claimsOf(session: Session): Claims {
  if (session.policies.length === 0 && !areObjectsFrozen()) return null;
  return (row) => isClaimed(session, row);
}

/** A name whose numbers grow from the first row to the second, or none. */
function growing(names: readonly string[], first: object, second: unknown): string {
  const numberOf = (row: object, name: string): unknown => Object.getOwnPropertyDescriptor(row, name)?.value;
  if (typeof second !== "object" || second === null || types.isProxy(second)) return "";
  return (
    names.find((name) => {
      const [a, b] = [numberOf(first, name), numberOf(second, name)];
      return typeof a === "number" && typeof b === "number" && b > a;
    }) ?? ""
  );
}

/** Copies the elements of a host array in order; `enter` is asked for those that are not flat rows of many. */
export function copyElements(
  crossing: Crossing,
  value: readonly unknown[],
  copy: unknown[],
  depth: number,
  enter: (item: unknown, i: number) => unknown,
): void {
  const { length } = value;
  let stops = crossing.session.copiers === null ? MOST_STOPS : 0;
  for (let i = 0; i < length; i++) {
    let item = value[i];
    if (typeof item === "object" && item !== null && stops < MOST_STOPS && length - i >= FEWEST) {
      const copied = copyRows(crossing, item, value, i, copy, depth);
      if (copied.rows < FEWEST) stops++;
      i += copied.rows;
      if (i === length) return;
      item = copied.item;
    }
    // Primitives are most of all data; they need no description of where they stand.
    copy[i] = typeof item === "number" || typeof item === "string" ? item : enter(item, i);
  }
}

/** Copies flat rows of one list of names from `at` on; how many there were, and the element after them. */
function copyRows(
  crossing: Crossing,
  first: object,
  rows: readonly unknown[],
  at: number,
  out: unknown[],
  depth: number,
): { readonly rows: number; readonly item: unknown } {
  const { session, seen } = crossing;
  const { length } = rows;
  const names = namesFor(session, first);
  const copier = names === undefined ? undefined : session.copiers?.find(names, length - at);
  if (names === undefined || copier === undefined) return { rows: 0, item: first };
  const parts = names.length + 1;
  count(crossing, 0, depth + 1);
  // What is too much is refused before it is copied.
  const to = Math.min(length, at + Math.floor((session.resultNodes - crossing.nodes) / parts));
  if (to === at) return { rows: 0, item: first };
  const claims = claimsOf(session);
  // A policy is host code, which may change a row while the table is copied.
  const isLone = session.policies.length === 0 && crossing.kept === null && seen.size === depth + 1;
  if (!isLone) copyOf(crossing, first);
  const stop = { item: undefined as unknown };
  const kept: object[] = [];
  const by = isLone ? growing(names, first, Object.getOwnPropertyDescriptor(rows, at + 1)?.value) : "";
  const next = copier.all(first, rows, at, to, out, { seen, stop, claims, by, kept });
  if (kept.length > 0) crossing.kept = { rows: kept, copies: out, from: at };
  count(crossing, (next - at) * parts);
  return { rows: next - at, item: next < to ? stop.item : rows[next] };
}
