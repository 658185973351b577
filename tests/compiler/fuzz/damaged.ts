import fc from "fast-check";
import type { CompileOptions } from "../../../src/index.js";
import { PROGRAMS } from "../../conformance/programs.js";
import { fixtures, KINDS } from "./fixtures.js";
import { edit } from "./mutations.js";

const FIXTURES = KINDS.flatMap((kind) => fixtures(kind).map(({ text }) => text));
const text = fc.oneof(fc.constantFrom(...FIXTURES), fc.constantFrom(...PROGRAMS));
/** Fixtures and programs, damaged. */
export const damaged: fc.Arbitrary<string> = fc
  .tuple(text, text, edit)
  .map(([one, other, change]) => change(one, other));

export const options: fc.Arbitrary<CompileOptions> = fc.record(
  {
    language: fc.constantFrom("js", "ts"),
    guards: fc.constantFrom("inline", "call"),
    async: fc.boolean(),
    imports: fc.constantFrom([], ["a"]),
    globalize: fc.constantFrom([], ["x", "f"]),
    readonlyNames: fc.constantFrom([], ["y", "a"]),
  },
  { requiredKeys: [] },
);

/** The mode, with parameters where it takes them. */
export const mode: fc.Arbitrary<CompileOptions> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<CompileOptions>({}) },
  { weight: 1, arbitrary: fc.constant<CompileOptions>({ mode: "eval" }) },
  { weight: 1, arbitrary: fc.constant<CompileOptions>({ mode: "function" }) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom("a", "b", "{ a, ...c }", "x = 1", "...r", "a: T"), damaged), {
        maxLength: 3,
      })
      .map((params): CompileOptions => ({ mode: "function", params })),
  },
);
