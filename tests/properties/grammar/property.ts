import fc from "fast-check";
import { type GrammarProgram, programs } from "./arbitrary.js";
import { compare } from "./compare/compare.js";
import type { Statistics } from "./statistics.js";

/** Each program does natively what it does in both forms; counted in `statistics`. */
export function sameAsNative(statistics: Statistics): fc.IAsyncProperty<[GrammarProgram]> {
  return fc.asyncProperty(programs(), async ({ source }) => {
    const verdict = await compare(source);
    statistics.add(verdict);
    if (verdict.kind === "different") throw new Error(verdict.detail);
  });
}

/** Rejections that nobody hears are the native programs' own; they must not end the process. Returns the way back. */
export function ignoreRejections(): () => void {
  const listeners = process.listeners("unhandledRejection");
  const ignore = (): void => {};
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", ignore);
  return () => {
    process.off("unhandledRejection", ignore);
    for (const listener of listeners) process.on("unhandledRejection", listener);
  };
}
