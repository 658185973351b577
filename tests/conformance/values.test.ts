import { describe, expect, it } from "vitest";
import { FORMS, native, run } from "../support/run.js";
import { shape } from "../support/shape.js";
import { COMPLETIONS } from "./programs/completions.js";
import { PROGRAMS } from "./programs.js";

describe("the same value as the engine gives natively", () => {
  for (const source of [...PROGRAMS, ...COMPLETIONS]) {
    for (const form of FORMS) {
      it(`${form}: ${source}`, () => {
        expect(shape(run(source, {}, form).value)).toEqual(shape(native(source)));
      });
    }
  }
});
