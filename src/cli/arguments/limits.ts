import { CliError } from "../cli-error.js";
import { near } from "../near.js";

const RUN_LIMITS = [
  "steps",
  "timeMs",
  "callDepth",
  "allocatedBytes",
  "stringLength",
  "arrayLength",
  "printedBytes",
  "resultNodes",
] as const;
const COMPILE_LIMITS = ["sourceLength", "nodes", "nesting"] as const;

export const LIMIT_NAMES: readonly string[] = Object.freeze([...RUN_LIMITS, ...COMPILE_LIMITS]);

export interface GivenLimits {
  readonly run: Partial<Record<(typeof RUN_LIMITS)[number], number>>;
  readonly compile: Partial<Record<(typeof COMPILE_LIMITS)[number], number>>;
}

/** Reads `steps=1_000_000,timeMs=500`. */
export function parseLimits(texts: readonly string[]): GivenLimits {
  const given = new Map<string, number>();
  for (const part of texts.flatMap((text) => text.split(","))) {
    const [name = "", digits = "", ...rest] = part.trim().split("=");
    if (!LIMIT_NAMES.includes(name))
      throw new CliError(`There is no limit \`${name}\`${near(name, LIMIT_NAMES)}`, hint());
    if (given.has(name)) throw new CliError(`The limit \`${name}\` is given twice`);
    given.set(name, wholeNumber(name, rest.length > 0 ? "" : digits));
  }
  return { run: pick(given, RUN_LIMITS), compile: pick(given, COMPILE_LIMITS) };
}

function wholeNumber(name: string, digits: string): number {
  const value = /^\d+(_\d+)*$/.test(digits) ? Number(digits.replaceAll("_", "")) : Number.NaN;
  // 0 is a value for `callDepth` alone: leave the depth to the engine.
  if (Number.isSafeInteger(value) && (value > 0 || name === "callDepth")) return value;
  throw new CliError(`The limit \`${name}\` must be a positive whole number, as in \`${name}=1000000\``);
}

function pick<K extends string>(
  given: ReadonlyMap<string, number>,
  names: readonly K[],
): Partial<Record<K, number>> {
  const picked: Partial<Record<K, number>> = {};
  for (const name of names) {
    const value = given.get(name);
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}

function hint(): string {
  return `Limits: ${LIMIT_NAMES.join(", ")}.`;
}
