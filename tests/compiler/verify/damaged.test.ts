import { describe, expect, it } from "vitest";
import { CODES } from "../../../src/compiler/5-verify/codes.js";
import { verifyProgram } from "../../../src/compiler/5-verify/verify.js";
import { type Asked, DAMAGED, DAMAGED_FOR, DAMAGED_MATCHERS, DAMAGED_ROOTS, EXEC, ROOT } from "./damaged.js";
import { text } from "./texts.js";

function codesOf(code: string, guards: "inline" | "call", asked: Asked = {}): string {
  const { findings } = verifyProgram(code, { guards, ...asked });
  return [...new Set(findings.map((finding) => finding.code))].sort().join(" ");
}

describe("damaged bodies", () => {
  it.each(DAMAGED)("%s %s: %s with `%s` as `%s`", (codes, form, good, from, to) => {
    expect(good).toContain(from);
    expect(codesOf(text(form, good).code, form)).toBe("");
    expect(
      codesOf(
        text(
          form,
          good.replace(from, () => to),
        ).code,
        form,
      ),
    ).toBe(codes);
  });
});

describe("damaged bodies for a host that asks for more", () => {
  it.each(DAMAGED_FOR)("%o %s %s: %s with `%s` as `%s`", (asked, codes, form, good, from, to) => {
    expect(good).toContain(from);
    const damaged = text(form, good.replaceAll(from, to)).code;
    expect(codesOf(text(form, good).code, form, asked)).toBe("");
    expect(codesOf(damaged, form)).toBe("");
    expect(codesOf(damaged, form, asked)).toBe(codes);
  });
});

describe("texts that read `exec` in another way", () => {
  const matchers = (body: string): readonly [sites: readonly string[], elsewhere: boolean] => {
    const { matchers: found } = verifyProgram(text("inline", body).code, { guards: "inline" });
    return [[...found.sites], found.elsewhere];
  };

  it("a guard that is used for nothing else is the one way that is watched by itself", () => {
    expect(codesOf(text("inline", EXEC).code, "inline")).toBe("");
    for (const body of [EXEC, EXEC.replace(".exec", "[`exec`]"), EXEC.replace(".exec", "['exec']")])
      expect(matchers(body)).toEqual([["_g0_"], false]);
    expect(matchers(EXEC.replace("_g0_(r).exec", "_w0_(r).exec = 1"))).toEqual([[], false]);
    expect(matchers(EXEC.replace("_g0_(r).exec", "{ exec: 1 }"))).toEqual([[], false]);
  });

  it.each(DAMAGED_MATCHERS)("`%s` as `%s`", (from, to) => {
    expect(EXEC).toContain(from);
    expect(matchers(EXEC.replace(from, () => to))[1]).toBe(true);
  });
});

describe("damaged roots", () => {
  it.each(DAMAGED_ROOTS)("%s: `%s` as `%s`", (codes, from, to) => {
    expect(ROOT).toContain(from);
    expect(codesOf(ROOT, "inline")).toBe("");
    const at = ROOT.lastIndexOf(from);
    expect(codesOf(ROOT.slice(0, at) + to + ROOT.slice(at + from.length), "inline")).toContain(codes);
  });
});

describe("the table of damages", () => {
  it("has at least one damage for each code", () => {
    const found = new Set(
      [...DAMAGED, ...DAMAGED_ROOTS, ...DAMAGED_FOR.map(([, codes]) => [codes] as const)].flatMap(([codes]) =>
        codes.split(" "),
      ),
    );
    const elsewhere = ["VERIFY_DEPTH", "VERIFY_INTERNAL"];
    expect(Object.keys(CODES).filter((code) => !found.has(code) && !elsewhere.includes(code))).toEqual([]);
    expect(DAMAGED.length).toBeGreaterThan(120);
  });
});
