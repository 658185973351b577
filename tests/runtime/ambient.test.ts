import { expect, it } from "vitest";
import { type ExecOptions, execRestricted } from "../../src/index.js";
import { FORMS, failure, run } from "../support/run.js";

const NOON = Date.UTC(2030, 0, 1, 12);

for (const form of FORMS) {
  it(`${form}: the host's clock is the only present there is`, () => {
    const source = `
      class Mine extends Date { kind() { return 'mine' } }
      const d = new Date(), m = new Mine(), { now } = Date;
      [Date.now(), now(), +d, +m, m.kind(), m instanceof Mine, d instanceof Date, Date() === String(d),
       new Date(5).getTime(), new Date('2020-01-01').toISOString(), Date.UTC(2020, 0, 1), Date.parse('2020-01-01'), Date.name, Date.length,
       given instanceof Date, +given]`;
    expect(run(source, { clock: () => NOON, globals: { given: new Date(7) } }, form).value).toEqual([
      ...[NOON, NOON, NOON, NOON, "mine", true, true, true],
      ...[5, "2020-01-01T00:00:00.000Z", Date.UTC(2020, 0, 1), Date.UTC(2020, 0, 1), "Date", 7],
      ...[true, 7],
    ]);
    const before = Date.now();
    const present = run("Date.now()", {}, form).value as number;
    expect(present >= before && present <= Date.now()).toBe(true);
  });

  it(`${form}: the host's chance`, () => {
    let n = 0;
    const random = (): number => (n++ % 4) / 4;
    const source = "[Math.random(), Math.random(), Math.max(1, 2), Math.PI > 3, `${Math}`]";
    expect(run(source, { random }, form).value).toEqual([0, 0.25, 2, true, "[object Math]"]);
    const seeded = "[random.random(), random.randint(1, 1000), random.shuffled([1, 2, 3])]";
    const options: ExecOptions = { random: () => 0.5, builtins: "utility" };
    expect(run(seeded, options, form).value).toEqual(run(seeded, options, form).value);
    expect(run(seeded, options, form).value).not.toEqual(
      run(seeded, { ...options, random: () => 0.25 }, form).value,
    );
  });

  it(`${form}: they are as closed as what they replace`, () => {
    const options = { clock: () => 1, random: () => 0 };
    for (const source of [
      "Math.random = () => 1",
      "Math.x = 1",
      "Date.now = () => 1",
      "Date.x = 1",
      "Date.now.x = 1",
      "Math.random.x = 1",
      "Object.assign(Date, { now: 1 })",
      "Object.assign(Math, { random: 1 })",
      "Date['proto' + 'type'].getTime = 1",
    ])
      expect(["GUARD_WRITE", "GUEST_ERROR", "GUARD_MEMBER"]).toContain(failure(source, options, form).code);
    expect(run("class D extends Date {} D.own = 1; [D.own, D.now()]", options, form).value).toEqual([1, 1]);
  });
}

it.each([
  [
    "throws",
    () => {
      throw new RangeError("stopped in /home/me/clock.js");
    },
    "RangeError",
    "stopped in <path>",
  ],
  ["returns a text", () => "1", "GuardError", "must return a number"],
  ["returns an object that lies", () => ({ valueOf: () => 1 }), "GuardError", "must return a number"],
  ["returns nothing", () => undefined, "GuardError", "must return a number"],
])("a host function that %s", (_what, f, name, message) => {
  for (const [option, use] of [
    ["clock", "Date.now()"],
    ["clock", "new Date()"],
    ["random", "Math.random()"],
  ] as const) {
    const source = `let r; try { ${use} } catch (e) { r = [e.name, e.message, e instanceof Error] } r`;
    const { value } = execRestricted(source, { [option]: f as () => number });
    expect(value).toEqual([name, expect.stringContaining(message), true]);
  }
});

it("chance outside of its range is refused, and so is what is no function", () => {
  for (const n of [1, -0.1, Number.NaN, Number.POSITIVE_INFINITY])
    expect(failure("Math.random()", { random: () => n }).code).toBe("OPTION_VALUE");
  for (const bad of [1, "now", {}, null])
    for (const name of ["clock", "random"])
      expect(() => execRestricted("1", { [name]: bad })).toThrow(
        expect.objectContaining({ code: "OPTION_VALUE" }),
      );
});

it("one run's clock is not another's", () => {
  const outer = execRestricted("const a = Date.now(); [a, inner(), Date.now()]", {
    clock: () => 1,
    globals: { inner: () => execRestricted("Date.now()", { clock: () => 2 }).value },
  });
  expect(outer.value).toEqual([1, 2, 1]);
});

it("a host function that overflows its stack ends the run, as any of the host's does", () => {
  const deep = (): number => deep() + 1;
  expect(failure("try { Date.now() } catch { 1 }", { clock: deep }).code).toBe("LIMIT_CALL_DEPTH");
});
