import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyProgram } from "../../../src/compiler/5-verify/verify.js";
import { GOOD_BOTH, GOOD_CALL, GOOD_INLINE } from "./good.js";
import { inline, text } from "./texts.js";

const TEXTS = [
  ...[...GOOD_BOTH, ...GOOD_INLINE].map((body) => text("inline", body)),
  ...[...GOOD_BOTH, ...GOOD_CALL].map((body) => text("call", body)),
];
const TOKEN = /[\w$#]+|"[^"]*"|'[^']*'|\.\.\.|[^\s]/g;
const SPARE = [
  "_g0_",
  "a",
  ".",
  "(",
  ")",
  "{",
  "}",
  "[",
  "]",
  "async",
  "this",
  "`",
  "1",
  "=",
  "constructor",
  "/",
  "\\",
  "yield",
  "?.",
  "",
];

function guardless(code: string): ReturnType<typeof verifyProgram>[] {
  return [verifyProgram(code, { guards: "inline" }), verifyProgram(code, { guards: "call" })];
}

describe("verifyProgram never throws", () => {
  it("for good texts with one token replaced or deleted", () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), fc.nat(), fc.constantFrom(...SPARE), ({ code }, seed, spare) => {
        const tokens = [...code.matchAll(TOKEN)];
        const token = tokens[seed % tokens.length];
        const at = token?.index ?? 0;
        guardless(code.slice(0, at) + spare + code.slice(at + (token?.[0].length ?? 0)));
      }),
      { numRuns: 2000 },
    );
  });

  it("for any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (code) =>
        guardless(code).every((v) => v.findings.length > 0),
      ),
    );
  });

  it.each([
    "(",
    "[",
    "-",
    "a=>",
    "{",
    "a+",
    "function f(){",
    "a?b:",
    "`${",
    "x=[",
    "(()=>",
    "class A{static{",
  ])("for a deep nest of %s", (opening) => {
    for (const depth of [1_000, 100_000]) {
      const code = inline(opening.repeat(depth));
      for (const { findings } of guardless(code)) expect(findings.length).toBeGreaterThan(0);
    }
  });

  it("and refuses what is nested too deeply to prove", () => {
    const code = inline(`x = ${"-(".repeat(50_000)}1${")".repeat(50_000)};`);
    expect(verifyProgram(code, { guards: "inline" }).findings.map(({ code }) => code)).toEqual([
      "VERIFY_DEPTH",
    ]);
  });
});

describe("verifyProgram takes time in proportion", () => {
  it("for long chains of facts", () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `a${index} = a${index + 1}`);
    const code = inline(`var ${names.join(", ")}; var a20000 = x; const o = { [a0]: 1 };`);
    const start = performance.now();
    expect(verifyProgram(code, { guards: "inline" }).findings.map((finding) => finding.code)).toEqual([
      "VERIFY_KEY",
    ]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
