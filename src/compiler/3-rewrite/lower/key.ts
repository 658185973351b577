import type { Expression, t } from "../../../ast/index.js";
import { spelledKey } from "../../2-check/names.js";
import { isArithmetic } from "../../scope/arithmetic.js";
import { call, num, str } from "../build.js";
import type { Frame, Lowering } from "../context.js";

/** A property key as it may stand in emitted text: spelled out, arithmetic, or checked by `_k_`. */
export interface Key {
  readonly node: Expression | t.PrivateName;
  readonly computed: boolean;
  /** The name, when the source spells it out. */
  readonly name: string | null;
}

export function lowerKey(l: Lowering, f: Frame, key: Expression | t.PrivateName, computed: boolean): Key {
  if (key.type === "PrivateName") return { node: key, computed: false, name: null };
  if (!computed) return { node: plainKey(key), computed: false, name: spelledKey(key, false) };
  const name = spelledKey(key, true);
  if (name !== null) return { node: str(name), computed: true, name };
  const lowered = l.expr(key, f);
  // In the call form `x += 1` is a guard's result, of which nothing is known.
  // The text of a bigint is paid for.
  if (l.form === "inline" && isArithmetic(key, l.references) && (l.sizes?.isNumber(key) ?? true))
    return { node: lowered, computed: true, name: null };
  return { node: call("_k_", [lowered], key), computed: true, name: null };
}

/** An uncomputed key: an identifier, string, number or bigint, without the source's own spelling. */
function plainKey(key: Expression): Expression {
  if (key.type === "StringLiteral") return str(key.value);
  if (key.type === "NumericLiteral") return num(key.value);
  return key;
}

/** A key as an argument of a call-form guard: the name as a string, or the value itself. */
export function keyArgument(
  l: Lowering,
  f: Frame,
  key: Expression,
  computed: boolean,
): { readonly node: Expression; readonly name: string | null } {
  const name = spelledKey(key, computed);
  return name === null ? { node: l.expr(key, f), name } : { node: str(name), name };
}
