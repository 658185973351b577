import { beforeEach, expect, it } from "vitest";
import { definePolicy, type ExecOptions, fullWriteGuard, GuardError } from "../../src/index.js";
import { FORMS, failure, run } from "../support/run.js";

class Gauge {
  level: unknown = 1;
  owner = "ann";
}
const got: unknown[] = [];
const policy = definePolicy<Gauge>({
  name: "Gauge",
  brand: Gauge,
  members: {
    level: {
      kind: "get",
      get: (gauge) => gauge.level,
      set: (gauge, value) => {
        got.push(value);
        if (value === "boom") throw Object.assign(new RangeError("no"), { process });
        gauge.level = typeof value === "object" ? 0 : value;
      },
    },
    owner: { kind: "get", get: (gauge) => gauge.owner },
    reset: {
      kind: "method",
      call: (gauge) => {
        gauge.level = 0;
      },
    },
  },
});
let gauge = new Gauge();
const options = (more: ExecOptions = {}): ExecOptions => ({
  globals: { g: gauge },
  policies: [policy],
  ...more,
});
beforeEach(() => {
  gauge = new Gauge();
  got.length = 0;
});

for (const form of FORMS) {
  it(`${form}: a member with \`set\` is assigned, in every way there is`, () => {
    const source =
      "g.level = 2; g.level += 1; g['le' + 'vel']++; [g.level] = [g.level * 2]; ({ a: g.level } = { a: g.level + 1 }); for (g.level of [20]) ; g.level ??= 1; g.level";
    expect(run(source, options(), form).value).toBe(20);
    expect(gauge.level).toBe(20);
    expect(got).toEqual([2, 3, 4, 8, 9, 20]);
  });

  it(`${form}: every other member stays as it is`, () => {
    // On the bare object each of these would do its work.
    for (const source of [
      "g.owner = 'bob'",
      "g.other = 1",
      "g.reset = () => 1",
      "g['owner'] += 'x'",
      "Object.assign(g, { owner: 'bob' })",
      "const k = '__pro' + 'to__'; g[k] = {}",
      "const o = Object.create(g); o.level = 5",
    ])
      expect(["GUARD_MEMBER", "GUARD_WRITE", "GUEST_ERROR"]).toContain(failure(source, options(), form).code);
    run("delete g.level; delete g.owner", options(), form);
    expect({ ...gauge }).toEqual({ level: 1, owner: "ann" });
    expect(
      run("g.level = 7; [g.level, g.owner, typeof g.other, typeof g.reset]", options(), form).value,
    ).toEqual([7, "ann", "undefined", "function"]);
  });

  it(`${form}: the value is the host's copy, and what the host throws is rebuilt`, () => {
    run(
      "g.level = { a: [1], get b() { throw 1; } } && { a: [1], toJSON() { return 1; } }.a",
      options(),
      form,
    );
    expect(got).toEqual([[1]]);
    expect(got[0]).toBeInstanceOf(Array);
    expect(failure("g.level = { get a() { return 1; } }", options(), form).code).toBe("EXPORT_TYPE");
    expect(
      run(
        "let e; try { g.level = 'boom'; } catch (x) { e = x; } [e instanceof RangeError, typeof e.process]",
        options(),
        form,
      ).value,
    ).toEqual([true, "undefined"]);
  });
}

it("an injected `_write_` hears of it, and `fullWriteGuard` lets it through", () => {
  const seen: unknown[] = [];
  const guards = {
    _write_: (object: unknown) => {
      seen.push(object);
      return fullWriteGuard(object);
    },
  } as never;
  run("g.level = 3", options({ guards }), "call");
  expect(seen.length).toBe(1);
  expect(gauge.level).toBe(3);
});

it("`set` is a function, and not for resident state", () => {
  const member = (set: unknown): never => ({ level: { kind: "get", get: () => 1, set } }) as never;
  expect(() => definePolicy({ name: "X", brand: Gauge, members: member(1) })).toThrow(GuardError);
  const resident = { read: () => ({}), revive: () => new Gauge() };
  expect(() => definePolicy({ name: "X", brand: Gauge, members: member(() => {}), resident })).toThrow(
    GuardError,
  );
});
