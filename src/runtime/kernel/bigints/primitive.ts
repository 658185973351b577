import { given, isHostRealm } from "../intrinsics/host-realm.js";
import { apply, NativeTypeError } from "../intrinsics/primordials.js";

type Method = (...args: unknown[]) => unknown;
export type Hint = "default" | "number" | "string";
const toPrimitive: typeof Symbol.toPrimitive = Symbol.toPrimitive;

export function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** ECMA-262 ToPrimitive: the object's own methods run here, each once, so that what they return can be looked at. */
export function primitive(value: unknown, hint: Hint): unknown {
  if (!isObject(value)) return value;
  const exotic = (value as { readonly [toPrimitive]?: unknown })[toPrimitive];
  if (exotic !== undefined && exotic !== null) {
    if (typeof exotic !== "function")
      throw new NativeTypeError(`${typeof exotic} ${String(exotic)} is not a function`);
    const result = apply(exotic as Method, value, [hint]);
    if (isObject(result)) throw new NativeTypeError("Cannot convert object to primitive value");
    return result;
  }
  const like = value as { readonly toString?: unknown; readonly valueOf?: unknown };
  for (let i = 0; i < 2; i++) {
    const method = (hint === "string") === (i === 0) ? like.toString : like.valueOf;
    if (typeof method !== "function") continue;
    // In the host's realm the object has the host's method; programs get one that is charged.
    const charged = isHostRealm() ? given(method) : method;
    const result = apply((typeof charged === "function" ? charged : method) as Method, value, []);
    if (!isObject(result)) return result;
  }
  throw new NativeTypeError("Cannot convert object to primitive value");
}

/** ECMA-262 ToNumeric, by the engine itself. */
export function numeric(value: unknown): number | bigint {
  if (typeof value === "bigint" || typeof value === "number") return value;
  let kept = value as number | bigint;
  return kept++;
}
