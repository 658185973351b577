import { describe, expect, it } from "vitest";
import { FORMS, native, run } from "../support/run.js";
import { COMPLETIONS } from "./programs/completions.js";
import { PROGRAMS } from "./programs.js";

/** Results of another realm are compared by what they hold. */
function shape(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(shape);
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, shape(v)]));
}

describe("the same value as the engine gives natively", () => {
  for (const source of [...PROGRAMS, ...COMPLETIONS]) {
    for (const form of FORMS) {
      it(`${form}: ${source}`, () => {
        expect(shape(run(source, {}, form).value)).toEqual(shape(native(source)));
      });
    }
  }
});
