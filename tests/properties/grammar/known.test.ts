import { afterAll, beforeAll, expect, it } from "vitest";
import { compare, stillDiffers } from "./compare/compare.js";
import { DOCUMENTED } from "./compare/known.js";
import { WORDING, wording } from "./compare/wording.js";
import { ignoreRejections } from "./property.js";

let restore = (): void => {};
beforeAll(() => {
  restore = ignoreRejections();
});
afterAll(() => restore());

it.each(DOCUMENTED.map((known) => [known.why, known] as const))("is still so: %s", async (_why, known) => {
  expect(await stillDiffers(known)).toBe(true);
  expect((await compare(known.example)).kind).toBe("known");
});

it("a documented difference does not hide another", async () => {
  for (const { example } of DOCUMENTED) {
    const { kind } = await compare(example, `log("planted"); ${example}`);
    expect([example, ["same", "known"].includes(kind) ? "hidden" : kind]).toEqual([example, "different"]);
  }
});

it("wording is forgiven for what it says, and for nothing else", () => {
  expect(WORDING.length).toBeLessThan(7);
  expect(wording("a.b is not a function")).toBe(wording("value is not a function"));
  for (const message of [
    "",
    "boom",
    "Invalid array length",
    "Assignment to constant variable.",
    "x is not defined",
  ])
    expect(wording(message)).toBe(message);
});
