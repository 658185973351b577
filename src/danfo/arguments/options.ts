import { kindOf, list, quote } from "./quote.js";

/** Known options by name; what is not given is absent. */
export type Options = ReadonlyMap<string, unknown>;

/** Reads own data properties of a plain object; an option nobody knows is an error, not a surprise. */
export function readOptions(value: unknown, allowed: readonly string[], method: string): Options {
  const options = new Map<string, unknown>();
  for (const [key, option] of ownEntries(value ?? {}, method)) {
    if (key === "inplace")
      throw new TypeError(
        `\`${method}\` has no \`inplace\`, because frames are values here; assign the result instead: \`df = df.${method}(…)\`.`,
      );
    if (!allowed.includes(key))
      throw new TypeError(
        `\`${method}\` has no option ${quote(key)}; ${allowed.length === 0 ? "leave it out" : `use ${list(allowed)}`}.`,
      );
    if (option !== undefined) options.set(key, option);
  }
  return options;
}

/** The own entries of a plain object, in its order, without running getters. */
export function ownEntries(value: unknown, method: string): readonly (readonly [string, unknown])[] {
  if (!isPlainObject(value))
    throw new TypeError(`\`${method}\` takes a plain object here, not ${kindOf(value)}; write \`{ … }\`.`);
  return Object.keys(value).map((key) => {
    const descriptor = Object.getOwnPropertyDescriptor(value, key);
    if (descriptor === undefined || !("value" in descriptor))
      throw new TypeError(`\`${method}\` takes no getters; write the value of ${quote(key)} itself.`);
    return [key, descriptor.value];
  });
}

export function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
