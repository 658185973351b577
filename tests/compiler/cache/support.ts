import type { CompileLimits } from "../../../src/compiler/options.js";

/** A limit whose number is made anew each time it is looked at. */
export function keptLimits(): Partial<CompileLimits> {
  return { nesting: { valueOf: () => 300 } as unknown as number };
}
