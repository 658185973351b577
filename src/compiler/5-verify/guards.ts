import { isReservedShape } from "../../language/names.js";
import {
  AHEAD_CALLS,
  CALL_GUARDS,
  COMMON_HELPERS,
  INLINE_HELPERS,
  NIL,
  SITE_GUARD,
  TEMPORARY,
} from "../../language/runtime-names.js";

export type Form = "inline" | "call";

/** What a run-time name is, from the shared tables. */
export interface RuntimeName {
  readonly sort: "site" | "counter" | "overflow" | "ahead" | "nil" | "function";
  /** The form it belongs to; absent: both. */
  readonly form?: Form;
  readonly least: number;
  readonly most: number;
  /** Arguments from this one on may be spread. */
  readonly spreadFrom: number;
}

/** Beyond this a site number is not one of ours, and the evaluate stage would make that many functions. */
const LAST_SITE = 999_999;
const NEVER = Number.POSITIVE_INFINITY;

/** Nothing for a name that the run time does not know, temporaries included. */
export function runtimeNameOf(name: string): RuntimeName | undefined {
  return isReservedShape(name) ? reservedName(name) : undefined;
}

const SITE_CALL: RuntimeName = { sort: "site", form: "inline", least: 1, most: 1, spreadFrom: NEVER };

function reservedName(name: string): RuntimeName | undefined {
  if (name === NIL) return { sort: "nil", least: 0, most: 0, spreadFrom: NEVER };
  if (name === "_steps_") return { sort: "counter", form: "inline", least: 0, most: 0, spreadFrom: NEVER };
  if (name === "_out_") return { sort: "overflow", form: "inline", least: 0, most: 0, spreadFrom: NEVER };
  if (siteOf(name) !== undefined) return SITE_CALL;
  if (AHEAD_CALLS.has(name)) {
    const [least, most] = AHEAD_CALLS.get(name) ?? [0, 0];
    return { sort: "ahead", form: "inline", least, most, spreadFrom: NEVER };
  }
  return (
    functionIn(COMMON_HELPERS, name) ??
    functionIn(INLINE_HELPERS, name, "inline") ??
    functionIn(CALL_GUARDS, name, "call")
  );
}

function functionIn(
  table: ReadonlyMap<string, readonly [number, number]>,
  name: string,
  form?: Form,
): RuntimeName | undefined {
  const range = table.get(name);
  if (range === undefined) return undefined;
  const spreadFrom = name === "_callm_" ? range[0] : NEVER;
  return {
    sort: "function",
    least: range[0],
    most: range[1],
    spreadFrom,
    ...(form === undefined ? {} : { form }),
  };
}

export interface Site {
  readonly kind: "g" | "o" | "w" | "s";
  readonly index: number;
}

/** The site a name numbers; only the canonical spelling (`_g7_`, not `_g07_`) has one. */
export function siteOf(name: string): Site | undefined {
  if (!isReservedShape(name)) return undefined;
  const [, kind, digits] = SITE_GUARD.exec(name) ?? [];
  const index = Number(digits);
  if (String(index) !== digits || index > LAST_SITE) return undefined;
  return kind === "g" || kind === "o" || kind === "w" || kind === "s" ? { kind, index } : undefined;
}

/** A name that only the run time may mean, whether it knows it or not. */
export function isRuntimeShaped(name: string): boolean {
  return isReservedShape(name) && !TEMPORARY.test(name) && reservedName(name) !== undefined;
}
