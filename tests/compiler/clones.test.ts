import { describe, expect, it } from "vitest";
import { CLONES_ALONE, clonesAlone } from "../../src/compiler/native/clones.js";
import { compiled, native, run } from "../support/run.js";

describe("objects that begin with a spread and go on", () => {
  it.each([
    ["11.3.244.8-node.38", true],
    ["12.4.254.21-node.33", false],
    ["13.6.233.10-node.28", false],
    [undefined, false],
    ["", false],
  ])("in V8 %s have shapes of their own: %s", (v8, alone) => {
    expect(clonesAlone(v8)).toBe(alone);
  });

  it("are led by a spread of nothing where that helps, and in no other place", () => {
    const led = (source: string): boolean => /_o\d+_\(void 0\)/.test(compiled(source).code ?? "");
    expect(led("const a = {}; ({ ...a, b: 1 })")).toBe(CLONES_ALONE);
    expect(led("const a = {}; ({ ...a, ...a })")).toBe(CLONES_ALONE);
    expect(led("const a = {}; ({ ...a, m() {} })")).toBe(CLONES_ALONE);
    expect(led("const a = {}; ({ ...a })")).toBe(false);
    expect(led("const a = {}; ({ b: 1, ...a })")).toBe(false);
    expect(led("const a = {}; ({ ...a, get b() { return 1; } })")).toBe(false);
    expect(compiled("const a = {}; ({ ...a, b: 1 })", "call").code).not.toContain("void 0");
  });

  it("read, override and evaluate in the order of the text", () => {
    const source =
      "const told = []; const a = { get x() { told.push('x'); return 1; }, get y() { told.push('y'); return 2; } }; const o = { ...(told.push('a'), a), y: told.push('own'), ...null, ...(told.push('b'), a), z: told.length }; JSON.stringify([o, told])";
    expect(run(source).value).toBe(native(source));
  });
});
