import { describe, expect, it } from "vitest";
import {
  createSafeGlobals,
  execRestricted,
  execRestrictedAsync,
  limitedBuiltins,
  RestrictedExpression,
  safeBuiltins,
  utilityBuiltins,
} from "../../src/index.js";
import { tamedRealm } from "../runtime/kernel-parts/realm.js";
import { failure, run } from "../support/run.js";

describe("sets of tokens", () => {
  it("have the names of the guest realm's sets", () => {
    const safe = [...Object.keys(tamedRealm("safe").globals), "print", "console"];
    expect(Object.keys(safeBuiltins).sort()).toEqual(safe.sort());
    const utility = [...Object.keys(tamedRealm("utility").globals), "print", "console"];
    expect([...new Set([...safe, ...Object.keys(utilityBuiltins)])].sort()).toEqual(utility.sort());
    expect(Object.keys(limitedBuiltins)).toEqual(["range", "list", "tuple"]);
  });

  it("hold nothing of the guest's and cannot be changed", () => {
    for (const set of [safeBuiltins, limitedBuiltins, utilityBuiltins, createSafeGlobals()]) {
      expect(Object.isFrozen(set)).toBe(true);
      for (const [name, token] of Object.entries(set)) {
        if (typeof token !== "object") continue;
        expect(Object.isFrozen(token)).toBe(true);
        expect(Object.values(token as object).every((part) => typeof part === "string")).toBe(true);
        expect((token as { name: string }).name).toBe(name);
      }
    }
    expect(safeBuiltins.Math).not.toBe(Math);
  });

  it("createSafeGlobals is fresh and frozen each time, and refuses names that programs may not use", () => {
    const one = createSafeGlobals({ a: 1 });
    expect(one).not.toBe(createSafeGlobals({ a: 1 }));
    expect(Object.isFrozen(one)).toBe(true);
    for (const name of ["eval", "_x", "process", "__proto__x", "arguments"])
      expect(() => createSafeGlobals({ [name]: 1 })).toThrow(
        expect.objectContaining({ code: "OPTION_GLOBAL" }),
      );
  });
});

describe("a token becomes the realm's built-in", () => {
  it("as globals, as built-ins, under another name, inside of data, from a host function", async () => {
    const globals = createSafeGlobals({ a: [3, 1] });
    expect(execRestricted("Math.max(...sorted(a))", { builtins: "none", globals }).value).toBe(3);
    expect(execRestricted("Math.max(...sorted(a))", { globals }).value).toBe(3);
    const builtins = { Math: safeBuiltins.Math, range: limitedBuiltins.range };
    expect(execRestricted("[Math.max(1, 2), range(3)]", { builtins }).value).toEqual([2, [0, 1, 2]]);
    expect(failure("range(5000)", { builtins }).message).toMatch(/999 elements/);
    expect(run("range(5000).length").value).toBe(5000);
    const renamed = { M: safeBuiltins.Math, ns: { JSON: safeBuiltins.JSON }, give: () => safeBuiltins.Map };
    expect(
      run("[M === Math, ns.JSON === JSON, give() === Map, M.max(1, 2)]", { globals: renamed }).value,
    ).toEqual([true, true, true, 2]);
    expect(
      (await execRestrictedAsync("await P.resolve(1)", { globals: { P: safeBuiltins.Promise } })).value,
    ).toBe(1);
    expect(new RestrictedExpression("M.max(x, 2)").eval({ M: safeBuiltins.Math, x: 1 })).toBe(2);
  });

  it("what is left out is missed, and says what to write", () => {
    const found = failure("fetch('x')", { builtins: "none", globals: createSafeGlobals() });
    expect(found.message).toBe("ReferenceError: fetch is not defined");
    expect(found.help).toContain("ask the host to pass the data as a global");
    expect(failure("Math", { builtins: { JSON: safeBuiltins.JSON } }).message).toMatch(/Math is not defined/);
  });

  it("`print` and `console` write to the run's own output", () => {
    const one = execRestricted("say('a'); c.warn('b')", {
      builtins: "none",
      globals: { say: safeBuiltins.print, c: safeBuiltins.console },
    });
    expect(one.printed.map((line) => [line.level, line.text])).toEqual([
      ["log", "a"],
      ["warn", "b"],
    ]);
  });

  it("the realm's objects stay closed", () => {
    for (const source of ["M.max = 1", "M.x = 1", "delete M.PI", "J.parse = 1"])
      expect(failure(source, { globals: { M: safeBuiltins.Math, J: safeBuiltins.JSON } }).code).toBe(
        "GUARD_WRITE",
      );
  });
});

describe("forged tokens", () => {
  const real = safeBuiltins.Math as object;
  const Made = real.constructor as new (set: string, name: string) => object;
  const attempts: Readonly<Record<string, unknown>> = {
    "made by the class": new Made("safe", "Math"),
    "made for another name": new Made("safe", "constructor"),
    "inheriting from a token": Object.create(real),
    "inheriting from the class": Object.create(Made.prototype, {
      set: { value: "safe" },
      name: { value: "Math" },
    }),
    "a subclass": new (class extends Made {})("utility", "random"),
    "a proxy of a token": new Proxy(real, {}),
  };
  for (const [how, forged] of Object.entries(attempts))
    it(`${how} is refused`, () => {
      // The real one is let through.
      expect(execRestricted("typeof x", { globals: { x: real } }).value).toBe("object");
      expect(() => execRestricted("typeof x", { globals: { x: forged } })).toThrow(
        expect.objectContaining({ name: "HostTypeError" }),
      );
    });

  it("a copy is data like any other", () => {
    for (const copy of [{ ...real }, structuredClone(real), JSON.parse(JSON.stringify(real))])
      expect(execRestricted("[x.set, x.name, x.max]", { globals: { x: copy } }).value).toEqual([
        "safe",
        "Math",
        undefined,
      ]);
  });

  it("a program cannot make one", () => {
    const give = (x: unknown): unknown => x;
    expect(
      run("const t = { set: 'safe', name: 'Function' }; const g = give(t); [typeof g, g.name]", {
        globals: { give },
      }).value,
    ).toEqual(["object", "Function"]);
  });
});

describe("the utility set", () => {
  it("sameType, test and reorder work as RestrictedPython's", () => {
    const source = `class Foo {}
      [sameType({}), sameType({}, {}), sameType({}, new Foo()), sameType({}, {}, {}, {}), sameType({}, {}, [], {}),
       test(true), test(false), test(true, 'first', true, 'second'), test(false, 'first', true, 'second'),
       test(true, 'first', 'third'), test(false, 'first', false, 'second', 'third'), test(false, 'first', false),
       test(0, 1, 0, 2), reorder(['a', 'b', 'c', 'd', 'e'], undefined, ['a', 'c', 'e']),
       reorder(['a', 'b', 'c', 'd', 'e'], ['a', 'd'], ['a', 'c', 'e']),
       reorder([['k1', 'v1'], ['k3', 'v3']], [['k2', 'v2'], ['k3', 'v3']], ['k1'])]`;
    expect(run(source, { builtins: "utility" }).value).toEqual([
      true,
      true,
      false,
      true,
      false,
      true,
      false,
      "first",
      "second",
      "first",
      "third",
      false,
      undefined,
      [
        ["b", "b"],
        ["d", "d"],
      ],
      [["d", "d"]],
      [["k3", "v3"]],
    ]);
  });

  it("`math` and `string` are the guest realm's, without a way to a formatter or a prototype", () => {
    const options = { builtins: "utility" } as const;
    expect(
      run("[math.pi, math.sqrt(9), string.digits, typeof string.Formatter, new Set([1]).has(1)]", options)
        .value,
    ).toEqual([Math.PI, 3, "0123456789", "undefined", true]);
    for (const source of ["math.pi = 3", "string.digits = ''", "random.random = () => 4"])
      expect(failure(source, options).code).toBe("GUARD_WRITE");
    expect(failure("string.Formatter()", options).message).toMatch(/not a function/);
  });

  it("each run has a `random` of its own, which a seed makes repeatable", () => {
    const draw = "[random.random(), random.randint(1, 1000000), random.choice([1, 2, 3])]";
    const seeded = (): unknown => execRestricted(`random.seed(7); ${draw}`, { builtins: "utility" }).value;
    expect(seeded()).toEqual(seeded());
    // A seed set in one run does not reach the next.
    execRestricted("random.seed(7)", { builtins: "utility" });
    const after = execRestricted(draw, { builtins: "utility" }).value;
    expect(after).not.toEqual(seeded());
    const same = { builtins: "utility", globals: { r: utilityBuiltins.random } } as const;
    expect(run("r === random", same).value).toBe(true);
  });
});
