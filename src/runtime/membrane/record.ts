import { types } from "node:util";
import type { Table } from "../../policies/table.js";
import type { Rows } from "../kernel/calls.js";
import { type Copier, claimsOf, isClaimed, namesFor } from "./rows.js";
import type { Session } from "./session.js";
import { isSimple } from "./simple.js";
import { isSpecial } from "./special.js";

const { getOwnPropertyDescriptor, getPrototypeOf, keys } = Object;
const plain = Object.prototype;

/**
 * Copies primitives and plain objects of primitives into the guest realm, one after the other, without the bookkeeping that
 * graphs need. It gives undefined for everything else, and for `undefined` itself: that takes the long way.
 */
export function createRecords(session: Session): (value: unknown) => unknown {
  let copier: Copier | undefined;
  return (value) => {
    if (isSimple(value)) return value;
    if (typeof value !== "object" || value === null) return undefined;
    const copy = copier?.one(value, claimsOf(session));
    if (copy !== undefined) return copy;
    const names = session.copiers === null ? undefined : namesFor(session, value);
    if (names !== undefined) copier = session.copiers?.find(names, 1) ?? copier;
    return copyRecord(session, value);
  };
}

/** Flat rows of one shape, column by column; undefined when they are anything else. */
export function importRows(session: Session, rows: readonly unknown[]): Omit<Rows, "at"> | undefined {
  const [first] = rows;
  if (typeof first !== "object" || first === null || types.isProxy(first)) return undefined;
  const names = keys(first);
  if (names.some((name) => isSpecial(session, name))) return undefined;
  const columns = names.map(() => session.kernel.newArray(0));
  for (let i = 0; i < rows.length; i++) if (!addRow(session, rows[i], names, columns, i)) return undefined;
  return { names, columns, length: rows.length };
}

/** A table's columns of primitives; undefined when it holds anything else. */
export function importTable(session: Session, table: Table): Omit<Rows, "at"> | undefined {
  const { names, length } = table;
  if (names.some((name) => isSpecial(session, name))) return undefined;
  const columns: unknown[][] = [];
  for (const name of names) {
    const values = table.column(name);
    const copy = session.kernel.newArray(0);
    for (let i = 0; i < length; i++) {
      const value = values[i];
      if (!isSimple(value)) return undefined;
      copy[i] = value;
    }
    columns.push(copy);
  }
  return { names, columns, length };
}

function addRow(
  session: Session,
  row: unknown,
  names: readonly string[],
  columns: readonly unknown[][],
  i: number,
): boolean {
  if (typeof row !== "object" || row === null || !isFlat(session, row)) return false;
  const own = keys(row);
  if (own.length !== names.length) return false;
  for (let j = 0; j < names.length; j++) {
    const name = names[j] as string;
    if (own[j] !== name) return false;
    const d = getOwnPropertyDescriptor(row, name);
    if (d === undefined || !("value" in d) || !isSimple(d.value)) return false;
    (columns[j] as unknown[])[i] = d.value;
  }
  return true;
}

/** A plain object that no policy and no earlier crossing lays claim to. */
function isFlat(session: Session, value: object): boolean {
  return !types.isProxy(value) && getPrototypeOf(value) === plain && !isClaimed(session, value);
}

function copyRecord(session: Session, value: object): object | undefined {
  if (!isFlat(session, value)) return undefined;
  const copy = session.kernel.newObject();
  for (const name of keys(value)) {
    const d = getOwnPropertyDescriptor(value, name);
    if (d === undefined || !("value" in d) || isSpecial(session, name)) return undefined;
    if (!isSimple(d.value)) return undefined;
    copy[name] = d.value;
  }
  return copy;
}
