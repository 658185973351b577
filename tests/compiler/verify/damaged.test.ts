import { describe, expect, it } from "vitest";
import { CODES } from "../../../src/compiler/5-verify/codes.js";
import { verifyProgram } from "../../../src/compiler/5-verify/verify.js";
import { type Asked, DAMAGED, DAMAGED_FOR, DAMAGED_ROOTS, ROOT } from "./damaged.js";
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
