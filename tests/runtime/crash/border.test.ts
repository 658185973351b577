import vm from "node:vm";
import { expect, it } from "vitest";
import { KINDS, outcomes } from "./kinds.js";

const nested = (): unknown[] => {
  let value: unknown[] = [];
  for (let i = 0; i < 1e5; i++) value = [value];
  return value;
};

it("host data that is nested too deeply does not enter, and a cycle does", () => {
  expect(outcomes("d", { globals: { d: nested() } })).toEqual(KINDS.map(() => "LimitError LIMIT_RESULT"));
  const cycle: unknown[] = [];
  cycle.push(cycle);
  expect(outcomes("d[0] === d || undefined", { globals: { d: cycle } })).toEqual(KINDS.map(() => "value"));
});

it("an argument that is nested too deeply does not reach the host", () => {
  let calls = 0;
  const globals = { h: () => void calls++ };
  const source = "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; try { h(a) } catch {} 1";
  expect(outcomes(source, { globals })).not.toContain("not an error");
  expect(calls).toBe(0);
  expect(() => JSON.stringify(nested())).toThrow(RangeError);
});

const SPELLINGS: readonly string[] = [
  "Error['prepare' + 'StackTrace'] = () => 'mine'",
  "Error[`prepare${'StackTrace'}`] = () => 'mine'",
  "const k = ['prepareStack', 'Trace'].join(''); Error[k] = () => 'mine'",
  "Object.assign(Error, { ['prepareStack' + 'Trace']: () => 'mine' })",
  "Error['stackTrace' + 'Limit'] = 0",
  "Object.assign(Error, { ['stackTrace' + 'Limit']: 0 })",
];

it.each(SPELLINGS)("does not reach the engine's hooks for stacks: %s", (source) => {
  const stack = vm.runInNewContext(`${source}; new Error('x').stack`);
  expect(["mine", "Error: x"]).toContain(stack);
  const before = [Error.prepareStackTrace, Error.stackTraceLimit];
  for (const outcome of outcomes(source)) expect(outcome).toMatch(/^GuardError GUARD_(MEMBER|WRITE)$/);
  expect([Error.prepareStackTrace, Error.stackTraceLimit]).toEqual(before);
});

it("shows a message as long as the string limit lets it be", () => {
  const limits = { stringLength: 2e8, allocatedBytes: 2 ** 30 };
  expect(outcomes("throw new Error('x'.repeat(1e8))", { limits })).toEqual(
    KINDS.map(() => "GuestError GUEST_ERROR"),
  );
});

it("copying that is refused at its end is paid for", () => {
  const build = "const a = new Array(1e5).fill(1);";
  const source = `${build} for (let i = 0; i < 100; i++) try { h([a, Symbol()]) } catch {}`;
  const options = { globals: { h: () => 1 }, limits: { steps: 1e6 } };
  expect(outcomes(source, options)).toEqual(KINDS.map(() => "LimitError LIMIT_STEPS"));
});
