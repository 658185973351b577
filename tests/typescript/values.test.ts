import { describe, expect, it } from "vitest";
import { compileRestricted, execRestricted, verifyRestricted } from "../../src/index.js";
import { FORMS, native } from "../support/run.js";
import { shape } from "../support/shape.js";
import { transpiled } from "./oracle.js";
import { PROGRAMS } from "./programs.js";

describe("the value that TypeScript's own output gives natively", () => {
  for (const source of PROGRAMS) {
    for (const guards of FORMS) {
      it(`${guards}: ${source}`, () => {
        const { code } = transpiled(source);
        const compiled = compileRestricted(source, { language: "ts", guards });
        expect(compiled.errors.map(String)).toEqual([]);
        expect(verifyRestricted(compiled.code ?? "", { guards }).map(String)).toEqual([]);
        expect(shape(execRestricted(compiled).value)).toEqual(shape(native(code)));
        // The names are those of the program that TypeScript makes, too.
        const plain = compileRestricted(code, { guards });
        expect([compiled.usedNames, compiled.definedNames]).toEqual([plain.usedNames, plain.definedNames]);
      });
    }
  }
});
