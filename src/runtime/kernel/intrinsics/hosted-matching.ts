import { replaceMethod } from "./define.js";
import { costFor } from "./matching.js";
import { apply } from "./primordials.js";

const NativeRegExp = RegExp;
const WAYS: readonly (readonly [string, symbol])[] = [
  ["match", Symbol.match],
  ["matchAll", Symbol.matchAll],
  ["search", Symbol.search],
  ["replace", Symbol.replace],
  ["replaceAll", Symbol.replace],
  ["split", Symbol.split],
];

/**
 * In the host's own realm the methods of strings find the native methods of expressions, not their stand-ins: what the
 * engine cannot compile is refused here.
 */
export function tameHostedMatching(): void {
  for (const [name, hook] of WAYS) {
    const makes = name === "match" || name === "matchAll" || name === "search";
    replaceMethod(
      String.prototype,
      name,
      (native) =>
        ({
          way(this: unknown, pattern: unknown, ...more: unknown[]): unknown {
            const known = costFor(pattern) !== null || !makes || isHooked(pattern, hook);
            return apply(native, this, [known ? pattern : compiled(pattern), ...more]);
          },
        }).way,
    );
  }
}

function isHooked(pattern: unknown, hook: symbol): boolean {
  if (pattern === undefined || pattern === null) return true;
  if (typeof pattern !== "object" && typeof pattern !== "function") return false;
  const own: unknown = (pattern as Record<symbol, unknown>)[hook];
  return own !== undefined && own !== null;
}

/** The text that the engine will make an expression of, asked for once. */
function compiled(pattern: unknown): string {
  const text = `${pattern as string}`;
  costFor(new NativeRegExp(text));
  return text;
}
