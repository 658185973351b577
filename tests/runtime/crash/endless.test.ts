import vm from "node:vm";
import { expect, it } from "vitest";
import { compileRestricted, execRestrictedAsync } from "../../../src/index.js";
import { KINDS, outcomes } from "./kinds.js";
import { DEEP, ITERATORS, PASSES, RESULTS, THROWN, WAITING } from "./programs.js";

const limits = { steps: 300_000 };
const all = (outcome: string): readonly string[] => KINDS.map(() => outcome);

it.each([...ITERATORS, ...PASSES])("ends by its steps: %s", (source) => {
  expect(() => vm.runInNewContext(source, {}, { timeout: 30 })).toThrow(/timed out/);
  expect(outcomes(source, { limits })).toEqual(all("LimitError LIMIT_STEPS"));
});

it.each(WAITING)("ends by its steps, waiting: %s", async (source) => {
  for (const [guards, realm] of KINDS) {
    const program = compileRestricted(source, { guards, async: true });
    await expect(execRestrictedAsync(program, { limits, ...realm })).rejects.toMatchObject({
      code: "LIMIT_STEPS",
    });
  }
});

it.each(DEEP)("ends by its depth: %s", (source) => {
  expect(() => vm.runInNewContext(source)).toThrow(/call stack/);
  expect(outcomes(source, { limits })).toEqual(all("LimitError LIMIT_CALL_DEPTH"));
});

it.each(RESULTS)("is too deep to leave: %s", (source) => {
  expect(outcomes(source, { limits })).toEqual(all("LimitError LIMIT_RESULT"));
});

it("a cycle leaves as a cycle", () => {
  expect(outcomes("const a = []; a.push(a); a")).toEqual(all("value"));
});

it.each(THROWN)("is told as an error of the guest: %s", (source) => {
  expect(() => vm.runInNewContext(source)).toThrow();
  expect(outcomes(source, { limits })).toEqual(all("GuestError GUEST_ERROR"));
});
