import { didYouMean } from "../../index.js";
import { isPlain } from "../figure/figure.js";
import type { FunctionSpec } from "./functions.js";
import { NOT_YET } from "./functions.js";

export type Options = ReadonlyMap<string, unknown>;

/** The options object with camelCase names; snake_case names of plotly.express are aliases. */
export function optionsOf(spec: FunctionSpec, given: unknown): Options {
  if (given === undefined) return new Map();
  if (!isPlain(given))
    throw new TypeError(
      `px.${spec.name} takes its options as one object: px.${spec.name}(df, { x: "…", y: "…" }).`,
    );
  const options = new Map<string, unknown>();
  for (const [name, value] of Object.entries(given)) {
    const camel = name.replace(/_([a-z])/g, (_m, letter: string) => letter.toUpperCase());
    if (NOT_YET.has(camel))
      throw new TypeError(`px.${spec.name} does not support \`${name}\` yet; leave it out.`);
    if (!spec.options.includes(camel)) {
      throw new TypeError(
        `px.${spec.name} has no option \`${name}\`.${didYouMean(camel, spec.options)} It has ${[
          ...new Set(spec.options),
        ]
          .filter((o) => o !== "")
          .sort()
          .join(", ")}.`,
      );
    }
    if (options.has(camel)) throw new TypeError(`px.${spec.name} got \`${name}\` twice; write it once.`);
    if (value !== undefined && value !== null) options.set(camel, value);
  }
  return options;
}

export function text(options: Options, name: string): string | undefined {
  return typed(options, name, "string") as string | undefined;
}

export function number(options: Options, name: string): number | undefined {
  const value = typed(options, name, "number") as number | undefined;
  if (value !== undefined && !Number.isFinite(value))
    throw new TypeError(`\`${name}\` must be a finite number.`);
  return value;
}

export function flag(options: Options, name: string): boolean {
  return (typed(options, name, "boolean") as boolean | undefined) ?? false;
}

export function oneOf(options: Options, name: string, accepted: readonly string[]): string | undefined {
  const value = text(options, name);
  if (value !== undefined && !accepted.includes(value))
    throw new TypeError(
      `\`${name}\` must be one of ${accepted.map((a) => `"${a}"`).join(", ")}, not "${value}".`,
    );
  return value;
}

export function strings(options: Options, name: string): readonly string[] | undefined {
  const value = options.get(name);
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length === 0 || !value.every((v) => typeof v === "string"))
    throw new TypeError(`\`${name}\` must be a non-empty array of strings.`);
  return value as string[];
}

/** An option that maps words to words, as a Map: a guest's words are never keys of an object of ours. */
export function mapping(options: Options, name: string): ReadonlyMap<string, string> {
  const value = options.get(name);
  if (value === undefined) return new Map();
  if (!isPlain(value)) throw new TypeError(`\`${name}\` must be an object such as { value: "…" }.`);
  return new Map(
    Object.entries(value).map(([k, v]) => {
      if (typeof v !== "string") throw new TypeError(`\`${name}.${k}\` must be a string.`);
      return [k, v] as const;
    }),
  );
}

export function range(options: Options, name: string): readonly [number, number] | undefined {
  const value = options.get(name);
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length !== 2)
    throw new TypeError(`\`${name}\` must be an array of two ends.`);
  return value as unknown as [number, number];
}

function typed(options: Options, name: string, type: "string" | "number" | "boolean"): unknown {
  const value = options.get(name);
  if (value !== undefined && typeof value !== type) throw new TypeError(`\`${name}\` must be a ${type}.`);
  return value;
}
