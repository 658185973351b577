import {
  getOwnPropertyDescriptor,
  getPrototypeOf,
  NativeObject,
  NativeString,
  NativeTypeError,
  ownKeys,
} from "../intrinsics/primordials.js";

/** Whether a last argument is an options object: plain, with nothing but the named members. */
export function optionsOf(
  value: unknown,
  names: readonly string[],
  helper: string,
): Record<string, unknown> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const prototype = getPrototypeOf(value);
  if (prototype !== NativeObject.prototype && prototype !== null) return undefined;
  const found: Record<string, unknown> = {};
  const keys = ownKeys(value);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string;
    if (key === "_safe_" || key === "_open_") continue;
    let known = false;
    for (let j = 0; j < names.length; j++) known ||= names[j] === key;
    if (!known) throw new NativeTypeError(`\`${helper}\` has no option \`${NativeString(key)}\`.`);
    found[key] = getOwnPropertyDescriptor(value, key)?.value;
  }
  return found;
}
