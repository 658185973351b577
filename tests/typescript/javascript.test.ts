import { describe, expect, it } from "vitest";
import { compileRestricted } from "../../src/index.js";
import { PROGRAMS } from "../conformance/programs.js";
import { FORMS } from "../support/run.js";

describe("a JavaScript program is the same program in TypeScript", () => {
  it.each(PROGRAMS)("%s", (source) => {
    for (const guards of FORMS) {
      const js = compileRestricted(source, { guards });
      const ts = compileRestricted(source, { guards, language: "ts" });
      expect(ts).toEqual(js);
      expect(ts.ok).toBe(true);
    }
  });

  /** Where TypeScript reads the same text otherwise: type arguments and `as`. */
  it.each([
    ["f<a>(b)", "a", "f b"],
    ["f(g<a, b>(7))", "b", "f g"],
    ["new C<a>", "C a", "C"],
    ["f<a>`b`", "a f", "f"],
  ])("but %s, which has type arguments there", (source, inJs, inTs) => {
    const names = (language: "js" | "ts") => compileRestricted(source, { language }).usedNames;
    for (const name of inTs.split(" ")) expect(names("ts")).toContain(name);
    expect(names("ts")).not.toEqual(names("js"));
    for (const name of inJs.split(" ").filter((n) => n.length > 0)) {
      if (compileRestricted(source).ok) expect(names("js")).toContain(name);
    }
  });
});
