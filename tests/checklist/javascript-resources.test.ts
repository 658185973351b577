import { describe, expect } from "vitest";
import { FORMS, run } from "../support/run.js";
import { covers, failureCode } from "./support.js";

describe("natives that work without ticking", () => {
  covers("B28", () => {
    for (const [source, code] of [
      ["'x'.repeat(2 ** 28)", /^LIMIT_STRING$/],
      ["'x'.padStart(2 ** 28)", /^LIMIT_STRING$/],
      ["new Array(2 ** 31)", /^LIMIT_ARRAY$/],
      ["Array.from({ length: 2 ** 31 })", /^LIMIT_ARRAY$/],
      ["new Array(1e6).fill('x'.repeat(1000)).join('')", /^LIMIT_(STRING|ALLOCATION)$/],
      ["new Array(3e6).fill(0).concat(new Array(3e6).fill(0))", /^LIMIT_(ARRAY|ALLOCATION)$/],
      ["const a = []; a.push(a); a.flat(Infinity)", /^LIMIT_/],
      ["new Uint8Array(2 ** 31)", /^LIMIT_ARRAY$/],
      ["new ArrayBuffer(2 ** 31)", /^LIMIT_ARRAY$/],
      ["new Array(1e6).fill(new Array(1e6).fill(0)).flat()", /^LIMIT_/],
      ["'a'.repeat(1e6).replaceAll('a', 'b'.repeat(1e6))", /^LIMIT_STRING$/],
      ["String.raw({ raw: { length: 2 ** 53 } })", /^GUEST_ERROR$/],
      ["[].forEach.call({ length: 2 ** 53 - 1 }, (x) => x)", /^LIMIT_/],
      ["const a = []; a.length = 2 ** 32 - 1; a.map((x) => x)", /^LIMIT_/],
      ["const a = []; a.length = 2 ** 32 - 1; new Set(a)", /^LIMIT_/],
      ["let s = 'x'; for (;;) s += s", /^LIMIT_|^GUEST_ERROR$/],
      ["let a = [1]; for (;;) a = [...a, ...a]", /^LIMIT_/],
      ["let a = {}; for (let i = 0; i < 1e5; i++) a = { a }; JSON.stringify(a)", /^LIMIT_CALL_DEPTH$/],
      ["let a = 1; for (let i = 0; i < 1e5; i++) a = [a]; a", /^LIMIT_RESULT$|^EXPORT|^LIMIT_/],
      ["range(1e12)", /^LIMIT_ARRAY$/],
    ] as const)
      for (const form of FORMS) {
        const start = performance.now();
        const wrapped = source.includes("let a = 1;") ? null : source;
        const found =
          wrapped === null
            ? exported(source, form)
            : failureCode(wrapped, { limits: { timeMs: 3000 } }, form);
        expect([source, found]).toEqual([source, expect.stringMatching(code)]);
        expect([source, performance.now() - start < 15_000]).toEqual([source, true]);
      }
  });
});

/** The code that reading a run's value ends in. */
function exported(source: string, form: (typeof FORMS)[number]): string {
  try {
    void run(source, {}, form).value;
  } catch (error) {
    return (error as { code: string }).code;
  }
  return "";
}
