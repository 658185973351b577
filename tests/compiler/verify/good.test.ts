import { describe, expect, it } from "vitest";
import { verifyProgram } from "../../../src/compiler/5-verify/verify.js";
import { verifyRestricted } from "../../../src/compiler/5-verify/verify-restricted.js";
import { GOOD_BOTH, GOOD_CALL, GOOD_INLINE } from "./good.js";
import { text } from "./texts.js";

const ALL = [
  ...GOOD_BOTH.flatMap((body) => [text("inline", body), text("call", body)]),
  ...GOOD_INLINE.map((body) => text("inline", body)),
  ...GOOD_CALL.map((body) => text("call", body)),
];

describe("good texts are proved", () => {
  it.each(ALL)("$form $code", ({ form, code }) => {
    expect(verifyProgram(code, { guards: form }).findings.map(String)).toEqual([]);
    expect(verifyRestricted(code)).toEqual([]);
    // The text is a program for the engine as well, not only for the parser.
    expect(() => new Function(`return ${code}`)).not.toThrow();
  });
});

describe("what the evaluate stage is told", () => {
  it("names free and assigned globals, sites, and whether the root is async", () => {
    const { code } = text(
      "inline",
      "async let own = b; a = _g2_(own).x; for (c of _g10_(d)) { TICK; } _o1_; ".replace(
        "_o1_; ",
        "[e] = [1]; f++; const o = { ..._o1_(a) };",
      ),
    );
    const verified = verifyProgram(code, { guards: "inline" });
    expect(verified.findings).toEqual([]);
    expect(verified.freeNames).toEqual(["a", "b", "c", "d", "e", "f"]);
    expect(verified.assignedNames).toEqual(["a", "c", "e", "f"]);
    expect(verified.sites).toEqual([
      { kind: "o", index: 1 },
      { kind: "g", index: 2 },
      { kind: "g", index: 10 },
    ]);
    expect(verified.isAsync).toBe(true);
  });

  it("locates a finding", () => {
    const code = '(function () {\n  "use strict"; if (--_steps_ < 0) _out_();\n  return a.b;\n})';
    const [finding] = verifyProgram(code, { guards: "inline", filename: "x.js" }).findings;
    expect(finding).toMatchObject({
      code: "VERIFY_RAW_MEMBER",
      start: { line: 3, column: 10, offset: 68 },
      nodeType: "MemberExpression",
    });
    expect(finding?.frame).toBe("3 |   return a.b;\n  |          ^^^");
    expect(String(finding)).toMatch(/^x\.js:3:10 VERIFY_RAW_MEMBER .*\(I20, I30\)/);
  });

  it("opens the names the policy opened, but none of the reserved shape", () => {
    const openNames = new Set(["_ok", "_no_"]);
    const { code } = text("inline", "_ok = _g0_(_ok)._ok; const o = { _ok };");
    expect(verifyProgram(code, { guards: "inline", openNames }).findings).toEqual([]);
    expect(verifyProgram(code, { guards: "inline" }).findings.length).toBeGreaterThan(0);
    for (const body of ["_no_;", "let _no_;", "_g0_(a)._no_;"]) {
      expect(verifyProgram(text("inline", body).code, { guards: "inline", openNames }).findings).toHaveLength(
        1,
      );
    }
  });
});

describe("verifyRestricted", () => {
  it("refuses unknown options and forms", () => {
    expect(() => verifyRestricted("", { guard: "call" } as never)).toThrow(TypeError);
    expect(() => verifyRestricted("", { guards: "both" } as never)).toThrow(TypeError);
    expect(() => verifyRestricted(1 as never)).toThrow(TypeError);
  });

  it("holds a text to the form that is asked for", () => {
    const { code } = text("call", "");
    expect(verifyRestricted(code)).toEqual([]);
    expect(verifyRestricted(code, { guards: "call" })).toEqual([]);
    expect(verifyRestricted(code, { guards: "inline" }).length).toBeGreaterThan(0);
  });
});
