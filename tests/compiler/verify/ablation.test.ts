import { describe, expect, it } from "vitest";
import { verifyProgram } from "../../../src/compiler/5-verify/verify.js";
import { GOOD_BOTH, GOOD_CALL, GOOD_INLINE } from "./good.js";
import { type Text, text } from "./texts.js";

const TEXTS = [
  ...[...GOOD_BOTH, ...GOOD_INLINE].map((body) => text("inline", body)),
  ...[...GOOD_BOTH, ...GOOD_CALL].map((body) => text("call", body)),
];
const TICK =
  /if \(--_steps_ < 0\) _out_\(\);|(?<=[{;] ?)_tick_\(\);|--_steps_ < 0 && _out_\(\), |_tick_\(\), /g;
/** `_object_` only refuses null and undefined, as the engine would: every key of a pattern is read by a guard of its own. */
const OPENING = /_(?:[gows]\d+|k|caught|handled|getiter|keys|await|base|class|super|unpack_sequence)_\(/g;

function refused({ form }: Text, code: string): boolean {
  return verifyProgram(code, { guards: form }).findings.length > 0;
}

/** The text with the guard that opens at `start` replaced by its parenthesised first argument. */
function withoutGuard(code: string, start: number, length: number): string {
  return code.slice(0, start) + code.slice(start + length - 1);
}

describe("every tick and every guard of a good text is needed", () => {
  it.each(TEXTS)("$form $code", (good) => {
    for (const match of good.code.matchAll(TICK)) {
      const without = good.code.slice(0, match.index) + good.code.slice(match.index + match[0].length);
      // The ticked sequence of a field or a default may hold something that needs no tick.
      const harmless = match[0].endsWith(", ") && /static v = \(this\)/.test(without);
      expect(harmless || refused(good, without), without).toBe(true);
    }
    for (const match of good.code.matchAll(OPENING)) {
      const without = withoutGuard(good.code, match.index, match[0].length);
      expect(refused(good, without), without).toBe(true);
    }
  });
});
